/** Ends the run with one clear line where Node is older than the dependencies allow. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Afterglow needs Node 20.19 or newer; this is ${process.versions.node}. Get one from nodejs.org, then run the command again.`,
  );
  process.exit(1);
}

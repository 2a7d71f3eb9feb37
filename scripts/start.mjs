// `npm start` on a fresh clone: nothing may be imported from node_modules before it was installed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode } from './check-node.mjs';

checkNode();
const { ensureInstalled } = await import('./install.mjs');
const { buildIfChanged } = await import('./build.mjs');
const { root } = await import('./run.mjs');

try {
  ensureInstalled();
  buildIfChanged();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// In this process, so that Ctrl-C and SIGTERM reach the server itself.
const main = join(root, 'packages/server/dist/node/main.js');
process.argv = [process.execPath, main, 'demo', ...process.argv.slice(2)];
await import(pathToFileURL(main).href);

import { filesIn } from './files.mjs';
import { node } from './run.mjs';

// Each bench runs in a process of its own, so that one doesn't warm up or slow down the next.
const benches = filesIn('packages', (path) => /^packages\/[^/]+\/bench\/[^/]+\.ts$/.test(path));
let failed = benches.length === 0;
for (const file of benches) {
  console.log(`\n▸ ${file}`);
  if (!node(['--conditions=afterglow-source', '--import=tsx', file])) failed = true;
}
process.exitCode = failed ? 1 : 0;

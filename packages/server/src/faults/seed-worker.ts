import { runSeed } from './run-seed.js';
import type { Share } from './run-seeds.js';

/** Runs a share of the seeds and tells each run to the process that started this one. */
const { first, by, end, steps, leaving } = JSON.parse(process.argv[2] ?? '') as Share;
for (let seed = first; seed < end; seed += by) {
  const run = await runSeed({ seed, steps, leaving });
  await new Promise((told) => process.send?.(run, told));
}
process.disconnect();

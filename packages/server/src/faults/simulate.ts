import { parseArgs } from 'node:util';
import { faultKinds, type FaultKind } from './fault-kinds.js';
import { runSeed, type Run } from './run-seed.js';
import { neverTaken, runSeeds } from './run-seeds.js';

/** Steps of a run when none are asked for. */
const usualSteps = 200;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs seeds until one fails; answers the exit code. */
async function simulate(from: number, seeds: number, steps: number): Promise<number> {
  const began = performance.now();
  const runs = await runSeeds({ from, count: seeds, steps }, (done) => {
    if (done % 100 === 0) say(`${done} seeds`);
  });
  if (runs.failed) {
    await explain(runs.failed, steps);
    return 1;
  }
  const { counts, acknowledged } = runs;
  const seconds = (performance.now() - began) / 1000;
  say('What was done and acknowledged:');
  for (const [name, count] of Object.entries(acknowledged)) sayCount(count, name);
  say('What went wrong:');
  for (const kind of Object.keys(counts) as FaultKind[]) sayCount(counts[kind], faultKinds[kind]);
  say(`${runs.steps} steps of ${runs.done} seeds, ${Math.round(runs.steps / seconds)} steps/s`);
  const missing = neverTaken(runs);
  for (const name of missing) say(`never: ${name}`);
  return missing.length > 0 ? 1 : 0;
}

const sayCount = (count: number, name: string) => say(`${String(count).padStart(8)}  ${name}`);

/** Says where a seed breaks first: the run again, with the laws checked after every step. */
async function explain({ seed, failure }: Run, steps: number): Promise<void> {
  const closer = (await runSeed({ seed, steps, checkEvery: 1 })).failure ?? failure;
  if (!closer) return;
  say(`seed ${seed} fails at step ${closer.step} (${closer.doing}):\n  ${closer.what}`);
  say(`\nnpm run simulate:faults -- --seeds 1 --from ${seed} --steps ${steps}`);
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: String(usualSteps) },
  },
});
process.exitCode = await simulate(Number(values.from), Number(values.seeds), Number(values.steps));

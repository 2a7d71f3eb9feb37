import { parseArgs } from 'node:util';
import { faultKinds, type FaultKind } from './fault-kinds.js';
import { runSeed, type Run } from './run-seed.js';
import { runSeeds } from './run-seeds.js';

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
  const { counts } = runs;
  const seconds = (performance.now() - began) / 1000;
  for (const kind of Object.keys(counts) as FaultKind[])
    say(`${String(counts[kind]).padStart(8)}  ${faultKinds[kind]}`);
  say(`${runs.steps} steps of ${runs.done} seeds, ${Math.round(runs.steps / seconds)} steps/s`);
  const missing = (Object.keys(counts) as FaultKind[]).filter((kind) => counts[kind] === 0);
  for (const kind of missing) say(`never: ${faultKinds[kind]}`);
  return missing.length > 0 ? 1 : 0;
}

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

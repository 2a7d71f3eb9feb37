import { parseArgs } from 'node:util';
import { addCounts, faultKinds, noFaults, type FaultKind } from './fault-kinds.js';
import { runSeed, type Run } from './run-seed.js';

/** Steps of a run when none are asked for. */
const usualSteps = 200;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs seeds until one fails; answers the exit code. */
async function simulate(from: number, seeds: number, steps: number): Promise<number> {
  const counts = noFaults();
  const began = performance.now();
  let done = 0;
  for (let seed = from; seed < from + seeds; seed++) {
    const run = await runSeed({ seed, steps });
    addCounts(counts, run.counts);
    done += run.steps;
    if (run.failure) {
      await explain(run, steps);
      return 1;
    }
    if ((seed - from + 1) % 100 === 0) say(`${seed - from + 1} seeds`);
  }
  const seconds = (performance.now() - began) / 1000;
  for (const kind of Object.keys(counts) as FaultKind[])
    say(`${String(counts[kind]).padStart(8)}  ${faultKinds[kind]}`);
  say(`${done} steps of ${seeds} seeds, ${Math.round(done / seconds)} steps/s`);
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

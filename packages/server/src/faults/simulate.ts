import { parseArgs } from 'node:util';
import { faultKinds, type FaultKind } from './fault-kinds.js';
import { runSeed, type Run } from './run-seed.js';
import { neverTaken, runSeeds, type Seeds } from './run-seeds.js';

/** Steps of a run when none are asked for. */
const usualSteps = 200;

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs seeds until one fails; answers the exit code. */
async function simulate(asked: Seeds): Promise<number> {
  const began = performance.now();
  const runs = await runSeeds(asked, (done) => {
    if (done % 100 === 0) say(`${done} seeds`);
  });
  if (runs.failed) {
    await explain(runs.failed, asked);
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
async function explain({ seed, failure }: Run, { steps, leaving = false }: Seeds): Promise<void> {
  const closer = (await runSeed({ seed, steps, leaving, checkEvery: 1 })).failure ?? failure;
  if (!closer) return;
  say(`seed ${seed} fails at step ${closer.step} (${closer.doing}):\n  ${closer.what}`);
  const profile = leaving ? ' --leaving' : '';
  say(`\nnpm run simulate:faults -- --seeds 1 --from ${seed} --steps ${steps}${profile}`);
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: String(usualSteps) },
    leaving: { type: 'boolean', default: false },
  },
});
process.exitCode = await simulate({
  from: Number(values.from),
  count: Number(values.seeds),
  steps: Number(values.steps),
  leaving: values.leaving,
});

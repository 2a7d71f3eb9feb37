import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plantedBugs } from './planted-bugs.js';
import { runSeed } from './run-seed.js';
import { neverTaken, runSeeds } from './run-seeds.js';

/** Seeds of the short suite; more in the long one. */
const seeds = Number(process.env['AFTERGLOW_FAULT_SEEDS'] ?? 100);

const steps = 200;

/** What every run takes at least. */
const leastFaults = 5;

/** Among so many seeds each planted bug is found. */
const seedsForBugs = 32;

test(`${seeds} seeds of ${steps} steps hold whatever goes wrong`, async () => {
  const runs = await runSeeds({ from: 1, count: seeds, steps });

  const { failed } = runs;
  const failure = failed?.failure;
  assert.equal(
    failure,
    undefined,
    `seed ${failed?.seed}, step ${failure?.step} (${failure?.doing}): ${failure?.what}\n` +
      `npm run simulate:faults -- --seeds 1 --from ${failed?.seed} --steps ${steps}`,
  );
  assert.equal(runs.done, seeds);
  assert.equal(runs.steps, seeds * steps);
  assert.ok(runs.leastFaults >= leastFaults, `a seed took ${runs.leastFaults} faults`);
  assert.deepEqual(neverTaken(runs), []);
});

test('a run is the same byte for byte when its seed runs again', async () => {
  for (const seed of [1, 2]) {
    const [first, second] = [
      await runSeed({ seed, steps: 120 }),
      await runSeed({ seed, steps: 120 }),
    ];

    assert.deepEqual(first, second);
  }
});

for (const { name, seed, plant } of plantedBugs)
  test(`some seed finds a planted bug: ${name}`, async () => {
    const others = Array.from({ length: seedsForBugs }, (_, index) => index + 1);
    let found: number | undefined;
    for (const tried of [seed, ...others.filter((other) => other !== seed)]) {
      if (found !== undefined) break;
      if ((await runSeed({ seed: tried, steps, plant })).failure) found = tried;
    }

    assert.notEqual(found, undefined, `none of ${seedsForBugs} seeds noticed`);
    // The seed to be written down with the bug, so that it is found at once.
    if (found !== seed)
      process.stdout.write(`seed ${seed} did not notice that ${name}; seed ${found} did\n`);
  });

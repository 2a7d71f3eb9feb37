import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCounts, faultKinds, noFaults, type FaultKind } from './fault-kinds.js';
import { plantedBugs } from './planted-bugs.js';
import { runSeed } from './run-seed.js';

/** Seeds of the short suite; more in the long one. */
const seeds = Number(process.env['AFTERGLOW_FAULT_SEEDS'] ?? 100);

const steps = 200;

/** What every run takes at least. */
const leastFaults = 5;

/** Among so many seeds each planted bug is found. */
const seedsForBugs = 8;

test(`${seeds} seeds of ${steps} steps hold whatever goes wrong`, async () => {
  const counts = noFaults();
  for (let seed = 1; seed <= seeds; seed++) {
    const run = await runSeed({ seed, steps });

    const { failure } = run;
    assert.equal(
      failure,
      undefined,
      `seed ${seed}, step ${failure?.step} (${failure?.doing}): ${failure?.what}\n` +
        `npm run simulate:faults -- --seeds 1 --from ${seed} --steps ${steps}`,
    );
    const taken = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
    assert.ok(run.steps >= steps && taken >= leastFaults, `seed ${seed} took ${taken} faults`);
    addCounts(counts, run.counts);
  }
  const never = (Object.keys(counts) as FaultKind[]).filter((kind) => counts[kind] === 0);
  assert.deepEqual(
    never.map((kind) => faultKinds[kind]),
    [],
  );
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

for (const { name, plant } of plantedBugs)
  test(`some seed finds a planted bug: ${name}`, async () => {
    let found = 0;
    for (let seed = 1; seed <= seedsForBugs && found === 0; seed++)
      if ((await runSeed({ seed, steps, plant })).failure) found = seed;

    assert.notEqual(found, 0, `none of ${seedsForBugs} seeds noticed`);
  });

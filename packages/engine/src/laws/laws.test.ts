import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { laws, ourEngine } from './laws.js';
import { plantedBugs } from './planted-bugs.js';

/** More in the long suite; a failure prints the seed and the smallest history that breaks the law. */
const numRuns = Number(process.env['AFTERGLOW_LAW_RUNS'] ?? 150);

for (const law of Object.values(laws)) {
  test(law.name, () => {
    fc.assert(law.property(ourEngine), { numRuns });
  });
}

for (const bug of plantedBugs) {
  test(`a planted bug is caught: ${bug.name}`, () => {
    const check = fc.check(laws[bug.law].property(bug.engine), {
      numRuns: 2000,
      seed: 20_261_121,
      endOnFailure: true,
    });

    assert.equal(check.failed, true, `the law "${laws[bug.law].name}" holds in spite of it`);
  });
}

test('every law fails on a planted bug', () => {
  const caught = new Set(plantedBugs.map(({ law }) => law));

  assert.deepEqual(
    Object.keys(laws).filter((law) => !caught.has(law as keyof typeof laws)),
    [],
  );
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HistoryRecord } from '../history.js';
import { foldUnder, underRules } from '../laws/folding.js';
import { DAY, line, tierSet, visit } from '../laws/records.js';
import { standing } from '../standing.js';

/** Six in the evening of a day in Chicago. */
const at = (day: string) => Date.parse(`${day}T23:59:00Z`);
const buys = (id: string, amount: number, day: string) =>
  visit(id, [line('1', amount)], { at: at(day) });
const tierOn = (day: string, records: readonly HistoryRecord[]) => {
  const until = at(day);
  return standing(foldUnder(records, { until }).account, underRules(), until).tier;
};

// Radiant from 1,000 dollars on, Luminous from 3,000; twelve months, 30 days of grace.
const january = buys('R-1', 60_000, '2026-01-05');
const june = buys('R-2', 60_000, '2026-06-01');

describe('the last day on which what is missing is enough', () => {
  test('is the last one on which all of the present spend counts', () => {
    const { missing, missingBy } = tierOn('2026-06-02', [january, june]);

    assert.deepEqual([missing?.amount, missingBy], [180_000, '2027-01-04']);
    const bought = (day: string) => tierOn(day, [january, june, buys('R-3', 180_000, day)]);
    assert.equal(bought('2027-01-04').current?.id, 'luminous');
    assert.equal(bought('2027-01-05').current?.id, 'radiant');
  });

  test('is none without spend, and none at the top', () => {
    assert.equal(tierOn('2026-01-04', [january]).missingBy, null);
    assert.equal(tierOn('2026-02-01', [buys('R-1', 300_000, '2026-01-05')]).missingBy, null);
  });

  test('is that of the next purchase when the first has left', () => {
    assert.equal(tierOn('2027-01-05', [january, june]).missingBy, '2027-05-31');
  });
});

describe('what keeps the tier', () => {
  const records = [january, june];

  test('is enough on the first day after, and on the last day before it is lost', () => {
    const { keptUntil, toKeep } = tierOn('2026-06-02', records);

    assert.deepEqual([keptUntil, toKeep?.amount], ['2027-02-04', 40_000]);
    for (const day of ['2026-06-03', '2027-01-20', '2027-02-03']) {
      const kept = tierOn('2027-02-04', [...records, buys('R-3', 40_000, day)]);
      assert.equal(kept.current?.id, 'radiant', day);
    }
  });

  test('is not enough with a cent less, on the last day', () => {
    const kept = tierOn('2027-02-04', [...records, buys('R-3', 39_999, '2027-02-03')]);

    assert.equal(kept.current?.id, 'fresh');
  });

  test('is less after each purchase, and counts on from the new day', () => {
    const { keptUntil, toKeep } = tierOn('2026-07-01', [
      ...records,
      buys('R-3', 15_000, '2026-07-01'),
    ]);

    assert.deepEqual([keptUntil, toKeep?.amount], ['2027-02-04', 25_000]);
  });

  test('is nothing that can be said of the first tier', () => {
    const { keptUntil, toKeep } = tierOn('2026-01-05', [january]);

    assert.deepEqual([keptUntil, toKeep], [null, null]);
  });
});

describe('a tier that staff gave', () => {
  const records = [january, june];
  const given = (level: string, until: string) => [
    ...records,
    tierSet('t:1', level, until, { at: at('2026-06-01') + DAY }),
  ];

  test('names its last day, and nothing that keeps a lower one', () => {
    const { keptUntil, toKeep, givenUntil } = tierOn('2026-07-01', given('luminous', '2026-12-31'));

    assert.deepEqual([keptUntil, toKeep, givenUntil], [null, null, '2026-12-31']);
  });

  test('does not decide where spend reaches higher, or as high for longer', () => {
    for (const gift of [given('fresh', '2027-12-31'), given('radiant', '2027-02-03')]) {
      const { keptUntil, givenUntil } = tierOn('2026-07-01', gift);
      assert.deepEqual([keptUntil, givenUntil], ['2027-02-04', null]);
    }
  });

  test('decides where it is the same for longer', () => {
    const { keptUntil, givenUntil } = tierOn('2026-07-01', given('radiant', '2027-02-04'));

    assert.deepEqual([keptUntil, givenUntil], [null, '2027-02-04']);
  });
});

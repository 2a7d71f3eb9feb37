import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryRecord } from '../history.js';
import { foldUnder, underRules } from '../laws/folding.js';
import { DAY, START, line, tierSet, visit } from '../laws/records.js';
import { standing } from '../standing.js';

const given = tierSet('t:1', 'luminous', '2026-02-01');
const tierOn = (nth: number, records: readonly HistoryRecord[]) => {
  const until = START + nth * DAY;
  const { tier } = standing(foldUnder(records, { until }).account, underRules(), until);
  return [tier.current?.id, tier.givenUntil];
};

test('a tier that staff give holds through its last day; then spend decides', () => {
  assert.deepEqual(tierOn(1, [given]), ['luminous', '2026-02-01']);
  assert.deepEqual(tierOn(27, [given]), ['luminous', '2026-02-01']);
  assert.deepEqual(tierOn(28, [given]), ['fresh', null]);
});

test('what spend reaches in the meantime counts afterwards', () => {
  const spent = visit('R-1', [line('1', 150_000)], { at: START + DAY });

  assert.deepEqual(tierOn(28, [given, spent]), ['radiant', null]);
});

test('a given tier takes nobody down whom spend takes higher', () => {
  const spent = visit('R-1', [line('1', 350_000)], { at: START });
  const lower = tierSet('t:1', 'radiant', '2026-02-01', { at: START + DAY });

  assert.equal(tierOn(2, [spent, lower])[0], 'luminous');
});

test('staff can end a given tier before its time', () => {
  const ended = tierSet('t:2', null, '2026-02-01', { at: START + 3 * DAY });

  assert.deepEqual(tierOn(4, [given, ended]), ['fresh', null]);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HistoryRecord } from '../history.js';
import { foldUnder, underRules } from '../laws/folding.js';
import { emptyJournal } from '../ledger/journal.js';
import { DAY, START, joined, line, refund, visit } from '../laws/records.js';
import { settleAccount } from '../settle.js';

const tox = (id: string, nth: number, amount = 9_000) =>
  visit(id, [line('1', amount)], { at: START + nth * DAY });
/** What a member was told of the lapse of points: the days left, and the local day of it. */
const lapsesOf = (records: readonly HistoryRecord[], days: number) =>
  foldUnder(records, { until: START + days * DAY })
    .notices.filter(({ kind }) => kind === 'pointsLapse')
    .map(({ args }) => `${String(args['days'])} before ${String(args['usableThrough'])}`);

describe('points that lapse', () => {
  test('are reminded of 180, 30, 7 and 1 days before', () => {
    assert.deepEqual(lapsesOf([tox('R-1', 0)], 400), [
      '180 before 2027-01-05',
      '30 before 2027-01-05',
      '7 before 2027-01-05',
      '1 before 2027-01-05',
    ]);
  });

  test('are not reminded of once another purchase has moved the day', () => {
    assert.deepEqual(lapsesOf([tox('R-1', 0), tox('R-2', 350)], 400), [
      '180 before 2027-01-05',
      '30 before 2027-01-05',
    ]);
  });

  test('that are all gone are not reminded of', () => {
    const back = refund('F-1', 'R-1', { '1': 9_000 }, { at: START + DAY });

    assert.deepEqual(lapsesOf([tox('R-1', 0), back], 400), []);
  });
});

describe('what a write tells', () => {
  const programs = underRules();
  const write = (
    records: readonly HistoryRecord[],
    written: readonly HistoryRecord[],
    times: { readonly now: number; readonly settledTo?: number },
  ) =>
    settleAccount({
      ...{ accountId: 'mem_a', programs, account: undefined, count: 0, written, ...times },
      past: { records, journal: emptyJournal },
    })?.notices.map(({ kind }) => kind);
  const large = tox('R-1', 0, 150_000);

  test('is the news of its own records, and what fell due since the last one', () => {
    assert.deepEqual(write([], [large], { now: START }), ['tierUp']);
    const now = START + 190 * DAY;
    assert.deepEqual(write([large], [], { now, settledTo: START }), ['pointsLapse']);
    assert.deepEqual(write([large], [], { now, settledTo: now - DAY }), []);
  });

  test('is no news of the past when a fact comes late', () => {
    assert.deepEqual(write([], [large], { now: START + 30 * DAY }), []);
  });

  test('is told once, though a late fact folds all of it anew', () => {
    const late = joined({ at: START - DAY });

    assert.deepEqual(write([large], [late], { now: START + 5 * DAY, settledTo: START }), []);
  });

  test('is a tier that a refund takes', () => {
    const back = refund('F-1', 'R-1', { '1': 100_000 }, { at: START + DAY });

    assert.deepEqual(write([large], [back], { now: START + DAY, settledTo: START }), ['tierDown']);
  });

  test('is of use still: nobody is reminded of what has lapsed', () => {
    assert.deepEqual(write([large], [], { now: START + 500 * DAY, settledTo: START }), []);
  });
});

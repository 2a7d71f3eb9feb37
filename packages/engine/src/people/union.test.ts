import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryRecord } from '../history.js';
import { plainPrograms } from '../laws/program.js';
import { DAY, START, claim, hold, line, refund, visit, withdrawn } from '../laws/records.js';
import { separate } from './union.js';

const receipt = visit('R-1', [line('t', 30_000)]);

/** When the two records became one. */
const mergedAt = START + 10 * DAY;

/** A refund of the receipt that the survivor heard of after the merge, in its second form. */
const toldSince = refund('F-1', 'R-1', { t: 9_000 }, { at: mergedAt + DAY, revision: 2 });

/** What goes back to the other, whose history has these records of the refund. */
function carried(known: readonly HistoryRecord[]) {
  return separate(
    {
      into: {
        accountId: 'mem_a',
        records: [{ ...receipt, revision: 2, recordedAt: mergedAt }, toldSince],
      },
      from: { accountId: 'mem_b', records: [receipt, ...known] },
    },
    { mergedAt, programs: plainPrograms, until: mergedAt + 2 * DAY, birthdays: [] },
  ).carried.map(({ type, externalId, revision }) => [type, externalId, revision]);
}

test('a refund told since a merge goes back with its visit, as it is', () => {
  assert.deepEqual(carried([]), [['refund', 'F-1', 2]]);
});

test('it comes after what the other’s history had of it when an earlier merge ended', () => {
  const first = refund('F-1', 'R-1', { t: 5_000 }, { at: START + DAY });
  const apart = { ...withdrawn('F-1', { at: START + 2 * DAY }), data: { apart: true } };

  assert.deepEqual(carried([first, apart as HistoryRecord]), [['refund', 'F-1', 3]]);
});

test('a quote of the other’s voucher goes back with it, but for one that the survivor had before', () => {
  const voucher = claim('vch_1');
  const vouchers = [{ id: 'vch_1', worth: 5_000 }];
  const quoted = (checkoutId: string, at: number) => hold(checkoutId, { vouchers }, { at });
  const parts = {
    into: {
      accountId: 'mem_a',
      records: [
        quoted('chk_before', mergedAt - DAY),
        { ...voucher, recordedAt: mergedAt },
        quoted('chk_since', mergedAt + DAY),
      ],
    },
    from: { accountId: 'mem_b', records: [voucher] },
  };
  const fold = { programs: plainPrograms, until: mergedAt + 2 * DAY, birthdays: [] };

  const { leaving, carried: back } = separate(parts, { mergedAt, ...fold });

  assert.deepEqual(
    back.map(({ externalId }) => externalId),
    ['hold:chk_since'],
  );
  assert.deepEqual(
    leaving.map(({ externalId }) => externalId),
    ['claim:vch_1', 'hold:chk_since'],
  );
});

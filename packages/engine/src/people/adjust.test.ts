import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import { plainPrograms } from '../laws/program.js';
import { DAY, START, adjustment, line, visit } from '../laws/records.js';

const laser3 = visit('R-1', [line('p', 90_000, { kind: 'package', code: 'LASER3' })]);

/** After its six months. */
const ended = { at: START + 200 * DAY };

function sessionsOf(records: readonly HistoryRecord[]) {
  const { account, desired } = foldAccount({
    accountId: 'mem_a',
    programs: plainPrograms,
    records,
    until: ended.at + DAY,
  });
  const posted = desired.filter(({ asset }) => asset.startsWith('sessions:'));
  return {
    left: account.packages.map(({ left, expired }) => [left, expired]),
    posted: posted.map(({ amount }) => amount),
  };
}

describe('a correction of sessions', () => {
  const { packages } = foldAccount({
    accountId: 'mem_a',
    programs: plainPrograms,
    records: [laser3],
    until: START,
  }).account;
  const asset = `sessions:${packages[0]?.id ?? ''}`;

  test('while the package can be used expires with the rest of it', () => {
    const more = adjustment('A-1', { asset, amount: 2 }, { at: START + DAY });

    assert.deepEqual(sessionsOf([laser3, more]), { left: [[0, 5]], posted: [3, 2, -5] });
  });

  test('of a package that has ended comes to nothing', () => {
    const more = adjustment('A-1', { asset, amount: 2 }, ended);

    assert.deepEqual(sessionsOf([laser3, more]), { left: [[0, 3]], posted: [3, -3] });
  });
});

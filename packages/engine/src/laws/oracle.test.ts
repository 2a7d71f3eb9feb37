import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldAccount } from '../index.js';
import type { HistoryRecord } from '../index.js';
import { plainHistories } from './histories.js';
import { reckon } from './oracle.js';
import type { Reckoned } from './oracle.js';
import { plainPrograms } from './program.js';

/** The engine's answer in the words of the other reckoning. */
function folded(records: readonly HistoryRecord[], until: number): Reckoned {
  const input = { accountId: 'mem_a', programs: plainPrograms, records, until };
  const { account, desired } = foldAccount(input);
  const earned: Record<string, number> = {};
  for (const { key, asset, amount } of desired) {
    const [kind, visit = '', line = ''] = key.split(':');
    if (kind !== 'visit' || asset !== 'points' || amount === 0) continue;
    const place = `${visit.replace('till/', '')}:${line}`;
    earned[place] = (earned[place] ?? 0) + amount;
  }
  return {
    points: account.points,
    earned,
    sessions: Object.fromEntries(
      account.packages.map(({ visit, line, left }) => [
        `${visit.replace('till/', '')}:${line}:1`,
        left,
      ]),
    ),
    lapses: desired.flatMap(({ cause, key, amount }) =>
      cause.kind === 'lapse' ? [[key.split(':')[1] ?? '', -amount] as const] : [],
    ),
    tier: account.tier.level ?? '',
  };
}

const numRuns = Number(process.env['AFTERGLOW_LAW_RUNS'] ?? 800);

test('a second reckoning from the words of the rules gives the same points, sessions and tier', () => {
  fc.assert(
    fc.property(plainHistories, ({ records, until }) => {
      assert.deepEqual(folded(records, until), reckon(records, until));
    }),
    { numRuns },
  );
});

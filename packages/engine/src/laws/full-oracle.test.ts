import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldAccount } from '../index.js';
import { reckonWhole } from './full-oracle.js';
import type { WholeReckoning } from './full-oracle.js';
import { orderedHistories } from './ordered-histories.js';
import type { OrderedHistory } from './ordered-histories.js';
import { fullPrograms } from './program.js';

/** The engine's answer in the words of the other reckoning. */
function folded({ records, birthdays, until }: OrderedHistory): WholeReckoning {
  const input = { accountId: 'mem_a', programs: fullPrograms, records, birthdays, until };
  const { account } = foldAccount(input);
  return {
    points: account.points,
    credit: account.credit.lots.map(({ left, expiresOn }) => [left, expiresOn ?? '']),
    offers: account.offers.map(({ source, expiresOn }) => [source, expiresOn ?? '']),
    multipliers: account.multipliers.map(({ percent, left }) => [percent, left]),
    visits: account.tally.visits,
    tier: account.tier.level ?? '',
  };
}

const numRuns = Number(process.env['AFTERGLOW_LAW_RUNS'] ?? 600);

test('a second reckoning of the whole program gives the same points, credit, offers and tier', () => {
  fc.assert(
    fc.property(orderedHistories, (history) => {
      assert.deepEqual(folded(history), reckonWhole(history));
    }),
    { numRuns },
  );
});

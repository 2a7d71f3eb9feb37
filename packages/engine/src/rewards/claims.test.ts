import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Program } from '@afterglow/contract';
import type { HistoryRecord } from '../history.js';
import { foldUnder, underRules } from '../laws/folding.js';
import { plainProgram } from '../laws/program.js';
import {
  DAY,
  START,
  adjustment,
  claim,
  claimReturned,
  hold,
  line,
  tierSet,
  usd,
  visit,
  voucherUsed,
} from '../laws/records.js';
import { decideClaim } from './decide-claim.js';

const day = (nth: number) => ({ at: START + nth * DAY });
const rewards: Program['rewards'] = [
  {
    id: 'credit-50',
    name: '50 dollars',
    costPoints: 500,
    grant: { kind: 'credit', amount: usd(5_000) },
    validDays: 90,
    perYear: 2,
  },
  { id: 'peel', name: 'A peel', costPoints: 300, tier: 'radiant', validDays: 30 },
  { id: 'preview', name: 'A first look', costPoints: 0, vipOnly: true, validDays: 30 },
];
const rules: Partial<Program> = {
  vip: { treatments: 2 },
  rewards,
  points: { ...plainProgram.points, redemption: { maxPerYear: usd(7_000) } },
};
const treatment = (nth: number) => visit(`R-${String(nth)}`, [line('1', 10_000)], day(0));
const points = (amount: number) => adjustment(`a:${String(amount)}`, { amount });

function ask(reward: string, records: readonly HistoryRecord[], now = START + DAY) {
  const { account } = foldUnder(records, { rules, until: now });
  const answer = decideClaim(reward, { account, programs: underRules(rules), now });
  return 'refusal' in answer ? answer.refusal.code : answer.terms;
}

describe('a claim', () => {
  test('is granted with the price and the end of that moment', () => {
    assert.deepEqual(ask('credit-50', [points(500)]), {
      reward: 'credit-50',
      cost: 500,
      grant: { kind: 'credit', amount: usd(5_000) },
      cash: 5_000,
      expiresOn: '2026-04-06',
      version: 1,
    });
  });

  const refused: readonly (readonly [string, string, readonly HistoryRecord[], string])[] = [
    ['of nothing that there is', 'car', [points(900)], 'reward_unknown'],
    ['with too few points', 'credit-50', [points(499)], 'points_insufficient'],
    ['below zero', 'credit-50', [points(-1)], 'balance_negative'],
    ['of another tier', 'peel', [points(900)], 'tier_too_low'],
    ['of what is for VIPs alone', 'preview', [treatment(1)], 'vip_only'],
    [
      'of points that are held for a bill',
      'credit-50',
      [points(900), hold('chk_1', { points: 401, expiresAt: START + 9 * DAY })],
      'points_insufficient',
    ],
    [
      'more often than a year allows',
      'credit-50',
      [points(5_000), claim('V-1', { cash: 0 }), claim('V-2', { cash: 0 })],
      'claim_limit_reached',
    ],
    [
      'of more money than a year allows',
      'credit-50',
      [points(5_000), claim('V-1', { cash: 5_000 })],
      'cash_cap_reached',
    ],
  ];
  for (const [name, reward, records, code] of refused) {
    test(`is refused: ${name}`, () => {
      assert.equal(ask(reward, records), code);
    });
  }

  test('is granted to a VIP, of what is for VIPs alone', () => {
    assert.equal(typeof ask('preview', [treatment(1), treatment(2)]), 'object');
  });

  test('is granted in a tier that staff gave, while it lasts', () => {
    const records = [points(900), tierSet('t:1', 'luminous', '2026-01-10')];

    assert.equal(typeof ask('peel', records), 'object');
    assert.equal(ask('peel', records, START + 6 * DAY), 'tier_too_low');
  });

  test('is refused for a tier that the program does not have, which no program that was checked has', () => {
    const wrong = { ...rules, rewards: rewards.map((one) => ({ ...one, tier: 'gone' })) };
    const { account } = foldUnder([points(900)], { rules: wrong, until: START + DAY });
    const asked = { account, programs: underRules(wrong), now: START + DAY };

    const answer = decideClaim('peel', asked);

    assert.equal('refusal' in answer && answer.refusal.code, 'tier_too_low');
  });

  test('of last year counts no more', () => {
    const records = [points(5_000), claim('V-1'), claim('V-2')];

    assert.equal(typeof ask('credit-50', records, Date.UTC(2027, 0, 1, 6)), 'object');
  });

  test('that was given back unused counts neither for the limit nor for the cap', () => {
    const claims = [claim('V-1'), claim('V-2', { cash: 5_000 })];
    const records = [points(5_000), ...claims, claimReturned('V-1'), claimReturned('V-2')];
    const { account } = foldUnder(records, { rules });

    assert.equal(typeof ask('credit-50', records), 'object');
    assert.deepEqual(account.used, {});
  });
});

describe('a voucher', () => {
  const statusAt = (records: readonly HistoryRecord[], until: number) => {
    const { account } = foldUnder([points(800), ...records], { rules, until });
    return [account.vouchers[0]?.status, account.points];
  };
  const claimed = claim('V-1', { expiresOn: '2026-01-20' }, day(1));

  test('costs its points, and gives them back when it is returned unused', () => {
    assert.deepEqual(statusAt([claimed], START + 2 * DAY), ['open', 300]);
    assert.deepEqual(statusAt([claimed, claimReturned('V-1', day(2))], START + 3 * DAY), [
      'returned',
      800,
    ]);
  });

  test('that was used is not given back, and that was given back is not used', () => {
    const used = voucherUsed('V-1', day(3));
    const returned = claimReturned('V-1', day(2));

    assert.deepEqual(statusAt([claimed, used, claimReturned('V-1', day(4))], START + 5 * DAY), [
      'used',
      300,
    ]);
    assert.deepEqual(statusAt([claimed, returned, used], START + 5 * DAY), ['returned', 800]);
  });

  test('can be used through its last day and no longer; its points are gone', () => {
    const lastInstant = Date.UTC(2026, 0, 21, 6) - 1;

    assert.deepEqual(statusAt([claimed], lastInstant), ['open', 300]);
    assert.deepEqual(statusAt([claimed], lastInstant + 1), ['expired', 300]);
  });
});

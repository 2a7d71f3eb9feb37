import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldAccount } from './fold.js';
import { noEnding } from './grants/endings.js';
import { plainProgram, plainPrograms } from './laws/program.js';
import { DAY, START, line, usd, visit } from './laws/records.js';
import { standing } from './standing.js';

const { account } = foldAccount({
  ...{ accountId: 'mem_a', programs: plainPrograms, records: [visit('R-1', [line('1', 30_000)])] },
  until: START,
});
const shown = (points: number, value = plainProgram.points.value) => {
  const program = { ...plainProgram, points: { ...plainProgram.points, value } };
  return standing({ ...account, points }, [{ version: 1, startsAt: null, program }], START);
};

describe('what points are worth', () => {
  const cases = [
    [300, 3000],
    [0, 0],
    [-1, -10],
    [-300, -3000],
  ] as const;
  for (const [points, worth] of cases) {
    test(`${String(points)} points`, () => {
      assert.equal(shown(points).points.value.amount, worth);
    });
  }

  test('rounds towards zero, and a small debt is worth 0', () => {
    const value = { points: 1000, amount: usd(999) };

    assert.equal(shown(1, value).points.value.amount, 0);
    assert.ok(Object.is(shown(-1, value).points.value.amount, 0));
    assert.equal(shown(1999, value).points.value.amount, 1997);
  });

  test('is exact where the product has more than 53 bits', () => {
    const value = { points: 1_000_000_000, amount: usd(999_999_999) };

    assert.equal(shown(9_007_199_254_740_991, value).points.value.amount, 9_007_199_245_733_791);
  });
});

test('below zero nothing can be claimed and nothing lapses', () => {
  const { points, rewards } = shown(-1);

  assert.equal(points.next, null);
  assert.ok(rewards.every(({ claimable }) => !claimable));
});

test('a gift card that nobody named has a name in each language', () => {
  const grant = { kind: 'giftCard', amount: usd(5_000) } as const;
  const offer = { id: 'off_1', source: 'birthday', version: 1, grant, used: false };
  const offers = [{ ...offer, ...noEnding }];

  const [shownOffer] = standing({ ...account, offers }, plainPrograms, START).offers;

  const languages = ['en', 'es', 'fr', 'pt-BR', 'zh-Hans', 'ar'];
  assert.deepEqual(Object.keys(shownOffer?.name ?? {}), languages);
});

test('what is no amount of the ledger says what gave it', () => {
  const given = { rule: 'milestone', version: 1 };
  const { multipliers, donated, donations } = standing(
    {
      ...account,
      multipliers: [{ ...given, percent: 150, left: 3 }],
      donations: [
        { ...given, amount: 500, at: START },
        { rule: 'referral', version: 1, amount: 2_500, at: START + DAY },
      ],
    },
    plainPrograms,
    START + DAY,
  );

  assert.deepEqual(multipliers, [{ percent: 150, visits: 3, source: 'milestone' }]);
  assert.equal(donated.amount, 3_000);
  assert.deepEqual(
    donations.map(({ amount, on, source }) => [amount.amount, on, source]),
    [
      [2_500, '2026-01-06', 'referral'],
      [500, '2026-01-05', 'milestone'],
    ],
  );
});

test('the day shown is the first one on which the points are gone', () => {
  assert.deepEqual(shown(300).points.next, { amount: 300, on: '2027-01-06' });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Program } from '@afterglow/contract';
import { amountsOf, foldUnder } from '../laws/folding.js';
import { plainProgram } from '../laws/program.js';
import { DAY, START, line, refund, tierSet, visit } from '../laws/records.js';

const day = (nth: number) => ({ at: START + nth * DAY });
const promotion = (
  more: Partial<Program['promotions'][number]>,
): Program['promotions'][number] => ({
  id: 'double',
  name: 'Double points',
  match: { kinds: ['treatment'] },
  percent: 200,
  ...more,
});
/** Luminous earns a quarter more. */
const tiers: Program['tiers'] = {
  ...plainProgram.tiers,
  levels: plainProgram.tiers.levels.map((level) =>
    level.id === 'luminous'
      ? {
          ...level,
          benefits: [{ id: 'more', name: 'More', kind: 'earnMultiplier', percent: 125 }],
        }
      : level,
  ),
};
const luminous = tierSet('tier:1', 'luminous', '2026-12-31');

describe('a promotion', () => {
  const rules = {
    promotions: [
      promotion({ startsOn: '2026-01-05', endsOn: '2026-01-07' }),
      promotion({ id: 'half', percent: 150 }),
      promotion({ id: 'laser', match: { categories: ['laser'] }, percent: 300 }),
      promotion({ id: 'top', percent: 900, tier: 'luminous' }),
    ],
  };
  const earned = (nth: number, category = 'facial') =>
    foldUnder([visit('R-1', [line('1', 10_050, { category })], day(nth))], { rules }).account
      .points;

  test('counts on its days only, the highest that fits', () => {
    assert.deepEqual([earned(0), earned(1), earned(2)], [201, 201, 150]);
    assert.equal(earned(2, 'laser'), 301);
  });

  test('is for a tier and those above it', () => {
    const records = [luminous, visit('R-1', [line('1', 10_000)], day(1))];

    assert.equal(foldUnder(records, { rules }).account.points, 900);
  });

  test('for VIPs counts from the visit after the treatment that makes one', () => {
    const forVips = {
      vip: { treatments: 2 },
      promotions: [
        promotion({ percent: 150 }),
        promotion({ id: 'vips', percent: 300, vipOnly: true }),
      ],
    };
    const visits = [1, 2, 3].map((nth) => visit(`R-${String(nth)}`, [line('1', 10_000)], day(nth)));
    const pointsAfter = (count: number) =>
      foldUnder(visits.slice(0, count), { rules: forVips }).account.points;

    assert.deepEqual([1, 2, 3].map(pointsAfter), [150, 300, 600]);
  });

  test('leaves other lines alone', () => {
    const records = [visit('R-1', [line('1', 30_000, { kind: 'product' })])];

    assert.equal(foldUnder(records, { rules }).account.points, 100);
  });
});

describe('what raises points', () => {
  const rules: Partial<Program> = {
    tiers,
    promotions: [promotion({ percent: 150 })],
    milestones: [{ visits: 1, grant: { kind: 'multiplier', percent: 200, visits: 1 } }],
  };
  const first = visit('R-0', [line('1', 100)], day(0));
  const second = visit('R-1', [line('1', 9_999)], day(2));

  test('is added up and rounded once: half more, a quarter more, twice', () => {
    const fold = foldUnder([first, luminous, second], { rules });
    const raised = fold.desired.find(({ key }) => key.startsWith('visit:till/R-1:'));

    // 99.99 dollars at 275 percent.
    assert.equal(raised?.amount, 274);
    assert.deepEqual(raised.because.at(-1), {
      rule: 'raise',
      version: 1,
      args: {
        percent: 275,
        promotion: 'double',
        promotionPercent: 150,
        tierPercent: 125,
        multiplierPercent: 200,
      },
    });
  });

  test('of the next visits is used up by visits that earn, the one that was given first', () => {
    const third = visit('R-2', [line('1', 10_000)], day(3));
    const { account } = foldUnder([first, second, third], {
      rules: { milestones: rules.milestones ?? [] },
    });

    assert.equal(account.points, 1 + 199 + 100);
    assert.deepEqual(account.multipliers, []);
  });

  test('is not used up by buying a product', () => {
    const cream = visit('R-1', [line('1', 3_000, { kind: 'product' })], day(2));
    const { account } = foldUnder([first, cream], {
      rules: { milestones: rules.milestones ?? [] },
    });

    assert.deepEqual([account.points, account.multipliers[0]?.left], [1 + 10, 1]);
  });

  test('is not used up by a visit that was refunded in full', () => {
    const back = refund('F-1', 'R-1', { '1': 9_999 }, day(4));
    const { account } = foldUnder([first, second, back], {
      rules: { milestones: rules.milestones ?? [] },
    });

    assert.equal(account.multipliers[0]?.left, 1);
  });

  test('raises what is left of a line after a refund', () => {
    const back = refund('F-1', 'R-1', { '1': 5_000 }, day(4));
    const amounts = amountsOf(foldUnder([first, luminous, second, back], { rules }));

    // 49.99 dollars at 275 percent.
    assert.equal(amounts['visit:till/R-1:1:treatments:points'], 137);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Program, Tender } from '@afterglow/contract';
import type { HistoryRecord } from '../history.js';
import { amountsOf, foldUnder } from '../laws/folding.js';
import { plainProgram } from '../laws/program.js';
import {
  DAY,
  START,
  adjustment,
  claim,
  hold,
  joined,
  line,
  refund,
  session,
  usd,
  visit,
  voiding,
  withdrawn,
} from '../laws/records.js';

const minute = (nth: number) => ({ at: START + nth * 60_000 });
/** 1,000 points and 80 dollars of credit. */
const given = [
  adjustment('a:1', { amount: 1_000 }),
  adjustment('a:2', { asset: 'credit', amount: 8_000 }),
];
const paid = (tenders: Tender[], more: object = {}) =>
  visit('R-1', [line('1', 20_000)], { ...minute(10), tenders, ...more });
const spentOf = (records: readonly HistoryRecord[], rules: Partial<Program> = {}) => {
  const fold = foldUnder(records, { rules, until: START + DAY });
  const { points, credit, vouchers, holds } = fold.account;
  const amounts = amountsOf(fold);
  return {
    spent: [amounts['visit:till/R-1:spent:points'], amounts['visit:till/R-1:spent:credit']],
    earned: amounts['visit:till/R-1:1:treatments:points'],
    left: [points, credit.balance],
    vouchers: vouchers.map(({ status }) => status),
    holds: holds.length,
    flags: Object.values(fold.flags)
      .flat()
      .map(({ code, path }) => `${code} ${path}`),
  };
};

describe('a visit without a hold', () => {
  test('takes points and credit that are there, and earns on what is left to pay', () => {
    const { spent, earned, flags } = spentOf([
      ...given,
      paid([
        { kind: 'points', count: 500 },
        { kind: 'credit', amount: usd(3_000) },
      ]),
    ]);

    // 200 dollars less 50 for the points and 30 of credit.
    assert.deepEqual([spent, earned, flags], [[-500, -3_000], 120, []]);
  });

  test('spends nothing that an earlier revision of it earned, whatever else was withdrawn since', () => {
    const first = visit('R-1', [line('1', 20_000)], minute(1));
    const edited = paid([{ kind: 'points', count: 50 }], { revision: 2 });
    const other = withdrawn('R-9', { at: START + DAY / 2 });
    const expected = spentOf([first, edited]);

    assert.deepEqual(expected.flags, ['points_insufficient tenders[0]']);
    assert.deepEqual(spentOf([first, edited, other]), expected);
  });

  test('takes as many points as an amount of money needs, rounded up', () => {
    const { spent } = spentOf([...given, paid([{ kind: 'points', amount: usd(1_005) }])]);

    assert.deepEqual(spent, [-101, undefined]);
  });

  test('takes nothing that is not there, and is flagged for the staff', () => {
    const { spent, left, flags } = spentOf([
      ...given,
      paid([
        { kind: 'points', count: 1_001 },
        { kind: 'credit', amount: usd(8_001) },
        { kind: 'voucher', reference: 'NOBODYS', amount: usd(100) },
      ]),
    ]);

    assert.deepEqual(spent, [undefined, undefined]);
    assert.deepEqual(flags, [
      'points_insufficient tenders[0]',
      'credit_insufficient tenders[1]',
      'voucher_unavailable tenders[2]',
    ]);
    assert.equal(left[1], 8_000);
  });

  test('uses a voucher by its code, once', () => {
    const voucher: Tender = { kind: 'voucher', reference: 'CODEV-1', amount: usd(5_000) };
    const { vouchers, earned, flags } = spentOf([
      ...given,
      claim('V-1', {}, minute(1)),
      paid([voucher, voucher]),
    ]);

    assert.deepEqual([vouchers, flags], [['used'], ['voucher_unavailable tenders[1]']]);
    // The till took both off the bill.
    assert.equal(earned, 100);
  });

  test('leaves alone what is held for another bill', () => {
    const { spent, flags } = spentOf([
      ...given,
      hold('chk_1', { points: 600, credit: 8_000 }, minute(5)),
      paid([
        { kind: 'points', count: 500 },
        { kind: 'credit', amount: usd(1) },
      ]),
    ]);

    assert.deepEqual(spent, [undefined, undefined]);
    assert.equal(flags.length, 2);
  });
});

describe('a visit that names its checkout', () => {
  const held = hold('chk_1', { points: 600, pointsWorth: 6_000, credit: 4_000 }, minute(5));

  test('posts what was held, though the till names no tender', () => {
    const { spent, earned, holds } = spentOf([...given, held, paid([], { checkoutId: 'chk_1' })]);

    assert.deepEqual([spent, earned, holds], [[-600, -4_000], 100, 0]);
  });

  test('takes what is free when it comes after the end of the hold', () => {
    const late = visit('R-1', [line('1', 20_000)], {
      ...minute(50),
      checkoutId: 'chk_1',
      tenders: [{ kind: 'points', count: 100 }],
    });

    assert.deepEqual(spentOf([...given, held, late]).spent, [-100, undefined]);
  });

  test('uses the sessions that were kept for it, and no others do', () => {
    const sold = visit('P-1', [line('1', 25_000, { kind: 'package', code: 'BLOW6' })]);
    const packageId = foldUnder([sold]).account.packages[0]?.id ?? '';
    const blow = line('1', 5_000, { code: 'BLOW', category: 'hair' });
    const kept = hold('chk_1', { sessions: [{ packageId, line: '1', count: 6 }] }, minute(1));
    const other = visit('R-2', [blow], { ...minute(2), tenders: [session({ line: '1' })] });
    const own = visit('R-1', [{ ...blow, quantity: 6, price: usd(30_000) }], {
      ...minute(3),
      checkoutId: 'chk_1',
    });

    const fold = foldUnder([sold, kept, other, own], { until: START + DAY });
    assert.deepEqual(Object.values(fold.flags)[0]?.[0]?.code, 'session_unavailable');
    assert.equal(fold.account.packages[0]?.left, 0);
  });
});

describe('what was spent on a visit', () => {
  const bill = paid([
    { kind: 'points', count: 500 },
    { kind: 'credit', amount: usd(3_000) },
  ]);

  test('comes back when the visit is void, or refunded in full', () => {
    const back = refund('F-1', 'R-1', { '1': 20_000 }, minute(20));

    assert.deepEqual(
      spentOf([...given, bill, voiding('V-1', 'R-1', minute(20))]).left,
      [1_000, 8_000],
    );
    assert.deepEqual(spentOf([...given, bill, back]).left, [1_000, 8_000]);
  });

  test('stays spent when what gave the points is refunded or void afterwards: they are owed', () => {
    const earning = visit('R-9', [line('1', 50_000)], { at: START + 1_000 });
    const late = visit('R-1', [line('1', 20_000)], {
      ...minute(10),
      tenders: [{ kind: 'points', count: 500 }],
    });
    const pointsAfter = (after: HistoryRecord) => foldUnder([earning, late, after]).account.points;

    // 150 dollars of the second bill were paid with money.
    assert.equal(pointsAfter(refund('F-9', 'R-9', { '1': 50_000 }, minute(20))), 150 - 500);
    assert.equal(pointsAfter(voiding('V-9', 'R-9', minute(20))), 150 - 500);
    assert.equal(pointsAfter(voiding('V-9', 'R-9', minute(5))), 150);
  });

  test('stays spent when a part of the visit is refunded', () => {
    const back = refund('F-1', 'R-1', { '1': 5_000 }, minute(20));

    assert.deepEqual(spentOf([...given, bill, back]).spent, [-500, -3_000]);
  });
});

test('points used as money count against the year’s cap', () => {
  const bill = paid([{ kind: 'points', count: 500 }]);
  const { account } = foldUnder([...given, joined(), bill]);

  assert.equal(account.used['cash/2026'], 5_000);
});

test('a till that lets more points pay than a year allows is flagged for the staff', () => {
  const redemption = { maxPerYear: usd(4_000) };
  const { spent, flags } = spentOf([...given, paid([{ kind: 'points', count: 500 }])], {
    points: { ...plainProgram.points, redemption },
  });

  assert.deepEqual([spent[0], flags], [-500, ['cash_cap_reached tenders']]);
});

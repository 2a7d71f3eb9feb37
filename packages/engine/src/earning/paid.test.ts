import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tender, VisitData } from '@afterglow/contract';
import fc from 'fast-check';
import { line, usd } from '../laws/records.js';
import { paidByLine } from './paid.js';

const value = { points: 100, amount: usd(1000) };
const money = (kind: Tender['kind'], amount: number, of?: string): Tender => ({
  ...{ kind, amount: usd(amount) },
  ...(of === undefined ? {} : { line: of }),
});

interface Case {
  readonly why: string;
  readonly prices: readonly number[];
  readonly discounts?: readonly number[];
  readonly tenders?: Tender[];
  readonly paid: readonly number[];
}

const cases: readonly Case[] = [
  { why: 'nothing else: the price', prices: [40_000, 5000], paid: [40_000, 5000] },
  { why: 'money changes nothing', prices: [500], tenders: [money('money', 100)], paid: [500] },
  {
    why: 'a discount of the visit is shared by price',
    prices: [3000, 1000],
    discounts: [400],
    paid: [2700, 900],
  },
  {
    why: 'the odd cent goes to the largest remainder',
    prices: [100, 200],
    discounts: [100],
    paid: [67, 133],
  },
  { why: 'several discounts are one', prices: [100, 200], discounts: [50, 50], paid: [67, 133] },
  { why: 'a discount above the prices', prices: [100, 200], discounts: [999], paid: [0, 0] },
  {
    why: 'a gift card pays for its line',
    prices: [100, 200],
    tenders: [money('giftCard', 150, '2')],
    paid: [100, 50],
  },
  {
    why: 'never below zero',
    prices: [100, 200],
    tenders: [money('voucher', 999, '1')],
    paid: [0, 200],
  },
  {
    why: 'a tender without a line is shared over what is left',
    prices: [100, 200],
    tenders: [money('giftCard', 100, '1'), money('credit', 100)],
    paid: [0, 100],
  },
  {
    why: 'a session pays its line in full',
    prices: [5000, 200],
    tenders: [{ kind: 'session', line: '1' }],
    paid: [0, 200],
  },
  {
    why: 'points are worth what the program says',
    prices: [5000],
    tenders: [{ kind: 'points', count: 250 }],
    paid: [2500],
  },
  {
    why: 'a voucher without amount or line says nothing',
    prices: [5000],
    tenders: [{ kind: 'voucher' }],
    paid: [5000],
  },
  {
    why: 'discount first, then tenders',
    prices: [1000, 1000],
    discounts: [200],
    tenders: [money('credit', 900, '1')],
    paid: [0, 900],
  },
];

for (const { why, prices, discounts, tenders, paid } of cases) {
  test(`what was paid with money for each line: ${why}`, () => {
    const visit: VisitData = {
      lines: prices.map((price, index) => line(String(index + 1), price)),
      ...(discounts && { discounts: discounts.map((amount) => ({ amount: usd(amount) })) }),
      ...(tenders && { tenders }),
    };

    assert.deepEqual(paidByLine(visit, value), paid);
  });
}

test('what is paid and what other tenders took add up to the bill, and nothing is below zero', () => {
  const cents = fc.nat({ max: 500_000 });
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 1, maxLength: 6 }),
      cents,
      cents,
      (prices, discount, card) => {
        const bill = prices.reduce((a, b) => a + b, 0);
        const lines = prices.map((price, index) => line(String(index), price));
        const discounts = [{ amount: usd(discount) }];
        const tenders = [money('giftCard', card)];

        const paid = paidByLine({ lines, discounts, tenders }, value);

        assert.ok(paid.every((amount) => Number.isSafeInteger(amount) && amount >= 0));
        const sum = paid.reduce((a, b) => a + b, 0);
        assert.equal(sum, Math.max(0, bill - discount - card));
      },
    ),
  );
});

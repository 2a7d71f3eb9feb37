import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldAccount } from '../fold.js';
import { plainProgram, plainPrograms } from '../laws/program.js';
import { START, line, refund, usd, visit } from '../laws/records.js';
import { validateFact } from './validate-fact.js';

const sold = (amount: number, currency = 'USD') =>
  visit('R-1', [{ ...line('1', 0), price: { amount, currency } }]);
const check = (record: Parameters<typeof validateFact>[0], now = START) =>
  validateFact(record, plainProgram, now)?.code;

describe('a fact', () => {
  const cases = [
    ['of now', sold(100), START, undefined],
    ['five minutes ahead', sold(100), START - 300_000, undefined],
    ['more than five minutes ahead', sold(100), START - 300_001, 'event_in_future'],
    ['of nothing paid', sold(0), START, undefined],
    ['with half a cent', sold(0.5), START, 'fractional_amount'],
    ['that is no number', sold(Number.NaN), START, 'fractional_amount'],
    ['with more than can be counted', sold(2 ** 53), START, 'fractional_amount'],
    ['of the largest amount', sold(1_000_000_000), START, undefined],
    ['of more than the largest amount', sold(1_000_000_001), START, 'invalid_field'],
    ['below zero', sold(-1), START, 'negative_amount'],
    ['in another currency', sold(100, 'CAD'), START, 'currency_mismatch'],
    ['with a line twice', visit('R-1', [line('1', 1), line('1', 1)]), START, 'line_repeated'],
    [
      'with a tender of a line that is not there',
      visit('R-1', [line('1', 1)], { tenders: [{ kind: 'session', line: '2' }] }),
      START,
      'line_unknown',
    ],
    [
      'with a tender in another currency',
      visit('R-1', [line('1', 1)], {
        tenders: [{ kind: 'money', amount: { amount: 1, currency: 'EUR' } }],
      }),
      START,
      'currency_mismatch',
    ],
    [
      'whose price is not list price less discount',
      visit('R-1', [line('1', 90, { listPrice: usd(100), discount: usd(5) })]),
      START,
      'price_mismatch',
    ],
    [
      'with half a package',
      visit('R-1', [line('1', 1, { kind: 'package', code: 'BLOW6', quantity: 0.5 })]),
      START,
      'invalid_field',
    ],
    ['that refunds another currency', refund('F-1', 'R-1', { '1': 1 }), START, undefined],
  ] as const;
  for (const [why, record, now, expected] of cases) {
    test(`${expected === undefined ? 'is taken' : `is refused (${expected})`}: ${why}`, () => {
      assert.equal(check(record, now), expected);
    });
  }

  test('that refunds a line is held against the visit where it is known', () => {
    const { data } = visit('R-1', [line('1', 100)]);
    const code = (lines: Record<string, number>) =>
      validateFact(refund('F-1', 'R-1', lines), plainProgram, START, data)?.code;

    assert.equal(code({ '1': 100 }), undefined);
    assert.equal(code({ '1': 101 }), 'refund_exceeds_line');
    assert.equal(code({ '2': 1 }), 'line_unknown');
  });
});

test('whatever the amounts, a fact is refused or its points are exact whole numbers', () => {
  const huge = fc.oneof(
    fc.nat({ max: 2_000_000_000 }),
    fc.integer({ min: 2 ** 53 - 100, max: 2 ** 53 - 1 }),
    fc.double({ noNaN: false }),
  );
  fc.assert(
    fc.property(fc.array(huge, { minLength: 1, maxLength: 5 }), huge, (prices, card) => {
      const record = visit(
        'R-1',
        prices.map((price, nth) => line(String(nth), price)),
        { tenders: [{ kind: 'giftCard', amount: usd(card) }] },
      );
      if (check(record)) return;

      const input = { accountId: 'mem_a', programs: plainPrograms, records: [record] };
      const { account } = foldAccount({ ...input, until: START });
      const paid = Math.max(0, prices.reduce((a, b) => a + b, 0) - card);
      assert.ok(Number.isSafeInteger(account.points));
      assert.ok(account.points <= paid / 100 && account.points > paid / 100 - prices.length);
    }),
    { numRuns: 1000 },
  );
});

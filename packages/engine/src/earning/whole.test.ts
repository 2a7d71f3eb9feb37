import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scaleDown, shareOut } from './whole.js';

const scales = [
  [0, 7, 3, 0, 'nothing'],
  [99, 1, 100, 0, 'one below the first point'],
  [100, 1, 100, 1, 'the first point'],
  [199, 1, 100, 1, 'one below the second'],
  [1_000_000_000, 1_000_000_000, 1_000_000_000, 1_000_000_000, 'a product beyond 53 bits'],
  [9_007_199_254_740_991, 3, 4, 6_755_399_441_055_743, 'the largest safe amount'],
] as const;

for (const [amount, times, per, expected, why] of scales) {
  test(`scales down exactly: ${why}`, () => {
    assert.equal(scaleDown(amount, times, per), expected);
  });
}

const splits = [
  [10, [1, 1, 1], [1, 1, 1], 'no share is above its weight'],
  [0, [5, 5], [0, 0], 'nothing to share'],
  [1, [5, 5], [1, 0], 'the earlier one on a tie'],
  [1, [5, 6], [0, 1], 'the largest remainder'],
  [3, [0, 10], [0, 3], 'a weight of nothing gets nothing'],
  [100, [333, 333, 334], [33, 33, 34], 'a third each, the rest to the largest'],
  [5, [], [], 'nobody to share with'],
] as const;

for (const [total, weights, expected, why] of splits) {
  test(`shares out by largest remainder: ${why}`, () => {
    assert.deepEqual(shareOut(total, weights), expected);
  });
}

test('shares add up to the total and stay within one unit of their exact part', () => {
  const amount = fc.nat({ max: 1_000_000_000 });
  fc.assert(
    fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 8 }), (total, weights) => {
      const sum = weights.reduce((a, b) => a + b, 0);

      const shares = shareOut(total, weights);

      assert.equal(
        shares.reduce((a, b) => a + b, 0),
        Math.min(total, sum),
      );
      shares.forEach((share, index) => {
        const weight = weights[index] ?? 0;
        assert.ok(share <= weight, 'above its weight');
        assert.ok(Math.abs(share - (Math.min(total, sum) * weight) / (sum || 1)) <= 1);
      });
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Account, Desired } from '../account.js';
import { noCredit } from '../grants/credit.js';
import { enterAmounts } from './enter.js';
import { addLot, takeFromLots } from './lots.js';

const points = (amount: number): Desired => ({
  ...{ key: 'k', asset: 'points', amount, at: 0 },
  ...{ cause: { kind: 'visit', id: null }, because: [] },
});

test('a debt is paid before a grant makes a lot', () => {
  assert.deepEqual(addLot([], { at: 1, amount: 30, balance: -50 }), []);
  assert.deepEqual(addLot([], { at: 1, amount: 50, balance: -50 }), []);
  assert.deepEqual(addLot([], { at: 1, amount: 80, balance: -50 }), [{ at: 1, left: 30 }]);
});

test('the oldest lot is taken first', () => {
  const lots = [
    { at: 1, left: 10 },
    { at: 2, left: 20 },
  ];

  assert.deepEqual(takeFromLots(lots, 0), lots);
  assert.deepEqual(takeFromLots(lots, 15), [{ at: 2, left: 15 }]);
  assert.deepEqual(takeFromLots(lots, 99), []);
});

test('whatever is given and taken, lots hold what is above zero', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 500 })), (amounts) => {
      let state: Pick<Account, 'points' | 'lots' | 'credit'> = {
        points: 0,
        lots: [],
        credit: noCredit,
      };
      amounts.forEach((amount, at) => {
        state = enterAmounts({ ...state } as Account, [points(amount)], at);
        const inLots = state.lots.reduce((sum, { left }) => sum + left, 0);
        assert.equal(inLots, Math.max(0, state.points));
        assert.ok(state.lots.every(({ left }) => left > 0));
      });
    }),
  );
});

test('a balance that is no exact number any more is refused', () => {
  const most = {
    points: Number.MAX_SAFE_INTEGER,
    lots: [],
    credit: noCredit,
  } as unknown as Account;

  assert.throws(() => enterAmounts(most, [points(1)], 0), RangeError);
});

import type { PointsLot } from '../account.js';

/**
 * Points with one more grant. What the balance owes is paid first, so a grant onto a balance below
 * zero leaves a smaller lot or none.
 *
 * @param balance - Of all points before the grant; below zero after a correction.
 */
export function addLot(
  lots: readonly PointsLot[],
  grant: { readonly at: number; readonly amount: number; readonly balance: number },
): readonly PointsLot[] {
  const left = Math.min(grant.amount, grant.balance + grant.amount);
  if (left <= 0) return lots;

  const last = lots.at(-1);
  // Grants of one instant lapse and are spent together: they are one lot.
  if (last?.at === grant.at) return lots.with(-1, { at: grant.at, left: last.left + left });
  return [...lots, { at: grant.at, left }];
}

/** Points with some taken, from the oldest lot first: all of them lapse on the same day. */
export function takeFromLots(lots: readonly PointsLot[], amount: number): readonly PointsLot[] {
  let missing = amount;
  let used = 0;
  for (const lot of lots) {
    if (lot.left > missing) break;
    missing -= lot.left;
    used += 1;
  }
  const rest = lots.slice(used);
  const first = rest[0];
  if (first && missing > 0) rest[0] = { ...first, left: first.left - missing };
  return rest;
}

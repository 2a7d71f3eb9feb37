import type { Account, Desired } from '../account.js';
import { enterCredit } from '../grants/credit.js';
import { sessionsOf } from '../packages/packages.js';
import { addLot, takeFromLots } from './lots.js';

/**
 * Balances and lots of an account after amounts were entered. Sessions have their lots in the
 * packages, where whoever moves them writes them down.
 *
 * @throws RangeError for a balance that is no safe integer.
 * @param at - When they are given or taken; a later refund that shaped an amount is no grant.
 */
export function enterAmounts(
  { points, lots, credit }: Account,
  amounts: readonly Desired[],
  at: number,
): Pick<Account, 'points' | 'lots' | 'credit'> {
  let balance = points;
  let left = lots;
  let hasCredit = false;
  for (const { asset, amount } of amounts) {
    if (asset === 'credit') hasCredit = true;
    if (asset !== 'points') continue;
    left = amount > 0 ? addLot(left, { at, amount, balance }) : takeFromLots(left, -amount);
    balance += amount;
  }
  const banked = hasCredit ? enterCredit(credit, amounts, at) : credit;
  // Beyond 53 bits a sum would be rounded, and that is wrong money; no clinic ever gets there.
  const sum = Number.isSafeInteger(balance) ? banked.balance : balance;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`A balance of ${String(sum)} is not exact.`);
  return { points: balance, lots: left, credit: banked };
}

/** What the journal of an account adds up to, by asset. */
export function balancesOf({
  points,
  credit,
  packages,
}: Account): Readonly<Record<string, number>> {
  const balances: Record<string, number> = { points };
  if (credit.balance !== 0) balances['credit'] = credit.balance;
  for (const { id, left } of packages) balances[sessionsOf(id)] = left;
  return balances;
}

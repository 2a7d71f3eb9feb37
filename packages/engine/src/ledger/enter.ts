import type { Account, Desired } from '../account.js';
import { addLot, takeFromLots } from './lots.js';

/**
 * The account with amounts entered in its balances and, for points, in its lots.
 *
 * @param at - When they are given or taken; a later refund that shaped an amount is no grant.
 */
export function enter(account: Account, amounts: readonly Desired[], at: number): Account {
  if (amounts.length === 0) return account;

  const balances = { ...account.balances };
  let lots = account.lots;
  for (const { asset, amount } of amounts) {
    const balance = balances[asset] ?? 0;
    balances[asset] = balance + amount;
    if (asset !== 'points' || amount === 0) continue;
    lots =
      amount > 0 ? addLot(lots, { at, amount, balance }) : takeFromLots(lots, Math.abs(amount));
  }
  return { ...account, balances, lots };
}

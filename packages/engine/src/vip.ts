import type { Program } from '@afterglow/contract';
import type { Account } from './account.js';

/** Whether somebody has had as many treatments as make a VIP. */
export function isVip({ tally }: Pick<Account, 'tally'>, { vip }: Pick<Program, 'vip'>): boolean {
  return vip !== undefined && tally.treatments >= vip.treatments;
}

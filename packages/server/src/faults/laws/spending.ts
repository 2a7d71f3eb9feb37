import { foldAccount, heldElsewhere, type Account, type HistoryRecord } from '@afterglow/engine';
import { holds } from '../difference.js';
import type { KeptAccount } from './clinic.js';

/**
 * No decision takes more than there is: right after each claim and each hold, as the account knew its
 * past by then, what it took from is not below what is held. Of two that ask for the same points, one
 * is refused.
 */
export function checkSpending({ row, records, birthdays, programs }: KeptAccount): void {
  const { accountId } = row;
  // A merge brings claims along and is a correction; birthdays of who is erased are not known.
  const isMixed = records.some(({ type }) => type === 'merge' || type === 'mergedInto');
  if (isMixed || row.frozenAt !== null) return;
  for (const record of records) {
    if (record.type !== 'claim' && record.type !== 'hold') continue;
    const until = record.recordedAt;
    const known = records.filter(({ recordedAt }) => recordedAt <= until);
    const { account } = foldAccount({ accountId, programs, birthdays, records: known, until });
    const short = shortOf(account, record);
    holds(
      short === undefined,
      () => `after ${record.externalId} the account ${accountId} is short of ${String(short)}`,
    );
  }
}

/** What a decision took that was not there; undefined when all of it was. */
function shortOf(account: Account, { type, data }: HistoryRecord): string | undefined {
  const held = heldElsewhere(account.holds);
  if (type === 'claim') return account.points < held.points ? 'points' : undefined;
  if (type !== 'hold') return undefined;
  if (data.points > 0 && account.points < held.points) return 'points';
  if (data.credit > 0 && account.credit.balance < held.credit) return 'credit';
  for (const { packageId } of data.sessions) {
    const left = account.packages.find(({ id }) => id === packageId)?.left ?? 0;
    if (left < (held.sessions.get(packageId) ?? 0)) return `sessions of ${packageId}`;
  }
  const twice = held.vouchers.find((id, index) => held.vouchers.indexOf(id) !== index);
  if (twice !== undefined) return `the voucher ${twice}, held for another bill`;
  const unusable = data.vouchers.find(
    ({ id }) => account.vouchers.find((one) => one.id === id)?.status !== 'open',
  );
  return unusable && `the voucher ${unusable.id}, which can't be used`;
}

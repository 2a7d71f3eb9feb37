import { foldAccount } from '@afterglow/engine';
import { readAccount } from '../../accounts/advance.js';
import { holds, same } from '../difference.js';
import type { KeptAccount } from './clinic.js';

/** The instant at which an account is looked at again is never later than what falls due. */
export function checkNextDue(
  { row, records, birthdays, programs }: KeptAccount,
  now: number,
): void {
  // An account in which nothing ever happened has nothing to settle, whatever the rules; nor has one
  // that is frozen.
  if (records.length === 0 || row.frozenAt !== null) return;
  const { accountId } = row;
  const until = Math.max(now, row.updatedAt);
  const history = { accountId, programs, birthdays, records };
  const { nextDue } = foldAccount({ ...history, until }).account;
  if (nextDue === null) return;
  holds(
    row.nextDue !== null && row.nextDue <= nextDue,
    () => `${accountId} is looked at ${String(row.nextDue)}, and something is due ${nextDue}`,
  );
}

/** What holds after settling: nothing is left to do, and the cached account is what history makes. */
export function checkSettled({ row, fold }: KeptAccount, now: number): void {
  const { accountId } = row;
  holds(
    row.nextDue === null || row.nextDue > now,
    () => `${accountId} is still due at ${String(row.nextDue)}, now is ${now}`,
  );
  holds(row.stale === 0, () => `${accountId} has records that nobody took up`);
  const cached = readAccount(row);
  if (!cached || row.frozenAt !== null) return;
  const { nextDue: _seen, ...seen } = cached;
  const { nextDue: _due, ...due } = fold.account;
  same(seen, due, `the cached account ${accountId}`);
}

import {
  emptyJournal,
  foldAccount,
  postEntries,
  readJournal,
  type Account,
  type NewEntry,
  type ProgramInForce,
} from '@afterglow/engine';
import { birthdaysOf } from '../members/birthdays.js';
import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';
import { loadHistory } from './history.js';
import type { AccountKey } from './rows.js';

/** An account's whole past as the engine sees it today, beside what was posted of it. */
export interface Judged {
  /** The row as it is in the store. */
  readonly row: Tables['accounts'];
  /** The state that its history gives, at the instant of the row's last write. */
  readonly account: Account;
  /** What the journal lacks or has too much; empty when it is what history gives. */
  readonly entries: readonly NewEntry[];
}

/** How a history is judged; other than the engine's own only where a change of it is tried out. */
export type Judge = typeof foldAccount;

/**
 * Folds an account's whole history up to its last write and compares the journal with it. What other
 * accounts have told it since is left to the next write. Nothing is written.
 *
 * @returns Undefined for an account in which nothing has happened, that is not there, or that was
 *   frozen: what was erased of its person can't be judged again.
 */
export async function judgeAccount(
  reader: Reader,
  key: AccountKey,
  programs: readonly ProgramInForce[],
  judge: Judge = foldAccount,
): Promise<Judged | undefined> {
  const row = await reader.get('accounts', key);
  if (!row || row.updatedAt === 0 || row.frozenAt !== null) return undefined;

  const until = row.updatedAt;
  const history = await loadHistory(reader, key);
  const posted = await reader.range('entries', { index: 'key', where: key });
  const fold = judge({
    accountId: key.accountId,
    programs,
    birthdays: await birthdaysOf(reader, key),
    records: history.filter(({ recordedAt }) => recordedAt <= until),
    until,
  });
  const journal = posted.length === 0 ? emptyJournal : readJournal(posted);
  const cause = { kind: 'refold', id: null } as const;
  const entries = postEntries({ fold, journal, cause: { ...cause, at: until } });
  return { row, account: fold.account, entries: entries.map((entry) => ({ ...entry, cause })) };
}

/** The columns of a row that are a cache of its history. */
export function cacheColumns({
  row,
  account,
}: Judged): Pick<Tables['accounts'], 'edition' | 'programVersion' | 'stateJson' | 'nextDue'> {
  return {
    edition: account.edition,
    programVersion: account.programVersion,
    stateJson: JSON.stringify(account),
    // What it was told since makes it due now, whatever the fold says.
    nextDue: row.stale === 0 ? account.nextDue : row.nextDue,
  };
}

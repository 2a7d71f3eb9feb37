import type {
  Account,
  Flag,
  HistoryRecord,
  NewEntry,
  ProgramInForce,
  UntakenRecord,
} from '@afterglow/engine';
import type { Transaction } from '../ports.js';
import { readPrograms } from '../programs.js';
import type { Tables } from '../tables.js';
import { ensured } from '../ensured.js';
import { advance, readAccount, timeOfWrite } from './advance.js';
import { tellOthers } from './emissions.js';
import { entryRows, historyRow, noticeRow, type AccountKey } from './rows.js';

/** What a write to one account did. */
export interface Written {
  readonly account: Account;
  /** What was added to the journal, in order. */
  readonly entries: readonly Posted[];
  /** By id of the records that were written. */
  readonly flags: Readonly<Record<string, readonly Flag[]>>;
  /** Accounts whose history grew by this; they are due at once. */
  readonly told: readonly string[];
}

/** An entry with its place in the journal of its account. */
export type Posted = NewEntry & Pick<Tables['entries'], 'seq'>;

/** What a write needs to know of the clinic. */
export interface WriteContext {
  readonly clinicId: string;
  readonly programs: readonly ProgramInForce[];
  /** The clinic's now. */
  readonly now: number;
}

/**
 * One write to one account, inside the caller's transaction: locks the account, takes the records
 * up, folds once, posts what the journal lacks, and tells the accounts that this concerns.
 *
 * An account that was frozen takes nothing: its person was erased.
 *
 * @param records - May be empty: then only what fell due is posted.
 * @param locked - The account's row, where this transaction has locked and not changed it.
 */
export async function writeAccount(
  tx: Transaction,
  context: WriteContext,
  accountId: string,
  records: readonly UntakenRecord[],
  locked?: Tables['accounts'],
): Promise<Written> {
  const key: AccountKey = { clinicId: context.clinicId, accountId };
  const row = locked ?? (await lockAccount(tx, key));
  if (row.frozenAt !== null) return nothingWritten(row);
  const programs = await newestPrograms(tx, context, row);
  const now = await timeOfWrite(tx, row, context.now, records.length > 0);
  const written = records.map((record): HistoryRecord => ({ ...record, recordedAt: now }));

  const { account, entries, flags, notices, toldBefore } = await advance(tx, row, {
    programs,
    now,
    written,
  });
  const posted = entryRows(row, entries, context.now);
  // Sent together: none of them reads what another one writes.
  await Promise.all([
    written.length > 0 &&
      tx.insert(
        'history',
        written.map((record) => historyRow(key, record)),
      ),
    posted.length > 0 && tx.insert('entries', posted),
    tx.update('accounts', key, {
      edition: account.edition,
      programVersion: account.programVersion,
      stateJson: JSON.stringify(account),
      stale: 0,
      nextDue: account.nextDue,
      entrySeq: row.entrySeq + posted.length,
      entryHash: posted.at(-1)?.hash ?? row.entryHash,
      updatedAt: now,
    }),
    notices.length > 0 &&
      tx.insertMissing(
        'notices',
        notices.map((notice) => noticeRow(key, notice, context.now)),
      ),
  ]);
  const told = await tellOthers(tx, context, {
    before: toldBefore,
    after: account.emissions,
  });
  const added = entries.map((entry, nth) => ({ ...entry, seq: row.entrySeq + nth + 1 }));
  return { account, entries: added, flags, told };
}

function nothingWritten(row: Tables['accounts']): Written {
  const account = ensured(readAccount(row), 'the state of a frozen account');
  return { account, entries: [], flags: {}, told: [] };
}

/**
 * The caller's programs, read again when the account was folded with a version that the caller has
 * not seen: it was published after the caller began, and the sweep has been here already.
 */
export async function newestPrograms(
  tx: Transaction,
  { clinicId, programs }: WriteContext,
  { programVersion }: Tables['accounts'],
): Promise<readonly ProgramInForce[]> {
  const newest = programs.at(-1)?.version ?? 0;
  return programVersion > newest ? readPrograms(tx, clinicId) : programs;
}

/** Reads an account's row and keeps others from changing it. */
export async function lockAccount(tx: Transaction, key: AccountKey): Promise<Tables['accounts']> {
  const row = await tx.lock('accounts', key);
  if (!row) throw new TypeError(`the account ${key.accountId} has no row`);
  return row;
}

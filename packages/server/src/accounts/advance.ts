import {
  emptyJournal,
  readJournal,
  settleAccount,
  type Account,
  type Emission,
  type Flag,
  type HistoryRecord,
  type NewEntry,
  type Notice,
  type ProgramInForce,
} from '@afterglow/engine';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import { birthdaysOf } from '../members/birthdays.js';
import { loadHistory } from './history.js';
import { ensured } from '../ensured.js';

/** An account brought up to an instant, and the entries that this makes. Nothing is written. */
export interface Advanced {
  /** The row as it is in the store. */
  readonly row: Tables['accounts'];
  readonly account: Account;
  /** In the order in which they go into the journal. */
  readonly entries: readonly NewEntry[];
  /** By id of the records that were written now. */
  readonly flags: Readonly<Record<string, readonly Flag[]>>;
  /** What the member is to be told by this. */
  readonly notices: readonly Notice[];
  /** What other accounts were told when the row was saved, by key. */
  readonly toldBefore: Readonly<Record<string, Emission>>;
}

/** One step of an advance: records that were taken in one write, and when. */
interface Step {
  readonly now: number;
  readonly written: readonly HistoryRecord[];
}

/**
 * Brings an account up to an instant, in memory.
 *
 * Records that other accounts left in its history since it was saved come first, each group at the
 * time that it was taken, so that a replay by those times makes the same journal. Most calls need
 * nothing but the row; history and journal are read when the engine says that the row is not enough.
 *
 * An account that was frozen stays as it is.
 *
 * @param written - Records of this write, not in the store yet. All have one `recordedAt`.
 */
export async function advance(
  reader: Reader,
  row: Tables['accounts'],
  options: {
    readonly programs: readonly ProgramInForce[];
    readonly now: number;
    readonly written?: readonly HistoryRecord[];
  },
): Promise<Advanced> {
  const { programs, now, written = [] } = options;
  const cached = readAccount(row);
  const last: Step = { now, written };
  const base = { row, toldBefore: cached?.emissions ?? {} };
  if (row.frozenAt !== null) {
    const account = ensured(cached, 'the state of a frozen account');
    return { ...base, account, entries: [], flags: {}, notices: [] };
  }

  if (row.stale === 0) {
    const settled = settleAccount({
      accountId: row.accountId,
      programs,
      account: cached,
      count: row.entrySeq,
      settledTo: row.updatedAt,
      ...last,
    });
    if (settled) return { ...base, ...settled };
  }
  return { ...base, ...(await settleFromHistory(reader, row, programs, last)) };
}

/** The account of a member as it is at the clinic's now, for who only reads. */
export async function accountNow(
  reader: Reader,
  clinic: Clinic,
  memberId: string,
): Promise<Account> {
  const row = await reader.get('accounts', { clinicId: clinic.id, accountId: memberId });
  return (await advance(reader, ensured(row, 'the account of a member'), clinic)).account;
}

/** The state that a row carries; undefined before the first fold. */
export function readAccount(row: Tables['accounts']): Account | undefined {
  return (JSON.parse(row.stateJson) as Account | null) ?? undefined;
}

async function settleFromHistory(
  reader: Reader,
  row: Tables['accounts'],
  programs: readonly ProgramInForce[],
  last: Step,
): Promise<Pick<Advanced, 'account' | 'entries' | 'flags' | 'notices'>> {
  const { clinicId, accountId } = row;
  const where = { clinicId, accountId };
  const records = await loadHistory(reader, where);
  const journalRows = await reader.range('entries', { index: 'key', where });
  const birthdays = await birthdaysOf(reader, where);

  const past = records.filter((record) => record.recordedAt <= row.updatedAt);
  const posted: { asset: string; amount: number; key: string }[] = [...journalRows];
  const made: NewEntry[] = [];
  let account = row.stale === 0 ? readAccount(row) : undefined;
  let flags: Advanced['flags'] = {};
  const notices: Notice[] = [];
  let settledTo = row.updatedAt;

  for (const step of [...stepsAfter(records, row.updatedAt), last]) {
    const settled = settleAccount({
      accountId,
      programs,
      account,
      count: posted.length,
      written: step.written,
      now: step.now,
      settledTo,
      past: {
        birthdays,
        records: [...past],
        journal: posted.length === 0 ? emptyJournal : readJournal(posted),
      },
    });
    if (!settled) throw new TypeError('the engine asked for a past that it was given');
    account = settled.account;
    flags = settled.flags;
    settledTo = step.now;
    notices.push(...settled.notices);
    past.push(...step.written);
    posted.push(...settled.entries);
    made.push(...settled.entries);
  }
  return {
    account: ensured(account, 'the account after its last step'),
    entries: made,
    flags,
    notices,
  };
}

/** Records that were taken since an instant, grouped by when, in rising order. */
function stepsAfter(records: readonly HistoryRecord[], since: number): Step[] {
  const steps = new Map<number, HistoryRecord[]>();
  for (const record of records) {
    if (record.recordedAt <= since) continue;
    steps.set(record.recordedAt, [...(steps.get(record.recordedAt) ?? []), record]);
  }
  return [...steps].sort(([a], [b]) => a - b).map(([now, written]) => ({ now, written }));
}

/**
 * The instant that the next write to an account counts as: the clinic's now, and always later than
 * the write before it. A sandbox's clock stands still, and a replay must tell the writes apart.
 */
export function writeTime(row: Tables['accounts'], now: number): number {
  return Math.max(now, row.updatedAt + 1);
}

/**
 * When a write counts as taken: after the write before it, and after all that others have left in the
 * history meanwhile. Those may have arrived by a clock that is a little ahead of ours, or after the
 * instant that this write settles; one that shared its time with them would be replayed as one write.
 */
export async function timeOfWrite(
  reader: Reader,
  row: Tables['accounts'],
  clinicNow: number,
  hasRecords: boolean,
): Promise<number> {
  const now = writeTime(row, clinicNow);
  if (row.stale === 0) return now;

  const { clinicId, accountId } = row;
  const history = await reader.range('history', { index: 'key', where: { clinicId, accountId } });
  const latest = history.reduce((last, { recordedAt }) => Math.max(last, recordedAt), 0);
  return Math.max(now, hasRecords ? latest + 1 : latest);
}

import type { KnownBirthday } from './account.js';
import type { HistoryRecord } from './history.js';
import { emptyJournal, readJournal } from './ledger/journal.js';
import type { NewEntry } from './ledger/journal.js';
import type { ProgramInForce } from './programs/programs.js';
import { settleAccount } from './settle.js';
import type { Settled } from './settle.js';

/**
 * The whole journal of an account, made again write by write in the order in which records were
 * taken (`recordedAt`; the records of one write share it): byte for byte the journal that is kept.
 */
export function replayJournal(input: {
  readonly accountId: string;
  readonly programs: readonly ProgramInForce[];
  readonly records: readonly HistoryRecord[];
  /** As they are known now. Left out: none. */
  readonly birthdays?: readonly KnownBirthday[];
  readonly until: number;
}): readonly NewEntry[] {
  const { accountId, programs, birthdays = [], until } = input;
  const entries: NewEntry[] = [];
  const records: HistoryRecord[] = [];
  let account: Settled['account'] | undefined;

  const write = (written: readonly HistoryRecord[], now: number): void => {
    const common = { accountId, programs, account, count: entries.length, written, now };
    const journal = () => (entries.length > 0 ? readJournal(entries) : emptyJournal);
    const settled =
      settleAccount(common) ??
      settleAccount({ ...common, past: { records, journal: journal(), birthdays } });
    if (!settled) return;
    account = settled.account;
    entries.push(...settled.entries);
    records.push(...written);
  };
  for (const [recordedAt, written] of writesOf(input.records)) write(written, recordedAt);
  write([], until);
  return entries;
}

/** Records by write, the first write first. */
function writesOf(
  records: readonly HistoryRecord[],
): readonly (readonly [recordedAt: number, written: readonly HistoryRecord[]])[] {
  const writes = new Map<number, HistoryRecord[]>();
  for (const record of records) {
    const write = writes.get(record.recordedAt);
    if (write) write.push(record);
    else writes.set(record.recordedAt, [record]);
  }
  return [...writes].sort(([a], [b]) => a - b);
}

import type { Account, Flag } from './account.js';
import { foldAccount } from './fold.js';
import type { HistoryRecord } from './history.js';
import type { Journal, NewEntry } from './ledger/journal.js';
import type { ProgramInForce } from './programs/programs.js';

/** What one write to an account needs. */
export interface SettleInput {
  readonly accountId: string;
  readonly programs: readonly ProgramInForce[];
  /** The cached account before this write; undefined when there is none. */
  readonly account: Account | undefined;
  /** How many entries the journal has. */
  readonly count: number;
  /** The records of this write, not yet part of `past`; empty to settle what fell due. */
  readonly written: readonly HistoryRecord[];
  /** The clinic's now. */
  readonly now: number;
  /** What lies in the store: all earlier records, and the journal. Only needed when asked for. */
  readonly past?: { readonly records: readonly HistoryRecord[]; readonly journal: Journal };
}

/** What one write does. */
export interface Settled {
  readonly account: Account;
  /** To be appended in this order. */
  readonly entries: readonly NewEntry[];
  /** By id of the written records. */
  readonly flags: Readonly<Record<string, readonly Flag[]>>;
}

/**
 * One write, whole: first what fell due until now, then the new records.
 *
 * @returns Undefined when the cached account does not suffice: load `past` and call again.
 */
export function settleAccount(input: SettleInput): Settled | undefined {
  const { accountId, programs, written, now, past } = input;
  if (!past) return undefined;
  const records = [...past.records, ...written];
  const { account, flags } = foldAccount({ accountId, programs, records, until: now });
  return { account, entries: [], flags };
}

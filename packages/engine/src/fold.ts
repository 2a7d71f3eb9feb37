import type { Account, Fold } from './account.js';
import { edition } from './edition.js';
import type { HistoryRecord } from './history.js';
import { programAt } from './programs/programs.js';
import type { ProgramInForce } from './programs/programs.js';

/** What a fold reads. */
export interface FoldInput {
  /** All versions that are known, ascending. */
  readonly programs: readonly ProgramInForce[];
  /** In any order, repeated or not. Records after `until` count too: they were taken. */
  readonly records: readonly HistoryRecord[];
  /** How far things fall due by themselves, inclusive, in epoch milliseconds. */
  readonly until: number;
}

/** Folds a whole history. */
export function foldAccount(input: FoldInput & { readonly accountId: string }): Fold {
  const { accountId, programs, until } = input;
  const account: Account = {
    edition,
    programVersion: programs.at(-1)?.version ?? 0,
    accountId,
    foldedTo: 0,
    last: null,
    nextDue: null,
    inForce: programAt(programs, until).version,
    balances: {},
    lots: [],
    clock: null,
    packages: [],
    tier: { level: null, rank: 0, spend: [], lostOn: null },
    joinedAt: null,
    friendOf: null,
    referrals: [],
    offers: [],
    emissions: {},
    awaited: [],
    revised: {},
  };
  return { account, desired: [], flags: {} };
}

/**
 * Goes on from a cached account with new records. With none it tells what falls due until then.
 *
 * @returns Undefined when that can't be told from the account alone: another edition or program, a
 *   record that lies before what was folded, or one that changes an earlier one. Fold all then.
 */
export function foldForward(account: Account, input: FoldInput): Fold | undefined {
  if (account.edition !== edition || input.records.length > 0) return undefined;
  return { account, desired: [], flags: {} };
}

import type { Account, Fold } from './account.js';
import { edition } from './edition.js';
import { gather } from './gather.js';
import type { HistoryRecord } from './history.js';
import { identityOf } from './keys.js';
import { comparePositions } from './order.js';
import type { ProgramInForce } from './programs/programs.js';
import { foldSteps } from './steps.js';
import { firstTier } from './tiers/tiers.js';

/** What a fold reads. */
export interface FoldInput {
  /** All versions that are known, ascending; at least one. */
  readonly programs: readonly ProgramInForce[];
  /** In any order, repeated or not. Records after `until` count too: they were taken. */
  readonly records: readonly HistoryRecord[];
  /** How far things fall due by themselves, inclusive, in epoch milliseconds. */
  readonly until: number;
}

/**
 * Folds a whole history.
 *
 * @throws RangeError when the list of programs is empty.
 */
export function foldAccount(input: FoldInput & { readonly accountId: string }): Fold {
  const gathered = gather(input.records);
  const { awaited, revised } = gathered;
  const start = { ...emptyAccount(input.accountId, input.programs), awaited, revised };
  return { ...foldSteps(start, gathered, input), isWhole: true };
}

/**
 * Goes on from a cached account with new records. With none it tells what falls due until then.
 *
 * @returns Undefined when that can't be told from the account alone: another edition or program, a
 *   record that lies before what was folded, or one that changes an earlier one. Fold all then.
 */
export function foldForward(account: Account, input: FoldInput): Fold | undefined {
  if (account.edition !== edition || account.programVersion !== newestVersion(input.programs)) {
    return undefined;
  }
  const { records, until } = input;
  if (records.length === 0 && (account.nextDue === null || account.nextDue > until)) {
    return { account, isWhole: false, desired: [], flags: {} };
  }
  if (!records.every((record) => isNews(account, record))) return undefined;
  return { ...foldSteps(account, gather(records), input), isWhole: false };
}

/** Whether a record adds to an account and changes nothing that was folded. */
function isNews(account: Account, record: HistoryRecord): boolean {
  if (account.last && comparePositions(record, account.last) <= 0) return false;
  if (record.revision > 1) return false;

  const identity = identityOf(record);
  if (identity in account.revised || account.awaited.includes(identity)) return false;
  switch (record.type) {
    case 'refund':
    case 'void':
    case 'withdrawn':
      return false;
    case 'friend':
      return record.data.step === 'joined' || record.data.step === 'completed';
    default:
      return true;
  }
}

function newestVersion(programs: readonly ProgramInForce[]): number {
  return programs.at(-1)?.version ?? 0;
}

/** The account of somebody of whom nothing is known. */
function emptyAccount(accountId: string, programs: readonly ProgramInForce[]): Account {
  const first = programs[0];
  if (!first) throw new RangeError('A clinic has at least one version of its program.');
  return {
    edition,
    programVersion: newestVersion(programs),
    accountId,
    foldedTo: 0,
    last: null,
    nextDue: null,
    inForce: first.version,
    points: 0,
    lots: [],
    clock: null,
    packages: [],
    tier: firstTier(first.program),
    joinedAt: null,
    friendOf: null,
    referrals: [],
    pending: [],
    offers: [],
    emissions: {},
    awaited: [],
    revised: {},
  };
}

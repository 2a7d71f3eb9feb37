import type { Account, Fold, KnownBirthday } from './account.js';
import { edition } from './edition.js';
import { gather } from './gather.js';
import { noCredit } from './grants/credit.js';
import type { HistoryRecord, RecordOf } from './history.js';
import { identityOf } from './keys.js';
import { comparePositions } from './order.js';
import type { ProgramInForce } from './programs/programs.js';
import { releasedKey } from './referrals/owner.js';
import { foldSteps } from './steps.js';
import { firstTier } from './tiers/tiers.js';
import { noVisits } from './visits/tally.js';

/** What a fold reads. */
export interface FoldInput {
  /** All versions that are known, ascending; at least one. */
  readonly programs: readonly ProgramInForce[];
  /** In any order, repeated or not. Records after `until` count too: they were taken. */
  readonly records: readonly HistoryRecord[];
  /** How far things fall due by themselves, inclusive, in epoch milliseconds. */
  readonly until: number;
}

/** What a whole fold reads. */
export interface WholeFoldInput extends FoldInput {
  readonly accountId: string;
  /** Kept beside the history, since they say who somebody is; in the order in which they were said. */
  readonly birthdays?: readonly KnownBirthday[];
}

/**
 * Folds a whole history.
 *
 * @throws RangeError when the list of programs is empty.
 */
export function foldAccount(input: WholeFoldInput): Fold {
  const { accountId, programs, records, birthdays = [] } = input;
  const gathered = gather(records);
  const { awaited, revised } = gathered;
  const mergedFrom = [...gathered.mergedFrom];
  const empty = { ...emptyAccount(accountId, programs), awaited, revised, mergedFrom, birthdays };
  const merged = gathered.steps.find(({ type }) => type === 'mergedInto')?.record;
  if (merged?.type !== 'mergedInto') {
    return foldSteps(empty, gathered, input, true);
  }
  // All that happened here is told by the account that it is part of now.
  const last = { at: merged.at, source: merged.source, externalId: merged.externalId };
  const account = { ...empty, mergedInto: merged.data.into, last, foldedTo: merged.at };
  return { account, isWhole: true, desired: [], flags: {}, notices: [] };
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
    return { account, isWhole: false, desired: [], flags: {}, notices: [] };
  }
  if (!records.every((record) => isNews(account, record))) return undefined;
  return foldSteps(account, gather(records), input, false);
}

/** Whether a friend's step changes nothing of what was folded before. */
function isFriendNews(account: Account, { at, data }: RecordOf<'friend'>): boolean {
  const { friendId, step } = data;
  if (step === 'joined' || step === 'booked') return true;
  const row = account.referrals.find((known) => known.friendId === friendId);
  if (step === 'completed') return row?.step !== 'held' && row?.step !== 'rejected';
  // The account told itself that the reward left; told of another time, what it gave may move.
  return step === 'released' && account.emissions[releasedKey(friendId)]?.at === at;
}

/** Whether what a checkout holds is known and still there. */
function isHolding({ holds }: Account, checkoutId: string): boolean {
  return holds.some((hold) => hold.checkoutId === checkoutId);
}

/** Whether a record adds to an account and changes nothing that was folded. */
function isNews(account: Account, record: HistoryRecord): boolean {
  if (account.mergedInto !== null) return false;
  if (account.last && comparePositions(record, account.last) <= 0) return false;
  if (record.revision > 1) return false;

  const identity = identityOf(record);
  if (identity in account.revised || account.awaited.includes(identity)) return false;
  switch (record.type) {
    case 'refund':
    case 'void':
    case 'withdrawn':
    case 'merge':
    case 'mergedInto':
      return false;
    case 'visit': {
      const { checkoutId } = record.data;
      return checkoutId === undefined || isHolding(account, checkoutId);
    }
    case 'holdReleased':
      return isHolding(account, record.data.checkoutId);
    case 'friend':
      return isFriendNews(account, record);
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
    credit: noCredit,
    clock: null,
    packages: [],
    tier: firstTier(first.program),
    joinedAt: null,
    friendOf: null,
    referrals: [],
    pending: [],
    offers: [],
    tally: noVisits,
    bookings: [],
    multipliers: [],
    vouchers: [],
    holds: [],
    membership: null,
    birthdays: [],
    nextOccasion: null,
    donations: [],
    used: {},
    mergedInto: null,
    mergedFrom: [],
    emissions: {},
    awaited: [],
    revised: {},
  };
}

import type { Account, Desired, Flag, Fold, Position, ReferralState } from './account.js';
import { dayOfNumber, localDayNumberAt, yearOf } from './calendar.js';
import { findDue, takeDue } from './due.js';
import { edition } from './edition.js';
import { gather } from './gather.js';
import type { Gathered, Step } from './gather.js';
import type { HistoryRecord, RecordOf } from './history.js';
import { identityOf } from './keys.js';
import { enter } from './ledger/enter.js';
import { comparePositions, laterOf } from './order.js';
import { extendPackage } from './packages/extension.js';
import { refundSessions } from './packages/refunds.js';
import type { RefundableVisit } from './packages/refunds.js';
import type { ProgramInForce } from './programs/programs.js';
import { emissionOf, welcomeFriend } from './referrals/friend.js';
import { holdReward, takeFriendStep } from './referrals/owner.js';
import { longestMemory } from './tiers/spend.js';
import { firstTier } from './tiers/tiers.js';
import { foldVisit } from './visit.js';

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
    balances: {},
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

/** What one step or one thing that fell due makes of an account. */
interface Change {
  readonly account: Account;
  readonly desired: readonly Desired[];
  readonly flags?: readonly Flag[];
}

/** Takes steps into an account in their order, and before each what falls due by then. */
function foldSteps(
  start: Account,
  gathered: Gathered,
  { programs, until }: FoldInput,
): Omit<Fold, 'isWhole'> {
  const desired: Desired[] = [];
  const flags: Record<string, readonly Flag[]> = { ...gathered.flags };
  const memoryDays = longestMemory(programs.map(({ program }) => program));
  const refundable = new Map<string, RefundableVisit>();
  const referrals = new Map(start.referrals.map((row) => [row.friendId, row]));
  let account = start;
  let inForce = versionOf(programs, start.inForce);

  const enterChange = (change: Change, position: Position): void => {
    desired.push(...change.desired);
    const last = laterOf(account.last, position);
    const entered = {
      ...enter(change.account, change.desired, position.at),
      last,
      foldedTo: last.at,
    };
    account = { ...entered, nextDue: findDue(entered, programs)?.at ?? null };
  };
  const fallDue = (at: number): void => {
    while (account.nextDue !== null && account.nextDue <= at) {
      const due = findDue(account, programs);
      if (!due) return;
      enterChange(takeDue(account, due, programs, inForce), duePosition(due.at));
      inForce = versionOf(programs, account.inForce);
    }
  };
  const takeRefund = (record: RecordOf<'refund'>, identity: string): Change => {
    const visit = refundable.get(identity);
    if (!visit) return { account, desired: [] };
    const refunded = refundSessions(account.packages, visit, record);
    refundable.set(identity, refunded.visit);
    const { packages, desired: moves } = refunded;
    return { account: { ...account, packages }, desired: moves };
  };
  const takeVisit = (step: Extract<Step, { type: 'visit' }>): Change => {
    const folded = foldVisit(account, step, inForce, memoryDays);
    if (step.refunds.length > 0) {
      const { paid, taken } = folded;
      const visit = { record: step.record, paid, taken, refunded: new Map() };
      refundable.set(identityOf(step.record), visit);
    }
    return folded;
  };
  const takeFriend = (record: RecordOf<'friend'>): Change => {
    const known = referrals.get(record.data.friendId);
    const verdict = gathered.verdicts.get(record.data.friendId) ?? verdictOf(known);
    const { referral, pending } = takeFriendStep(known, record, inForce, verdict, (year) =>
      rewardsIn(referrals.values(), year),
    );
    referrals.set(record.data.friendId, referral);
    if (!pending) return { account, desired: [] };
    return { account: { ...account, pending: holdReward(account.pending, pending) }, desired: [] };
  };
  const take = (step: Step): Change => {
    switch (step.type) {
      case 'visit':
        return takeVisit(step);
      case 'refund':
        return takeRefund(step.record, step.visit);
      case 'joined':
        return takeJoining(account, step.record, inForce);
      case 'friend':
        return takeFriend(step.record);
      case 'packageExtended': {
        const { timeZone } = inForce.program.clinic;
        const { packages, ...rest } = extendPackage(account.packages, step.record, timeZone);
        return { account: { ...account, packages }, ...rest };
      }
    }
  };

  account = { ...account, nextDue: findDue(account, programs)?.at ?? null };
  for (const step of gathered.steps) {
    const { record } = step;
    fallDue(record.at);
    const change = take(step);
    if (change.flags?.length) flags[record.id] = change.flags;
    enterChange(change, positionOf(record));
    if (step.type !== 'visit') continue;
    for (const refund of step.refunds) {
      // A refund that came before its visit waited for it.
      if (comparePositions(refund, record) > 0) continue;
      enterChange(takeRefund(refund, identityOf(record)), positionOf(record));
    }
  }
  fallDue(until);
  return { account: { ...account, referrals: [...referrals.values()] }, desired, flags };
}

function versionOf(programs: readonly ProgramInForce[], version: number): ProgramInForce {
  const found = programs.find((program) => program.version === version);
  if (!found) throw new RangeError(`The program has no version ${String(version)}.`);
  return found;
}

function positionOf({ at, source, externalId }: HistoryRecord): Position {
  return { at, source, externalId };
}

function duePosition(at: number): Position {
  return { at, source: '', externalId: '' };
}

function verdictOf(referral: ReferralState | undefined): 'held' | 'rejected' | undefined {
  return referral?.step === 'held' || referral?.step === 'rejected' ? referral.step : undefined;
}

function rewardsIn(referrals: Iterable<ReferralState>, year: number): number {
  let count = 0;
  for (const { releasesOn, completedOn } of referrals) {
    if (releasesOn !== null && completedOn !== null && yearOf(completedOn) === year) count += 1;
  }
  return count;
}

/** A person becomes a member, once: points for joining, and what a friend's code brings. */
function takeJoining(
  account: Account,
  record: RecordOf<'joined'>,
  inForce: ProgramInForce,
): Change {
  if (account.joinedAt !== null) return { account, desired: [] };

  const { accountId } = account;
  const { program, version } = inForce;
  const on = dayOfNumber(localDayNumberAt(record.at, program.clinic.timeZone));
  const welcome = welcomeFriend({ accountId, record, inForce, on });
  const points = program.joiningPoints;
  const joining: Desired = {
    key: 'joined:points',
    asset: 'points',
    amount: points,
    at: record.at,
    cause: { kind: 'joined', id: record.id },
    because: [{ rule: 'joined', version, args: { points } }],
  };
  const { friendOf, offers, desired } = welcome;
  const emission = friendOf && emissionOf(accountId, friendOf, 'joined', record.at);
  return {
    account: {
      ...account,
      joinedAt: record.at,
      friendOf,
      offers: [...account.offers, ...offers],
      emissions: emission ? { ...account.emissions, [emission.key]: emission } : account.emissions,
    },
    desired: points > 0 ? [joining, ...desired] : desired,
  };
}

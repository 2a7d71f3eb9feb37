import type { Account, Desired, Flag, Fold, Notice, Position, ReferralState } from './account.js';
import { yearOf } from './calendar.js';
import { changed, noChange } from './change.js';
import type { Change } from './change.js';
import { findDue, takeDue } from './due.js';
import type { Due } from './due.js';
import type { FoldInput } from './fold.js';
import { gather } from './gather.js';
import type { Gathered, Step, Verdict } from './gather.js';
import { give } from './grants/give.js';
import type { RecordOf } from './history.js';
import { identityOf } from './keys.js';
import { recordsKnownAt } from './known-then.js';
import { enterAmounts } from './ledger/enter.js';
import { comparePositions, laterOf } from './order.js';
import { refundSessions } from './packages/refunds.js';
import type { RefundableVisit } from './packages/refunds.js';
import type { ProgramInForce } from './programs/programs.js';
import { friendNotice } from './referrals/notices.js';
import { holdReward, takeFriendStep } from './referrals/owner.js';
import { takeRecord } from './take-record.js';
import { longestMemory } from './tiers/spend.js';
import { foldVisit } from './visits/visit.js';
import type { VisitSet } from './visits/visit.js';

/** The account while it is folded: a copy of this run's own, which nobody else sees. */
type Draft = { -readonly [Part in keyof Account]: Account[Part] };

/** Accounts as they were known when a visit was paid, by the visit's record. */
type AccountsThen = Map<string, Account>;

/**
 * Takes steps into an account in their order, and before each what falls due by then. All writing
 * happens here and to this run's own copies; what a step means is decided by functions that only
 * read.
 *
 * @param isWhole - `gathered` is all of the account's history, and `start` is empty.
 * @param knownBefore - What runs inside of another one share, so that no visit is looked up twice.
 */
export function foldSteps(
  start: Account,
  gathered: Gathered,
  input: FoldInput,
  isWhole: boolean,
  knownBefore: AccountsThen = new Map(),
): Fold {
  const { programs, until } = input;
  const account: Draft = { ...start };
  const desired: Desired[] = [];
  const notices: Notice[] = [];
  const flags: Record<string, readonly Flag[]> = { ...gathered.flags };
  const referrals = new Map(start.referrals.map((row) => [row.friendId, row]));
  const refundable = new Map<string, RefundableVisit>();
  const memoryDays = longestMemory(programs);
  let inForce = versionOf(programs, start.inForce);
  let next: Due | undefined;

  function enterOne(change: Change, at: number): void {
    if (change.set !== noChange.set) Object.assign(account, change.set);
    for (const amount of change.desired) desired.push(amount);
    if (change.desired.length > 0) {
      const { points, lots, credit } = enterAmounts(account, change.desired, at);
      account.points = points;
      account.lots = lots;
      account.credit = credit;
    }
    for (const gift of change.gifts) enterOne(give(account, gift, inForce), at);
    for (const notice of change.notices) notices.push(notice);
  }

  function enter(change: Change, position: Position): void {
    enterOne(change, position.at);
    account.last = laterOf(account.last, position);
    account.foldedTo = account.last.at;
    lookAhead();
  }

  function lookAhead(): void {
    next = findDue(account, programs);
    account.nextDue = next?.at ?? null;
  }

  function fallDue(by: number): void {
    while (next && next.at <= by) {
      const position = { at: next.at, source: '', externalId: '' };
      enter(takeDue(account, next, programs, inForce), position);
      inForce = versionOf(programs, account.inForce);
    }
  }

  function takeVisit(step: Extract<Step, { type: 'visit' }>): Change {
    const knownThen = () => knownAt(step.record);
    const folded = foldVisit(account, step, inForce, memoryDays, knownThen);
    const { set, change, record, paid, taken } = folded;
    setVisited(account, set);
    if (step.refunds.length > 0) {
      refundable.set(identityOf(record), { record, paid, taken, refunded: new Map() });
    }
    return change;
  }

  /** The account at a visit, without what was refunded or made void only later. */
  function knownAt(visit: RecordOf<'visit'>): Account {
    const known = knownBefore.get(visit.id);
    if (known) return known;
    const records = recordsKnownAt(visit, input.records);
    if (!records) return account;
    const asked = { ...input, records, until: visit.at };
    const then = foldSteps(start, gather(records), asked, isWhole, knownBefore).account;
    knownBefore.set(visit.id, then);
    return then;
  }

  function takeRefund(record: RecordOf<'refund'>, identity: string): Change {
    const visit = refundable.get(identity);
    if (!visit) return noChange;
    const refunded = refundSessions(account.packages, visit, record);
    refundable.set(identity, refunded.visit);
    return changed({ set: { packages: refunded.packages }, desired: refunded.desired });
  }

  function takeFriend(record: RecordOf<'friend'>): Change {
    const { friendId } = record.data;
    const known = referrals.get(friendId);
    const verdict = gathered.verdicts.get(friendId) ?? verdictOf(known);
    const waits = account.pending.some(({ referralId }) => referralId === known?.id);
    const { referral, pending } = takeFriendStep(record, inForce, {
      known,
      isReleased: known !== undefined && known.releasesOn !== null && !waits,
      verdict,
      leftAt: gathered.released.get(friendId),
      rewardedIn: (year) => countRewards(referrals.values(), year),
    });
    referrals.set(friendId, referral);
    return changed({
      set: pending ? { pending: holdReward(account.pending, pending) } : {},
      notices: friendNotice(record, referral),
    });
  }

  function take(step: Step): Change {
    switch (step.type) {
      case 'visit':
        return takeVisit(step);
      case 'refund':
        return takeRefund(step.record, step.visit);
      case 'friend':
        return takeFriend(step.record);
      default:
        return takeRecord(account, step, inForce);
    }
  }

  lookAhead();
  for (const step of gathered.steps) {
    const { record } = step;
    const { at, source, externalId } = record;
    fallDue(at);
    const change = take(step);
    if (change.flags.length > 0) flags[record.id] = change.flags;
    enter(change, { at, source, externalId });
    if (step.type !== 'visit') continue;
    for (const refund of step.refunds) {
      // A refund that came before its visit waited for it.
      if (comparePositions(refund, record) > 0) continue;
      enter(takeRefund(refund, identityOf(record)), { at, source, externalId });
    }
  }
  fallDue(until);
  const { last } = gathered;
  if (last && (!account.last || comparePositions(last, account.last) > 0)) {
    account.last = { at: last.at, source: last.source, externalId: last.externalId };
    account.foldedTo = last.at;
  }
  account.referrals = [...referrals.values()];
  return { account, isWhole, desired, flags, notices };
}

/** Sets what a visit changes, part by part: `Object.assign` takes as long as a bonus. */
function setVisited(account: Draft, set: VisitSet): void {
  account.packages = set.packages;
  account.bookings = set.bookings;
  account.tally = set.tally;
  account.tier = set.tier;
  account.clock = set.clock;
  account.vouchers = set.vouchers;
  account.offers = set.offers;
  account.holds = set.holds;
  account.used = set.used;
  account.multipliers = set.multipliers;
  account.nextOccasion = set.nextOccasion;
  account.friendOf = set.friendOf;
  account.emissions = set.emissions;
}

function versionOf(programs: readonly ProgramInForce[], version: number): ProgramInForce {
  const found = programs.find((program) => program.version === version);
  if (!found) throw new RangeError(`The program has no version ${String(version)}.`);
  return found;
}

/** What staff decided before an account goes on; whatever is told next comes after it. */
function verdictOf(referral: ReferralState | undefined): Verdict | undefined {
  if (referral?.step !== 'held' && referral?.step !== 'rejected') return undefined;
  return { step: referral.step, at: -Infinity, stoppedFrom: -Infinity };
}

/** How many referrals that were completed in a calendar year have a reward. */
function countRewards(referrals: Iterable<ReferralState>, year: number): number {
  let count = 0;
  for (const { releasesOn, completedOn } of referrals) {
    if (releasesOn !== null && completedOn !== null && yearOf(completedOn) === year) count += 1;
  }
  return count;
}

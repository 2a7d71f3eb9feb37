import type { Account, Desired, Flag, Fold, Notice, Position, ReferralState } from './account.js';
import { dayOfNumber, localDayNumberAt, yearOf } from './calendar.js';
import { changed, noChange } from './change.js';
import type { Change } from './change.js';
import { findDue, takeDue } from './due.js';
import type { Due } from './due.js';
import { rewardDeed } from './earning/bonuses.js';
import type { FoldInput } from './fold.js';
import { currentRecords, gather } from './gather.js';
import type { Gathered, PlainStep, Step, Verdict } from './gather.js';
import { give } from './grants/give.js';
import type { HistoryRecord, RecordOf } from './history.js';
import { join } from './joining.js';
import { identityOf } from './keys.js';
import { enterAmounts } from './ledger/enter.js';
import { takeMembership } from './memberships/memberships.js';
import { findOccasion } from './occasions/occasions.js';
import { comparePositions, laterOf } from './order.js';
import { extendPackage } from './packages/extension.js';
import { refundSessions } from './packages/refunds.js';
import type { RefundableVisit } from './packages/refunds.js';
import { adjust } from './people/adjust.js';
import { takeMerge } from './people/merge.js';
import type { ProgramInForce } from './programs/programs.js';
import { emissionOf } from './referrals/friend.js';
import { friendNotice } from './referrals/notices.js';
import { holdReward, takeFriendStep } from './referrals/owner.js';
import { applyVoucher, returnClaim, takeClaim } from './rewards/claims.js';
import { setTier } from './tiers/override.js';
import { longestMemory } from './tiers/spend.js';
import { takeBooking } from './visits/bookings.js';
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
    const now = currentRecords(input.records);
    const isBefore = (record: HistoryRecord) => comparePositions(record, visit) < 0;
    // Of several revisions the last counts, as it does here; what was withdrawn later was there.
    const told = input.records.filter((record) =>
      record.type === 'withdrawn' ? isBefore(record) : !wasNeverHere(now.get(identityOf(record))),
    );
    const records = [...currentRecords(told).values()].filter(isBefore);
    const before = new Set(records.map(identityOf));
    const isLater = (record: HistoryRecord) =>
      isCorrection(record) &&
      comparePositions(record, visit) > 0 &&
      (record.type !== 'withdrawn' || before.has(identityOf(record)));
    if (![...now.values()].some(isLater)) return account;
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
      wasReleased: gathered.released.has(friendId),
      rewardedIn: (year) => countRewards(referrals.values(), year),
    });
    referrals.set(friendId, referral);
    return changed({
      set: pending ? { pending: holdReward(account.pending, pending) } : {},
      notices: friendNotice(record, referral),
    });
  }

  function takePlain({ type, record }: PlainStep): Change {
    const on = () => dayOfNumber(localDayNumberAt(record.at, inForce.program.clinic.timeZone));
    switch (type) {
      case 'joined':
        return takeJoined(record);
      case 'friend':
        return takeFriend(record);
      case 'packageExtended':
        return extendPackage(account.packages, record, inForce);
      case 'booking':
        return takeBooked(record);
      case 'activity':
      case 'feedback':
        return takeDeed(record, on());
      case 'membership':
        return takeMembership(account, record, inForce, on());
      case 'claim':
        return takeClaim(account, record, inForce, on());
      case 'claimReturned':
        return returnClaim(account, record, inForce);
      case 'voucherUsed':
        return applyVoucher(account, record);
      case 'hold':
        return changed({ set: { holds: [...account.holds, record.data] } });
      case 'holdReleased': {
        const holds = account.holds.filter((hold) => hold.checkoutId !== record.data.checkoutId);
        return changed({ set: { holds } });
      }
      case 'adjustment':
        return adjust(account, record, inForce);
      case 'tierSet':
        return setTier(account, record, inForce);
      case 'merge':
        return takeMerge(account, record, inForce);
      case 'mergedInto':
        return noChange;
    }
  }

  function takeJoined(record: RecordOf<'joined'>): Change {
    const { accountId, mergedFrom } = account;
    const change = join(
      account,
      record,
      inForce,
      (id) => id === accountId || mergedFrom.includes(id),
    );
    if (change === noChange) return change;
    const { birthdays, tally, used } = account;
    const joined = { joinedAt: record.at, birthdays, tally, used };
    const nextOccasion = findOccasion(joined, inForce, record.at);
    return changed({ ...change, set: { nextOccasion, ...change.set } });
  }

  /** A booking, and the step of a friend that it is. */
  function takeBooked(record: RecordOf<'booking'>): Change {
    const { timeZone } = inForce.program.clinic;
    const bookings = takeBooking(account.bookings, record, timeZone);
    const { accountId, friendOf, emissions } = account;
    const isNews = record.data.step === 'made' && friendOf?.bookedAt === null;
    if (!isNews || friendOf.completedAt !== null) return changed({ set: { bookings } });
    const told = emissionOf(accountId, friendOf, 'booked', record.at);
    return changed({
      set: {
        bookings,
        friendOf: { ...friendOf, bookedAt: record.at },
        emissions: { ...emissions, [told.key]: told },
      },
    });
  }

  function takeDeed(record: RecordOf<'activity'> | RecordOf<'feedback'>, on: string): Change {
    const earns = inForce.program.earnBeforeJoining || account.joinedAt !== null;
    if (!earns || inForce.program.bonuses.length === 0) return noChange;
    const { desired: given, used } = rewardDeed(account, record, inForce, on);
    return changed({ set: { used }, desired: given });
  }

  function take(step: Step): Change {
    switch (step.type) {
      case 'visit':
        return takeVisit(step);
      case 'refund':
        return takeRefund(step.record, step.visit);
      default:
        return takePlain(step);
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

/** Whether an identity came with a merge that was taken back. */
function wasNeverHere(record: HistoryRecord | undefined): boolean {
  return record?.type === 'withdrawn' && record.data.apart === true;
}

/** Whether a record takes something back from a visit that was folded before. */
function isCorrection({ type }: HistoryRecord): boolean {
  return type === 'refund' || type === 'void' || type === 'withdrawn';
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

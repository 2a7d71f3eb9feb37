import type { Grant, Program } from '@afterglow/contract';
import type { Account, Emission, PendingReward, ReferralState } from '../account.js';
import { dayOfNumber, localDayNumberAt, yearOf } from '../calendar.js';
import { tierPercent } from '../earning/tier-percent.js';
import { scaleDown } from '../earning/whole.js';
import type { Verdict } from '../gather.js';
import type { Gift } from '../grants/give.js';
import type { RecordOf } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';
import { levelIndex } from '../tiers/tiers.js';
import { completeByOf, releaseOf } from './terms.js';

/** A friend's row after one more step, and the reward that the step puts on hold. */
export interface FriendStepped {
  readonly referral: ReferralState;
  readonly pending: PendingReward | null;
}

/** What the owner's account knows when a friend makes a step. */
export interface FriendKnown {
  /** The friend's row so far; undefined for a friend who is new here. */
  readonly known: ReferralState | undefined;
  /** The reward of that row was released by then. */
  readonly isReleased: boolean;
  /** What staff decided about this friend in the history at hand, at any time. */
  readonly verdict: Verdict | undefined;
  /** When the reward left: no later look at a limit or a review takes it back or moves it. */
  readonly leftAt: number | undefined;
  /** How many rewards fall into a calendar year so far. */
  readonly rewardedIn: (year: number) => number;
}

/** The reward that the law of the clinic's state lets the owner have; null for none. */
export function ownerGrant({ referral }: Pick<Program, 'referral'>): Grant | null {
  const { legalMode, owner } = referral;
  if (legalMode === 'reward') return owner;
  return legalMode === 'charity' && owner?.kind === 'donation' ? owner : null;
}

/**
 * The owner's side of one step of a friend. A friend is credited once, whatever comes after. A
 * referral that staff reject gives nothing, whenever they do so; one that is held for review waits
 * until it is approved, unless it was released before: a review takes back nothing.
 */
export function takeFriendStep(
  record: RecordOf<'friend'>,
  inForce: ProgramInForce,
  { known, isReleased, verdict, leftAt, rewardedIn }: FriendKnown,
): FriendStepped {
  const { program, version } = inForce;
  const { data } = record;
  const on = dayOfNumber(localDayNumberAt(data.at, program.clinic.timeZone));
  const stopped = verdict?.step === 'approved' ? undefined : verdict?.step;
  const before: ReferralState = known ?? {
    id: data.referralId,
    friendId: data.friendId,
    firstNameShared: data.firstNameShared,
    step: stopped ?? (data.step === 'booked' ? 'booked' : 'joined'),
    joinedOn: on,
    completeBy: completeByOf(on, program),
    completedOn: null,
    releasesOn: null,
  };
  switch (data.step) {
    case 'joined':
      // A first treatment at the very instant of joining may be told before it.
      return {
        referral: { ...before, joinedOn: on, completeBy: completeByOf(on, program) },
        pending: null,
      };
    case 'booked':
      return {
        referral: before.step === 'joined' ? { ...before, step: 'booked' } : before,
        pending: null,
      };
    case 'held':
    case 'rejected': {
      const stays = data.step === 'held' && (isReleased || verdict?.step === 'approved');
      return {
        referral: stays ? before : { ...before, step: stopped ?? data.step },
        pending: null,
      };
    }
    case 'approved':
    case 'released':
      return { referral: before, pending: null };
    case 'completed':
      break;
  }
  if (before.completedOn !== null) return { referral: before, pending: null };

  const release = releaseOf(data.at, program);
  // Where there are no days of hold, what is told with the treatment itself still comes in time.
  const isInTime = (at: number) => at < release.releasesAt || at <= data.at;
  const isStopped =
    verdict !== undefined &&
    (verdict.step === 'rejected' ||
      (verdict.step === 'held' && leftAt === undefined && isInTime(verdict.at)));
  const step = isStopped ? verdict.step : 'completed';
  const completed: ReferralState = { ...before, step, completedOn: release.completedOn };
  const { holdDays, limitPerYear, stacksWithTier = false } = program.referral;
  const grant = ownerGrant(program);
  const isWithinLimit =
    leftAt !== undefined ||
    limitPerYear === undefined ||
    rewardedIn(yearOf(release.completedOn)) < limitPerYear;
  if (isStopped || !grant || !isWithinLimit) return { referral: completed, pending: null };

  // Approved late, a reward leaves when it is approved, unless it had left before anything stopped it.
  // Where it did leave it stays: that it was or was not held is at times known only afterwards.
  const approvedAt = ({ at, stoppedFrom }: Verdict) =>
    Math.max(release.releasesAt, leftAt ?? (isInTime(stoppedFrom) ? at : release.releasesAt));
  return {
    referral: { ...completed, releasesOn: release.releasesOn },
    pending: {
      referralId: data.referralId,
      friendId: data.friendId,
      recordId: record.id,
      grant,
      stacksWithTier,
      version,
      holdDays,
      completedOn: release.completedOn,
      releasesAt: verdict?.step === 'approved' ? approvedAt(verdict) : release.releasesAt,
    },
  };
}

/** Rewards on hold with one more, soonest first. */
export function holdReward(
  pending: readonly PendingReward[],
  added: PendingReward,
): readonly PendingReward[] {
  const index = pending.findIndex(({ releasesAt }) => releasesAt > added.releasesAt);
  return index < 0 ? [...pending, added] : pending.toSpliced(index, 0, added);
}

/** What the owner gets at the end of the hold. */
export function releaseReward(
  reward: PendingReward,
  { tier }: Account,
  { program }: ProgramInForce,
): Gift {
  const { referralId, recordId, version, completedOn, holdDays, releasesAt: at } = reward;
  const isRaised = reward.stacksWithTier && reward.grant.kind === 'points';
  const percent = isRaised ? tierPercent(program, levelIndex(tier, program.tiers)) : 100;
  const grant: Grant =
    reward.grant.kind === 'points' && percent !== 100
      ? { kind: 'points', points: scaleDown(reward.grant.points, percent, 100) }
      : reward.grant;
  return {
    grant,
    key: `referral:${referralId}`,
    rule: 'referral',
    version,
    at,
    on: dayOfNumber(localDayNumberAt(at, program.clinic.timeZone)),
    cause: { kind: 'referral', id: recordId },
    args: { completedOn, holdDays, ...(percent === 100 ? {} : { tierPercent: percent }) },
  };
}

/** The key under which an owner's account tells itself that the reward for a friend left. */
export const releasedKey = (friendId: string) => `referral:${friendId}:released`;

/**
 * What an owner's account tells itself: the reward left. From then on neither a review nor a limit,
 * seen in the light of late facts, takes it back.
 */
export function emissionOfRelease(
  accountId: string,
  { referralId, friendId, releasesAt: at }: PendingReward,
): Emission {
  const data = { referralId, friendId, step: 'released' as const, firstNameShared: false, at };
  return { to: accountId, key: releasedKey(friendId), at, data };
}

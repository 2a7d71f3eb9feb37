import type { Desired, PendingReward, ReferralState } from '../account.js';
import { dayOfNumber, localDayNumberAt, yearOf } from '../calendar.js';
import type { Verdict } from '../gather.js';
import type { RecordOf } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';
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
  /** How many rewards fall into a calendar year so far. */
  readonly rewardedIn: (year: number) => number;
}

/**
 * The owner's side of one step of a friend. A friend is credited once, whatever comes after. A
 * referral that staff reject gives nothing, whenever they do so; one that is held for review gives
 * nothing either, unless it was released before: a review takes back nothing.
 */
export function takeFriendStep(
  record: RecordOf<'friend'>,
  inForce: ProgramInForce,
  { known, isReleased, verdict, rewardedIn }: FriendKnown,
): FriendStepped {
  const { program, version } = inForce;
  const { data } = record;
  const on = dayOfNumber(localDayNumberAt(data.at, program.clinic.timeZone));
  const before: ReferralState = known ?? {
    id: data.referralId,
    friendId: data.friendId,
    firstNameShared: data.firstNameShared,
    step: verdict?.step ?? data.step,
    joinedOn: on,
    completeBy: completeByOf(on, program),
    completedOn: null,
    releasesOn: null,
  };
  if (data.step === 'joined') {
    // A first treatment at the very instant of joining may be told before it.
    const referral = { ...before, joinedOn: on, completeBy: completeByOf(on, program) };
    return { referral, pending: null };
  }
  if (data.step !== 'completed') {
    if (data.step === 'held' && isReleased) return { referral: before, pending: null };
    return { referral: { ...before, step: verdict?.step ?? data.step }, pending: null };
  }
  if (before.completedOn !== null) return { referral: before, pending: null };

  const release = releaseOf(data.at, program);
  const applies = verdict && (verdict.step === 'rejected' || verdict.at < release.releasesAt);
  const step = applies ? verdict.step : data.step;
  const completed = { ...before, step, completedOn: release.completedOn };
  const { owner, legalMode, holdDays, limitPerYear } = program.referral;
  const isWithinLimit =
    limitPerYear === undefined || rewardedIn(yearOf(release.completedOn)) < limitPerYear;
  if (applies || legalMode !== 'reward' || owner?.kind !== 'points' || !isWithinLimit) {
    return { referral: completed, pending: null };
  }
  return {
    referral: { ...completed, releasesOn: release.releasesOn },
    pending: {
      referralId: data.referralId,
      recordId: record.id,
      points: owner.points,
      version,
      holdDays,
      completedOn: release.completedOn,
      releasesAt: release.releasesAt,
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
export function releaseReward(reward: PendingReward): Desired {
  return {
    key: `referral:${reward.referralId}:points`,
    asset: 'points',
    amount: reward.points,
    at: reward.releasesAt,
    cause: { kind: 'referral', id: reward.recordId },
    because: [
      {
        rule: 'referral',
        version: reward.version,
        args: {
          points: reward.points,
          completedOn: reward.completedOn,
          holdDays: reward.holdDays,
        },
      },
    ],
  };
}

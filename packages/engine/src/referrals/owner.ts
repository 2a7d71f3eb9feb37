import type { Desired, PendingReward, ReferralState } from '../account.js';
import { dayOfNumber, localDayNumberAt, yearOf } from '../calendar.js';
import type { FriendStep, RecordOf } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';
import { completeByOf, releaseOf } from './terms.js';

/** A friend's row after one more step, and the reward that the step puts on hold. */
export interface FriendStepped {
  readonly referral: ReferralState;
  readonly pending: PendingReward | null;
}

/**
 * The owner's side of one step of a friend. A friend is credited once, whatever comes after; a
 * referral that staff hold or reject gives nothing, whenever they do so.
 *
 * @param known - The friend's row so far; undefined for a friend who is new here.
 * @param verdict - What staff decided about this friend in the history at hand.
 * @param rewardedIn - How many rewards fall into a calendar year so far.
 */
export function takeFriendStep(
  known: ReferralState | undefined,
  record: RecordOf<'friend'>,
  inForce: ProgramInForce,
  verdict: FriendStep | undefined,
  rewardedIn: (year: number) => number,
): FriendStepped {
  const { program, version } = inForce;
  const { data } = record;
  const on = dayOfNumber(localDayNumberAt(data.at, program.clinic.timeZone));
  const before: ReferralState = known ?? {
    id: data.referralId,
    friendId: data.friendId,
    firstNameShared: data.firstNameShared,
    step: verdict ?? data.step,
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
    return { referral: { ...before, step: verdict ?? data.step }, pending: null };
  }
  if (before.completedOn !== null) return { referral: before, pending: null };

  const release = releaseOf(data.at, program);
  const completed = { ...before, step: verdict ?? data.step, completedOn: release.completedOn };
  const { owner, legalMode, holdDays, limitPerYear } = program.referral;
  const isWithinLimit =
    limitPerYear === undefined || rewardedIn(yearOf(release.completedOn)) < limitPerYear;
  if (verdict || legalMode !== 'reward' || owner?.kind !== 'points' || !isWithinLimit) {
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

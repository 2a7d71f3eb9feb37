import type { Emission, FriendState } from '../account.js';
import type { LocalDay } from '../calendar.js';
import type { Gift } from '../grants/give.js';
import type { FriendStep } from '../history.js';
import { idFor } from '../ids.js';
import type { ProgramInForce } from '../programs/programs.js';
import { completeByOf } from './terms.js';

/** What joining through somebody's code makes of an account. */
export interface Welcome {
  readonly friendOf: FriendState | null;
  readonly gifts: readonly Gift[];
}

const nothing: Welcome = { friendOf: null, gifts: [] };

/** A person who names somebody's code, and when. */
export interface Referred {
  readonly accountId: string;
  /** Accounts whose history is part of this one: their codes are this person's own. */
  readonly mergedFrom: readonly string[];
  readonly ownerId: string | null;
  readonly existingPatient: boolean;
  readonly firstNameShared: boolean;
  readonly recordId: string;
  readonly at: number;
  readonly on: LocalDay;
}

/**
 * The friend's side of a referral: whom to credit, and what the friend gets. Nobody is credited for
 * an existing patient, for oneself, or where the program has no referrals.
 */
export function welcomeFriend(referred: Referred, inForce: ProgramInForce): Welcome {
  const { accountId, mergedFrom, ownerId, existingPatient, firstNameShared, at, on } = referred;
  const { referral } = inForce.program;
  if (ownerId === null || existingPatient) return nothing;
  if (ownerId === accountId || mergedFrom.includes(ownerId)) return nothing;
  if (referral.legalMode === 'off') return nothing;

  const friendOf: FriendState = {
    ownerId,
    referralId: idFor('ref', at, JSON.stringify([ownerId, accountId])),
    firstNameShared,
    joinedAt: at,
    completeBy: completeByOf(on, inForce.program),
    bookedAt: null,
    completedAt: null,
  };
  const grant = referral.friend;
  if (!grant) return { friendOf, gifts: [] };
  const { version } = inForce;
  const cause = { kind: 'joined', id: referred.recordId };
  return {
    friendOf,
    gifts: [{ grant, key: 'joined:friend', rule: 'friend', version, at, on, cause }],
  };
}

/** What the owner of the code is told of one step. */
export function emissionOf(
  accountId: string,
  friendOf: FriendState,
  step: FriendStep,
  at: number,
): Emission {
  const { ownerId, referralId, firstNameShared } = friendOf;
  return {
    to: ownerId,
    key: `referral:${accountId}:${step}`,
    at,
    data: { referralId, friendId: accountId, step, firstNameShared, at },
  };
}

/** What is asked of a visit before it completes a referral. */
export interface FirstTreatment {
  readonly at: number;
  readonly on: LocalDay;
  /** A treatment was had and paid, with money or with a prepaid session. */
  readonly isTreated: boolean;
  /** What the visit's treatments, packages and memberships keep at the end of the hold. */
  readonly spend: number;
}

/** Whether a visit is the friend's completed first treatment. */
export function completesReferral(
  friendOf: FriendState,
  visit: FirstTreatment,
  { program }: ProgramInForce,
): boolean {
  if (friendOf.completedAt !== null || visit.at < friendOf.joinedAt || !visit.isTreated) {
    return false;
  }
  if (friendOf.completeBy !== null && visit.on > friendOf.completeBy) return false;
  return visit.spend >= (program.referral.minimumSpend?.amount ?? 0);
}

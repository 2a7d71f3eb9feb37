import type { Desired, Emission, FriendState, OfferState } from '../account.js';
import { addDays } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import type { FriendStep, RecordOf } from '../history.js';
import { idFor } from '../ids.js';
import type { ProgramInForce } from '../programs/programs.js';
import { completeByOf } from './terms.js';

/** What joining through somebody's code makes of an account. */
export interface Welcome {
  readonly friendOf: FriendState | null;
  readonly offers: readonly OfferState[];
  readonly desired: readonly Desired[];
}

const nothing: Welcome = { friendOf: null, offers: [], desired: [] };

/**
 * The friend's side of a referral at joining: whom to credit, and what the friend gets. Nobody is
 * credited for an existing patient, for oneself, or where the program has no referrals.
 */
export function welcomeFriend(input: {
  readonly accountId: string;
  readonly record: RecordOf<'joined'>;
  readonly inForce: ProgramInForce;
  readonly on: LocalDay;
}): Welcome {
  const { accountId, record, inForce, on } = input;
  const { referral } = inForce.program;
  const { ownerId, existingPatient, firstNameShared } = record.data;
  if (ownerId === null || ownerId === accountId || existingPatient) return nothing;
  if (referral.legalMode === 'off') return nothing;

  const referralId = idFor('ref', record.at, JSON.stringify([ownerId, accountId]));
  const friendOf: FriendState = {
    ownerId,
    referralId,
    firstNameShared: firstNameShared ?? false,
    joinedAt: record.at,
    completeBy: completeByOf(on, inForce.program),
    completedAt: null,
  };
  const gift = referral.friend;
  if (gift?.kind === 'offer') {
    const expiresOn = addDays(on, gift.validDays);
    const offer: OfferState = {
      id: idFor('off', record.at, JSON.stringify([accountId, 'referral'])),
      source: 'referral',
      version: inForce.version,
      expiresOn,
    };
    return { friendOf, offers: [offer], desired: [] };
  }
  if (gift?.kind === 'points') {
    const desired: Desired = {
      key: 'joined:friend:points',
      asset: 'points',
      amount: gift.points,
      at: record.at,
      cause: { kind: 'joined', id: record.id },
      because: [{ rule: 'friend', version: inForce.version, args: { points: gift.points } }],
    };
    return { friendOf, offers: [], desired: [desired] };
  }
  return { friendOf, offers: [], desired: [] };
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

import type { Account, Desired, Emission, FriendState } from './account.js';
import { localDayAt } from './calendar.js';
import { changed, noChange } from './change.js';
import type { Change } from './change.js';
import type { RecordOf } from './history.js';
import { findOccasion } from './occasions/occasions.js';
import type { ProgramInForce } from './programs/programs.js';
import { emissionOf, welcomeFriend } from './referrals/friend.js';
import { codeBooked, codeOf } from './visits/bookings.js';

/**
 * A person becomes a member, once: points for joining, what a friend's code brings, and from now on
 * birthdays and anniversaries.
 */
export function takeJoined(
  account: Account,
  record: RecordOf<'joined'>,
  inForce: ProgramInForce,
): Change {
  if (account.joinedAt !== null) return noChange;

  const { accountId, mergedFrom, birthdays, tally, used } = account;
  const { program, version } = inForce;
  const { existingPatient, firstNameShared = false } = record.data;
  const { ownerId, lookAlike } = namedBy(account, record);
  const { at, id: recordId } = record;
  const on = localDayAt(at, program.clinic.timeZone);
  const named = { ownerId, existingPatient, firstNameShared, recordId, at, on };
  // Whoever was credited when the person named a code at the till stays credited.
  const welcome = account.friendOf
    ? { friendOf: account.friendOf, gifts: [] }
    : welcomeFriend({ accountId, mergedFrom, ...named }, inForce);
  const points = program.joiningPoints;
  const joining: Desired = {
    key: 'joined:points',
    asset: 'points',
    amount: points,
    at,
    cause: { kind: 'joined', id: recordId },
    because: [{ rule: 'joined', version, args: { points } }],
  };
  const isNew = account.friendOf === null && welcome.friendOf !== null;
  return changed({
    set: {
      joinedAt: at,
      friendOf: welcome.friendOf,
      emissions: isNew
        ? tellJoined(account, welcome.friendOf, lookAlike !== undefined)
        : account.emissions,
      nextOccasion: findOccasion({ joinedAt: at, birthdays, tally, used }, inForce, at),
    },
    desired: points > 0 ? [joining] : [],
    gifts: welcome.gifts,
  });
}

/**
 * Whose code somebody joins with, and what they have in common. Who named one when booking need not
 * name it again; a code that is named at joining goes before it.
 */
function namedBy(
  { bookings }: Account,
  { data }: RecordOf<'joined'>,
): Pick<RecordOf<'joined'>['data'], 'ownerId' | 'lookAlike'> {
  if (data.code !== null || data.ownerId !== null) return data;
  const { referredBy, ...alike } = codeOf(codeBooked(bookings));
  return { ownerId: referredBy ?? null, ...alike };
}

/** The owner is told that a friend is there; one who looks like the owner waits for the staff. */
export function tellJoined(
  { accountId, emissions }: Pick<Account, 'accountId' | 'emissions'>,
  friendOf: FriendState | null,
  isLookAlike: boolean,
): Readonly<Record<string, Emission>> {
  if (!friendOf) return emissions;
  const joined = emissionOf(accountId, friendOf, 'joined', friendOf.joinedAt);
  const told = { ...emissions, [joined.key]: joined };
  return isLookAlike ? tellHeld({ accountId, emissions: told }, friendOf, friendOf.joinedAt) : told;
}

/** The owner is told that staff look at the friend first, since the first time that there was a reason. */
export function tellHeld(
  { accountId, emissions }: Pick<Account, 'accountId' | 'emissions'>,
  friendOf: FriendState,
  at: number,
): Readonly<Record<string, Emission>> {
  const held = emissionOf(accountId, friendOf, 'held', at);
  const known = emissions[held.key];
  const isTold = known?.data.referralId === held.data.referralId;
  return isTold ? emissions : { ...emissions, [held.key]: held };
}

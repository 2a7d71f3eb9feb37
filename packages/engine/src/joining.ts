import type { Account, Desired, Emission, FriendState } from './account.js';
import { dayOfNumber, localDayNumberAt } from './calendar.js';
import { changed, noChange } from './change.js';
import type { Change } from './change.js';
import type { RecordOf } from './history.js';
import type { ProgramInForce } from './programs/programs.js';
import { emissionOf, welcomeFriend } from './referrals/friend.js';

type JoiningAccount = Pick<Account, 'accountId' | 'joinedAt' | 'friendOf' | 'emissions'>;

/** A person becomes a member, once: points for joining, and what a friend's code brings. */
export function join(
  account: JoiningAccount,
  record: RecordOf<'joined'>,
  inForce: ProgramInForce,
  isSelf: (accountId: string) => boolean,
): Change {
  if (account.joinedAt !== null) return noChange;

  const { accountId } = account;
  const { program, version } = inForce;
  const { ownerId, existingPatient, firstNameShared = false, lookAlike } = record.data;
  const { at, id: recordId } = record;
  const on = dayOfNumber(localDayNumberAt(at, program.clinic.timeZone));
  const person = { accountId, isSelf, ownerId, existingPatient, firstNameShared, recordId, at, on };
  // Whoever was credited when the person named a code at the till stays credited.
  const welcome = account.friendOf
    ? { friendOf: account.friendOf, gifts: [] }
    : welcomeFriend(person, inForce);
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
    },
    desired: points > 0 ? [joining] : [],
    gifts: welcome.gifts,
  });
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
  if (!isLookAlike) return told;
  const held = emissionOf(accountId, friendOf, 'held', friendOf.joinedAt);
  return { ...told, [held.key]: held };
}

import type { Account, OfferState } from '../account.js';
import { addDays, localDayAt } from '../calendar.js';
import { endingOf } from '../grants/endings.js';
import { idFor } from '../ids.js';
import type { ProgramInForce } from '../programs/programs.js';
import { welcomeFriend } from '../referrals/friend.js';
import { codeBooked } from '../visits/bookings.js';

/**
 * The id of the offer for the first bill of a friend who has not joined. One for each account, whenever
 * it is quoted, so that two bills at once don't both have it.
 */
export function welcomeId(accountId: string): string {
  return idFor('off', 0, JSON.stringify([accountId, 'welcome']));
}

/** Where it is counted that a bill had the welcome. */
export const welcomeKey = 'welcome';

/**
 * An account as its first bill sees it. A friend who joins is given the welcome of the program; one who
 * comes without joining was promised the same, and has its offer or gift card on the first bill, after
 * a free consultation too. Once joined, what a bill from before holds is the offer of the friend.
 *
 * @param referredBy - The account that owns a code that the person keeps; what was named at the till or
 *   when booking goes before it. Undefined for none.
 */
export function withWelcome(
  account: Account,
  referredBy: string | undefined,
  inForce: ProgramInForce,
  now: number,
): Account {
  const { accountId, mergedFrom, joinedAt, friendOf, tally, offers, used } = account;
  if (joinedAt !== null) return heldAsFriend(account);
  const named = friendOf?.ownerId ?? codeBooked(account.bookings).referredBy;
  const ownerId = named ?? referredBy ?? null;
  if (ownerId === null || tally.visits > 0 || used[welcomeKey] !== undefined) return account;
  const person = { accountId, mergedFrom, ownerId, recordId: '', firstNameShared: false };
  const { version, program } = inForce;
  const at = friendOf?.joinedAt ?? now;
  const on = localDayAt(at, program.clinic.timeZone);
  const { gifts } = welcomeFriend({ ...person, existingPatient: false, at, on }, inForce);
  const welcome = gifts.flatMap(({ grant, rule: source }): OfferState[] => {
    if (grant.kind !== 'offer' && grant.kind !== 'giftCard') return [];
    const lastDay = grant.validDays === undefined ? null : addDays(on, grant.validDays);
    const ending = endingOf(lastDay, at, program);
    return [{ id: welcomeId(accountId), source, version, grant, used: false, ...ending }];
  });
  return welcome.length === 0 ? account : { ...account, offers: [...offers, ...welcome] };
}

/** Somebody who was quoted as a stranger and joined before paying has one offer, by another id. */
function heldAsFriend(account: Account): Account {
  const { accountId, holds, offers } = account;
  const own = offers.find(({ source }) => source === 'friend');
  if (holds.length === 0 || !own) return account;
  const strangers = welcomeId(accountId);
  const held = holds.map((hold) => (hold.offer === strangers ? { ...hold, offer: own.id } : hold));
  return { ...account, holds: held };
}

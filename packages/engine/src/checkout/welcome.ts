import type { Account, OfferState } from '../account.js';
import { localDayAt } from '../calendar.js';
import { noEnding } from '../grants/endings.js';
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

/**
 * An account as its first bill sees it. A friend who joins is given the welcome of the program; one who
 * comes without joining was promised the same, and has its offer or gift card on the first bill.
 *
 * @param referredBy - The account that owns a code that the person keeps; what was named when booking
 *   goes before it. Undefined for none.
 */
export function withWelcome(
  account: Account,
  referredBy: string | undefined,
  inForce: ProgramInForce,
  now: number,
): Account {
  const { accountId, mergedFrom, joinedAt, friendOf, tally, offers } = account;
  const ownerId = codeBooked(account.bookings).referredBy ?? referredBy ?? null;
  if (ownerId === null || joinedAt !== null || friendOf || tally.visits > 0) return account;
  const person = { accountId, mergedFrom, ownerId, recordId: '', firstNameShared: false };
  const { version, program } = inForce;
  const on = localDayAt(now, program.clinic.timeZone);
  const { gifts } = welcomeFriend({ ...person, existingPatient: false, at: now, on }, inForce);
  const welcome = gifts.flatMap(({ grant, rule: source }): OfferState[] =>
    grant.kind === 'offer' || grant.kind === 'giftCard'
      ? [{ id: welcomeId(accountId), source, version, grant, used: false, ...noEnding }]
      : [],
  );
  return welcome.length === 0 ? account : { ...account, offers: [...offers, ...welcome] };
}

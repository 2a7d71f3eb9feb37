import type { Account, UntakenRecord } from '@afterglow/engine';
import { readAccount } from '../accounts/advance.js';
import { cardsOf, paidWith } from '../members/cards.js';
import type { Reader } from '../ports.js';
import type { Tables } from '../tables.js';
import type { Person } from './joined.js';

/**
 * The record of a visit that was paid with a card, with the owner of the code whose friend the person
 * is, where that owner has paid with one of the person's cards by now. Decided once, when the visit is
 * told: what the owner pays with later is not looked for.
 *
 * @param row - The person's account, as what came before this request left it.
 */
export async function withSharedCard(
  reader: Reader,
  person: Person | undefined,
  row: Tables['accounts'],
  record: UntakenRecord,
): Promise<UntakenRecord> {
  if (!person || record.type !== 'visit') return record;
  const { member, taken } = person;
  const { clinicId, id } = member;
  const owners = new Set(ownersOf(readAccount(row), [...taken.values(), record]));
  if (owners.size === 0) return record;

  const cards = new Set([...(await cardsOf(reader, clinicId, id)), ...person.cards]);
  for (const ownerId of owners)
    if (ownerId !== id && (await paidWith(reader, clinicId, cards, ownerId)))
      return { ...record, data: { ...record.data, sharesCardWith: ownerId } };
  return record;
}

/**
 * Whose friend somebody is, or may be by the codes that were named. After the first treatment it is
 * asked still: the visit may be that treatment in a new revision.
 */
function ownersOf(
  account: Account | undefined,
  records: readonly UntakenRecord[],
): readonly string[] {
  const { friendOf = null, bookings = [] } = account ?? {};
  if (friendOf) return [friendOf.ownerId];
  const named = [...records.map(ownerNamed), ...bookings.map(({ referredBy }) => referredBy)];
  return named.filter((ownerId) => ownerId !== undefined);
}

/** The account that owns the code which a record names. */
function ownerNamed(record: UntakenRecord): string | undefined {
  switch (record.type) {
    case 'joined':
      return record.data.ownerId ?? undefined;
    case 'visit':
    case 'booking':
      return record.data.referredBy;
    default:
      return undefined;
  }
}

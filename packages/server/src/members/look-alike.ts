import type { LookAlike } from '@afterglow/engine';
import type { Reader } from '../ports.js';
import { cardsOf, paidWith } from './cards.js';

/** What is known of a person who names somebody's code. */
interface Friend {
  readonly id: string;
  readonly phone: string | null;
  /** In lower case. */
  readonly email: string | null;
  /** Cards that are told of now, as hashes; left out: none are. */
  readonly cards?: ReadonlySet<string>;
}

/**
 * What a friend has in common with the owner of the code. Families share a phone, so this refuses
 * nobody: staff look at the referral before the reward is released. Owners without contact data, such
 * as staff and influencers, are like nobody.
 */
export async function lookAlikeOf(
  reader: Reader,
  clinicId: string,
  ownerId: string | null,
  friend: Friend,
): Promise<LookAlike | undefined> {
  if (ownerId === null || ownerId === friend.id) return undefined;
  const owner = await reader.get('members', { clinicId, id: ownerId });
  if (!owner) return undefined;
  if (friend.phone !== null && friend.phone === owner.phone) return 'phone';
  if (friend.email !== null && friend.email === owner.email) return 'email';
  const known = await cardsOf(reader, clinicId, friend.id);
  const cards = new Set([...known, ...(friend.cards ?? [])]);
  return (await paidWith(reader, clinicId, cards, owner.id)) ? 'card' : undefined;
}

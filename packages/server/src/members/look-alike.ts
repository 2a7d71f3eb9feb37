import type { Reader } from '../ports.js';

/** What is known of a person who names somebody's code. */
interface Friend {
  readonly id: string;
  readonly phone: string | null;
  /** In lower case. */
  readonly email: string | null;
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
): Promise<'phone' | 'email' | undefined> {
  if (ownerId === null || ownerId === friend.id) return undefined;
  const owner = await reader.get('members', { clinicId, id: ownerId });
  if (!owner) return undefined;
  if (friend.phone !== null && friend.phone === owner.phone) return 'phone';
  return friend.email !== null && friend.email === owner.email ? 'email' : undefined;
}

import { readAccount } from '../../accounts/advance.js';
import { isErasedAlias } from '../../members/erased-aliases.js';
import { newSession } from '../../sessions/sessions.js';
import type { Tables } from '../../tables.js';
import type { Person, World } from '../world.js';

/** Somebody whom the clinic has a record of, with what it shows of the account. */
export interface KnownMember {
  readonly person: Person;
  /** The record that the till's id was given first. */
  readonly id: string;
  /** The record that stands for the person by now. */
  readonly standsFor: string;
  readonly status: Tables['members']['status'];
  /** What the account was worth when it was saved last. */
  readonly points: number;
}

/** The people of whom the clinic has a record, by the till's ids, in their order. */
export async function knownMembers(world: World): Promise<readonly KnownMember[]> {
  const { outside, clinic, people } = world;
  const { reader } = outside.store;
  const clinicId = clinic.id;
  const known: KnownMember[] = [];
  for (const person of people) {
    const alias = { clinicId, source: 'till', externalId: person.client };
    const id = (await reader.get('aliases', alias))?.memberId;
    if (id === undefined) continue;
    const [member, account] = await Promise.all([
      reader.get('members', { clinicId, id }),
      reader.get('accounts', { clinicId, accountId: id }),
    ]);
    if (!member || !account || member.status === 'erased') continue;
    const { status } = member;
    const points = readAccount(account)?.points ?? 0;
    known.push({ person, id, standsFor: world.survivor(id), status, points });
  }
  return known;
}

/** Anybody, and mostly who has points to spend. */
export async function pickMember(world: World, least = 0): Promise<KnownMember | undefined> {
  const { chance } = world;
  const known = (await knownMembers(world)).filter(({ status }) => status !== 'merged');
  const rich = known.filter(({ points }) => points >= least);
  return chance.pickAny(rich.length > 0 && chance.happens(85) ? rich : known);
}

/**
 * A token of a member who has signed in. The session is made like any other and put into the store:
 * proving a code is slow on purpose, and {@link signIn} does it.
 */
export async function tokenOf({ outside, clinic }: World, memberId: string): Promise<string> {
  const { row, session } = newSession(outside, {
    clinicId: clinic.id,
    memberId,
    remember: 'never',
    publicKey: undefined,
  });
  await outside.store.transaction((tx) => tx.insert('sessions', [row]));
  return session.accessToken;
}

/**
 * Writes down who was erased because they had asked for it: whose id at the till stands for nobody any
 * more, and whose code is none.
 *
 * @returns Whether anybody was.
 */
export async function noteErased({ outside, clinic, people, erased }: World): Promise<boolean> {
  const { reader } = outside.store;
  const clinicId = clinic.id;
  let isAny = false;
  for (const person of people) {
    const { client: externalId, code } = person;
    const isGone =
      !erased.has(externalId) &&
      (await isErasedAlias(reader, clinicId, { source: 'till', externalId }));
    if (isGone) erased.add(externalId);
    const isNobody = code !== undefined && !(await reader.get('codes', { clinicId, code }));
    if (isGone || isNobody) person.code = undefined;
    isAny ||= isGone || isNobody;
  }
  return isAny;
}

/** What the records of one person asked for, each with the day that it was told. */
export const wishesOf = (world: World, memberId: string): readonly (readonly [string, number])[] =>
  [...world.wishes].filter(([id]) => world.survivor(id) === memberId);

/** Who signs in stays, whichever record's phone it is that proves it. */
export function takeBackWishes(world: World, memberId: string): void {
  for (const [id] of wishesOf(world, memberId)) world.wishes.delete(id);
}

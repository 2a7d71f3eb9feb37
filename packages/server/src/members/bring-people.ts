import { personNamed } from '../intake/people.js';
import type { Ports, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import { isErasedAlias } from './erased-aliases.js';
import {
  changeMember,
  detailColumns,
  insertMembers,
  newMember,
  type PersonDetails,
} from './rows.js';

/** Somebody of a patient list, checked: phone in E.164, e-mail in lower case. */
export interface ListedPerson extends Pick<
  PersonDetails,
  'firstName' | 'phone' | 'email' | 'birthday'
> {
  /** The person's ids in other systems, the list's own first. */
  readonly aliases: readonly { readonly source: string; readonly externalId: string }[];
  /** The local day since which the person is a patient; undefined when the list does not say. */
  readonly since?: string | undefined;
}

/** What became of a person: a new known member, or one who was there; ids of somebody else. */
export interface Brought {
  readonly isNew: boolean;
  /** Sources of ids that stand for somebody else here, or stood for somebody who was erased. */
  readonly taken: readonly string[];
  /** The person was erased, and is not brought in again. */
  readonly isErased: boolean;
}

/**
 * Brings people of a patient list in, in one transaction: each a known member with aliases and
 * without a consent. Who is there already is found as an event would find them, and only what is not
 * known yet is filled in: what a patient said at joining is not overwritten. Running it again changes
 * nothing. Who was erased stays away.
 *
 * @returns In the order of the people.
 */
export async function bringPeople(
  ports: Ports,
  clinic: Clinic,
  people: readonly ListedPerson[],
): Promise<readonly Brought[]> {
  return ports.store.transaction(async (tx) => {
    // Who adds people, aliases or codes takes turns, or one alias could stand for two people.
    await tx.lock('clinics', { id: clinic.id });
    const brought: Brought[] = [];
    for (const person of people) brought.push(await bring(tx, ports, clinic, person));
    return brought;
  });
}

async function bring(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  person: ListedPerson,
): Promise<Brought> {
  if (await isErased(tx, clinic.id, person)) return { isNew: false, taken: [], isErased: true };
  const found = await personNamed(tx, clinic.id, {
    alias: person.aliases[0],
    phone: person.phone ?? undefined,
    email: person.email ?? undefined,
  });
  const member = found ?? newMember(ports, clinic, person, clinic.now);
  const change = whatIsNew(clinic, member, person);
  if (!found) await insertMembers(tx, [{ ...member, ...change }]);
  else if (Object.keys(change).length > 0) await changeMember(tx, clinic, member, change);
  return { isNew: !found, taken: await linkAliases(tx, member, person), isErased: false };
}

/** Whether an id of the list was that of somebody who was erased, and its own is nobody else's. */
async function isErased(tx: Transaction, clinicId: string, { aliases }: ListedPerson) {
  const [own] = aliases;
  if (own && (await tx.get('aliases', { clinicId, ...own }))) return false;
  for (const alias of aliases) if (await isErasedAlias(tx, clinicId, alias)) return true;
  return false;
}

/** The columns that the list fills in or, for a day, moves back. */
function whatIsNew(
  clinic: Clinic,
  member: Tables['members'],
  person: ListedPerson,
): Partial<Tables['members']> {
  if (member.status === 'erased' || member.status === 'merged') return {};

  const change: Partial<Tables['members']> = {};
  const { firstName, phone, email, birthday, since } = person;
  if (member.status === 'known') {
    const told = detailColumns(clinic, member, { firstName, phone, email, birthday });
    for (const [column, value] of Object.entries(told))
      if (member[column as keyof typeof member] === null)
        Object.assign(change, { [column]: value });
  }
  if (since === undefined) return change;
  if (since < member.since) change.since = since;
  if (since < (member.patientSince ?? '9999')) change.patientSince = since;
  return change;
}

/** Gives the person the ids of the list, without those that stand or stood for somebody else. */
async function linkAliases(
  tx: Transaction,
  { clinicId, id }: Tables['members'],
  { aliases }: ListedPerson,
): Promise<readonly string[]> {
  const taken: string[] = [];
  for (const alias of aliases) {
    const known = await tx.get('aliases', { clinicId, ...alias });
    if (known?.memberId === id) continue;
    if (known || (await isErasedAlias(tx, clinicId, alias))) taken.push(alias.source);
    else await tx.insert('aliases', [{ clinicId, ...alias, memberId: id }]);
  }
  return taken;
}

import type { Event, PersonReference } from '@afterglow/contract';
import { isErasedAlias } from '../members/erased-aliases.js';
import { membersByEmail, membersByPhone, survivorOf } from '../members/find.js';
import { insertMembers, newMember } from '../members/rows.js';
import type { Ports, Reader, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import { ensured } from '../ensured.js';
import { rejected, type Incoming, type Rejected } from './incoming.js';

/** What an event says of a person that another event may name the person by, and who says so. */
export interface Contact {
  /** Two events with equal text here are of one person. */
  readonly identity: string;
  /** Telephone numbers and e-mail addresses. */
  readonly told: readonly string[];
}

/** How a person can be found by what an event tells. */
export function contactOf(event: Event): Contact {
  const { phone, email } = event.member ?? {};
  const changed = event.type === 'member.updated' ? event.data : {};
  const told = [phone, email, changed.phone, changed.email?.toLowerCase()];
  return {
    identity: personIdentity(named(event)),
    told: told.filter((text) => typeof text === 'string'),
  };
}

/** What an event names its person by. */
export interface Named extends Omit<PersonReference, 'source' | 'externalId'> {
  readonly alias: { readonly source: string; readonly externalId: string } | undefined;
}

function named({ source, member }: Event): Named {
  const { externalId, source: own, ...rest } = member ?? {};
  return {
    ...rest,
    alias: externalId === undefined ? undefined : { source: own ?? source, externalId },
  };
}

const aliasText = ({ source, externalId }: { source: string; externalId: string }) =>
  `${source} ${externalId}`;

/** Two events with equal text here are of one person. */
const personIdentity = ({ memberId, alias, phone, email }: Named) =>
  memberId ?? (alias ? `alias ${aliasText(alias)}` : (phone ?? `email ${email ?? ''}`));

const isNobody = (person: Named) =>
  (person.memberId ?? person.alias ?? person.phone ?? person.email) === undefined;

/** Whose events are, where that is known without a look at what happened before. */
export async function knownOwners(
  reader: Reader,
  clinicId: string,
  events: readonly Incoming[],
): Promise<Map<Incoming, string>> {
  const owners = await ownersOfVisits(reader, clinicId, events);
  const open = events.filter((incoming) => !owners.has(incoming));
  const people = open.map(({ event }) => named(event));
  const found = await knownPeople(reader, clinicId, people);
  for (const [at, incoming] of open.entries()) {
    const owner = found.get(personIdentity(ensured(people[at], 'the person of an event')));
    if (owner !== undefined) owners.set(incoming, owner);
  }
  return owners;
}

/**
 * Finds whose each event is that names nobody known by our id or the till's: by phone, then e-mail.
 * Somebody who is not known by these either becomes a known member with that id of the till.
 *
 * @returns In order: the member's id, or why the event can't be taken.
 */
export async function findPeople(
  ports: Ports,
  clinic: Clinic,
  events: readonly Incoming[],
): Promise<readonly (string | Rejected)[]> {
  const open = events.map((incoming) => ({ incoming, person: named(incoming.event) }));
  const missing = new Map<string, { person: Named; at: number }>();
  for (const { incoming, person } of open) {
    if (isNobody(person) || person.memberId !== undefined) continue;
    // The first event says who it is; the others come to somebody who is known by then.
    const identity = personIdentity(person);
    if (!missing.has(identity)) missing.set(identity, { person, at: incoming.at });
  }
  const found = new Map<string, string>();
  const erased =
    missing.size === 0
      ? new Set<string>()
      : await ports.store.transaction((tx) => addPeople(tx, ports, clinic, missing, found));

  return open.map(({ incoming, person }) => {
    if (isNobody(person)) return nobody(incoming.event);
    if (erased.has(personIdentity(person))) return personErased(incoming.event);
    return found.get(personIdentity(person)) ?? unknownMember(incoming.event);
  });
}

/** For refunds and voids: whose visit it is, as far as the visit is known. */
async function ownersOfVisits(
  reader: Reader,
  clinicId: string,
  events: readonly Incoming[],
): Promise<Map<Incoming, string>> {
  const visits = new Map<Incoming, { clinicId: string; source: string; externalId: string }>();
  for (const incoming of events) {
    const { event } = incoming;
    if (event.type === 'visit.refunded' || event.type === 'visit.voided')
      visits.set(incoming, { clinicId, source: event.source, externalId: event.data.visit });
  }
  if (visits.size === 0) return new Map();

  const rows = await reader.getMany('events', [...visits.values()]);
  const owners = new Map(rows.map((row) => [aliasText(row), row.memberId]));
  return new Map(
    [...visits].flatMap(([incoming, key]) => {
      const owner = owners.get(aliasText(key));
      return owner === undefined ? [] : [[incoming, owner] as const];
    }),
  );
}

/** People of the clinic by what events name them by. */
async function knownPeople(
  reader: Reader,
  clinicId: string,
  people: readonly Named[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const ids: string[] = [];
  const aliases: NonNullable<Named['alias']>[] = [];
  for (const { memberId, alias } of people) {
    if (memberId !== undefined) ids.push(memberId);
    else if (alias) aliases.push(alias);
  }
  const members =
    ids.length === 0
      ? []
      : await reader.getMany(
          'members',
          [...new Set(ids)].map((id) => ({ clinicId, id })),
        );
  for (const { id } of members) found.set(id, id);

  const rows =
    aliases.length === 0
      ? []
      : await reader.getMany(
          'aliases',
          aliases.map((alias) => ({ clinicId, ...alias })),
        );
  for (const row of rows) found.set(`alias ${aliasText(row)}`, row.memberId);
  return found;
}

/**
 * Looks again inside a transaction that lets nobody else add people, then adds who is missing.
 *
 * @returns Identities of people who were erased; nobody is added for them.
 */
async function addPeople(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  missing: ReadonlyMap<string, { readonly person: Named; readonly at: number }>,
  found: Map<string, string>,
): Promise<ReadonlySet<string>> {
  const erased = new Set<string>();
  await tx.lock('clinics', { id: clinic.id });
  for (const [identity, { person, at }] of missing) {
    if (person.alias && (await isErasedAlias(tx, clinic.id, person.alias))) {
      erased.add(identity);
      continue;
    }
    const member =
      (await personNamed(tx, clinic.id, person)) ?? newMember(ports, clinic, person, at);
    if (!(await tx.get('members', { clinicId: clinic.id, id: member.id })))
      await insertMembers(tx, [member]);
    if (person.alias)
      await tx.insertMissing('aliases', [
        { clinicId: clinic.id, ...person.alias, memberId: member.id },
      ]);
    found.set(identity, member.id);
  }
  return erased;
}

/**
 * Somebody who is there under another name: the same phone, then the same e-mail. Who has another
 * id in the same till is another person, such as a mother and a daughter with one phone.
 */
export async function personNamed(
  reader: Reader,
  clinicId: string,
  { alias, phone, email }: Pick<Named, 'alias' | 'phone' | 'email'>,
): Promise<Tables['members'] | undefined> {
  if (alias) {
    const row = await reader.get('aliases', { clinicId, ...alias });
    if (row) {
      const member = await reader.get('members', { clinicId, id: row.memberId });
      return survivorOf(reader, member);
    }
  }
  const candidates = [
    ...(phone === undefined ? [] : await membersByPhone(reader, clinicId, phone)),
    ...(email === undefined ? [] : await membersByEmail(reader, clinicId, email)),
  ];
  for (const candidate of candidates) {
    if (!alias) return candidate;
    const where = { clinicId, memberId: candidate.id };
    const aliases = await reader.range('aliases', { index: 'byMember', where });
    if (!aliases.some(({ source }) => source === alias.source)) return candidate;
  }
  return undefined;
}

const nobody = ({ externalId }: Event) =>
  rejected(externalId, {
    code: 'member_missing',
    param: 'member',
    detail:
      'The event does not say whose it is. Give member.memberId, member.externalId, member.phone or member.email.',
  });

/** The rejection of an event of somebody who was erased. */
export const personErased = ({ externalId }: Event) =>
  rejected(externalId, {
    code: 'member_erased',
    detail:
      'This person was erased; nothing is recorded. To somebody who joined again, give the id with addAliases of PATCH /v1/members/:id.',
  });

const unknownMember = ({ externalId }: Event) =>
  rejected(externalId, {
    code: 'member_unknown',
    param: 'member.memberId',
    detail: 'This clinic has no member with that id.',
  });

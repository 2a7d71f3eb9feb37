import type { Event, EventResult } from '@afterglow/contract';
import { ensured } from '../ensured.js';
import { RowExists, type Ports } from '../ports.js';
import type { Clinic } from '../programs.js';
import { settleAccounts } from '../settle.js';
import { applyToAccount } from './apply.js';
import { eventIdentity, knownEvents } from './decide.js';
import { readEvent, type Incoming, type Rejected } from './incoming.js';
import { contactOf, findPeople, knownOwners } from './people.js';

/** How often a request is tried again that met another one for the same events. */
const triesOnConflict = 3;

/**
 * Members of one request that are written at once: a store may put them on the disk together. More
 * would keep other requests waiting for longer than they save.
 */
const membersAtOnce = 8;

/** One event of a request that can be applied, with its place in the answer. */
interface Placed {
  readonly index: number;
  readonly incoming: Incoming;
}

/**
 * Takes events in, each answered on its own and in order. They are grouped by member: one
 * transaction and one fold for each. Both the API and the import come through here.
 *
 * @param raw - Events as the contract describes them, not yet checked; any number.
 */
export async function recordFacts(
  ports: Ports,
  clinic: Clinic,
  raw: readonly unknown[],
): Promise<readonly EventResult[]> {
  const results = new Map<number, EventResult>();
  const placed: Placed[] = [];
  for (const [index, one] of raw.entries()) {
    const read = readEvent(clinic, one);
    if (isRejected(read)) results.set(index, read);
    else placed.push({ index, incoming: read });
  }

  const told = new Set<string>();
  for (const wave of waves(placed))
    for (const account of await applyWave(ports, clinic, wave, results)) told.add(account);
  const { programs, now } = clinic;
  await settleAccounts(ports, { clinicId: clinic.id, programs, now }, [...told]);
  return raw.map((_, index) => ensured(results.get(index), 'the result of an event'));
}

const isRejected = (read: Incoming | Rejected): read is Rejected => 'status' in read;

/**
 * Groups of events that may be applied in any order among members: a refund or a later revision
 * waits for the wave that holds what it speaks of, and whoever may be found by a telephone number or an
 * e-mail address waits for the wave that tells it of somebody. An update that takes one away is a wave
 * of its own, since people before it may be found by what those after it may not.
 */
function waves(placed: readonly Placed[]): Placed[][] {
  const all: Placed[][] = [];
  let wave: Placed[] = [];
  let seen = new Map<string, Incoming>();
  let tellers = new Map<string, string>();
  let isAlone = false;
  for (const one of placed) {
    const { event } = one.incoming;
    const { identity, told } = contactOf(event);
    const earlier = seen.get(eventIdentity(event));
    const isOther = earlier !== undefined && earlier.event.revision !== event.revision;
    // Whose a correction is says its visit, whomever it names itself.
    const visit = visitOf(event, seen);
    const isOfOther = visit !== undefined && contactOf(visit.event).identity !== identity;
    const isToldOfOther = told.some((text) => (tellers.get(text) ?? identity) !== identity);
    const isNextToUpdate = isAlone || changesContact(event);
    if (isOther || isOfOther || isToldOfOther || isNextToUpdate) {
      if (wave.length > 0) all.push(wave);
      wave = [];
      seen = new Map();
      tellers = new Map();
    }
    isAlone = changesContact(event);
    for (const text of told) tellers.set(text, identity);
    wave.push(one);
    seen.set(eventIdentity(event), one.incoming);
  }
  return wave.length > 0 ? [...all, wave] : all;
}

const changesContact = (event: Event) =>
  event.type === 'member.updated' && (event.data.phone ?? event.data.email) !== undefined;

/** The visit that an event corrects, where it came before in the same wave. */
const visitOf = ({ type, source, data }: Event, seen: ReadonlyMap<string, Incoming>) =>
  type === 'visit.refunded' || type === 'visit.voided'
    ? seen.get(eventIdentity({ source, externalId: data.visit }))
    : undefined;

/** Applies one wave; answers the accounts that were told something. */
async function applyWave(
  ports: Ports,
  clinic: Clinic,
  wave: readonly Placed[],
  results: Map<number, EventResult>,
): Promise<readonly string[]> {
  const owners = await ownersOf(ports, clinic, wave);
  const groups = new Map<string, Placed[]>();
  for (const one of wave) {
    const owner = ensured(owners.get(one.incoming), 'the owner of an event');
    if (typeof owner !== 'string') results.set(one.index, owner);
    else groups.set(owner, [...(groups.get(owner) ?? []), one]);
  }

  const told: string[] = [];
  const all = [...groups];
  for (let first = 0; first < all.length; first += membersAtOnce) {
    const part = all.slice(first, first + membersAtOnce);
    const applied = await whenAllEnded(
      part.map(([memberId, group]) => applyGroup(ports, clinic, memberId, group)),
    );
    for (const [nth, [, group]] of part.entries()) {
      const { results: ofGroup, told: byGroup } = ensured(applied[nth], 'what a group did');
      for (const [at, { index }] of group.entries())
        results.set(index, ensured(ofGroup[at], 'the result of an event'));
      told.push(...byGroup);
    }
  }
  return told;
}

/** As `Promise.all`, but none of them goes on once it is answered. */
async function whenAllEnded<T>(works: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

async function applyGroup(
  ports: Ports,
  clinic: Clinic,
  memberId: string,
  group: readonly Placed[],
): ReturnType<typeof applyToAccount> {
  const incoming = group.map((one) => one.incoming);
  for (let tries = 1; ; tries++) {
    try {
      return await applyToAccount(ports, clinic, memberId, incoming);
    } catch (error) {
      // Another request took one of these events for somebody else; now it is known.
      if (!(error instanceof RowExists) || tries >= triesOnConflict) throw error;
    }
  }
}

/**
 * Whose each event is. Most are of somebody who is known; only where they are not is it asked whether
 * an event is a repetition, which is of whoever it was of and adds nobody.
 */
async function ownersOf(
  ports: Ports,
  clinic: Clinic,
  wave: readonly Placed[],
): Promise<ReadonlyMap<Incoming, string | Rejected>> {
  const { reader } = ports.store;
  const incoming = wave.map((one) => one.incoming);
  const owners = new Map<Incoming, string | Rejected>(
    await knownOwners(reader, clinic.id, incoming),
  );
  const isOpen = (one: Incoming) => !owners.has(one);
  const asked = incoming.filter(isOpen);
  if (asked.length === 0) return owners;

  const known = await knownEvents(reader, clinic.id, asked);
  for (const one of asked) {
    const row = known.get(eventIdentity(one.event));
    if (row && one.event.revision <= row.revision) owners.set(one, row.memberId);
  }
  const strangers = asked.filter(isOpen);
  const found = await findPeople(ports, clinic, strangers);
  for (const [at, one] of strangers.entries())
    owners.set(one, ensured(found[at], 'the owner of an event'));
  return owners;
}

import { postRevision } from '../post.js';
import type { SentFact } from '../world.js';
import type { Operation } from './operation.js';
import { knownByTill } from './small-events.js';
import { pastInstant, textOf } from './when.js';

const dayMs = 86_400_000;

/** A booking system says a booking anew by the same id: it is on another day, or cancelled. */
export const rebook: Operation = {
  name: 'revise a booking',
  weight: 4,
  async run(world) {
    const { chance } = world;
    const fact = chance.pickAny(world.facts.filter(isBooking));
    if (!fact) return false;
    if (chance.happens(30)) return postRevision(world, fact, { type: 'booking.cancelled' });
    const { occurredAt, data } = fact.event;
    const day = Date.parse(String(occurredAt)) + chance.between(0, 60) * dayMs;
    return postRevision(world, fact, { data: { ...(data as object), startsAt: textOf(day) } });
  },
};

/** The desk wrote down another day on which somebody joined or booked. */
export const redate: Operation = {
  name: 'date a joining or booking anew',
  weight: 3,
  async run(world) {
    const fact = world.chance.pickAny(world.facts);
    if (!fact) return false;
    return postRevision(world, fact, { occurredAt: textOf(await pastInstant(world)) });
  },
};

/** A booking, or that somebody joined, was told of another person. */
export const reassign: Operation = {
  name: 'tell a joining or booking of another person',
  weight: 3,
  mixes: true,
  async run(world) {
    const { chance } = world;
    const fact = chance.pickAny(world.facts);
    const person = chance.pickAny(world.people);
    if (!fact || !person) return false;
    return postRevision(world, fact, { member: knownByTill(person, chance) });
  },
};

const isBooking = ({ event }: SentFact) => event.source === 'booking';

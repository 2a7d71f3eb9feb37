import type { SentEvent } from '../acknowledged.js';
import type { Chance } from '../chance.js';
import { post } from '../post.js';
import type { Person, World } from '../world.js';
import type { Operation } from './operation.js';
import { memberOf } from './sell.js';
import { pastInstant, textOf } from './when.js';

const dayMs = 86_400_000;

/** An event of one person with nothing but its data drawn. */
function telling(
  name: string,
  of: {
    readonly weight: number;
    readonly source: string;
    /** Said again later, with a higher revision. */
    readonly isCorrected?: true;
    readonly draw: (
      world: World,
      chance: Chance,
      at: number,
    ) => readonly [type: string, data: object, more?: { readonly phone?: string }];
  },
): Operation {
  return {
    name,
    weight: of.weight,
    async run(world) {
      const { chance } = world;
      const person = chance.pickAny(world.people);
      if (!person) return false;
      const at = await pastInstant(world);
      const [type, data, more = {}] = of.draw(world, chance, at);
      const event: SentEvent = {
        type,
        source: of.source,
        externalId: `E-${world.number()}`,
        revision: 1,
        occurredAt: textOf(at),
        member: knownByTill(person, chance, more),
        data,
      };
      if (of.isCorrected) world.facts.push({ event });
      return post(world, [event]);
    },
  };
}

/** Who an event is of: every system knows people by the till's id. */
export const knownByTill = (person: Person, chance: Chance, more: { phone?: string } = {}) => ({
  source: 'till',
  ...memberOf(person, chance),
  ...more,
});

/** A booking system says what becomes of a booking. */
export const book = telling('book', {
  weight: 5,
  source: 'booking',
  isCorrected: true,
  draw: (world, chance, at) => [
    `booking.${chance.pick(['made', 'made', 'changed', 'cancelled', 'missed'])}`,
    {
      booking: `B-${chance.between(1, world.step + 1)}`,
      service: 'FACIAL',
      startsAt: textOf(at + chance.between(0, 30) * dayMs),
    },
  ],
});

/** Something else was done: photos, a review, feedback after a visit. */
export const tell = telling('tell of an activity', {
  weight: 4,
  source: 'app',
  draw: (_, chance) =>
    chance.happens(50)
      ? ['activity.done', { activity: chance.pick(['photos', 'review']) }]
      : ['feedback.given', { score: chance.between(0, 10) }],
});

/** The desk signs somebody up, at times with a friend's code, and at times with the friend's phone. */
export const joinAtDesk = telling('join at the desk', {
  weight: 6,
  source: 'desk',
  isCorrected: true,
  draw: ({ people, codes }, chance) => {
    const owners = people.filter(({ code }) => code !== undefined);
    const owner = chance.happens(75) ? chance.pickAny(owners) : undefined;
    const code = owner?.code ?? chance.pickAny(codes);
    if (code === undefined || chance.happens(25)) return ['member.joined', {}];
    const { phone } = owner ?? {};
    return ['member.joined', { code }, phone !== undefined && chance.happens(60) ? { phone } : {}];
  },
});

/** A system tells a new name or language. */
export const update = telling('update a person', {
  weight: 2,
  source: 'desk',
  draw: (_, chance) => ['member.updated', { firstName: chance.pick(['Ana', 'Bea', 'Cleo']) }],
});

/** A membership starts, rests or ends. */
export const membership = telling('change a membership', {
  weight: 2,
  source: 'desk',
  draw: (_, chance) => {
    const step = chance.pick(['started', 'paused', 'ended']);
    return [`membership.${step}`, step === 'started' ? { plan: 'GLOW' } : {}];
  },
});

/** The clinic lets a package run longer. */
export const extend: Operation = {
  name: 'extend a package',
  weight: 3,
  async run(world) {
    const { chance } = world;
    const owned = chance.pickAny(world.packages);
    if (!owned) return false;
    const at = await pastInstant(world);
    const expiresOn = textOf(at + chance.between(1, 900) * dayMs).slice(0, 10);
    return post(world, [
      {
        type: 'package.extended',
        source: 'desk',
        externalId: `E-${world.number()}`,
        revision: 1,
        occurredAt: textOf(at),
        member: { source: 'till', externalId: owned.client },
        data: { package: owned.id, expiresOn },
      },
    ]);
  },
};

import type { SentEvent } from '../acknowledged.js';
import type { Chance } from '../chance.js';
import { post } from '../post.js';
import type { Person, SentVisit, World } from '../world.js';
import type { Operation } from './operation.js';
import { pastInstant, textOf } from './when.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** What the clinic sells, by kind and code. */
const goods = [
  { weight: 20, kind: 'treatment', code: 'FACIAL', category: 'facial', most: 20_000 },
  { weight: 15, kind: 'treatment', code: 'TOX', category: 'neuromodulator', most: 60_000 },
  { weight: 10, kind: 'treatment', code: 'MICRO', category: 'microneedling', most: 40_000 },
  { weight: 10, kind: 'treatment', code: 'LHR', category: 'laser', most: 25_000 },
  { weight: 15, kind: 'product', code: 'SERUM', category: 'product', most: 15_000 },
  { weight: 6, kind: 'package', code: 'FACIAL5', package: 'FACIAL5', most: 72_500 },
  { weight: 4, kind: 'package', code: 'MN3', package: 'MN3', most: 96_000 },
  { weight: 4, kind: 'tip', code: 'TIP', most: 5_000 },
  { weight: 3, kind: 'giftCard', code: 'GIFT', most: 20_000 },
] as const;

/** A till sends one receipt, or the day's. */
export const sell: Operation = {
  name: 'sell',
  weight: 40,
  async run(world) {
    const count = world.chance.happens(15) ? world.chance.between(2, 5) : 1;
    const events: SentEvent[] = [];
    for (let i = 0; i < count; i++) {
      const visit = await newVisit(world);
      world.visits.push(visit);
      events.push(visit.event);
    }
    return post(world, events);
  },
};

/** Somebody comes for the first time under this name. */
export async function sellFirst(world: World, person: Person): Promise<boolean> {
  const visit = await newVisit(world, person);
  world.visits.push(visit);
  return post(world, [visit.event]);
}

async function newVisit(world: World, named?: Person): Promise<SentVisit> {
  const { chance } = world;
  const at = await pastInstant(world);
  const externalId = `R-${world.number()}`;
  const person = named ?? chance.pickAny(world.people);
  const data = withCard(visitData(chance, chance.between(1, 4)), person);
  const event: SentEvent = {
    type: 'visit.completed',
    source: 'till',
    externalId,
    revision: 1,
    ...(chance.happens(8) ? { occurredOn: dayOf(at) } : { occurredAt: textOf(at) }),
    member: person ? memberOf(person, chance) : { externalId: 'C-1' },
    data,
  };
  const left = new Map(data.lines.map(({ lineId, price }) => [lineId, price.amount]));
  return { externalId, at, left, event };
}

/**
 * What a receipt says, with what the till gives for the card of whoever pays. Each pays with one card:
 * what two share is judged by when it is told, so facts told in order could say otherwise.
 */
export function withCard(data: VisitTold, person: Person | undefined): VisitTold {
  if (!person || !data.tenders) return data;
  const tenders = data.tenders.map((tender) =>
    tender.kind === 'money' ? { ...tender, card: `the card of ${person.client}` } : tender,
  );
  return { ...data, tenders };
}

/** A day that is over in every zone, since a day counts as its noon. */
const dayOf = (at: number) => textOf(at - 86_400_000).slice(0, 10);

/** Who was there, as a till says it: its own id always, the phone at times. */
export function memberOf(person: Person, chance: Chance): SentEvent['member'] {
  return {
    externalId: person.client,
    ...(chance.happens(30) ? { phone: person.phone } : {}),
  };
}

/** What was sold, on a receipt. */
export interface Line {
  readonly lineId: string;
  readonly price: { readonly amount: number; readonly currency: string };
  readonly [more: string]: unknown;
}

/** What a till says of a visit. */
export interface VisitTold {
  readonly lines: readonly Line[];
  readonly tenders?: readonly { readonly kind: string; readonly [more: string]: unknown }[];
  readonly [more: string]: unknown;
}

/** Lines with prices, discounts and what was handed over. */
export function visitData(chance: Chance, lineCount: number): VisitTold {
  const lines = Array.from({ length: lineCount }, (_, index) =>
    drawnLine(chance, String(index + 1)),
  );
  const sum = lines.reduce((all, { price }) => all + price.amount, 0);
  const off = chance.happens(20) ? chance.between(0, Math.floor(sum / 4)) : 0;
  return {
    channel: chance.pick(['till', 'online']),
    lines,
    ...(off > 0 ? { discounts: [{ amount: usd(off), reason: 'welcome' }] } : {}),
    ...tendersOf(chance, lines, sum - off),
  };
}

/** A line of a bill. */
export function drawnLine(chance: Chance, lineId: string): Line {
  const { weight: _, most, ...sold } = chance.weighted(goods);
  const price = chance.between(0, most);
  const discount = chance.happens(25) ? chance.between(0, 3_000) : 0;
  return {
    lineId,
    ...sold,
    quantity: 1,
    ...(discount > 0 ? { listPrice: usd(price + discount), discount: usd(discount) } : {}),
    price: usd(price),
  };
}

function tendersOf(
  chance: Chance,
  lines: readonly Line[],
  due: number,
): Pick<VisitTold, 'tenders'> {
  const line = chance.pickAny(lines)?.lineId;
  switch (chance.between(1, 10)) {
    case 1:
    case 2:
    case 3:
      return {};
    case 4:
    case 5:
      return { tenders: [{ kind: 'session', count: chance.between(1, 2) }] };
    case 6:
      return {
        tenders: [
          { kind: 'session', line },
          { kind: 'money', amount: usd(due) },
        ],
      };
    case 7: {
      const card = chance.between(0, due);
      return {
        tenders: [
          { kind: 'giftCard', amount: usd(card) },
          { kind: 'money', amount: usd(due - card) },
        ],
      };
    }
    default:
      return { tenders: [{ kind: 'money', amount: usd(due) }] };
  }
}

import type { Checkout } from '@afterglow/contract';
import type { SentEvent } from '../acknowledged.js';
import { insist } from '../call.js';
import { post } from '../post.js';
import type { KnownCheckout, World } from '../world.js';
import { callOnce, isDone } from './keyed.js';
import { pickMember } from './members.js';
import type { Operation } from './operation.js';
import { drawnLine, type Line } from './sell.js';
import { textOf } from './when.js';

/** The desk quotes a bill; what is used on it is held. At times two desks quote for one person. */
export const quote: Operation = {
  name: 'quote a bill',
  weight: 8,
  keyed: true,
  async run(world) {
    const member = await pickMember(world, 1);
    if (!member) return false;
    const count = world.chance.happens(25) ? 2 : 1;
    const quotes = Array.from({ length: count }, () => quoteOne(world, member));
    return (await Promise.all(quotes)).some((isQuoted) => isQuoted);
  },
};

async function quoteOne(
  world: World,
  { id, person }: { readonly id: string; readonly person: { readonly client: string } },
): Promise<boolean> {
  const { chance } = world;
  const lines = Array.from({ length: chance.between(1, 3) }, (_, index) =>
    billed(drawnLine(chance, String(index + 1))),
  );
  const own = world.vouchers.filter(({ memberId }) => memberId === id);
  const voucher = chance.happens(50) ? chance.pickAny(own) : undefined;
  const use = {
    points: chance.pick([0, 'max', 'max', 50]),
    vouchers: voucher ? [voucher.code] : [],
  };
  const route = 'POST /v1/checkouts';
  const member = { source: 'till', externalId: person.client };
  const answered = await callOnce(world, { route, body: { member, lines, use } });
  const refusals = ['member_erased', 'voucher_unknown', 'voucher_unavailable'];
  if (!isDone(answered, route, refusals)) return false;
  const made = answered.body as Checkout;
  world.checkouts.push({ client: person.client, memberId: id, lines, made, isOpen: true });
  if (holdsSomething(made)) world.decided.took(`hold:${made.id}`, id);
  return true;
}

/** A line before anything is taken off it. */
const billed = ({ price, listPrice = price, discount: _, ...line }: Line) => ({
  ...line,
  listPrice,
});

const holdsSomething = ({ lines, offer, vouchers, credit, points }: Checkout) =>
  lines.some(({ sessions }) => sessions.length > 0) ||
  offer !== null ||
  vouchers.length > 0 ||
  credit.amount > 0 ||
  points.count > 0;

/** The desk lets a quote go. */
export const release: Operation = {
  name: 'release a quote',
  weight: 4,
  keyed: true,
  async run(world) {
    const checkout = pickCheckout(world);
    if (!checkout) return false;
    const route = `DELETE /v1/checkouts/${checkout.made.id}`;
    const mark = `holdReleased:${checkout.made.id}`;
    // Whoever asks again after a lost answer is told that there is no such quote any more.
    if (holdsSomething(checkout.made)) world.decided.mayBe(mark);
    const answered = await insist(world, { route, key: world.clinic.secretKey });
    if (!isDone(answered, route, ['checkout_unknown', 'member_erased'])) return false;
    checkout.isOpen = false;
    return true;
  },
};

/** The bill of a quote is paid, soon, or when what it held was let go long ago. */
export const pay: Operation = {
  name: 'pay a quoted bill',
  weight: 8,
  async run(world) {
    const checkout = pickCheckout(world);
    if (!checkout) return false;
    const { chance } = world;
    const { made, client } = checkout;
    // Somebody may ring one bill up twice.
    checkout.isOpen = chance.happens(10);
    const at = (await world.now()) - (chance.happens(30) ? chance.between(0, 3_600_000) : 0);
    const lines = made.lines.map(({ lineId, listPrice, discount, price }, index) => ({
      ...checkout.lines[index],
      ...{ lineId, listPrice, discount, price },
    }));
    const event: SentEvent = {
      type: 'visit.completed',
      source: 'till',
      externalId: `R-${world.number()}`,
      revision: 1,
      occurredAt: textOf(at),
      member: { externalId: client },
      data: {
        channel: 'till',
        checkoutId: made.id,
        lines,
        tenders: [{ kind: 'money', amount: made.due }],
      },
    };
    const left = new Map(made.lines.map(({ lineId, price }) => [lineId, price.amount]));
    world.visits.push({ externalId: event.externalId, at, left, event });
    return post(world, [event]);
  },
};

/** Mostly the newest quote that was neither paid nor let go. */
function pickCheckout({ chance, checkouts }: World): KnownCheckout | undefined {
  const open = checkouts.filter(({ isOpen }) => isOpen);
  return chance.happens(70) ? open.at(-1) : chance.pickAny(open);
}

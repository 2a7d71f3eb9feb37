import { post } from '../post.js';
import type { SentVisit, World } from '../world.js';
import type { Operation } from './operation.js';
import { instantAfter, textOf } from './when.js';

/** A till gives back a part of what lines cost, or all of it, of a visit that may be on its way still. */
export const refund: Operation = {
  name: 'refund',
  weight: 10,
  async run(world) {
    const { chance } = world;
    const visit = chance.pickAny(world.visits);
    if (!visit) return false;
    const lines = [...visit.left]
      .filter(([, left]) => left > 0 && chance.happens(70))
      .map(([lineId, left]) => {
        const amount = chance.happens(50) ? left : chance.between(1, left);
        visit.left.set(lineId, left - amount);
        const sessions = chance.happens(20) ? { sessions: chance.between(1, 3) } : {};
        return { lineId, amount: { amount, currency: 'USD' }, ...sessions };
      });
    if (lines.length === 0) return false;
    return post(world, [
      {
        type: 'visit.refunded',
        source: 'till',
        externalId: `F-${world.number()}`,
        revision: 1,
        occurredAt: textOf(await instantAfter(world, visit.at)),
        member: { externalId: payerOf(world, visit) },
        data: { visit: visit.externalId, lines },
      },
    ]);
  },
};

/** Whom a till names with what it takes back: who was there, and now and then who pays. */
export function payerOf({ chance, people }: World, { event }: SentVisit): string {
  const other = chance.happens(10) ? chance.pickAny(people) : undefined;
  return other?.client ?? event.member.externalId;
}

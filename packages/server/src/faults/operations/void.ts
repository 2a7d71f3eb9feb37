import { post } from '../post.js';
import type { Operation } from './operation.js';
import { payerOf } from './refund.js';
import { instantAfter, textOf } from './when.js';

/** A till takes a whole visit back. */
export const voidVisit: Operation = {
  name: 'void',
  weight: 4,
  async run(world) {
    const visit = world.chance.pickAny(world.visits);
    if (!visit) return false;
    return post(world, [
      {
        type: 'visit.voided',
        source: 'till',
        externalId: `V-${world.number()}`,
        revision: 1,
        occurredAt: textOf(await instantAfter(world, visit.at)),
        member: { externalId: payerOf(world, visit) },
        data: { visit: visit.externalId },
      },
    ]);
  },
};

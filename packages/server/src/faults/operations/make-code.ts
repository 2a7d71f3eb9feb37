import type { CodeRow } from '@afterglow/contract';
import { callOnce, isDone } from './keyed.js';
import type { Operation } from './operation.js';

/** The clinic makes a code for somebody of its staff or for itself. */
export const makeCode: Operation = {
  name: 'make a code',
  weight: 2,
  keyed: true,
  async run(world) {
    const { chance } = world;
    if (world.codes.length >= 4) return false;
    const kind = chance.pick(['staff', 'influencer', 'partner', 'practice']);
    const call = { route: 'POST /v1/codes', body: { kind, label: 'A code' } };
    const answered = await callOnce(world, call);
    isDone(answered, call.route, []);
    world.codes.push((answered.body as CodeRow).code);
    return true;
  },
};

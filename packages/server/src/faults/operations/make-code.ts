import type { CodeRow } from '@afterglow/contract';
import { holds } from '../difference.js';
import { callOnce } from './keyed.js';
import type { Operation } from './operation.js';

/** The clinic makes a code for somebody of its staff or for itself. */
export const makeCode: Operation = {
  name: 'make a code',
  weight: 2,
  async run(world) {
    const { chance } = world;
    if (world.codes.length >= 4) return;
    const kind = chance.pick(['staff', 'influencer', 'partner', 'practice']);
    const { status, body } = await callOnce(world, 'POST /v1/codes', { kind, label: 'A code' });
    holds(status === 201, () => `making a code is answered ${JSON.stringify(body)}`);
    world.codes.push((body as CodeRow).code);
  },
};

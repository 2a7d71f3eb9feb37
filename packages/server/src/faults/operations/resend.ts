import { send } from '../post.js';
import type { Operation } from './operation.js';

/** A till sends again what was acknowledged long ago. */
export const resend: Operation = {
  name: 'send again',
  weight: 5,
  async run(world) {
    const known = world.chance.pickAny(world.book.current());
    if (!known) return false;
    world.took('duplicate');
    await send(world, [known.event]);
    return true;
  },
};

import type { Ports } from '../../ports.js';
import { settleDue } from '../../settle.js';
import { sweep } from '../../sweep.js';
import { insist } from '../call.js';
import { holds } from '../difference.js';
import type { World } from '../world.js';
import { noteErased } from './members.js';
import type { Operation } from './operation.js';
import { onServers } from './servers.js';
import { textOf } from './when.js';

const dayMs = 86_400_000;

/** Some days pass, then whatever fell due is settled, or not yet. */
export const days: Operation = {
  name: 'days pass',
  weight: 6,
  forgets: true,
  async run(world) {
    world.took('clockDays');
    return pass(world, world.chance.between(1, 20) * dayMs);
  },
};

/** Some months pass. */
export const months: Operation = {
  name: 'months pass',
  weight: 2,
  forgets: true,
  async run(world) {
    world.took('clockMonths');
    return pass(world, world.chance.between(31, 400) * dayMs);
  },
};

/** The scheduler of one server comes by, or those of two servers at once. */
export const settle: Operation = {
  name: 'settle',
  weight: 6,
  async run(world) {
    const now = await world.now();
    await onServers(world, ({ ports }) => settleRound(ports, world.clinic.id, now));
    return true;
  },
};

async function pass(world: World, ms: number): Promise<boolean> {
  world.wait(ms);
  if (!world.sandbox) return true;
  const target = (await world.now()) + ms;
  const { status, body } = await insist(world, {
    route: 'POST /v1/test/clock',
    key: world.clinic.secretKey,
    body: { now: textOf(target) },
  });
  // Another move may have come first.
  holds(
    status === 200 || status === 409,
    () => `moving the clock is answered ${JSON.stringify(body)}`,
  );
  await noteErased(world);
  return true;
}

async function settleRound(ports: Ports, clinicId: string, now: number): Promise<void> {
  await settleDue(ports, clinicId, now);
  await sweep(ports, clinicId);
}

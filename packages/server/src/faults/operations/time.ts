import type { Ports } from '../../ports.js';
import { settleDue } from '../../settle.js';
import { sweep } from '../../sweep.js';
import { brokenOf, insist } from '../call.js';
import { Difference, holds } from '../difference.js';
import type { StoreFault } from '../server-process.js';
import type { World } from '../world.js';
import type { Operation } from './operation.js';
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
    const isTwo = world.noise.happens(40);
    if (isTwo) world.took('twoSchedulers');
    await Promise.all(Array.from({ length: isTwo ? 2 : 1 }, () => settleOn(world, now)));
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
  return true;
}

const faults: readonly [Weighted, ...Weighted[]] = [
  { weight: 50, fault: undefined },
  { weight: 10, fault: 'crashBeforeCommit' },
  { weight: 10, fault: 'crashAfterCommit' },
  { weight: 10, fault: 'conflict' },
  { weight: 10, fault: 'storeFailed' },
];

interface Weighted {
  readonly fault: StoreFault | undefined;
  readonly weight: number;
}

/** One round of a scheduler. What it doesn't get done, a later round does. */
async function settleOn(world: World, now: number): Promise<void> {
  const server = world.server();
  const { fault } = world.noise.weighted(faults);
  if (fault) server.plan(fault, world.noise.between(0, 4));
  const before = brokenOf(world);
  const round = roundOn(server.ports, world.clinic.id, now).catch((error: unknown) => {
    if (brokenOf(world) === before) throw new Difference(`settling failed: ${String(error)}`);
  });
  await Promise.race([round, server.death]);
  if (fault) server.unplan();
}

async function roundOn(ports: Ports, clinicId: string, now: number): Promise<void> {
  await settleDue(ports, clinicId, now);
  await sweep(ports, clinicId);
}

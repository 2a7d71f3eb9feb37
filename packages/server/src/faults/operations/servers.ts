import { brokenOf } from '../call.js';
import { Difference } from '../difference.js';
import type { ServerProcess, StoreFault } from '../server-process.js';
import type { World } from '../world.js';

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

/** What a server does by itself comes by, at times on two servers at once. */
export async function onServers(
  world: World,
  round: (server: ServerProcess) => Promise<unknown>,
): Promise<void> {
  const isTwo = world.noise.happens(40);
  if (isTwo) world.took('twoSchedulers');
  await Promise.all(Array.from({ length: isTwo ? 2 : 1 }, () => onServer(world, round)));
}

/** One round of a scheduler. What it doesn't get done, a later round does. */
async function onServer(
  world: World,
  round: (server: ServerProcess) => Promise<unknown>,
): Promise<void> {
  const server = world.server();
  const { fault } = world.noise.weighted(faults);
  if (fault) server.plan(fault, world.noise.between(0, 4));
  const before = brokenOf(world);
  const work = round(server).catch((error: unknown) => {
    if (brokenOf(world) === before) throw new Difference(`a scheduler failed: ${String(error)}`);
  });
  await Promise.race([work, server.death]);
  if (fault) server.unplan();
}

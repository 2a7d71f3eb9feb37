import type { World } from '../world.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How long ago something happened that is told now: mostly today, at times this very instant. */
const ages = [
  { weight: 55, upToMs: 120 * minuteMs },
  { weight: 25, upToMs: 20 * dayMs },
  { weight: 12, upToMs: 420 * dayMs },
  { weight: 8, upToMs: 0 },
] as const;

/** When something happened that is told now. */
export async function pastInstant(world: World): Promise<number> {
  const { upToMs } = world.chance.weighted(ages);
  return (await world.now()) - world.chance.between(0, upToMs);
}

/** When something happened that speaks of something earlier. */
export async function instantAfter(world: World, earlier: number): Promise<number> {
  const now = await world.now();
  return earlier + world.chance.between(1, Math.max(1, now - earlier));
}

/** An instant as events carry it. */
export const textOf = (at: number) => new Date(at).toISOString();

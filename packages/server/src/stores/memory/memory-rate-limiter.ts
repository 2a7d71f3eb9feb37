import type { RateLimiter, WallClock } from '../../ports.js';

/** From this many keys on, those whose window is over are thrown away. */
const keysKept = 10_000;

/**
 * Counts uses in this process: enough for one server, for tests and for pages. The window slides,
 * so no burst fits around its edge; a use that was refused does not count.
 */
export function createMemoryRateLimiter(clock: WallClock): RateLimiter {
  const windows = new Map<string, { uses: number[]; perMs: number }>();

  const forgetEnded = (now: number) => {
    for (const [key, { uses, perMs }] of windows)
      if ((uses.at(-1) ?? 0) <= now - perMs) windows.delete(key);
  };

  return {
    async take(key, { uses: allowed, perMs }) {
      const now = clock.now();
      if (windows.size >= keysKept && !windows.has(key)) forgetEnded(now);

      const uses = (windows.get(key)?.uses ?? []).filter((at) => at > now - perMs);
      windows.set(key, { uses, perMs });
      const oldest = uses.at(-allowed);
      if (oldest !== undefined) return oldest + perMs - now;
      uses.push(now);
      return 0;
    },
  };
}

import type { Ports, Randomness } from '../ports.js';
import { createMemoryRateLimiter } from '../stores/memory/memory-rate-limiter.js';
import type { SqlStore } from '../stores/sql/sql-store.js';
import { createLogger } from './logger.js';
import { openStore } from './open-store.js';
import type { LogLevel, Settings } from './settings.js';

/** The ports on a database of this machine or of a server. */
export interface NodePorts extends Ports {
  readonly store: SqlStore;
}

/** Bytes that are taken from the system at once: asking for a few costs as much as for many. */
const drawnAtOnce = 4096;

/** The system's random bytes. None is given twice, and none is kept once it is given. */
function createRandomness(): Randomness {
  const drawn = new Uint8Array(drawnAtOnce);
  let left = 0;
  return {
    bytes(length) {
      if (length > drawnAtOnce) return crypto.getRandomValues(new Uint8Array(length));
      if (length > left) {
        crypto.getRandomValues(drawn);
        left = drawnAtOnce;
      }
      left -= length;
      const given = drawn.slice(left, left + length);
      drawn.fill(0, left, left + length);
      return given;
    },
  };
}

/**
 * Opens the database and gives everything else that the app needs from outside. Whoever opens it
 * closes `store`.
 *
 * @param logLevel - Where `LOG_LEVEL` says nothing.
 */
export async function openPorts(settings: Settings, logLevel: LogLevel): Promise<NodePorts> {
  const clock = { now: () => Date.now() };
  return {
    store: await openStore(settings.database),
    clock,
    randomness: createRandomness(),
    rateLimiter: createMemoryRateLimiter(clock),
    logger: createLogger(settings.logLevel ?? logLevel),
  };
}

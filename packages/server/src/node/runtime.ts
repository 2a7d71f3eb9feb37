import type { Ports } from '../ports.js';
import { createMemoryRateLimiter } from '../stores/memory/memory-rate-limiter.js';
import type { SqlStore } from '../stores/sql/sql-store.js';
import { createLogger } from './logger.js';
import { openStore } from './open-store.js';
import type { LogLevel, Settings } from './settings.js';

/** The ports on a database of this machine or of a server. */
export interface NodePorts extends Ports {
  readonly store: SqlStore;
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
    randomness: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    rateLimiter: createMemoryRateLimiter(clock),
    logger: createLogger(settings.logLevel ?? logLevel),
  };
}

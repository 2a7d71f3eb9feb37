/** How often a call is tried again. */
export const retryLimit = 2;

/** Milliseconds before the second try; doubled for the third. */
export const firstDelayMs = 500;

/** A server that asks for more than this is not waited for. */
export const longestWaitMs = 60_000;

/** True for an answer after which the same call may succeed. */
export function isWorthRetrying(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * Milliseconds that `Retry-After` asks for, given as seconds or as a date.
 *
 * @returns null when the header is missing or neither.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** Half of the delay is sure and half is chance, so that pages don't come back in one moment. */
export function withJitter(delayMs: number, random: number): number {
  return delayMs * (0.5 + random / 2);
}

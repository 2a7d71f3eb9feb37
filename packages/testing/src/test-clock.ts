/** A length of time, in the units that a test speaks of. */
export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** A wall clock that stands still until somebody moves it. */
export interface HeldClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Moves to an instant, also back. */
  moveTo(at: number): void;
}

/** Makes a clock that stands at an instant. */
export function createHeldClock(at: number): HeldClock {
  let now = at;
  return {
    now: () => now,
    moveTo: (instant) => {
      now = instant;
    },
  };
}

/** A span in milliseconds; a day is 24 hours. */
export function spanMs({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** An instant, given as text or epoch milliseconds, in epoch milliseconds. */
export function instantMs(at: string | number): number {
  const ms = typeof at === 'number' ? at : Date.parse(at);
  if (Number.isSafeInteger(ms)) return ms;
  throw new RangeError(
    `${JSON.stringify(at)} is no instant; give one such as 2026-11-21T15:00:00Z`,
  );
}

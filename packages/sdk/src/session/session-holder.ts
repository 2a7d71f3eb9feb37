import type { SessionAnswer } from '@afterglow/contract';
import type { HeldSession } from './session-resume.js';

/** Holds the one session of a page. A turn ends when somebody else is signed in, or nobody is. */
export interface SessionHolder {
  /** Undefined when signed out or not asked for yet. */
  readonly held: HeldSession | undefined;
  /** What the server said, if it said so less than so many milliseconds ago. */
  saidWithin(ms: number): SessionAnswer | undefined;
  /**
   * Begins a turn with a session, or with none: whatever was asked in the one before is dropped.
   *
   * @returns Tells whether the turn still lasts.
   */
  replace(held?: HeldSession): () => boolean;
  /**
   * Holds what `ask` finds, for any number of callers at once.
   *
   * @returns undefined when nobody is signed in, or the turn ended meanwhile.
   */
  renew(ask: () => Promise<HeldSession | undefined>): Promise<SessionAnswer | undefined>;
}

/**
 * Makes the holder of a page.
 *
 * @param held - A session that is in hand already.
 * @param now - Epoch milliseconds of the page.
 */
export function createHolder(held: HeldSession | undefined, now: () => number): SessionHolder {
  let turn = 0;
  let renewing: Promise<SessionAnswer | undefined> | undefined;

  const untilTurned = () => {
    const begun = turn;
    return () => begun === turn;
  };

  async function renew(
    ask: () => Promise<HeldSession | undefined>,
  ): Promise<SessionAnswer | undefined> {
    const lasts = untilTurned();
    try {
      const next = await ask();
      if (lasts()) held = next;
      return lasts() ? next?.answer : undefined;
    } finally {
      if (lasts()) renewing = undefined;
    }
  }

  return {
    get held() {
      return held;
    },
    saidWithin: (ms) => (held && now() - held.at < ms ? held.answer : undefined),
    replace: (next) => {
      turn += 1;
      held = next;
      renewing = undefined;
      return untilTurned();
    },
    renew: (ask) => (renewing ??= renew(ask)),
  };
}

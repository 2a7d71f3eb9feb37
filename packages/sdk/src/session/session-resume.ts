import type { SessionAnswer } from '@afterglow/contract';
import { isRefusedError } from '../errors/refused.js';
import { pageCall, type Outcome, type PageSend } from '../page/page-call.js';
import type { CallPatience } from '../patience.js';
import { signRefresh, type StoredSession } from './session-start.js';

/** A session in hand: what the server said, when, and how to refresh it. */
export interface HeldSession {
  readonly answer: SessionAnswer;
  /** Epoch milliseconds of the page at which the answer came. */
  readonly at: number;
  /** Left out: the session cannot be refreshed. */
  readonly kept?: Pick<StoredSession, 'token' | 'privateKey'> | undefined;
  /** How far the page's clock lies behind the server's, in milliseconds. */
  readonly skewMs: number;
}

/** What a refresh needs besides the session. */
export interface ResumeInit extends CallPatience {
  readonly base: string;
  readonly key: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly now: () => number;
  /** As known so far. */
  readonly skewMs?: number;
  /** The answer of `startSession`, where somebody sent it already. */
  readonly started?: Promise<Response> | undefined;
  /** What came of it, where somebody looked already. */
  readonly first?: Outcome;
}

/**
 * Refreshes a session; signs once more with the server's time where the page's clock is off.
 *
 * @throws AfterglowError; see {@link hasEnded} for those after which nobody is signed in.
 */
export async function resumeSession(
  kept: Pick<StoredSession, 'token' | 'privateKey'>,
  init: ResumeInit,
  signedAgain = false,
): Promise<HeldSession> {
  const { base, key, now, skewMs = 0 } = init;
  const send: PageSend = async (by, signal) =>
    (await signRefresh(base, key, kept, now() + skewMs))(by, signal);
  try {
    const { value } = await pageCall<SessionAnswer>('POST sessions/refresh', send, init);
    return { answer: value, at: now(), kept, skewMs };
  } catch (error) {
    const serverNow = isRefusedError(error, 'clock_skew') && error.details?.['serverTime'];
    if (typeof serverNow !== 'string' || signedAgain) throw error;
    const { started: _started, first: _first, ...rest } = init;
    return resumeSession(kept, { ...rest, skewMs: Date.parse(serverNow) - now() }, true);
  }
}

/** True for the refusals after which a kept session is of no use. */
export const hasEnded = (error: unknown): boolean =>
  isRefusedError(error) && /^(session_|signature_)/.test(error.code);

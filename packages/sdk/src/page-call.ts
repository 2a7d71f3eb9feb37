import { AfterglowError } from './errors/afterglow-error.js';
import { AnswerInvalidError } from './errors/answer-invalid.js';
import { TimedOutError } from './errors/timed-out.js';
import { UnreachableError } from './errors/unreachable.js';
import { parsed, refusalOf } from './problem.js';
import {
  firstDelayMs,
  isWorthRetrying,
  longestWaitMs,
  retryLimit,
  tryTimeoutMs,
  withJitter,
  type CallPatience,
} from './retry.js';
import { wait } from './wait.js';

/** What the reads of a page may be given; everything has a default that a browser has. */
export interface PageReadInit extends CallPatience {
  /** Left out: the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Stops at once, also while waiting for a retry. */
  readonly signal?: AbortSignal | undefined;
  /** The first try, where somebody started it before this code arrived. */
  readonly started?: Promise<Response> | undefined;
}

/** An answer with its whole body read. */
export interface PageAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined for 204 and 304. */
  readonly value: T;
}

/** Makes one try; called anew for each, so that a signature is never sent twice. */
export type PageSend = (fetch: typeof globalThis.fetch, signal: AbortSignal) => Promise<Response>;

/**
 * Sends what must be as small as the first paint allows: plain fetch, 2 retries, 15 s a try.
 *
 * @param what - The call in words, for messages.
 * @throws {@link AfterglowError} in one of its four families.
 */
export async function pageCall<T>(
  what: string,
  send: PageSend,
  init: PageReadInit = {},
): Promise<PageAnswer<T>> {
  for (let tries = 0; ; tries++) {
    try {
      return await oneTry<T>(what, send, tries ? { ...init, started: undefined } : init);
    } catch (error) {
      const { code, status, retryAfterMs } = error as AfterglowError;
      const again = isWorthRetrying(status) || code === 'network' || code === 'timeout';
      if (!again || tries >= retryLimit || (retryAfterMs ?? 0) > longestWaitMs) throw error;

      const delay = withJitter((init.firstDelayMs ?? firstDelayMs) * 2 ** tries, Math.random());
      await wait(retryAfterMs ?? delay, init.signal);
      if (init.signal?.aborted) throw stopped(what, init.signal);
    }
  }
}

async function oneTry<T>(
  what: string,
  send: PageSend,
  { fetch = globalThis.fetch, signal, timeoutMs = tryTimeoutMs, started }: PageReadInit,
): Promise<PageAnswer<T>> {
  const stop = new AbortController();
  const end = () => stop.abort();
  signal?.addEventListener('abort', end);
  const answered = async () => {
    const response = await (started ?? send(fetch, stop.signal));
    return { response, text: await response.text() };
  };
  try {
    if (signal?.aborted) throw signal.reason;
    const answer = await Promise.race([answered(), wait(timeoutMs, stop.signal)]);
    if (signal?.aborted) throw signal.reason;
    if (!answer) {
      throw new TimedOutError(`${what} took more than ${timeoutMs} ms; try again`, {
        code: 'timeout',
      });
    }
    return valueOf<T>(what, answer.response, answer.text);
  } catch (error) {
    if (error instanceof AfterglowError) throw error;
    throw signal?.aborted
      ? stopped(what, signal)
      : new UnreachableError(`${what} got no answer; is there a network?`, {
          code: 'network',
          cause: error,
        });
  } finally {
    signal?.removeEventListener('abort', end);
    end();
  }
}

function valueOf<T>(what: string, response: Response, text: string): PageAnswer<T> {
  const { ok, status, headers } = response;
  if (!ok && status !== 304) throw refusalOf(what, { status, headers, text }, Date.now());

  const value = text ? parsed(text) : undefined;
  if (text && value === undefined) {
    throw new AnswerInvalidError(`${what} was answered with something that is not JSON`, {
      code: 'answer_invalid',
      status,
      requestId: headers.get('request-id'),
    });
  }
  return { status, headers, value: value as T };
}

const stopped = (what: string, signal: AbortSignal) =>
  new UnreachableError(`${what} was stopped by its caller`, {
    code: 'aborted',
    cause: signal.reason,
  });

import type { AfterglowError } from '../errors/afterglow-error.js';
import { AnswerInvalidError } from '../errors/answer-invalid.js';
import { TimedOutError } from '../errors/timed-out.js';
import { UnreachableError } from '../errors/unreachable.js';
import {
  goodAnswer,
  tryOnce,
  type Outcome,
  type PageAnswer,
  type PageReadInit,
  type PageSend,
} from './page-call.js';
import { tryTimeoutMs } from '../patience.js';
import { refusalOf } from '../problem.js';
import { firstDelayMs, isWorthRetrying, longestWaitMs, retryLimit, withJitter } from '../retry.js';
import { wait } from '../wait.js';

/**
 * Goes on after a first try that brought no good answer: tries again where that can help, and says
 * what went wrong where it can't.
 *
 * @throws {@link AfterglowError} in one of its four families.
 */
export async function recover<T>(
  what: string,
  send: PageSend,
  init: PageReadInit,
  first: Outcome,
): Promise<PageAnswer<T>> {
  let outcome = first;
  for (let tries = 0; ; tries++) {
    const error = failureOf(what, outcome, init);
    const { code, status, retryAfterMs } = error;
    const again = isWorthRetrying(status) || code === 'network' || code === 'timeout';
    if (!again || tries >= retryLimit || (retryAfterMs ?? 0) > longestWaitMs) throw error;

    const delay = withJitter((init.firstDelayMs ?? firstDelayMs) * 2 ** tries, Math.random());
    await wait(retryAfterMs ?? delay, init.signal);
    outcome = await tryOnce(send, { ...init, started: undefined });
    const good = init.signal?.aborted ? undefined : goodAnswer<T>(outcome);
    if (good) return good;
  }
}

function failureOf(
  what: string,
  outcome: Outcome,
  { signal, timeoutMs = tryTimeoutMs }: PageReadInit,
): AfterglowError {
  if (signal?.aborted) {
    return new UnreachableError(`${what} was stopped by its caller`, {
      code: 'aborted',
      cause: signal.reason,
    });
  }
  if (!outcome) {
    return new TimedOutError(`${what} took more than ${timeoutMs} ms; try again`, {
      code: 'timeout',
    });
  }
  if ('error' in outcome) {
    return new UnreachableError(`${what} got no answer; is there a network?`, {
      code: 'network',
      cause: outcome.error,
    });
  }
  const { response, text } = outcome;
  const { ok, status, headers } = response;
  if (!ok) return refusalOf(what, { status, headers, text }, Date.now());
  return new AnswerInvalidError(`${what} was answered with something that is not JSON`, {
    code: 'answer_invalid',
    status,
    requestId: headers.get('request-id'),
  });
}

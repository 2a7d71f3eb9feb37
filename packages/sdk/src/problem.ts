import { AnswerInvalidError } from './errors/answer-invalid.js';
import { RefusedError } from './errors/refused.js';
import { retryAfterMs } from './retry.js';

/** The part of an answer that says what went wrong. */
export interface RefusalAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly text: string;
}

/** JSON, or undefined where the text is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The error that an answer other than 2xx and 304 means. A proxy's page instead of a problem gives
 * the code that fits its status, or `answer_invalid` where none does.
 *
 * @param what - The call in words, such as `GET me`.
 */
export function refusalOf(
  what: string,
  { status, headers, text }: RefusalAnswer,
  now: number,
): RefusedError | AnswerInvalidError {
  const problem = (parsed(text) ?? {}) as Record<string, unknown>;
  const facts = {
    status,
    requestId: headers.get('request-id'),
    retryAfterMs: retryAfterMs(headers.get('retry-after'), now),
  };
  const code =
    typeof problem['code'] === 'string'
      ? problem['code']
      : status === 429
        ? 'rate_limited'
        : status >= 500
          ? 'unavailable'
          : undefined;
  if (!code) {
    return new AnswerInvalidError(
      `${what} was answered ${status} without a problem: is this the address of the API?`,
      { ...facts, code: 'answer_invalid' },
    );
  }

  const detail = typeof problem['detail'] === 'string' ? problem['detail'] : '';
  return new RefusedError(`${what} was refused: ${code} (${status}). ${detail}`.trim(), {
    ...facts,
    code,
    param: typeof problem['param'] === 'string' ? problem['param'] : null,
    details: (problem['details'] as Record<string, unknown> | undefined) ?? null,
  });
}

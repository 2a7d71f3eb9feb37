import type { AnswerOf, BodyOf, QueryOf, Route, RouteName } from '@afterglow/contract';
import { routes } from '@afterglow/contract/routes';
import ky, { HTTPError, TimeoutError, type Options } from 'ky';
import { AfterglowError } from './errors/afterglow-error.js';
import { AnswerInvalidError } from './errors/answer-invalid.js';
import { TimedOutError } from './errors/timed-out.js';
import { UnreachableError } from './errors/unreachable.js';
import { parsed, refusalOf } from './problem.js';
import { tryTimeoutMs, type CallPatience } from './patience.js';
import {
  firstDelayMs,
  isWorthRetrying,
  longestWaitMs,
  retryAfterMs,
  retryLimit,
  withJitter,
} from './retry.js';

/**
 * Says what is wrong with an answer: a path and a reason, never a value. Undefined when it is as
 * agreed. Unknown fields and unknown values of open lists are as agreed.
 */
export type CheckAnswer = (route: RouteName, answer: unknown) => string | undefined;

/** What a caller of the API is made of. */
export interface CallerOptions extends CallPatience {
  /** Origin (and path) of the API, without `/v1`; empty for the page's own origin. */
  readonly base: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The key or token for a route; undefined sends none. */
  readonly credential: (route: Route) => Promise<string | undefined>;
  /** Renews the credential after a 401; answers whether another try makes sense. */
  readonly renew?: (route: Route) => Promise<boolean>;
  readonly check?: CheckAnswer | undefined;
}

/** What every verb takes last. */
export interface RequestOptions {
  /** Stops at once, also while waiting for a retry. */
  readonly signal?: AbortSignal | undefined;
}

/** What every verb takes last that moves value. */
export interface WriteOptions extends RequestOptions {
  /**
   * Names the write, so that it happens once however often it is sent; left out: a new key, which
   * the tries of one call share. Give the one of before to ask again after a failure.
   */
  readonly idempotencyKey?: string | undefined;
}

/** What one call carries. */
export interface CallInit<Name extends RouteName> extends RequestOptions {
  /** Values for the colons of the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: QueryOf<Name>;
  readonly body?: BodyOf<Name>;
  /** Makes a write safe to send again; sent with each try. */
  readonly idempotencyKey?: string;
  /** True for a write whose content is its own key, such as events. */
  readonly repeatable?: boolean;
}

/** Calls a route of the contract by its name. */
export type Call = <Name extends RouteName>(
  name: Name,
  init?: CallInit<Name>,
) => Promise<AnswerOf<Name>>;

/**
 * The one place that knows HTTP: base, credentials, retries, time-outs, errors.
 *
 * Reads are tried 3 times; a write only when it carries its key. Every error is of one of the four
 * families.
 */
export function caller(options: CallerOptions): Call {
  const { base, check, credential, renew } = options;
  const client = ky.create({
    prefixUrl: `${base}/v1`,
    fetch: wholeBody(options.fetch),
    timeout: options.timeoutMs ?? tryTimeoutMs,
    hooks: {},
  });

  return async (name, init = {}) => {
    const route: Route = routes[name];
    const what = `${route.method.toUpperCase()} ${route.path}`;
    const send = async () => {
      const token = await credential(route);
      const headers: Record<string, string> = {};
      if (token) headers['Authorization'] = `Bearer ${token}`;
      if (init.idempotencyKey) headers['Idempotency-Key'] = init.idempotencyKey;
      const request: Options = {
        method: route.method,
        headers,
        retry: retryOf(route, init, options),
      };
      if (init.query) request.searchParams = init.query as Record<string, string | number>;
      if (init.body !== undefined) request.json = init.body;
      if (init.signal) request.signal = init.signal;
      return valueOf(what, await client(pathOf(route, init.params), request));
    };

    try {
      init.signal?.throwIfAborted();
      const answer = await send().catch(async (error: unknown) => {
        if (!(error instanceof HTTPError) || error.response.status !== 401) throw error;
        if (!(await renew?.(route))) throw error;
        return send();
      });
      const fault = check?.(name, answer);
      if (fault === undefined) return answer as AnswerOf<typeof name>;
      throw new AnswerInvalidError(`${what} was answered with ${fault}`, {
        code: 'answer_invalid',
        status: 200,
      });
    } catch (error) {
      throw await inFamily(what, error, options, init.signal);
    }
  };
}

/**
 * ky's time-out ends with the headers; this makes the body part of the try, so that an answer that
 * stalls half-way is a time-out and one that breaks off is tried again.
 */
function wholeBody(given: typeof globalThis.fetch | undefined): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await (given ?? globalThis.fetch)(input, init);
    const bytes = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    return new Response(bytes.byteLength ? bytes : null, { status, statusText, headers });
  };
}

function retryOf(
  { method }: Route,
  init: CallInit<RouteName>,
  { firstDelayMs: first = firstDelayMs }: CallPatience,
): NonNullable<Options['retry']> {
  const isSafe = method === 'get' || init.repeatable || init.idempotencyKey !== undefined;
  return {
    limit: isSafe ? retryLimit : 0,
    methods: [method],
    statusCodes: retryStatusCodes,
    afterStatusCodes: retryStatusCodes,
    maxRetryAfter: longestWaitMs,
    retryOnTimeout: true,
    delay: (attempt) => first * 2 ** (attempt - 1),
    jitter: (delay) => withJitter(delay, Math.random()),
    shouldRetry: ({ error }) => {
      if (!(error instanceof HTTPError)) return undefined;
      const after = retryAfterMs(error.response.headers.get('retry-after'), Date.now());
      return (after ?? 0) > longestWaitMs ? false : undefined;
    },
  };
}

const retryStatusCodes = Array.from({ length: 600 }, (_, status) => status).filter(isWorthRetrying);

function pathOf({ path }: Route, params: Readonly<Record<string, string>> = {}): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

async function valueOf(what: string, response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return null;

  const value = parsed(text);
  if (value !== undefined) return value;
  throw new AnswerInvalidError(`${what} was answered with something that is not JSON`, {
    code: 'answer_invalid',
    status: response.status,
    requestId: response.headers.get('request-id'),
  });
}

async function inFamily(
  what: string,
  error: unknown,
  { timeoutMs = tryTimeoutMs }: CallPatience,
  signal: AbortSignal | undefined,
): Promise<AfterglowError> {
  if (error instanceof AfterglowError) return error;
  if (signal?.aborted) {
    return new UnreachableError(`${what} was stopped by its caller`, {
      code: 'aborted',
      cause: signal.reason,
    });
  }
  if (error instanceof HTTPError) {
    const { status, headers } = error.response;
    return refusalOf(what, { status, headers, text: await error.response.text() }, Date.now());
  }
  if (error instanceof TimeoutError) {
    return new TimedOutError(`${what} took more than ${timeoutMs} ms; try again`, {
      code: 'timeout',
      cause: error,
    });
  }
  return new UnreachableError(`${what} got no answer; is there a network?`, {
    code: 'network',
    cause: error,
  });
}

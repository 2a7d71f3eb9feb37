import { checkAnswer } from './answers.js';

/** What goes wrong, how often, and for which requests. */
export interface Fault {
  /** Answered with this status instead of asking the server. */
  readonly status?: number;
  /** The code of the problem; left out: `unavailable` for 5xx, `rate_limited` for 429. */
  readonly code?: string;
  /** Seconds for a `Retry-After` header. */
  readonly retryAfter?: number;
  /** True: the connection breaks before the server hears anything. */
  readonly network?: boolean;
  /** True: the server does its work and the answer gets lost. */
  readonly answerLost?: boolean;
  /** The answer as it would be, changed: a proxy's page, a newer server. */
  readonly rewrite?: (answer: Response) => Response | Promise<Response>;
  /** How many requests; 1 when left out. */
  readonly times?: number;
  /** Only requests whose address below `/v1/` begins so, such as `me/entries`. */
  readonly path?: string;
}

/** A request that went out, in order. */
export interface SeenRequest {
  readonly method: string;
  /** Below `/v1/`, without the query. */
  readonly path: string;
  /** Null when no answer came. */
  readonly status: number | null;
}

/** The line between pages and the server, which a test may cut, slow down and hold. */
export interface TestNetwork {
  readonly fetch: typeof globalThis.fetch;
  /** Every request since the start, or since it was emptied by `seen.length = 0`. */
  readonly seen: SeenRequest[];
  /** Lets the next requests fail; several faults are used up in their order. */
  failNext(fault: Fault): void;
  /** Milliseconds by which each answer comes later. */
  delay(ms: number): void;
  /** Lets requests wait; with a path, only those below it. */
  hold(path?: string): void;
  /** Lets all that wait go on, and holds no more. */
  release(): void;
}

/** Puts a network in front of an app. */
export function createNetwork(app: (request: Request) => Promise<Response>): TestNetwork {
  const faults: (Fault & { left: number })[] = [];
  const seen: SeenRequest[] = [];
  let delayMs = 0;
  let held: string | undefined;
  let released: Promise<void> = Promise.resolve();
  let open = () => {};

  const nextFault = (path: string) => {
    const fault = faults.find((one) => one.left > 0 && path.startsWith(one.path ?? ''));
    if (fault) fault.left -= 1;
    return fault;
  };

  async function answer(request: Request, path: string): Promise<Response> {
    if (held !== undefined && path.startsWith(held)) await released;
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (request.signal.aborted) throw request.signal.reason;
    const fault = nextFault(path);
    if (fault?.network) throw new TypeError('Failed to fetch');
    if (fault?.status !== undefined) return problemOf(fault, fault.status);

    const response = await app(request);
    await checkAnswer(request, response);
    if (fault?.answerLost) throw new TypeError('Failed to fetch');
    return fault?.rewrite ? fault.rewrite(response) : response;
  }

  return {
    seen,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const path = new URL(request.url).pathname.replace(/^\/v1\//, '');
      const entry = { method: request.method, path, status: null as number | null };
      seen.push(entry);
      const response = await untilAborted(request.signal, answer(request, path));
      entry.status = response.status;
      return response;
    },
    failNext: (fault) => faults.push({ ...fault, left: fault.times ?? 1 }),
    delay: (ms) => {
      delayMs = ms;
    },
    hold: (path = '') => {
      held = path;
      released = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => {
      held = undefined;
      open();
    },
  };
}

/** As fetch does: the caller's abort ends the wait at once. */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function problemOf({ code, retryAfter }: Fault, status: number): Response {
  const named = code ?? (status === 429 ? 'rate_limited' : 'unavailable');
  const body = {
    type: 'about:blank',
    title: 'A fault that a test asked for',
    status,
    code: named,
    detail: 'A fault that a test asked for.',
    param: null,
    details: null,
    requestId: 'req_fault',
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Request-Id': 'req_fault',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  });
}

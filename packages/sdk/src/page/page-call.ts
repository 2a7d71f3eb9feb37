import { tryTimeoutMs, type CallPatience } from '../patience.js';
import { wait } from '../wait.js';

/** What the reads of a page may be given; everything has a default that a browser has. */
export interface PageReadInit extends CallPatience {
  /** Left out: the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Stops at once, also while waiting for a retry. */
  readonly signal?: AbortSignal | undefined;
  /** The first try, where somebody started it before this code arrived. */
  readonly started?: Promise<Response> | undefined;
  /** What came of the first try, where somebody has made it already. */
  readonly first?: Outcome;
}

/** An answer with its whole body read. */
export interface PageAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined for 204 and 304. */
  readonly value: T;
}

/** What came of one try: an answer, or why there is none; undefined: stopped, or not in time. */
export type Outcome =
  { readonly response: Response; readonly text: string } | { readonly error: unknown } | undefined;

/** Makes one try; called anew for each, so that a signature is never sent twice. */
export type PageSend = (fetch: typeof globalThis.fetch, signal: AbortSignal) => Promise<Response>;

/**
 * Sends what must be as small as the first paint allows: plain fetch, 2 retries, 15 s a try. What
 * is no good answer is another file's affair, loaded when there is one: most pages never need it.
 *
 * @param what - The call in words, for messages.
 * @throws {@link AfterglowError} in one of its four families.
 */
export async function pageCall<T>(
  what: string,
  send: PageSend,
  init: PageReadInit = {},
): Promise<PageAnswer<T>> {
  const outcome = 'first' in init ? init.first : await tryOnce(send, init);
  const good = goodAnswer<T>(outcome);
  if (good) return good;

  const { recover } = await import('./page-recovery.js');
  return recover<T>(what, send, init, outcome);
}

/** One try, with its whole body; never throws. */
export async function tryOnce(
  send: PageSend,
  { fetch = globalThis.fetch, signal, timeoutMs = tryTimeoutMs, started }: PageReadInit,
): Promise<Outcome> {
  const over = new AbortController();
  const end = () => over.abort();
  if (signal?.aborted) end();
  else signal?.addEventListener('abort', end, { signal: over.signal });
  const answered = async (): Promise<Outcome> => {
    try {
      const response = await (started ?? send(fetch, over.signal));
      return { response, text: await response.text() };
    } catch (error) {
      return { error };
    }
  };
  const outcome = await Promise.race([answered(), wait(timeoutMs, over.signal)]);
  end();
  return outcome as Outcome;
}

/** The answer that was hoped for: a success, or 304, with JSON or nothing in it; else undefined. */
export function goodAnswer<T>(outcome: Outcome): PageAnswer<T> | undefined {
  if (!outcome || 'error' in outcome) return undefined;
  const { response, text } = outcome;
  const { ok, status, headers } = response;
  try {
    if (ok || status === 304) {
      return { status, headers, value: (text ? JSON.parse(text) : undefined) as T };
    }
  } catch {
    // No JSON: as good as none.
  }
  return undefined;
}

import type { Remember } from '@afterglow/contract';
import { base64Url, newKey } from './random.js';
import { inDatabase, sessionRow } from './session-database.js';

/** What a browser keeps of a session: opaque, nothing about the person. */
export interface StoredSession {
  /** The refresh token; worthless without the key. */
  readonly token: string;
  /** P-256, not extractable. */
  readonly privateKey: CryptoKey;
  readonly remember: Remember;
}

/** What the start of a session needs. */
export interface SessionStart {
  /** Origin (and path) of the API, without `/v1`. */
  readonly base: string;
  /** The publishable key; also names the database. */
  readonly key: string;
  /** Left out: the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Left out: the browser's database. Null: nothing is kept. */
  readonly storage?: { read(): Promise<StoredSession | undefined> } | null | undefined;
  /** Epoch milliseconds; the wall clock when left out. */
  readonly now?: (() => number) | undefined;
}

/** A session that is being taken up. */
export interface StartedSession {
  readonly kept: StoredSession;
  /** The answer to the refresh, as it came. */
  readonly answer: Promise<Response>;
}

/**
 * The request that refreshes a session. It is `text/plain` with everything in the body, so that
 * no preflight stands before it (165 ms against 318 on a phone's network).
 *
 * @param at - Epoch milliseconds; the server allows 60 seconds of difference to its own.
 */
export async function sendRefresh(
  base: string,
  key: string,
  { token, privateKey }: Pick<StoredSession, 'token' | 'privateKey'>,
  at: number,
  fetch: typeof globalThis.fetch,
  signal?: AbortSignal,
): Promise<Response> {
  const instant = new Date(at).toISOString();
  const nonce = newKey();
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    privateKey,
    new TextEncoder().encode(`sessions/refresh\n${token}\n${instant}\n${nonce}`),
  );
  return fetch(`${base}/v1/sessions/refresh`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: JSON.stringify({
      key,
      token,
      at: instant,
      nonce,
      signature: base64Url(new Uint8Array(signature)),
    }),
    cache: 'no-store',
    signal: signal ?? null,
  });
}

/**
 * Sends the refresh of the session that this browser keeps; the one request of the member.
 * A loader calls it at once and hands the promise to the page store. Never rejects.
 *
 * @returns undefined where there is no session (or no storage).
 */
export async function startSession({
  base,
  key,
  fetch = globalThis.fetch,
  storage,
  now = Date.now,
}: SessionStart): Promise<StartedSession | undefined> {
  let kept: StoredSession | undefined;
  try {
    kept = await (storage !== undefined
      ? storage?.read()
      : inDatabase<StoredSession | undefined>(globalThis.indexedDB, key, 'readonly', (rows) =>
          rows.get(sessionRow),
        ));
  } catch {
    // Storage that is denied is the same as storage that is empty: nobody is signed in.
  }
  if (!kept) return undefined;

  const answer = sendRefresh(base, key, kept, now(), fetch);
  // Whoever takes it up looks at it; until then a failure is nobody's.
  answer.catch(() => undefined);
  return { kept, answer };
}

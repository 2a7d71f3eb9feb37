import type { Remember } from '@afterglow/contract';

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
  readonly fetch?: typeof globalThis.fetch;
  readonly indexedDB?: IDBFactory;
  /** Epoch milliseconds of the page; the wall clock when left out. */
  readonly at?: number;
}

/**
 * Sends the refresh of the session that this browser keeps; the one request of the member.
 * A loader calls it at once and hands the promise to the page store.
 *
 * @returns The answer as it came, or undefined where there is no session (or no storage).
 */
export declare function startSession(start: SessionStart): Promise<Response | undefined>;

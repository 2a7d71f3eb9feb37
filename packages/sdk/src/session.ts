import type { PublicKey, Remember, Session, SessionAnswer } from '@afterglow/contract';
import type { StoredSession } from './session-start.js';

/** Where a session outlives its page. One for each publishable key. */
export interface SessionStorage {
  /** What was kept, or undefined. */
  read(): Promise<StoredSession | undefined>;
  write(stored: StoredSession): Promise<void>;
  /** Wipes the session and raises the sign-out epoch by one. */
  clear(): Promise<void>;
  /** How often this browser was signed out of this clinic. */
  epoch(): Promise<number>;
}

/** What a session tells those who listen. `elsewhere`: another tab did it. */
export interface SessionChange {
  readonly kind: 'signed-in' | 'signed-out' | 'changed';
  readonly elsewhere: boolean;
}

/** A thing that this page should know and a patient should not, such as missing storage. */
export interface PageWarning {
  readonly code: 'storage_unavailable' | 'crypto_unavailable';
  readonly message: string;
}

/** What a page's session needs from outside; everything but key and base has a browser's default. */
export interface PageSessionOptions {
  readonly key: string;
  readonly base: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Left out: IndexedDB where it is there, else memory. */
  readonly storage?: SessionStorage;
  /** Development warnings. */
  readonly onWarning?: (warning: PageWarning) => void;
  /** Epoch milliseconds; the wall clock when left out. */
  readonly now?: () => number;
  /** Null: tabs do not speak to each other. */
  readonly channel?: BroadcastChannel | null;
  /** Null: each tab refreshes on its own. */
  readonly locks?: LockManager | null;
}

/** A key pair for one sign-in; the private half never leaves the browser. */
export interface SessionKey {
  readonly publicKey: PublicKey;
  readonly privateKey: CryptoKey;
}

/** One patient's session on one page. */
export interface PageSession {
  /** The session now; undefined when signed out or not resumed yet. */
  readonly current: Session | undefined;
  /** Takes up what the browser kept; `started` is the answer of `startSession`. Undefined: signed out. */
  resume(started?: Promise<Response | undefined>): Promise<SessionAnswer | undefined>;
  /** An access token that is good for a minute at least; undefined when signed out. */
  accessToken(): Promise<string | undefined>;
  /** A new access token and the summary; one request for any number of callers. */
  refresh(): Promise<SessionAnswer | undefined>;
  /** A key for the next sign-in; undefined where there is no WebCrypto. */
  newSessionKey(): Promise<SessionKey | undefined>;
  /** Takes the answer of `POST /v1/sessions` and keeps it as its `remember` says. */
  accept(answer: SessionAnswer, sessionKey?: SessionKey): Promise<void>;
  /** Forgets everything, here and in the other tabs. The server is told by the caller. */
  forget(): Promise<void>;
  /** Rises with each sign-out of this browser. */
  epoch(): Promise<number>;
  /** Says that something was written, so that other tabs read again. */
  announce(): void;
  listen(listener: (change: SessionChange) => void): () => void;
  /** Closes the channel. */
  dispose(): void;
}

/** How long a page remembers when nobody says otherwise. */
export const rememberDefault: Remember = 'visit';

/** Makes the session of a page; asks nobody anything yet. */
export declare function createPageSession(options: PageSessionOptions): PageSession;

import type { Session, SessionAnswer } from '@afterglow/contract';
import type { CallPatience } from '../patience.js';
import { acceptSession, forgetSession } from './session-changes.js';
import { findSession } from './session-find.js';
import { newSessionKey, type SessionKey } from './session-key.js';
import { createParts, freshTokenOf } from './session-parts.js';
import type { HeldSession } from './session-resume.js';
import type { StartedSession } from './session-start.js';
import type { SessionStorage } from './session-storage.js';

export type { SessionKey } from './session-key.js';
export { memoryStorage, type SessionStorage } from './session-storage.js';

/** What a session tells those who listen. */
export interface SessionChange {
  /** `changed`: something of the member was written. */
  readonly kind: 'signed-in' | 'signed-out' | 'changed';
  /** True when another tab did it. */
  readonly elsewhere: boolean;
  /** The answer of a sign-in on this page. */
  readonly answer?: SessionAnswer;
}

/** A thing that a developer should know and a patient should not. */
export interface PageWarning {
  readonly code: 'storage_unavailable' | 'crypto_unavailable';
  readonly message: string;
}

/** What a page's session needs from outside; everything but key and base has a browser's default. */
export interface PageSessionOptions extends CallPatience {
  /** The publishable key. */
  readonly key: string;
  /** Origin (and path) of the API, without `/v1`. */
  readonly base: string;
  /** Left out: the runtime's own. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Left out: the browser's database where there is one, else memory. Null: memory. */
  readonly storage?: SessionStorage | null | undefined;
  /** Asks the clinic's own login who this is; undefined when nobody is signed in there. */
  readonly getIdentityToken?: (() => Promise<string | undefined>) | undefined;
  /** Development warnings. */
  readonly onWarning?: ((warning: PageWarning) => void) | undefined;
  /** Epoch milliseconds; the wall clock when left out. */
  readonly now?: (() => number) | undefined;
  /** Null: tabs do not speak to each other. */
  readonly channel?: BroadcastChannel | null | undefined;
  /** Null: each tab refreshes on its own. */
  readonly locks?: LockManager | null | undefined;
  /** A session that is in hand already, so that nobody is asked for it. */
  readonly held?: HeldSession | undefined;
}

/** One patient's session on one page. */
export interface PageSession {
  /** The session now; undefined when signed out or not resumed yet. */
  readonly current: Session | undefined;
  /** The access token while it is good for a minute at least. */
  readonly freshToken: string | undefined;
  /**
   * Takes up what the browser kept, or asks the clinic's own login.
   *
   * @param started - What `startSession` gave, where somebody called it already.
   * @returns undefined when nobody is signed in.
   * @throws AfterglowError when the server can't be asked.
   */
  resume(started?: Promise<StartedSession | undefined>): Promise<SessionAnswer | undefined>;
  /** A new access token and the summary; one request for any number of callers. */
  refresh(): Promise<SessionAnswer | undefined>;
  /** An access token that is good for a minute at least; undefined when signed out. */
  accessToken(): Promise<string | undefined>;
  /** A key for the next sign-in; undefined where there is no WebCrypto. */
  newSessionKey(): Promise<SessionKey | undefined>;
  /** Takes the answer of `POST /v1/sessions` and keeps it as its `remember` says. */
  accept(answer: SessionAnswer, sessionKey?: SessionKey): Promise<void>;
  /**
   * Forgets everything, here and in the other tabs, before anything is asked. The server is told by
   * the caller.
   *
   * @returns A token to tell it with: the one in hand, or where that is too old a last one that the
   *   key still signs for. Undefined when there is none to end, or no network.
   */
  forget(): Promise<string | undefined>;
  /** Forgets what this page holds, not what the browser keeps. */
  drop(): void;
  /** Wipes what the browser keeps of the session with this refresh token; nobody is told. */
  wipe(token: string): Promise<void>;
  /** Rises with each sign-in and sign-out of this browser. */
  epoch(): Promise<number>;
  /** Says that something was written, so that other tabs read again. */
  announce(): void;
  /** Calls back at each change; answers how to stop. */
  listen(listener: (change: SessionChange) => void): () => void;
  /** Closes the channel. */
  dispose(): void;
}

/** Makes the session of a page; asks nobody anything yet. */
export function createPageSession(options: PageSessionOptions): PageSession {
  const parts = createParts(options);
  const { holder, keeper, tabs, listeners } = parts;
  const refresh = (started?: Promise<StartedSession | undefined>) =>
    holder.renew(() => findSession(parts, started));

  const session: PageSession = {
    get current() {
      return holder.held?.answer.session;
    },
    get freshToken() {
      return freshTokenOf(parts);
    },
    resume: refresh,
    refresh: () => refresh(),
    accessToken: async () => {
      if (!session.freshToken) await refresh();
      return session.current?.accessToken;
    },
    newSessionKey: () => newSessionKey(options.onWarning),
    accept: (answer, sessionKey) => acceptSession(parts, answer, sessionKey),
    forget: () => forgetSession(parts),
    drop: () => void holder.replace(),
    wipe: keeper.wipe,
    epoch: keeper.epoch,
    announce: () => tabs.tell({ kind: 'changed' }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: tabs.close,
  };
  return session;
}

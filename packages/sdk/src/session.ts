import type { PublicKey, Session, SessionAnswer } from '@afterglow/contract';
import { pageCall } from './page-call.js';
import type { CallPatience } from './patience.js';
import { isRefusedError } from './errors.js';
import { hasEnded, resumeSession, type HeldSession } from './session-resume.js';
import { browserStorage, memoryStorage, type SessionStorage } from './session-storage.js';
import type { StartedSession, StoredSession } from './session-start.js';
import { joinTabs } from './session-tabs.js';
import { wait } from './wait.js';

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

/** A key pair for one sign-in; the private half never leaves the browser. */
export interface SessionKey {
  readonly publicKey: PublicKey;
  readonly privateKey: CryptoKey;
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

/** An access token lives 15 minutes; it is renewed a minute before. */
const freshForMs = 14 * 60_000;

/** What another tab learned at most so long ago is as good as asking. */
const sharedForMs = 10_000;

/** Who signs out waits so long at most for the browser to forget. */
const wipedWithinMs = 1_000;

/** Makes the session of a page; asks nobody anything yet. */
export function createPageSession(options: PageSessionOptions): PageSession {
  const { key, base, now = Date.now, fetch, getIdentityToken } = options;
  const { firstDelayMs, timeoutMs } = options;
  const factory = globalThis.indexedDB as IDBFactory | undefined;
  const storage =
    options.storage ??
    (factory && options.storage === undefined ? browserStorage(key, factory) : memoryStorage());
  const listeners = new Set<(change: SessionChange) => void>();
  let held = options.held;
  /** Rises when who is signed in changes; what was asked before is dropped. */
  let turn = 0;
  let signedOutHere = false;
  let refreshing: Promise<SessionAnswer | undefined> | undefined;

  const tell = (change: SessionChange) => listeners.forEach((listener) => listener(change));
  const name = `afterglow:${key}`;
  const tabs = joinTabs(
    {
      name,
      channel:
        options.channel === undefined && factory
          ? new BroadcastChannel(name)
          : (options.channel ?? null),
      locks:
        options.locks === undefined && factory
          ? (navigator.locks ?? null)
          : (options.locks ?? null),
    },
    ({ kind }) => {
      if (kind === 'ask') {
        if (held && now() - held.at < sharedForMs)
          tabs.tell({ kind: 'answer', answer: held.answer });
        return;
      }
      if (kind !== 'changed') drop();
      tell({ kind, elsewhere: true });
    },
  );

  function drop() {
    turn += 1;
    held = undefined;
    refreshing = undefined;
  }

  /** Not the session of somebody who has signed in meanwhile, in another tab. */
  async function wipe(token: string): Promise<void> {
    const kept = await storage.read().catch(() => undefined);
    if (kept?.token === token) await storage.clear().catch(warnOfStorage);
  }

  /** Wipes whatever is kept; answers it, to end it with. */
  async function wipeAll(inHand: HeldSession['kept']): Promise<HeldSession['kept']> {
    const kept = inHand ?? (await storage.read().catch(() => undefined));
    await storage.clear().catch(warnOfStorage);
    return kept;
  }

  const warnOfStorage = () =>
    options.onWarning?.({
      code: 'storage_unavailable',
      message: 'The browser keeps nothing for this page: the session ends with it.',
    });

  /** Puts a session in the place of any other; true when it will outlive the page. */
  async function keep(stored: StoredSession | undefined): Promise<boolean> {
    try {
      await storage.clear();
      if (stored) await storage.write(stored);
      return stored !== undefined;
    } catch {
      warnOfStorage();
      return false;
    }
  }

  async function ask(
    started?: Promise<StartedSession | undefined>,
  ): Promise<HeldSession | undefined> {
    const begun = await started;
    const kept = held?.kept ?? begun?.kept ?? (await storage.read().catch(() => undefined));
    if (!kept) return identify();

    return tabs.alone(async (learned) => {
      const skewMs = held?.skewMs ?? 0;
      if (learned?.session.refresh?.token === kept.token) {
        return { answer: learned, at: now(), kept, skewMs };
      }
      try {
        return await resumeSession(kept, { ...options, now, skewMs, started: begun?.answer });
      } catch (error) {
        if (!hasEnded(error)) throw error;
        await wipe(kept.token);
        return identify();
      }
    });
  }

  async function identify(): Promise<HeldSession | undefined> {
    let token = signedOutHere ? undefined : await getIdentityToken?.();
    if (!token) return undefined;

    const send = async (by: typeof globalThis.fetch, signal: AbortSignal) => {
      const once = token ?? (await getIdentityToken?.());
      token = undefined;
      return by(`${base}/v1/sessions`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ grant: { kind: 'identity', token: once }, remember: 'never' }),
        signal,
      });
    };
    try {
      const patience = { fetch, firstDelayMs, timeoutMs };
      const { value } = await pageCall<SessionAnswer>('POST sessions', send, patience);
      return { answer: value, at: now(), skewMs: 0 };
    } catch (error) {
      // Known at the clinic's site, and no member yet: joining proves the phone.
      if (isRefusedError(error, 'join_required')) return undefined;
      throw error;
    }
  }

  const refresh = (started?: Promise<StartedSession | undefined>) =>
    (refreshing ??= (async () => {
      const asked = turn;
      const mine = () => asked === turn;
      try {
        const next = await ask(started);
        if (mine()) held = next;
        return mine() ? next?.answer : undefined;
      } finally {
        if (mine()) refreshing = undefined;
      }
    })());

  const session: PageSession = {
    get current() {
      return held?.answer.session;
    },
    get freshToken() {
      return held && now() - held.at < freshForMs ? held.answer.session.accessToken : undefined;
    },
    resume: refresh,
    refresh: () => refresh(),
    accessToken: async () => {
      if (!session.freshToken) await refresh();
      return session.current?.accessToken;
    },
    newSessionKey: async () => {
      const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
      if (!subtle) {
        options.onWarning?.({
          code: 'crypto_unavailable',
          message: 'WebCrypto needs https: the session ends after 15 minutes.',
        });
        return undefined;
      }
      const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
      const pair = await subtle.generateKey(algorithm, false, ['sign']);
      const { x = '', y = '' } = await subtle.exportKey('jwk', pair.publicKey);
      return { publicKey: { kty: 'EC', crv: 'P-256', x, y }, privateKey: pair.privateKey };
    },
    accept: async (answer, sessionKey) => {
      const skewMs = held?.skewMs ?? 0;
      drop();
      signedOutHere = false;
      const { refresh: given, remember } = answer.session;
      const kept = given && sessionKey && { token: given.token, privateKey: sessionKey.privateKey };
      held = { answer, at: now(), kept: kept ?? undefined, skewMs };
      const asked = turn;
      // Kept before it is told: whoever is told may leave the page at once.
      const isKept = await keep(kept && remember !== 'never' ? { ...kept, remember } : undefined);
      if (asked !== turn) return;
      tell({ kind: 'signed-in', elsewhere: false, answer });
      if (isKept) tabs.tell({ kind: 'signed-in' });
    },
    forget: async () => {
      const token = session.freshToken;
      const { kept: inHand, skewMs = 0 } = held ?? {};
      drop();
      signedOutHere = true;
      const asked = turn;
      // Wiped before it is told: whoever is told may leave the page at once, and a page that is left
      // wipes nothing more. A database that says nothing keeps nobody signed in before their eyes.
      const kept = (await Promise.race([wipeAll(inHand), wait(wipedWithinMs)])) ?? inHand;
      if (asked === turn) {
        // What was asked meanwhile, by what was kept until then, is nobody's any more.
        drop();
        tell({ kind: 'signed-out', elsewhere: false });
        tabs.tell({ kind: 'signed-out' });
      }
      if (token || !kept) return token;
      return resumeSession(kept, { ...options, now, skewMs }).then(
        ({ answer }) => answer.session.accessToken,
        () => undefined,
      );
    },
    drop,
    wipe,
    epoch: () => storage.epoch().catch(() => 0),
    announce: () => tabs.tell({ kind: 'changed' }),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: tabs.close,
  };
  return session;
}

import type { PublicProgram, SessionAnswer, Summary } from '@afterglow/contract';
import { atom, type ReadableAtom } from 'nanostores';
import { readProgram, readSummary } from './page-read.js';
import {
  createPageSession,
  type PageSession,
  type PageSessionOptions,
  type SessionKey,
} from './session.js';
import { wait } from './wait.js';

/**
 * One thing that a page shows, in exactly one state. `stale`: shown before, and the last read
 * failed. `code` is of the error catalogue; a later server may send others.
 */
export type Resource<T> =
  | { readonly state: 'waiting'; readonly value: undefined; readonly code: undefined }
  | { readonly state: 'signed-out'; readonly value: undefined; readonly code: undefined }
  | { readonly state: 'ready'; readonly value: T; readonly code: undefined }
  | { readonly state: 'stale'; readonly value: T; readonly code: string }
  | { readonly state: 'failed'; readonly value: undefined; readonly code: string };

/** Requests that were started before the store was there, by the loader. */
export interface StartedRequests {
  /** `fetch(programUrl(base, key))`. */
  readonly program?: Promise<Response> | undefined;
  /** `startSession({ base, key })`. */
  readonly session?: Promise<Response | undefined> | undefined;
}

/** What `createPageStore` needs; everything but key and base has a browser's default. */
export interface PageStoreOptions extends PageSessionOptions {
  /** Left out: made from the other options. */
  readonly session?: PageSession | undefined;
  /** Reads the summary again every two seconds while the page is visible. For sandboxes. */
  readonly live?: boolean | undefined;
  /** Waits so many milliseconds, or until the signal aborts; the clock of a test. */
  readonly wait?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

/** The page as the elements hand it in; nothing is read from globals. */
export interface PageSurroundings {
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/** One program and one member for a page, and everything that keeps them right. */
export interface PageStore {
  readonly key: string;
  readonly base: string;
  readonly session: PageSession;
  /** Never `signed-out`: a program needs nobody signed in. */
  readonly $program: ReadableAtom<Resource<PublicProgram>>;
  readonly $member: ReadableAtom<Resource<Summary>>;
  /** Takes over what the loader started and starts what it did not. A second call does nothing. */
  start(started?: StartedRequests): void;
  /** Reads again when the page is shown, comes online or comes back; answers how to stop. */
  watch(surroundings: PageSurroundings): () => void;
  /** Reads the summary now, after an own write; other tabs are told. */
  revalidate(): Promise<void>;
  /** Tries again what failed. */
  retry(): Promise<void>;
  /** Takes the answer of a sign-in: no further request is needed. */
  signedIn(answer: SessionAnswer, sessionKey?: SessionKey): Promise<void>;
  /** Signs out here, in the other tabs and on the server; never throws. */
  signOut(): Promise<void>;
  /** Ends timers, listeners and the channel. */
  dispose(): void;
}

/** A summary older than this is read again when the page comes to the front. */
const oldAfterMs = 30_000;

/** A live page reads again this often. */
const liveEveryMs = 2_000;

/** `remember: never` is for a tablet that goes round: whoever leaves it is signed out. */
const idleAfterMs = 120_000;

const waiting = { state: 'waiting', value: undefined, code: undefined } as const;
const signedOut = { state: 'signed-out', value: undefined, code: undefined } as const;
const ready = <T>(value: T): Resource<T> => ({ state: 'ready', value, code: undefined });

const afterFailure = <T>({ value }: Resource<T>, error: unknown): Resource<T> => {
  const code = (error as { code?: unknown }).code;
  const known = typeof code === 'string' ? code : 'internal';
  return value === undefined
    ? { state: 'failed', value: undefined, code: known }
    : { state: 'stale', value, code: known };
};

/** Makes the store of one page; asks nobody anything before `start`. */
export function createPageStore(options: PageStoreOptions): PageStore {
  const { key, base, fetch, now = Date.now } = options;
  const pause = options.wait ?? wait;
  const session = options.session ?? createPageSession(options);
  const $program = atom<Resource<PublicProgram>>(waiting);
  const $member = atom<Resource<Summary>>(waiting);
  const over = new AbortController();
  let started = false;
  /** Rises when who is shown changes; an answer to an older turn is dropped. */
  let turn = 0;
  let etag: string | null = null;
  let readAt = 0;
  let epoch = 0;
  let touchedAt = 0;
  let page: PageSurroundings | undefined;
  let reading: Promise<void> | undefined;
  let readOnceMore = false;
  let versionAsked = 0;

  async function loadProgram(first?: Promise<Response>): Promise<void> {
    try {
      $program.set(ready(await readProgram(base, key, { fetch, started: first })));
    } catch (error) {
      $program.set(afterFailure($program.get(), error));
    }
  }

  function show(summary: Summary, newEtag: string | null) {
    etag = newEtag;
    readAt = now();
    $member.set(ready(summary));
    const program = $program.get().value;
    const { programVersion } = summary;
    if (program && program.version !== programVersion && versionAsked !== programVersion) {
      versionAsked = programVersion;
      void loadProgram();
    }
  }

  /** Shows what `ask` answers: a summary, `null` for nothing new, undefined for signed out. */
  async function follow(
    ask: () => Promise<{ summary: Summary; etag?: string | null } | null | undefined>,
  ): Promise<void> {
    const asked = turn;
    try {
      const answer = await ask();
      if (asked !== turn) return;
      if (answer) return show(answer.summary, answer.etag ?? null);
      const { value } = $member.get();
      if (answer === null && value) return show(value, etag);
      $member.set(signedOut);
    } catch (error) {
      if (asked === turn) $member.set(afterFailure($member.get(), error));
    }
  }

  async function askMember() {
    const token = session.freshToken;
    if (!token) return session.refresh();
    try {
      return (await readSummary(base, token, { fetch, etag })) ?? null;
    } catch (error) {
      if ((error as { status?: unknown }).status !== 401) throw error;
      return session.refresh();
    }
  }

  /** One read at a time; whoever asks during one gets another after it. */
  function read(): Promise<void> {
    if (reading) readOnceMore = true;
    reading ??= (async () => {
      do {
        readOnceMore = false;
        await follow(askMember);
      } while (readOnceMore);
      reading = undefined;
    })();
    return reading;
  }

  function takeUp(first?: Promise<Response | undefined>): Promise<void> {
    turn += 1;
    etag = null;
    return follow(() => session.resume(first)).then(rememberEpoch);
  }

  async function rememberEpoch() {
    epoch = await session.epoch();
  }

  function leave() {
    turn += 1;
    etag = null;
    $member.set(signedOut);
  }

  const isVisible = () => page?.document.visibilityState !== 'hidden';
  const isShown = () => $member.get().value !== undefined;

  function reveal() {
    if (!started || !isVisible()) return;
    if (isShown() ? now() - readAt > oldAfterMs : $member.get().state === 'failed') void read();
    if ($program.get().code) void loadProgram();
  }

  /** The page comes out of the browser's cache: somebody may have signed out since. */
  async function comeBack() {
    const shown = $member.get();
    const asked = turn;
    $member.set(waiting);
    const isSame = (await session.epoch()) === epoch;
    if (asked !== turn) return;
    if (isSame) {
      $member.set(shown);
      reveal();
    } else {
      session.drop();
      await takeUp();
    }
  }

  async function stayLive() {
    while (!over.signal.aborted) {
      await pause(liveEveryMs, over.signal);
      if (isVisible() && isShown() && !over.signal.aborted) await read();
    }
  }

  async function endWhenIdle() {
    const asked = turn;
    touchedAt = now();
    for (let left = idleAfterMs; left > 0; left = touchedAt + idleAfterMs - now()) {
      await pause(left, over.signal);
      if (asked !== turn || over.signal.aborted) return;
    }
    await store.signOut();
  }

  const unlisten = session.listen(({ kind, elsewhere, answer }) => {
    if (kind === 'changed') void read();
    else if (kind === 'signed-out') leave();
    else if (elsewhere) void takeUp();
    else if (answer) {
      turn += 1;
      show(answer.summary, null);
      if (answer.session.remember === 'never') void endWhenIdle();
    }
    if (kind !== 'changed') void rememberEpoch();
  });

  const store: PageStore = {
    key,
    base,
    session,
    $program,
    $member,
    start: (requests = {}) => {
      if (started) return;
      started = true;
      void loadProgram(requests.program);
      void takeUp(requests.session);
      if (options.live) void stayLive();
    },
    watch: (surroundings) => {
      page = surroundings;
      const { document, window } = surroundings;
      const unwatch = new AbortController();
      const { signal } = unwatch;
      const touch = () => void (touchedAt = now());
      document.addEventListener('visibilitychange', reveal, { signal });
      document.addEventListener('pointerdown', touch, { signal, passive: true });
      document.addEventListener('keydown', touch, { signal, passive: true });
      window.addEventListener('online', reveal, { signal });
      window.addEventListener(
        'pageshow',
        (event) => void (event.persisted ? comeBack() : reveal()),
        { signal },
      );
      return () => unwatch.abort();
    },
    revalidate: async () => {
      session.announce();
      await read();
    },
    retry: async () => {
      const tries: Promise<void>[] = [];
      if ($program.get().code) {
        if ($program.get().state === 'failed') $program.set(waiting);
        tries.push(loadProgram());
      }
      if ($member.get().code) {
        if ($member.get().state === 'failed') $member.set(waiting);
        tries.push(read());
      }
      await Promise.all(tries);
    },
    signedIn: async (answer, sessionKey) => {
      if (session.current !== answer.session) await session.accept(answer, sessionKey);
    },
    signOut: async () => {
      const token = session.freshToken;
      await session.forget();
      if (!token) return;
      const by = fetch ?? globalThis.fetch;
      await by(`${base}/v1/sessions`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${token}` },
        keepalive: true,
      }).catch(() => undefined);
    },
    dispose: () => {
      over.abort();
      unlisten();
      session.dispose();
    },
  };
  return store;
}

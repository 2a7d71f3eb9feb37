import type { PublicProgram, SessionAnswer, Summary } from '@afterglow/contract';
import { atom, type PreinitializedWritableAtom, type ReadableAtom } from 'nanostores';
import { goodAnswer, tryOnce } from './page-call.js';
import { readProgram } from './page-read.js';
import type { Upkeep } from './page-upkeep.js';
import type { HeldSession } from './session-resume.js';
import type { StartedSession } from './session-start.js';
import type { PageSession, PageSessionOptions, SessionKey } from './session.js';

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
  readonly session?: Promise<StartedSession | undefined> | undefined;
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
  /**
   * The page's session with everything that writes, for `createClient({ session })`. The first
   * call loads it: at idle, or at the first touch.
   */
  session(): Promise<PageSession>;
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

const waiting = { state: 'waiting', value: undefined, code: undefined } as const;
const signedOut = { state: 'signed-out', value: undefined, code: undefined } as const;
const ready = <T>(value: T): Resource<T> => ({ state: 'ready', value, code: undefined });

const afterFailure = <T>({ value }: Resource<T>, error: unknown): Resource<T> => {
  const { code } = error as { code?: unknown };
  const known = typeof code === 'string' ? code : 'network';
  return value === undefined
    ? { state: 'failed', value: undefined, code: known }
    : { state: 'stale', value, code: known };
};

/** Shows what failed as asked for again; true when there is reason to ask. */
const renew = <T>($resource: PreinitializedWritableAtom<Resource<T>>): boolean => {
  const { state, code } = $resource.get();
  if (state === 'failed') $resource.set(waiting);
  return code !== undefined;
};

/** What the member's request gave: a summary, `null` for nothing new, undefined for signed out. */
export type MemberAnswer =
  { readonly summary: Summary; readonly etag?: string | null } | null | undefined;

/** What the first paint leaves for the upkeep that comes after it. */
export interface PageState {
  readonly options: PageStoreOptions;
  readonly now: () => number;
  readonly $program: PreinitializedWritableAtom<Resource<PublicProgram>>;
  readonly $member: PreinitializedWritableAtom<Resource<Summary>>;
  /** Rises when who is shown changes; an answer to an older turn is dropped. */
  turn: number;
  etag: string | null;
  /** When the summary was read; epoch milliseconds of the page. */
  readAt: number;
  /** The session that the first request took up. */
  held?: HeldSession | undefined;
  /** The refresh token of a kept session that turned out to be over: it is still to be wiped. */
  ended?: string;
  /** Where the store was told to watch. */
  page?: PageSurroundings;
  loadProgram(first?: Promise<Response>): Promise<void>;
  /** Shows what `ask` answers, unless the turn has passed. */
  follow(ask: () => Promise<MemberAnswer>): Promise<void>;
  /** Shows that nobody is signed in, or that nothing is known yet. */
  clear(to: 'waiting' | 'signed-out'): void;
}

/**
 * Makes the store of one page; asks nobody anything before `start`. This file holds what the
 * first paint needs; `page-upkeep.ts` follows at the first need of it.
 */
export function createPageStore(options: PageStoreOptions): PageStore {
  const { key, base, now = Date.now } = options;
  const $program = atom<Resource<PublicProgram>>(waiting);
  const $member = atom<Resource<Summary>>(waiting);
  const over = new AbortController();
  let started = false;
  let upkeep: Promise<Upkeep> | undefined;
  let taking: Promise<HeldSession> | undefined;
  let first: Promise<void> | undefined;

  const state: PageState = {
    options,
    now,
    $program,
    $member,
    turn: 0,
    etag: null,
    readAt: 0,
    loadProgram: async (first) => {
      try {
        $program.set(ready(await readProgram(base, key, { ...options, started: first })));
      } catch (error) {
        $program.set(afterFailure($program.get(), error));
      }
    },
    follow: async (ask) => {
      const asked = state.turn;
      try {
        const answer = await ask();
        if (asked !== state.turn) return;
        const summary = answer === null ? $member.get().value : answer?.summary;
        if (answer) state.etag = answer.etag ?? null;
        state.readAt = now();
        $member.set(summary ? ready(summary) : signedOut);
      } catch (error) {
        if (asked === state.turn) $member.set(afterFailure($member.get(), error));
      }
    },
    clear: (to) => {
      state.turn += 1;
      state.etag = null;
      $member.set(to === 'waiting' ? waiting : signedOut);
    },
  };

  /**
   * Follows the session that is being taken up, so that it is not asked for twice. A failed load is
   * forgotten, so that the next need tries again.
   */
  const rest = () =>
    (upkeep ??= import('./page-upkeep.js').then(
      async ({ createUpkeep }) => {
        await taking?.catch(() => undefined);
        return createUpkeep(state, over.signal);
      },
      (error: unknown) => {
        upkeep = undefined;
        throw error;
      },
    ));

  const unloaded = (error: unknown) => $member.set(afterFailure($member.get(), error));

  async function resume(first?: Promise<StartedSession | undefined>): Promise<MemberAnswer> {
    if (options.session) return options.session.resume(first);
    const begun = await (first ?? begin());
    if (!begun) return identify();
    try {
      taking = takeUp(begun);
      state.held = await taking;
      return state.held.answer;
    } catch (error) {
      const { hasEnded } = await import('./session-resume.js');
      if (!hasEnded(error)) throw error;
      state.ended = begun.kept.token;
      return identify();
    }
  }

  const identify = async () => options.getIdentityToken && (await rest()).session.resume();

  async function begin(): Promise<StartedSession | undefined> {
    const { startSession } = await import('./session-start.js');
    return startSession({ ...options, now });
  }

  async function takeUp({ kept, answer }: StartedSession): Promise<HeldSession> {
    const first = await tryOnce(() => answer, options);
    const good = goodAnswer<SessionAnswer>(first);
    if (good) return { answer: good.value, at: now(), kept, skewMs: 0 };

    const { resumeSession } = await import('./session-resume.js');
    return resumeSession(kept, { ...options, now, first });
  }

  return {
    key,
    base,
    $program,
    $member,
    session: async () => (await rest()).session,
    start: (requests = {}) => {
      if (started) return;
      started = true;
      const program = state.loadProgram(requests.program);
      first = state.follow(() => resume(requests.session));
      // A page that shows a member hears from other tabs, such as that somebody signed out there.
      // It can wait until everything is here that is painted first.
      const upkept = Promise.all([first, program]).then(() =>
        options.live || $member.get().value ? rest() : undefined,
      );
      const lost = options.live ? unloaded : () => undefined;
      void upkept.then((then) => (options.live ? then?.stayLive() : undefined), lost);
    },
    watch: (surroundings) => {
      const { document, window } = surroundings;
      const unwatch = new AbortController();
      state.page = surroundings;
      const wake = (event: Event) => {
        if (!started) return;
        const shown = $member.get();
        const isBack = (event as Partial<PageTransitionEvent>).persisted ?? false;
        // Somebody may have signed out since the browser put the page aside: nothing is shown.
        if (isBack && shown.value) $member.set(waiting);
        rest().then((then) => (isBack ? then.comeBack(shown) : then.reveal()), unloaded);
      };
      const until = { signal: unwatch.signal };
      document.addEventListener('visibilitychange', wake, until);
      window.addEventListener('online', wake, until);
      window.addEventListener('pageshow', wake, until);
      return () => unwatch.abort();
    },
    revalidate: async () => (await rest()).revalidate(),
    retry: async () => {
      const isMemberOld = renew($member);
      const again = async () => {
        // A first request that is still under way may fail too.
        await first;
        if (renew($member) || isMemberOld)
          await (upkeep ? (await upkeep).read() : state.follow(() => resume()));
      };
      await Promise.all([renew($program) && state.loadProgram(), again()]);
    },
    signedIn: async (answer, sessionKey) => (await rest()).signedIn(answer, sessionKey),
    signOut: async () => (await rest()).signOut(),
    dispose: () => over.abort(),
  };
}

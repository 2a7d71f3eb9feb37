import type { PublicProgram, SessionAnswer, Summary } from '@afterglow/contract';
import type { ReadableAtom } from 'nanostores';
import { createPageState } from './page-state.js';
import { createResume } from './page-resume.js';
import type { Upkeep } from './page-upkeep.js';
import { afterFailure, renew, waiting, type Resource } from './resource.js';
import type { StartedSession } from '../session/session-start.js';
import type { PageSession, PageSessionOptions, SessionKey } from '../session/session.js';

export type { Resource } from './resource.js';

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

/**
 * Makes the store of one page; asks nobody anything before `start`. This file holds what the
 * first paint needs; `page-upkeep.ts` follows at the first need of it.
 */
export function createPageStore(options: PageStoreOptions): PageStore {
  const { key, base } = options;
  const state = createPageState(options);
  const { $program, $member, follow, loadProgram } = state;
  const over = new AbortController();
  let upkeep: Promise<Upkeep> | undefined;
  let first: Promise<void> | undefined;

  /**
   * Follows the session that is being taken up, so that it is not asked for twice. A failed load is
   * forgotten, so that the next need tries again.
   */
  const rest = () =>
    (upkeep ??= import('./page-upkeep.js').then(
      async ({ createUpkeep }) => {
        await state.taking?.catch(() => undefined);
        return createUpkeep(state, over.signal);
      },
      (error: unknown) => {
        upkeep = undefined;
        throw error;
      },
    ));

  const unloaded = (error: unknown) => $member.set(afterFailure($member.get(), error));
  const resume = createResume(state, rest);

  return {
    key,
    base,
    $program,
    $member,
    session: async () => (await rest()).session,
    start: (requests = {}) => {
      if (first) return;
      const program = loadProgram(requests.program);
      first = follow(() => resume(requests.session));
      // A page that shows a member hears from other tabs, such as that somebody signed out there.
      // It can wait until everything is here that is painted first.
      const upkept = Promise.all([first, program]).then(() =>
        options.live || $member.get().value ? rest() : undefined,
      );
      const lost = options.live ? unloaded : () => undefined;
      void upkept.then((then) => (options.live ? then?.stayLive() : undefined), lost);
    },
    watch: (surroundings) => {
      state.page = surroundings;
      return listenTo(surroundings, (event) => {
        if (!first) return;
        const shown = $member.get();
        const isBack = (event as Partial<PageTransitionEvent>).persisted ?? false;
        // Somebody may have signed out since the browser put the page aside: nothing is shown.
        if (isBack && shown.value) $member.set(waiting);
        rest().then((then) => (isBack ? then.comeBack(shown) : then.reveal()), unloaded);
      });
    },
    revalidate: async () => (await rest()).revalidate(),
    retry: async () => {
      const isMemberOld = renew($member);
      const again = async () => {
        // A first request that is still under way may fail too.
        await first;
        if (renew($member) || isMemberOld)
          await (upkeep ? (await upkeep).read() : follow(() => resume()));
      };
      await Promise.all([renew($program) && loadProgram(), again()]);
    },
    signedIn: async (answer, sessionKey) => (await rest()).signedIn(answer, sessionKey),
    signOut: async () => (await rest()).signOut(),
    dispose: () => over.abort(),
  };
}

/** Hears that the page is shown, comes online or comes back; answers how to stop. */
function listenTo({ document, window }: PageSurroundings, wake: (event: Event) => void) {
  const unwatch = new AbortController();
  const until = { signal: unwatch.signal };
  document.addEventListener('visibilitychange', wake, until);
  window.addEventListener('online', wake, until);
  window.addEventListener('pageshow', wake, until);
  return () => unwatch.abort();
}

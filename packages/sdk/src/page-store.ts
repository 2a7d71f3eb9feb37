import type { PublicProgram, SessionAnswer, Summary } from '@afterglow/contract';
import type { ReadableAtom } from 'nanostores';
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
  readonly program?: Promise<Response>;
  /** `startSession({ base, key })`. */
  readonly session?: Promise<Response | undefined>;
}

/** What `createPageStore` needs; everything but key and base has a browser's default. */
export interface PageStoreOptions extends Omit<PageSessionOptions, 'key' | 'base'> {
  /** The publishable key. */
  readonly key: string;
  /** Origin (and path) of the API, without `/v1`. */
  readonly base: string;
  /** Left out: made from the other options. */
  readonly session?: PageSession;
  /** Reads the summary again every two seconds while the page is visible. For sandboxes. */
  readonly live?: boolean;
  /** Milliseconds to wait between two reads of a live page; resolves early or rejects on abort. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The page as the elements hand it in; nothing is read from globals. */
export interface PageSurroundings {
  readonly document: Document;
  readonly window: Window;
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

/** Makes the store of one page; asks nobody anything before `start`. */
export declare function createPageStore(options: PageStoreOptions): PageStore;

import type { PublicProgram, Summary } from '@afterglow/contract';
import { atom, type PreinitializedWritableAtom } from 'nanostores';
import { readProgram } from './page-read.js';
import type { PageStoreOptions, PageSurroundings } from './page-store.js';
import { afterFailure, ready, signedOut, waiting, type Resource } from './resource.js';
import type { HeldSession } from '../session/session-resume.js';

/** What the member's request gave: a summary, `null` for nothing new, undefined for signed out. */
export type MemberAnswer =
  { readonly summary: Summary; readonly etag?: string | null } | null | undefined;

/** What a page knows: the first paint begins it, and the upkeep that comes after it goes on. */
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
  /** The session that the first request takes up, under way or over; undefined where none is kept. */
  taking?: Promise<HeldSession | undefined>;
  /** The session that the first request took up. */
  held?: HeldSession | undefined;
  /** The refresh token of a kept session that turned out to be over: it is still to be wiped. */
  ended?: string;
  /** Where the store was told to watch. */
  page?: PageSurroundings;
  loadProgram(first?: Promise<Response>): Promise<void>;
  /** Shows what `ask` answers, unless the turn has passed. */
  follow(ask: () => Promise<MemberAnswer>): Promise<void>;
}

/** The state of a page that has asked for nothing yet. */
export function createPageState(options: PageStoreOptions): PageState {
  const { key, base, now = Date.now } = options;
  const $program = atom<Resource<PublicProgram>>(waiting);
  const $member = atom<Resource<Summary>>(waiting);

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
  };
  return state;
}

import type { SessionAnswer, Summary } from '@afterglow/contract';
import { becomesIdle } from './page-idle.js';
import { createReader } from './page-reader.js';
import type { PageState } from './page-state.js';
import { signedOut, waiting, type Resource } from './resource.js';
import { endSession } from '../session/session-end.js';
import {
  createPageSession,
  type PageSession,
  type SessionChange,
  type SessionKey,
} from '../session/session.js';
import { wait } from '../wait.js';

/** What keeps a painted page right; loaded after the first paint. */
export interface Upkeep {
  readonly session: PageSession;
  /** The page came to the front or online. */
  reveal(): void;
  /** The page came out of the browser's cache, where it showed this. */
  comeBack(shown: Resource<Summary>): Promise<void>;
  stayLive(): Promise<void>;
  revalidate(): Promise<void>;
  /** Reads the summary; one read at a time. */
  read(): Promise<void>;
  signedIn(answer: SessionAnswer, sessionKey?: SessionKey): Promise<void>;
  signOut(): Promise<void>;
}

/** A summary older than this is read again when the page comes to the front. */
const oldAfterMs = 30_000;

/** A live page reads again this often. */
const liveEveryMs = 2_000;

/** Takes over the page after its first paint. */
export function createUpkeep(state: PageState, over: AbortSignal): Upkeep {
  const { options, now, $program, $member } = state;
  const pause = options.wait ?? wait;
  const session = options.session ?? createPageSession({ ...options, held: state.held });
  const read = createReader(state, session);
  /** Unknown until it was read; a page that comes back then takes no risk. */
  let epoch: number | undefined;

  const isVisible = () => state.page?.document.visibilityState !== 'hidden';
  const isShown = () => $member.get().value !== undefined;

  async function rememberEpoch() {
    epoch = await session.epoch();
  }

  function takeUp(): Promise<void> {
    clear(state, waiting);
    return state.follow(() => session.resume());
  }

  function hear({ kind, elsewhere, answer }: SessionChange): void {
    if (kind === 'changed') return void read();
    if (kind === 'signed-out') clear(state, signedOut);
    else if (elsewhere) void takeUp();
    else if (answer) {
      state.turn += 1;
      void state.follow(() => Promise.resolve(answer));
      if (answer.session.remember === 'never') void signOutWhenIdle();
    }
    void rememberEpoch();
  }

  async function signOutWhenIdle() {
    if (await becomesIdle(state, over)) await upkeep.signOut();
  }

  const upkeep: Upkeep = {
    session,
    read,
    reveal: () => {
      if (!isVisible()) return;
      if (isShown() ? now() - state.readAt > oldAfterMs : $member.get().code) void read();
      if ($program.get().code) void state.loadProgram();
    },
    comeBack: async (shown) => {
      const asked = state.turn;
      const isSame = (await session.epoch()) === epoch;
      if (asked !== state.turn) return;
      if (isSame) {
        $member.set(shown);
        upkeep.reveal();
      } else {
        session.drop();
        await takeUp();
        await rememberEpoch();
      }
    },
    stayLive: async () => {
      while (!over.aborted) {
        await pause(liveEveryMs, over);
        if (isVisible() && isShown() && !over.aborted) await read();
      }
    },
    revalidate: () => {
      session.announce();
      return read();
    },
    signedIn: async (answer, sessionKey) => {
      if (session.current !== answer.session) await session.accept(answer, sessionKey);
    },
    signOut: async () => {
      const token = await session.forget();
      if (token) await endSession(options.base, token, options.fetch);
    },
  };

  const ends = [session.listen(hear), followVersion(state), () => session.dispose()];
  const dispose = () => ends.forEach((end) => end());
  if (over.aborted) dispose();
  else over.addEventListener('abort', dispose);
  void (state.ended ? session.wipe(state.ended) : Promise.resolve()).then(rememberEpoch);
  return upkeep;
}

/** Somebody else is shown from now on, or nobody: what was asked for before is dropped. */
function clear(state: PageState, to: typeof waiting | typeof signedOut): void {
  state.turn += 1;
  state.etag = null;
  state.$member.set(to);
}

/** Reads the program again, once, when the member's summary is of another version; answers how to stop. */
function followVersion({ $member, $program, loadProgram }: PageState): () => void {
  let asked = 0;
  return $member.listen(({ value }) => {
    const program = $program.get().value;
    if (!value || !program || program.version === value.programVersion) return;
    if (asked === value.programVersion) return;
    asked = value.programVersion;
    void loadProgram();
  });
}

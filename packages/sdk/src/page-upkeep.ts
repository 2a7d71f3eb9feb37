import type { SessionAnswer, Summary } from '@afterglow/contract';
import type { MemberAnswer, PageState, Resource } from './page-store.js';
import { createPageSession, type PageSession, type SessionKey } from './session.js';
import { readSummary } from './summary-read.js';
import { wait } from './wait.js';

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

/** `remember: never` is for a tablet that goes round: whoever leaves it is signed out. */
const idleAfterMs = 120_000;

/** Takes over the page after its first paint. */
export function createUpkeep(state: PageState, over: AbortSignal): Upkeep {
  const { options, now, $program, $member } = state;
  const { base, fetch } = options;
  const pause = options.wait ?? wait;
  const session = options.session ?? createPageSession({ ...options, held: state.held });
  let reading: Promise<void> | undefined;
  let readOnceMore = false;
  let versionAsked = 0;
  /** Unknown until it was read; a page that comes back then takes no risk. */
  let epoch: number | undefined;

  const isVisible = () => state.page?.document.visibilityState !== 'hidden';
  const isShown = () => $member.get().value !== undefined;

  async function rememberEpoch() {
    epoch = await session.epoch();
  }

  async function askMember(): Promise<MemberAnswer> {
    const token = session.freshToken;
    if (!token) return session.refresh();
    try {
      return (await readSummary(base, token, { ...options, etag: state.etag })) ?? null;
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
        await state.follow(askMember);
      } while (readOnceMore);
      reading = undefined;
    })();
    return reading;
  }

  function takeUp(): Promise<void> {
    state.clear('waiting');
    return state.follow(() => session.resume());
  }

  async function endWhenIdle() {
    const asked = state.turn;
    const document = state.page?.document;
    let touchedAt = now();
    const touch = () => void (touchedAt = now());
    for (const kind of ['pointerdown', 'keydown'] as const) {
      document?.addEventListener(kind, touch, { signal: over, passive: true });
    }
    for (let left = idleAfterMs; left > 0; left = touchedAt + idleAfterMs - now()) {
      await pause(left, over);
      if (asked !== state.turn || over.aborted) return;
    }
    await upkeep.signOut();
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
      if (!token) return;
      const by = fetch ?? globalThis.fetch;
      await by(`${base}/v1/sessions`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${token}` },
        keepalive: true,
      }).catch(() => undefined);
    },
  };

  const unlisten = session.listen(({ kind, elsewhere, answer }) => {
    if (kind === 'changed') return void read();
    if (kind === 'signed-out') state.clear('signed-out');
    else if (elsewhere) void takeUp();
    else if (answer) {
      state.turn += 1;
      void state.follow(() => Promise.resolve(answer));
      if (answer.session.remember === 'never') void endWhenIdle();
    }
    void rememberEpoch();
  });
  const unfollow = $member.listen(({ value }) => {
    const program = $program.get().value;
    if (!value || !program || program.version === value.programVersion) return;
    if (versionAsked === value.programVersion) return;
    versionAsked = value.programVersion;
    void state.loadProgram();
  });
  const dispose = () => {
    unlisten();
    unfollow();
    session.dispose();
  };
  if (over.aborted) dispose();
  else over.addEventListener('abort', dispose);
  void (state.ended ? session.wipe(state.ended) : Promise.resolve()).then(rememberEpoch);
  return upkeep;
}

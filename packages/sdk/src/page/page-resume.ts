import type { SessionAnswer } from '@afterglow/contract';
import { goodAnswer, tryOnce } from './page-call.js';
import type { MemberAnswer, PageState } from './page-state.js';
import type { Upkeep } from './page-upkeep.js';
import type { HeldSession } from '../session/session-resume.js';
import type { StartedSession } from '../session/session-start.js';

/**
 * Makes what a page asks first: it takes up the session that the browser keeps, without the code of
 * `session.ts`, so that a page paints before that has arrived.
 *
 * @param rest - Loads the upkeep, which can ask the clinic's own login.
 */
export function createResume(
  state: PageState,
  rest: () => Promise<Upkeep>,
): (started?: Promise<StartedSession | undefined>) => Promise<MemberAnswer> {
  const { options, now } = state;

  const identify = async () => options.getIdentityToken && (await rest()).session.resume();

  async function begin(): Promise<StartedSession | undefined> {
    const { startSession } = await import('../session/session-start.js');
    return startSession({ ...options, now });
  }

  async function takeUp({ kept, answer }: StartedSession): Promise<HeldSession> {
    const first = await tryOnce(() => answer, options);
    const good = goodAnswer<SessionAnswer>(first);
    if (good) return { answer: good.value, at: now(), kept, skewMs: 0 };

    const { resumeSession } = await import('../session/session-resume.js');
    return resumeSession(kept, { ...options, now, first });
  }

  async function take(
    started: Promise<StartedSession | undefined> = begin(),
  ): Promise<HeldSession | undefined> {
    const begun = await started;
    if (!begun) return undefined;
    try {
      return (state.held = await takeUp(begun));
    } catch (error) {
      const { hasEnded } = await import('../session/session-resume.js');
      if (!hasEnded(error)) throw error;
      state.ended = begun.kept.token;
      return undefined;
    }
  }

  return async (started) => {
    if (options.session) return options.session.resume(started);
    const held = await (state.taking = take(started));
    return held ? held.answer : identify();
  };
}

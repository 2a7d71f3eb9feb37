import type { MemberAnswer, PageState } from './page-state.js';
import type { PageSession } from '../session/session.js';
import { readSummary } from './summary-read.js';

/**
 * Makes what reads the member's summary and shows it: one read at a time, and whoever asks during
 * one gets another after it.
 */
export function createReader(state: PageState, session: PageSession): () => Promise<void> {
  let reading: Promise<void> | undefined;
  let onceMore = false;

  async function readUntilNoMore() {
    do {
      onceMore = false;
      await state.follow(() => askMember(state, session));
    } while (onceMore);
    reading = undefined;
  }

  return () => {
    if (reading) onceMore = true;
    return (reading ??= readUntilNoMore());
  };
}

/** The summary with the token in hand; with a new one where it is too old or refused. */
async function askMember(
  { options, etag }: PageState,
  session: PageSession,
): Promise<MemberAnswer> {
  const token = session.freshToken;
  if (!token) return session.refresh();
  try {
    return (await readSummary(options.base, token, { ...options, etag })) ?? null;
  } catch (error) {
    if ((error as { status?: unknown }).status !== 401) throw error;
    return session.refresh();
  }
}

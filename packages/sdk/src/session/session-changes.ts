import type { SessionAnswer } from '@afterglow/contract';
import type { SessionKey } from './session-key.js';
import { freshTokenOf, type SessionParts } from './session-parts.js';
import { resumeSession } from './session-resume.js';
import { wait } from '../wait.js';

/** Who signs out waits so long at most for the browser to forget. */
const wipedWithinMs = 1_000;

/** Takes the answer of a sign-in, keeps it as its `remember` says, and tells everybody. */
export async function acceptSession(
  parts: SessionParts,
  answer: SessionAnswer,
  sessionKey?: SessionKey,
): Promise<void> {
  const { options, holder, keeper, tabs } = parts;
  const skewMs = holder.held?.skewMs ?? 0;
  const { refresh: given, remember } = answer.session;
  const kept = given && sessionKey && { token: given.token, privateKey: sessionKey.privateKey };
  const lasts = holder.replace({ answer, at: options.now(), kept: kept ?? undefined, skewMs });
  parts.signedOutHere = false;
  // Kept before it is told: whoever is told may leave the page at once.
  const isKept = await keeper.keep(
    kept && remember !== 'never' ? { ...kept, remember } : undefined,
  );
  if (!lasts()) return;
  parts.tell({ kind: 'signed-in', elsewhere: false, answer });
  if (isKept) tabs.tell({ kind: 'signed-in' });
}

/**
 * Forgets everything, here and in the other tabs, before anything is asked.
 *
 * @returns A token to tell the server with; see `PageSession.forget`.
 */
export async function forgetSession(parts: SessionParts): Promise<string | undefined> {
  const { options, holder, keeper, tabs } = parts;
  const token = freshTokenOf(parts);
  const { kept: inHand, skewMs = 0 } = holder.held ?? {};
  const lasts = holder.replace();
  parts.signedOutHere = true;
  // Wiped before it is told: whoever is told may leave the page at once, and a page that is left
  // wipes nothing more. A database that says nothing keeps nobody signed in before their eyes.
  const wiping = Promise.race([keeper.wipeAll(inHand), wait(wipedWithinMs)]);
  parts.wiping = wiping;
  const kept = (await wiping) ?? inHand;
  if (lasts()) {
    // What was asked meanwhile found nobody, or what a database that says nothing still keeps.
    holder.replace();
    parts.tell({ kind: 'signed-out', elsewhere: false });
    tabs.tell({ kind: 'signed-out' });
  }
  if (token || !kept) return token;
  return resumeSession(kept, { ...options, skewMs }).then(
    ({ answer }) => answer.session.accessToken,
    () => undefined,
  );
}

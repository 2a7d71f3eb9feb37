import { signInByIdentity } from './session-identity.js';
import type { SessionParts } from './session-parts.js';
import { hasEnded, resumeSession, type HeldSession } from './session-resume.js';
import type { StartedSession } from './session-start.js';

/**
 * Finds out who is signed in: by what is held or kept, which is refreshed once for all tabs, else by
 * the clinic's own login.
 *
 * @param started - What `startSession` gave, where somebody called it already.
 * @returns undefined when nobody is.
 * @throws AfterglowError when the server can't be asked.
 */
export async function findSession(
  parts: SessionParts,
  started?: Promise<StartedSession | undefined>,
): Promise<HeldSession | undefined> {
  const { options, holder, keeper, tabs } = parts;
  const begun = await started;
  if (!holder.held) await parts.wiping;
  const kept = holder.held?.kept ?? begun?.kept ?? (await keeper.read());
  if (!kept) return identify(parts);

  return tabs.alone(async (learned) => {
    const skewMs = holder.held?.skewMs ?? 0;
    if (learned?.session.refresh?.token === kept.token) {
      return { answer: learned, at: options.now(), kept, skewMs };
    }
    try {
      return await resumeSession(kept, { ...options, skewMs, started: begun?.answer });
    } catch (error) {
      if (!hasEnded(error)) throw error;
      await keeper.wipe(kept.token);
      return identify(parts);
    }
  });
}

const identify = async ({ options, signedOutHere }: SessionParts) =>
  signedOutHere ? undefined : signInByIdentity(options);

import type { SessionAnswer } from '@afterglow/contract';
import { isRefusedError } from '../errors.js';
import { pageCall, type PageSend } from '../page/page-call.js';
import type { HeldSession } from './session-resume.js';
import type { PageSessionOptions } from './session.js';

/**
 * Signs in whoever is signed in at the clinic's own site. Nothing of it is kept: each page asks anew.
 *
 * @returns undefined when nobody is, or somebody who has not joined.
 * @throws AfterglowError, such as `identity_invalid`, `network`.
 */
export async function signInByIdentity(
  options: PageSessionOptions & { readonly now: () => number },
): Promise<HeldSession | undefined> {
  const { key, base, now, fetch, firstDelayMs, timeoutMs, getIdentityToken } = options;
  let token = await getIdentityToken?.();
  if (!token) return undefined;

  const send: PageSend = async (by, signal) => {
    // A token works once: a second try takes another.
    const once = token ?? (await getIdentityToken?.());
    token = undefined;
    return by(`${base}/v1/sessions`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ grant: { kind: 'identity', token: once }, remember: 'never' }),
      signal,
    });
  };
  try {
    const patience = { fetch, firstDelayMs, timeoutMs };
    const { value } = await pageCall<SessionAnswer>('POST sessions', send, patience);
    return { answer: value, at: now(), skewMs: 0 };
  } catch (error) {
    // Known at the clinic's site, and no member yet: joining proves the phone.
    if (isRefusedError(error, 'join_required')) return undefined;
    throw error;
  }
}

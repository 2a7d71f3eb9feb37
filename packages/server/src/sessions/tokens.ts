import { hashText } from '../hashing.js';
import { secretText } from '../ids.js';
import type { Randomness } from '../ports.js';

/** What a session token names: whose it is can be looked up, what it opens can't be guessed. */
export interface SessionToken {
  readonly clinicId: string;
  readonly sessionId: string;
  /** SHA-256 of the whole token: what the session's row keeps. */
  readonly hash: string;
}

const pattern = /^(agt|agr)_([0-9a-hjkmnp-tv-z]{26})([0-9a-hjkmnp-tv-z]{26})_[0-9A-Za-z]{43}$/;

/** An access token (`agt_`) or a refresh token (`agr_`), with 256 random bits. */
export function newSessionToken(
  kind: 'agt' | 'agr',
  of: { readonly clinicId: string; readonly sessionId: string },
  randomness: Randomness,
): string {
  return `${kind}_${of.clinicId.slice(4)}${of.sessionId.slice(4)}_${secretText(43, randomness)}`;
}

/** What a token names; undefined when it is no token of this kind. */
export function readSessionToken(kind: 'agt' | 'agr', text: string): SessionToken | undefined {
  const parts = pattern.exec(text);
  if (!parts || parts[1] !== kind) return undefined;
  return { clinicId: `cln_${parts[2]}`, sessionId: `ses_${parts[3]}`, hash: hashText(text) };
}

/** Milliseconds that an access token is good for: 15 minutes. */
export const accessLifeMs = 15 * 60_000;

/** At most this many access tokens of one session are good at a time: one for each open tab. */
const accessLimit = 8;

/**
 * The access tokens of a session as its row keeps them: `hash.expiry`, newest first. There are
 * several, since with a single one two tabs that refresh at once would take it from each other.
 */
export function addAccess(kept: string, hash: string, expiresAt: number, now: number): string {
  const alive = kept.split(' ').filter((one) => expiryOf(one) > now);
  return [`${hash}.${expiresAt.toString(36)}`, ...alive].slice(0, accessLimit).join(' ');
}

const expiryOf = (one: string) => Number.parseInt(one.split('.')[1] ?? '0', 36);

/** True when a session's row keeps this access token and it has not expired. */
export function hasAccess(kept: string, hash: string, now: number): boolean {
  return kept.split(' ').some((one) => one.startsWith(`${hash}.`) && expiryOf(one) > now);
}

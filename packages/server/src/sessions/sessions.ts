import type { PublicKey, Remember, Session } from '@afterglow/contract';
import { instantText } from '../clinic-clock.js';
import { hashText } from '../hashing.js';
import { newId } from '../ids.js';
import type { Ports } from '../ports.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import { accessLifeMs, addAccess, newSessionToken } from './tokens.js';

/** How long a page remembers after its last use: 12 hours, or 90 days where the patient chose so. */
const rememberMs: Readonly<Record<Remember, number>> = {
  visit: 12 * 3_600_000,
  device: 90 * 24 * 3_600_000,
  never: 0,
};

/** A session with the texts of its tokens, which exist only here. */
export interface NewSession {
  readonly row: Tables['sessions'];
  readonly session: Session;
}

/** Makes a session. It can be refreshed only where the page gave a key and is to be remembered. */
export function newSession(
  ports: Ports,
  of: {
    readonly clinicId: string;
    readonly memberId: string;
    readonly remember: Remember;
    readonly publicKey: PublicKey | undefined;
  },
): NewSession {
  const now = ports.clock.now();
  const id = newId('session', now, ports.randomness);
  const names = { clinicId: of.clinicId, sessionId: id };
  const access = newSessionToken('agt', names, ports.randomness);
  const refresh =
    of.publicKey && of.remember !== 'never'
      ? newSessionToken('agr', names, ports.randomness)
      : null;
  const accessExpiresAt = now + accessLifeMs;
  const expiresAt = refresh ? now + rememberMs[of.remember] : accessExpiresAt;
  return {
    row: {
      clinicId: of.clinicId,
      id,
      memberId: of.memberId,
      accessHash: addAccess('', hashText(access), accessExpiresAt, now),
      accessExpiresAt,
      refreshHash: refresh && hashText(refresh),
      publicKeyJson: refresh && JSON.stringify(of.publicKey),
      remember: of.remember,
      expiresAt,
      revokedAt: null,
      createdAt: now,
    },
    session: {
      accessToken: access,
      expiresAt: instantText(accessExpiresAt),
      refresh: refresh === null ? null : { token: refresh, expiresAt: instantText(expiresAt) },
      remember: of.remember,
    },
  };
}

/** A session with one more access token, and its end moved; the refresh token stays as it is. */
export function refreshedSession(
  ports: Ports,
  row: Tables['sessions'],
  refreshToken: string,
): NewSession {
  const now = ports.clock.now();
  const names = { clinicId: row.clinicId, sessionId: row.id };
  const access = newSessionToken('agt', names, ports.randomness);
  const accessExpiresAt = now + accessLifeMs;
  const expiresAt = now + rememberMs[row.remember];
  return {
    row: {
      ...row,
      accessHash: addAccess(row.accessHash, hashText(access), accessExpiresAt, now),
      accessExpiresAt,
      expiresAt,
    },
    session: {
      accessToken: access,
      expiresAt: instantText(accessExpiresAt),
      refresh: { token: refreshToken, expiresAt: instantText(expiresAt) },
      remember: row.remember,
    },
  };
}

/** The public half of a page's key, ready to verify with; refused when it is no point of P-256. */
export async function importPublicKey(key: PublicKey): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey(
      'jwk',
      key,
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    );
  } catch {
    throw new Refused('invalid_field', {
      detail: 'publicKey is no point of the curve P-256. Export it from WebCrypto as a JWK.',
      param: 'publicKey',
    });
  }
}

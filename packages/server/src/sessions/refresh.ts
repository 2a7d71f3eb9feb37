import type { PublicKey, RefreshRequest, Session } from '@afterglow/contract';
import { instantText } from '../clinic-clock.js';
import { equalInConstantTime, fromBase64Url } from '../hashing.js';
import type { Ports, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import { importPublicKey, refreshedSession } from './sessions.js';
import { readSessionToken } from './tokens.js';

/** How far the page's time may be off: 60 seconds, either way. */
const skewMs = 60_000;

/** Rows of used signatures that one refresh clears away. */
const clearedAtOnce = 20;

/**
 * Gives a session another access token, against a fresh signature by the page's key. The refresh
 * token does not rotate: it is bound to its sender, so a lost answer or a second tab ends nothing.
 */
export async function refreshSession(
  ports: Ports,
  clinic: Clinic,
  asked: RefreshRequest,
): Promise<{ readonly session: Session; readonly memberId: string }> {
  const row = await findSession(ports, clinic, asked.token);
  await verifySignature(row, asked);
  const now = ports.clock.now();
  if (Math.abs(now - Date.parse(asked.at)) > skewMs) throw clockSkew(now);

  return ports.store.transaction(async (tx) => {
    const { clinicId, id } = row;
    const current = await tx.lock('sessions', { clinicId, id });
    if (!current || current.revokedAt !== null) throw revoked();
    const nonce = `${id}.${asked.nonce}`;
    const used = { clinicId, nonce, sessionId: id, expiresAt: now + 2 * skewMs };
    if (!(await tx.claim('nonces', used))) throw nonceUsed();

    await clearNonces(tx, clinicId, now);
    const refreshed = refreshedSession(ports, current, asked.token);
    await tx.save('sessions', [refreshed.row]);
    return { session: refreshed.session, memberId: current.memberId };
  });
}

/** The session of a refresh token. What is wrong with a token is told to its holder only. */
async function findSession(
  ports: Ports,
  clinic: Clinic,
  text: string,
): Promise<Tables['sessions']> {
  const token = readSessionToken('agr', text);
  const row =
    token?.clinicId === clinic.id
      ? await ports.store.reader.get('sessions', { clinicId: clinic.id, id: token.sessionId })
      : undefined;
  if (!token || !row?.refreshHash || !equalInConstantTime(row.refreshHash, token.hash))
    throw new Refused('session_expired', {
      detail: 'There is no session with this refresh token. Sign in again.',
      param: 'token',
    });
  if (row.revokedAt !== null) throw revoked();
  if (row.expiresAt <= ports.clock.now())
    throw new Refused('session_expired', {
      detail: 'The session was not used for too long. Sign in again.',
      param: 'token',
    });
  return row;
}

async function verifySignature(
  { publicKeyJson }: Tables['sessions'],
  { token, at, nonce, signature }: RefreshRequest,
): Promise<void> {
  const key = await importPublicKey(JSON.parse(publicKeyJson ?? '{}') as PublicKey);
  const isGood = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    fromBase64Url(signature),
    new TextEncoder().encode(`sessions/refresh\n${token}\n${at}\n${nonce}`),
  );
  if (!isGood)
    throw new Refused('signature_invalid', {
      detail:
        'The signature does not fit the key of this session. Sign "sessions/refresh\\n<token>\\n<at>\\n<nonce>" with the key that was registered.',
      param: 'signature',
    });
}

/** Takes away signatures that are too old to be accepted anyway. */
async function clearNonces(tx: Transaction, clinicId: string, now: number): Promise<void> {
  const old = await tx.range('nonces', {
    index: 'byExpiry',
    where: { clinicId },
    below: now,
    limit: clearedAtOnce,
  });
  for (const { nonce } of old) await tx.remove('nonces', { clinicId, nonce });
}

const revoked = () =>
  new Refused('session_revoked', { detail: 'This session was signed out. Sign in again.' });

const nonceUsed = () =>
  new Refused('nonce_used', {
    detail: 'This nonce was used before. Make a new one and a new signature for each refresh.',
    param: 'nonce',
  });

const clockSkew = (now: number) =>
  new Refused('clock_skew', {
    detail: `The time of the signature is more than 60 seconds off; it is ${instantText(now)} here. Sign again with that time.`,
    param: 'at',
    details: { serverTime: instantText(now) },
  });

import { errors, importJWK, jwtVerify, type JWTPayload } from 'jose';
import { survivorOf } from '../members/find.js';
import { hashText } from '../hashing.js';
import type { Ports, Reader, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';

/** How long a token is good after it was made, whatever its own end says: 10 minutes. */
const lifeMs = 10 * 60_000;

/** How far the clock of the clinic's site may be off: 60 seconds. */
const skewSeconds = 60;

/** What a token of the clinic's own login says, once its signature holds. */
export interface Identity {
  /** Told apart from all other tokens, so that each works once. */
  readonly nonce: string;
  /** Our id of a member, or the id that a system of the clinic knows the person by. */
  readonly who:
    { readonly memberId: string } | { readonly source: string; readonly externalId: string };
}

/**
 * Checks a token of the clinic's own login: a JWT that is signed with ES256 by a key whose public half
 * `afterglow keys create --kind identity` has registered. No other algorithm is taken, and no key
 * that the token itself names.
 */
export async function proveIdentity(
  ports: Ports,
  clinic: Clinic,
  token: string,
): Promise<Identity> {
  const rows = await ports.store.reader.range('keys', {
    index: 'byClinic',
    where: { clinicId: clinic.id },
  });
  const open = rows.filter(({ revokedAt }) => revokedAt === null);
  const keys = open.filter(({ kind }) => kind === 'identity');
  if (keys.length === 0) throw noKey();
  const audience = open.filter(({ kind }) => kind === 'publishable').map(({ shown }) => shown);
  const currentDate = new Date(ports.clock.now());
  for (const [nth, { shown }] of keys.entries()) {
    try {
      const key = await importJWK(JSON.parse(shown) as object, 'ES256');
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['ES256'],
        audience,
        currentDate,
        clockTolerance: skewSeconds,
        maxTokenAge: lifeMs / 1000,
        requiredClaims: ['sub', 'jti', 'iat'],
      });
      return tokenIdentity(payload);
    } catch (error) {
      const isOfOther = error instanceof errors.JWSSignatureVerificationFailed;
      if (!isOfOther || nth === keys.length - 1) throw invalid(error);
    }
  }
  throw noKey();
}

function tokenIdentity({ sub = '', jti = '', source }: JWTPayload): Identity {
  const nonce = `identity.${hashText(jti)}`;
  if (sub.startsWith('mem_')) return { nonce, who: { memberId: sub } };
  if (typeof source !== 'string' || source === '')
    throw refused(
      'It names nobody: sub is an id of ours (mem_…), or the id of your own system with the name of that system as source.',
    );
  return { nonce, who: { source, externalId: sub } };
}

/** Uses a token up, inside the transaction that makes the session. */
export async function useIdentity(
  tx: Transaction,
  { clinicId, id: sessionId }: Tables['sessions'],
  { nonce }: Identity,
  now: number,
): Promise<void> {
  const expiresAt = now + lifeMs + 2 * skewSeconds * 1000;
  if (!(await tx.claim('nonces', { clinicId, nonce, sessionId, expiresAt })))
    throw refused('It was used before: make a new one, with a new jti, for each.');
}

/** The member of a token; undefined for somebody who has not joined, or is not known here. */
export async function memberOf(
  reader: Reader,
  clinicId: string,
  { who }: Identity,
): Promise<Tables['members'] | undefined> {
  const id =
    'memberId' in who
      ? who.memberId
      : (await reader.get('aliases', { clinicId, ...who }))?.memberId;
  const row = id === undefined ? undefined : await reader.get('members', { clinicId, id });
  const member = await survivorOf(reader, row);
  return member?.status === 'enrolled' ? member : undefined;
}

/** What is wrong, without a word of the token. */
function invalid(error: unknown): Error {
  if (error instanceof Refused) return error;
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return refused('It was not signed by the key of this clinic.');
  if (error instanceof errors.JWTExpired)
    return refused('It is too old: exchange it within ten minutes, and compare the clocks.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return refused(
      `Its claim ${error.claim} is missing or wrong: it needs aud (the publishable key), sub, iat and jti.`,
    );
  if (error instanceof errors.JOSEError) return refused('It is no JWT that is signed with ES256.');
  return error instanceof Error ? error : new TypeError(String(error));
}

const refused = (why: string) =>
  new Refused('identity_invalid', {
    detail: `The identity token is not accepted. ${why}`,
    param: 'grant.token',
  });

const noKey = () =>
  new Refused('credential_not_allowed', {
    detail:
      'This clinic takes no identity tokens: it has registered no key to check them with. Make one with "afterglow keys create --kind identity", or sign in with a code to the phone.',
    param: 'grant.kind',
  });

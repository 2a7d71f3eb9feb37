import { importPKCS8, SignJWT } from 'jose';
import { newKey } from './random.js';

/** Who is signed in at the clinic's own site, and what says so. */
export interface IdentityInit {
  /** What `afterglow keys create --kind identity` printed: PEM. Line ends may be written as `\n`. */
  readonly privateKey: string;
  /** `pk_test_…` or `pk_live_…`: the clinic for which the token is good. */
  readonly publishableKey: string;
  /** Our id of the member (`mem_…`), or the id that a system of the clinic knows the person by. */
  readonly member: string | { readonly source: string; readonly externalId: string };
  /** Epoch milliseconds; left out: now. */
  readonly now?: number;
}

/** How long a token is good: one minute, since a page exchanges it at once. */
const lifeSeconds = 60;

/**
 * Signs a token with which a page of the clinic's own site signs somebody in without a code: for a
 * route that answers `data-identity-url`. Good for one exchange within a minute.
 *
 * @throws TypeError when the private key is no P-256 key as PEM.
 */
export async function signIdentity(init: IdentityInit): Promise<string> {
  const { publishableKey, member, now = Date.now() } = init;
  const key = await importPrivateKey(init.privateKey);
  const issuedAt = Math.floor(now / 1000);
  const { sub, ...source } =
    typeof member === 'string'
      ? { sub: member }
      : { sub: member.externalId, source: member.source };
  return new SignJWT(source)
    .setProtectedHeader({ alg: 'ES256' })
    .setAudience(publishableKey)
    .setSubject(sub)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .setJti(newKey())
    .sign(key);
}

async function importPrivateKey(pem: string): Promise<CryptoKey> {
  try {
    return await importPKCS8(pem.replaceAll('\\n', '\n'), 'ES256');
  } catch (cause) {
    throw new TypeError(
      'privateKey is no P-256 key as PEM: give what "afterglow keys create --kind identity" printed, from -----BEGIN PRIVATE KEY----- on.',
      { cause },
    );
  }
}

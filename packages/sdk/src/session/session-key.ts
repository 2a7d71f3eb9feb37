import type { PublicKey } from '@afterglow/contract';
import type { PageWarning } from './session.js';

/** A key pair for one sign-in; the private half never leaves the browser. */
export interface SessionKey {
  readonly publicKey: PublicKey;
  readonly privateKey: CryptoKey;
}

/** Makes a key for the next sign-in; warns and answers undefined where there is no WebCrypto. */
export async function newSessionKey(
  warn: ((warning: PageWarning) => void) | undefined,
): Promise<SessionKey | undefined> {
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) {
    warn?.({
      code: 'crypto_unavailable',
      message: 'WebCrypto needs https: the session ends after 15 minutes.',
    });
    return undefined;
  }
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await subtle.generateKey(algorithm, false, ['sign']);
  const { x = '', y = '' } = await subtle.exportKey('jwk', pair.publicKey);
  return { publicKey: { kty: 'EC', crv: 'P-256', x, y }, privateKey: pair.privateKey };
}

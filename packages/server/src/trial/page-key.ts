import { toBase64Url } from '../hashing.js';

/** The key of a page, as the SDK makes it. */
export interface PageKey {
  readonly publicKey: object;
  /** The body of a refresh, signed. */
  refresh(of: {
    readonly key: string;
    readonly token: string;
    readonly at: string;
    readonly nonce?: string;
  }): Promise<Record<string, string>>;
}

/** Makes the key of a page. */
export async function makePageKey(): Promise<PageKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    publicKey: { kty, crv, x, y },
    async refresh({ key, token, at, nonce = newNonce() }) {
      const text = `sessions/refresh\n${token}\n${at}\n${nonce}`;
      const signature = await crypto.subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        pair.privateKey,
        new TextEncoder().encode(text),
      );
      return { key, token, at, nonce, signature: toBase64Url(new Uint8Array(signature)) };
    },
  };
}

const newNonce = () => toBase64Url(crypto.getRandomValues(new Uint8Array(18)));

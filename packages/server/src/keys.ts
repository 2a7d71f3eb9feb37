import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { hashText } from './hashing.js';
import { secretText } from './ids.js';
import type { Ports } from './ports.js';
import type { Tables } from './tables.js';

/** What an API key looks like. `pk_` is for pages and public, `sk_` is for the clinic's backend. */
const keyPattern = /^(pk|sk)_(test|live)_[0-9A-Za-z]{32}$/;

/** The kind of a key by its looks; undefined when it is none. */
export function keyKind(text: string): 'publishable' | 'secret' | undefined {
  if (!keyPattern.test(text)) return undefined;
  return text.startsWith('pk_') ? 'publishable' : 'secret';
}

/** A key and the row that keeps it; the text of a secret one exists only here. */
export interface NewKey {
  readonly text: string;
  readonly row: Tables['keys'];
}

/**
 * Makes the key with which the clinic's own login signs identity tokens: P-256. Its private half, as
 * PEM, exists only here; the public half is kept.
 */
export async function newIdentityKey(ports: Ports, clinicId: string): Promise<NewKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const shown = JSON.stringify({ kty, crv, x, y });
  return {
    text: await exportPKCS8(privateKey),
    row: {
      hash: hashText(shown),
      clinicId,
      kind: 'identity',
      shown,
      createdAt: ports.clock.now(),
      revokedAt: null,
    },
  };
}

/** Makes a key of 190 random bits. Only its hash is kept, and the text of a publishable one. */
export function newKey(
  ports: Ports,
  of: {
    readonly clinicId: string;
    readonly kind: 'publishable' | 'secret';
    readonly sandbox: boolean;
  },
): NewKey {
  const prefix = `${of.kind === 'publishable' ? 'pk' : 'sk'}_${of.sandbox ? 'test' : 'live'}_`;
  const text = prefix + secretText(32, ports.randomness);
  return {
    text,
    row: {
      hash: hashText(text),
      clinicId: of.clinicId,
      kind: of.kind,
      shown: of.kind === 'publishable' ? text : text.slice(-4),
      createdAt: ports.clock.now(),
      revokedAt: null,
    },
  };
}

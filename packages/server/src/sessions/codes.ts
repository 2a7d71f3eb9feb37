import { toBase64Url } from '../hashing.js';

const iterations = 10_000;

/**
 * What is kept of a one-time code. A million codes are few, so a plain hash would be no hiding at
 * all; PBKDF2 makes each guess at a stolen row cost some milliseconds.
 *
 * @param salt - Text of the challenge's own.
 */
export async function hashCode(code: string, salt: string): Promise<string> {
  const encoder = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', encoder.encode(code), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations },
    material,
    256,
  );
  return toBase64Url(new Uint8Array(bits));
}

/** Bytes as base64url without padding. */
export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * A key for a write, or a nonce: 22 characters from 128 random bits. `randomUUID` is missing on a
 * plain-http address, where somebody opens the demo on a phone; `getRandomValues` is not.
 */
export const newKey = (): string => base64Url(crypto.getRandomValues(new Uint8Array(16)));

import { sha256 } from '@noble/hashes/sha2.js';
import { idPrefixes, type IdKind } from '@afterglow/contract';
import type { Randomness } from './ports.js';

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Ten characters that sort as the instants do, good until the year 37,000. */
function timePart(at: number): string {
  let text = '';
  for (let rest = Math.max(0, at), i = 0; i < 10; i++) {
    text = crockford[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function crockfordOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += crockford[byte % 32];
  return text;
}

/**
 * A new id that sorts by time.
 *
 * @param at - Epoch milliseconds, by whichever clock the thing belongs to.
 */
export function newId(kind: IdKind, at: number, randomness: Randomness): string {
  return `${idPrefixes[kind]}_${timePart(at)}${crockfordOf(randomness.bytes(16))}`;
}

/** An id that anybody who knows `seed` computes again, so that a replay makes the same bytes. */
export function derivedId(kind: IdKind, at: number, seed: string): string {
  const digest = sha256(new TextEncoder().encode(seed)).subarray(0, 16);
  return `${idPrefixes[kind]}_${timePart(at)}${crockfordOf(digest)}`;
}

/** True when the text is an id of this kind. */
export function isId(kind: IdKind, text: string): boolean {
  return new RegExp(`^${idPrefixes[kind]}_[0-9a-hjkmnp-tv-z]{26}$`).test(text);
}

/** A code that a person can read out: 8 Crockford characters from 40 random bits. */
export function newCodeWord(randomness: Randomness): string {
  return crockfordOf(randomness.bytes(8)).toUpperCase();
}

/** Unguessable text of letters and digits; bytes that would favor some letters are thrown away. */
export function secretText(length: number, randomness: Randomness): string {
  let text = '';
  while (text.length < length)
    for (const byte of randomness.bytes(length))
      if (byte < 248 && text.length < length) text += base62[byte % 62];
  return text;
}

/** Six decimal digits, each of the million equally likely. */
export function sixDigits(randomness: Randomness): string {
  for (;;) {
    const [a = 0, b = 0, c = 0] = randomness.bytes(3);
    const number = (a << 16) | (b << 8) | c;
    if (number < 16_000_000) return String(number % 1_000_000).padStart(6, '0');
  }
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The code units of the alphabet: a string is made of all its units at once in half the time. */
const UNITS = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));

/** The character of the last five bits, as its code unit. */
const unit = (bits: number): number => UNITS[bits & 31] ?? 0;

/** The last mixing of 32 bits, so that each of them depends on all. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Four independent lanes of 32 bits; 20 bits of each are used. */
type Lanes = readonly [number, number, number, number];

const start: Lanes = [0x243f6a88, 0x85a308d3 | 0, 0x13198a2e, 0x03707344];

/** The lanes after more text. */
function stir([a, b, c, d]: Lanes, text: string): Lanes {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x85ebca77);
    c = Math.imul(c ^ code, 0xc2b2ae3d);
    d = Math.imul(d ^ code, 0x27d4eb2f);
    a = (a << 13) | (a >>> 19);
    b = (b << 11) | (b >>> 21);
    c = (c << 17) | (c >>> 15);
    d = (d << 7) | (d >>> 25);
  }
  return [a, b, c, d];
}

function spell(prefix: string, at: number, lanes: Lanes): string {
  const a = mix(lanes[0]);
  const b = mix(lanes[1]);
  const c = mix(lanes[2]);
  const d = mix(lanes[3]);
  const time = Math.max(0, at);
  const high = Math.floor(time / 0x4000_0000);
  // prettier-ignore -- a line for each number, two for the time
  const characters = String.fromCharCode(
    unit(high >>> 15),
    unit(high >>> 10),
    unit(high >>> 5),
    unit(high),
    unit(time >>> 25),
    unit(time >>> 20),
    unit(time >>> 15),
    unit(time >>> 10),
    unit(time >>> 5),
    unit(time),
    unit(a >>> 15),
    unit(a >>> 10),
    unit(a >>> 5),
    unit(a),
    unit(b >>> 15),
    unit(b >>> 10),
    unit(b >>> 5),
    unit(b),
    unit(c >>> 15),
    unit(c >>> 10),
    unit(c >>> 5),
    unit(c),
    unit(d >>> 15),
    unit(d >>> 10),
    unit(d >>> 5),
    unit(d),
  );
  return `${prefix}_${characters}`;
}

/**
 * An id that is the same in every replay, for things that nobody names: packages, referrals,
 * entries. Sorts by time. Names, not secrets: whoever knows the text can compute it.
 *
 * @param prefix - What it names, such as `pkg`.
 * @param at - Epoch milliseconds; an instant before 1970 counts as 1970.
 * @param text - Everything that tells this thing from others of its kind.
 * @returns The prefix, `_`, and 26 characters: ten of time, sixteen (80 bits) of the text.
 */
export function idFor(prefix: string, at: number, text: string): string {
  return spell(prefix, at, stir(start, text));
}

/** {@link idFor} for many things whose texts begin alike: gives the id for the rest of a text. */
export function idsFor(prefix: string, beginning: string): (at: number, rest: string) => string {
  const lanes = stir(start, beginning);
  return (at, rest) => spell(prefix, at, stir(lanes, rest));
}

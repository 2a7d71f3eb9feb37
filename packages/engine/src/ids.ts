const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Characters of an id that tell its time; ten of five bits reach beyond the year 30000. */
const TIME_LENGTH = 10;

/** Odd multipliers and starting values of four independent 32-bit lanes. */
const LANES = [
  [0x9e3779b1, 0x243f6a88],
  [0x85ebca77, 0x85a308d3],
  [0xc2b2ae3d, 0x13198a2e],
  [0x27d4eb2f, 0x03707344],
] as const;

/** 32 bits of one text; a multiply and a rotation for each UTF-16 unit, then mixed. */
function lane(text: string, multiplier: number, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), multiplier);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** `value` in five-bit characters, the highest first. */
function spell(value: number, length: number): string {
  let text = '';
  let rest = value;
  for (let index = 0; index < length; index += 1) {
    const digit = rest % 32;
    text = ALPHABET.charAt(digit) + text;
    rest = (rest - digit) / 32;
  }
  return text;
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
  let id = `${prefix}_${spell(Math.max(0, at), TIME_LENGTH)}`;
  for (const [multiplier, start] of LANES) {
    // 20 of the 32 bits of each lane are four characters.
    id += spell(lane(text, multiplier, start) % 0x100000, 4);
  }
  return id;
}

import { ensured } from '../ensured.js';

/** Something that is drawn more or less often. */
interface Weighted {
  readonly weight: number;
}

/** Everything random of a run, from one seed: the same calls give the same values, for ever. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in `percent` of a hundred cases. */
  happens(percent: number): boolean;
  /** One of several. */
  pick<T>(list: readonly [T, ...T[]]): T;
  /** One of a list that may be empty. */
  pickAny<T>(list: readonly T[]): T | undefined;
  /** One by weight; a weight of 0 never comes. */
  weighted<const List extends readonly Weighted[]>(list: List): List[number];
  bytes(length: number): Uint8Array;
  /** Another stream of numbers, so that drawing more from one leaves the other as it is. */
  fork(name: string): Chance;
}

/** Chance from a seed: the generator sfc32, which needs nothing but 32-bit arithmetic. */
export function chanceOf(seed: string): Chance {
  const next = generator(seed);
  const between = (low: number, high: number) =>
    low + Math.floor((next() / 0x1_0000_0000) * (high - low + 1));
  return {
    between,
    happens: (percent) => between(1, 100) <= percent,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    pickAny: (list) => (list.length === 0 ? undefined : list[between(0, list.length - 1)]),
    weighted: (list) => {
      let left = between(
        1,
        list.reduce((sum, { weight }) => sum + weight, 0),
      );
      return ensured(
        list.find(({ weight }) => (left -= weight) <= 0),
        'one of a list',
      );
    },
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    fork: (name) => chanceOf(`${seed}/${name}`),
  };
}

/** Whole numbers below 2^32. */
function generator(seed: string): () => number {
  let [a, b, c, counter] = [0x9e37_79b9, 0x243f_6a88, 0xb7e1_5162, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (const character of seed) {
    a = (a ^ character.charCodeAt(0)) | 0;
    for (let i = 0; i < 8; i++) next();
  }
  for (let i = 0; i < 16; i++) next();
  return next;
}

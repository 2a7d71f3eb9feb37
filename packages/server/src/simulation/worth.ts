/** A share of a whole amount, rounded down; exact for any amounts of a clinic. */
export function share(amount: number, part: number, whole: number): number {
  const [sign, size] = amount < 0 ? [-1, -amount] : [1, amount];
  return sign * Number((BigInt(size) * BigInt(part)) / BigInt(whole)) + 0;
}

/** A part of a whole in hundredths of a percent, to the nearest; null where the whole is nothing. */
export function basisPoints(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 10_000) : null;
}

/** The middle of some numbers, the lower one of two; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}

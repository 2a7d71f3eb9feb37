/**
 * `amount × times / per`, rounded down and exact: where the product has more than 53 bits it is
 * taken in big integers.
 *
 * @param amount - Whole, not negative; so is `times`. `per` is whole and above zero.
 */
export function scaleDown(amount: number, times: number, per: number): number {
  const product = amount * times;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % per)) / per;
  return Number((BigInt(amount) * BigInt(times)) / BigInt(per));
}

/** `amount × times / per`, rounded up and exact: what it takes to pay an amount in full. */
export function scaleUp(amount: number, times: number, per: number): number {
  return scaleDown(amount, times, per) + (remainderOf(amount, times, per) > 0 ? 1 : 0);
}

/** What {@link scaleDown} leaves over. */
function remainderOf(amount: number, times: number, per: number): number {
  const product = amount * times;
  if (product <= Number.MAX_SAFE_INTEGER) return product % per;
  return Number((BigInt(amount) * BigInt(times)) % BigInt(per));
}

/**
 * Splits a total in proportion to weights, by largest remainder: each share is its exact part
 * rounded down, and the units that are left go to the largest remainders, the earlier one on a tie.
 *
 * @param total - Whole, not negative. More than all weights together counts as that much.
 * @param weights - Whole, not negative.
 * @returns Shares that add up to the total, none above its weight.
 */
export function shareOut(total: number, weights: readonly number[]): readonly number[] {
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (total >= sum) return weights;

  const shares = weights.map((weight) => scaleDown(weight, total, sum));
  let left = total;
  for (const share of shares) left -= share;
  if (left === 0) return shares;

  const remainders = weights.map((weight) => remainderOf(weight, total, sum));
  // There are fewer units left than shares, so that nobody gets two.
  for (; left > 0; left -= 1) {
    const lucky = indexOfLargest(remainders);
    shares[lucky] = (shares[lucky] ?? 0) + 1;
    remainders[lucky] = -1;
  }
  return shares;
}

/** The first one where several are the largest. */
function indexOfLargest(numbers: readonly number[]): number {
  let largest = -Infinity;
  let at = 0;
  numbers.forEach((number, index) => {
    if (number <= largest) return;
    largest = number;
    at = index;
  });
  return at;
}

/** What is read of a tier: the spend that reaches it, in minor units. */
interface Threshold {
  readonly threshold: { readonly amount: number };
}

/**
 * How much of each tier's stretch of the bar is filled, 0 to 1. A stretch goes from where its tier
 * begins to where the next one does; the last one is full as soon as its tier is reached.
 *
 * @param spend - In minor units; below zero after a correction.
 * @param levels - In rising order.
 */
export function filledShares(spend: number, levels: readonly Threshold[]): readonly number[] {
  return levels.map(({ threshold }, index) => {
    const from = index === 0 ? 0 : threshold.amount;
    const to = levels[index + 1]?.threshold.amount;
    if (to === undefined) return spend >= from ? 1 : 0;

    return Math.min(1, Math.max(0, (spend - from) / (to - from)));
  });
}

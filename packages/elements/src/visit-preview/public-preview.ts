import type { CheckoutLine, PublicProgram, VisitPreview } from '@afterglow/contract';
import { localDayAt } from '@afterglow/engine/calendar';
import { earn } from '@afterglow/engine/earning';

/**
 * What the visit earns whoever comes: the plain rates of the program on the price of the list, by the
 * very rule that awards them. What a member has on top (a tier, a promotion, a bonus) only adds to it;
 * a tier is named where the visit alone reaches it.
 *
 * @param now - Epoch milliseconds; picks the rates in force.
 */
export function publicPreview(
  program: PublicProgram,
  lines: readonly CheckoutLine[],
  now: number,
): VisitPreview {
  const { timeZone, currency } = program.clinic;
  const on = localDayAt(now, timeZone);
  let points = 0;
  let total = 0;
  let spend = 0;
  for (const line of lines) {
    const paid = line.listPrice.amount;
    total += paid;
    if (line.kind === 'treatment') spend += paid;
    points += earn(program, { line, place: {}, paid, on }).points;
  }
  const index = program.tiers.levels.findLastIndex(({ threshold }) => threshold.amount <= spend);
  const level = program.tiers.levels[index];
  return {
    due: { amount: total, currency },
    earns: {
      points,
      tier: level ? { ...level, rank: index + 1 } : null,
      rises: index > 0,
      next: null,
      missing: null,
    },
  };
}

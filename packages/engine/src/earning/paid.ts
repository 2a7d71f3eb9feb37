import type { Program, Tender, VisitData } from '@afterglow/contract';
import { scaleDown, shareOut } from './whole.js';

/** What points are worth, to value a points tender that names no amount. */
export type PointsValue = Program['points']['value'];

/** The money that a tender stands for; null when it says none and must pay what it names in full. */
function worthOf(tender: Tender, value: PointsValue): number | null {
  if (tender.amount) return tender.amount.amount;
  if (tender.kind === 'points' && tender.count !== undefined) {
    return scaleDown(tender.count, value.amount.amount, value.points);
  }
  return null;
}

const noLines: readonly (number | null)[] = [];

/**
 * What was paid for each line with money: its price, less its share of discounts that name no line,
 * less tenders other than money. Tenders that name a line are taken from it first; the others are
 * shared over what is left, in proportion to it. Never below zero.
 *
 * @param sessionLines - For each tender the index of the line that a session was used on, where
 *   the tender itself names none.
 * @returns Minor units, in the order of the lines; every share by largest remainder.
 */
export function paidByLine(
  visit: VisitData,
  value: PointsValue,
  sessionLines: readonly (number | null)[] = noLines,
): readonly number[] {
  const paid = visit.lines.map((line) => line.price.amount);

  let discount = 0;
  for (const { amount } of visit.discounts ?? []) discount += amount.amount;
  if (discount > 0) subtract(paid, shareOut(discount, paid));

  let unnamed = 0;
  visit.tenders?.forEach((tender, index) => {
    if (tender.kind === 'money') return;
    const worth = worthOf(tender, value);
    const line =
      tender.line === undefined
        ? (sessionLines[index] ?? -1)
        : visit.lines.findIndex(({ lineId }) => lineId === tender.line);
    const due = paid[line];
    if (due === undefined) unnamed += worth ?? 0;
    else paid[line] = due - Math.min(due, worth ?? due);
  });
  if (unnamed > 0) subtract(paid, shareOut(unnamed, paid));

  return paid;
}

/** Takes each share from the amount of the same index. Writes to `amounts`, which is the caller's own. */
function subtract(amounts: number[], shares: readonly number[]): void {
  // The shares may be the amounts themselves: read before writing.
  for (let index = 0; index < amounts.length; index += 1) {
    amounts[index] = (amounts[index] ?? 0) - (shares[index] ?? 0);
  }
}

import type { Program, Tender, VisitData } from '@afterglow/contract';
import { scaleDown, shareOut } from './whole.js';

/** What points are worth, to value a points tender that names no amount. */
export type PointsValue = Program['points']['value'];

/** For each tender that names no line the indices of the lines that a session was used on. */
export type LinesOfTenders = readonly (readonly number[])[];

/** The money that a tender stands for; null when it says none and must pay what it names in full. */
function worthOf(tender: Tender, value: PointsValue): number | null {
  if (tender.amount) return tender.amount.amount;
  if (tender.kind === 'session' && tender.count === 0) return 0;
  if (tender.kind === 'points' && tender.count !== undefined) {
    return scaleDown(tender.count, value.amount.amount, value.points);
  }
  return null;
}

const noLines: LinesOfTenders = [];

/** What each line costs: its price, less its share of discounts that name no line. */
export function dueByLine(visit: VisitData): number[] {
  const due = visit.lines.map((line) => line.price.amount);
  let discount = 0;
  for (const { amount } of visit.discounts ?? []) discount += amount.amount;
  if (discount > 0) subtract(due, shareOut(discount, due));
  return due;
}

/**
 * What was paid for each line with money: its price, less its share of discounts that name no line,
 * less tenders other than money. Tenders that name a line are taken from it first; the others are
 * shared over what is left, in proportion to it. Never below zero.
 *
 * @param sessionLines - What session tenders that name no line were used on.
 * @returns Minor units, in the order of the lines; every share by largest remainder.
 */
export function paidByLine(
  visit: VisitData,
  value: PointsValue,
  sessionLines: LinesOfTenders = noLines,
): readonly number[] {
  const paid = dueByLine(visit);

  let unnamed = 0;
  visit.tenders?.forEach((tender, index) => {
    if (tender.kind === 'money') return;
    const named =
      tender.line === undefined
        ? (sessionLines[index] ?? [])
        : [visit.lines.findIndex(({ lineId }) => lineId === tender.line)];
    let worth = worthOf(tender, value);
    for (const line of named) {
      const due = paid[line];
      if (due === undefined) continue;
      const part = Math.min(due, worth ?? due);
      paid[line] = due - part;
      if (worth !== null) worth -= part;
    }
    if (!named.some((line) => line in paid)) unnamed += worth ?? 0;
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

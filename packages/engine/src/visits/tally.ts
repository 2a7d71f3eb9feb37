import type { VisitTally } from '../account.js';
import { neverEarns } from '../earning/earn.js';
import { keepsSession } from './receipt.js';
import type { Receipt } from './receipt.js';

/** Nobody was here yet. */
export const noVisits: VisitTally = {
  visits: 0,
  treatments: 0,
  firstOn: null,
  lastOn: null,
  categories: [],
};

/**
 * Indices of the lines that make a visit count: treatments that are eligible and kept, paid with
 * money or with a prepaid session. A free consultation, and what was refunded in full, is none.
 */
export function treatedLines({
  record,
  kept,
  taken,
  refunds,
  inForce,
}: Receipt): readonly number[] {
  const { program } = inForce;
  const { lines } = record.data;
  const treated: number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line?.kind !== 'treatment') continue;
    const isPaid = (kept[index] ?? 0) > 0;
    if (!isPaid && !(taken.length > 0 && keepsSession(line.lineId, taken, refunds))) continue;
    if (neverEarns(program, line, record.data)) continue;
    treated.push(index);
  }
  return treated;
}

/** The tally with one more visit; a visit without a treatment that counts changes nothing. */
export function addVisit(
  tally: VisitTally,
  { record, today }: Receipt,
  treated: readonly number[],
): VisitTally {
  if (treated.length === 0) return tally;
  let { categories } = tally;
  for (const index of treated) {
    const category = record.data.lines[index]?.category;
    if (category !== undefined && !categories.includes(category)) {
      categories = [...categories, category];
    }
  }
  return {
    visits: tally.visits + 1,
    treatments: tally.treatments + treated.length,
    firstOn: tally.firstOn ?? today,
    lastOn: today,
    categories,
  };
}

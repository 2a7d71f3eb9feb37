import { localDayAt, type LocalDay } from '@afterglow/engine/calendar';
import { always, type FoldedAccount } from './fold-clinic.js';
import { paidLines, type PaidLine } from './paid-lines.js';
import { reduceBills, type Reduction } from './past-bills.js';
import { walkAccount } from './account-walk.js';
import type { Program } from '@afterglow/contract';

/** Everything that a report needs to know of one account. */
export interface JudgedAccount extends FoldedAccount {
  readonly paid: readonly PaidLine[];
  /** What checkouts would have taken off past bills. */
  readonly reductions: readonly Reduction[];
  /** Local days with a visit that was paid for or took a session, ascending. */
  readonly visitDays: readonly LocalDay[];
  /** The tier at each of the instants asked for; undefined before the first record. */
  readonly tiers: readonly (string | null | undefined)[];
}

/**
 * Looks at one folded account: what was paid, what tiers and offers would have taken off, how often
 * the person came.
 *
 * @param instants - When tiers are looked at, ascending, epoch milliseconds.
 */
export function judgeAccount(
  folded: FoldedAccount,
  program: Program,
  { until, instants }: { readonly until: number; readonly instants: readonly number[] },
): JudgedAccount {
  const paid = paidLines(folded, program, until);
  const walk = walkAccount(folded, always(program), instants);
  return {
    ...folded,
    paid,
    reductions: reduceBills(folded, program, { paid, atVisit: walk.atVisit }),
    tiers: walk.atInstant,
    visitDays: visitDaysOf(folded, paid, program.clinic.timeZone),
  };
}

function visitDaysOf(
  { records, entries }: FoldedAccount,
  paid: readonly PaidLine[],
  zone: string,
): readonly LocalDay[] {
  const visits = new Set(paid.map(({ visitId }) => visitId));
  for (const { asset, amount, cause } of entries)
    if (asset.startsWith('sessions:') && amount < 0 && cause.id !== null) visits.add(cause.id);
  const days = records
    .filter(({ id, type }) => type === 'visit' && visits.has(id))
    .map(({ at }) => localDayAt(at, zone));
  return [...new Set(days)].sort();
}

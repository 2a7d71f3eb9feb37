import type { VisitLine } from '@afterglow/contract';
import type { Desired } from '../account.js';
import type { LocalDay } from '../calendar.js';
import type { RecordOf } from '../history.js';
import { isUndone, refundBase } from '../packages/refunds.js';
import { visitCause } from '../packages/packages.js';
import type { TakenSessions } from '../packages/sessions.js';
import type { ProgramInForce } from '../programs/programs.js';

/** A visit with everything that is known of its lines: the ground of all its rules. */
export interface Receipt {
  /** With the tenders that a checkout held for it. */
  readonly record: RecordOf<'visit'>;
  readonly refunds: readonly RecordOf<'refund'>[];
  readonly inForce: ProgramInForce;
  /** What the keys of this visit begin with. */
  readonly keyPrefix: string;
  readonly on: LocalDay;
  /** The same day, counted since 1970. */
  readonly today: number;
  /** Paid for each line with money, before refunds. */
  readonly paid: readonly number[];
  /** What is left of `paid` after all refunds. */
  readonly kept: readonly number[];
  readonly taken: readonly TakenSessions[];
}

/** Whether refunds leave a line any of the sessions that it took. */
export function keepsSession(
  lineId: string,
  taken: readonly TakenSessions[],
  refunds: readonly RecordOf<'refund'>[],
): boolean {
  let left = 0;
  for (const { line, count } of taken) if (line === lineId) left += count;
  for (const { data } of refunds) {
    for (const { lineId: line, sessions } of data.lines) if (line === lineId) left -= sessions ?? 0;
  }
  return left > 0;
}

/** What each line keeps of what was paid for it. */
export function keptByLine(
  record: RecordOf<'visit'>,
  paid: readonly number[],
  refunds: readonly RecordOf<'refund'>[],
): readonly number[] {
  if (refunds.length === 0) return paid;
  return record.data.lines.map(({ lineId }, index) =>
    Math.max(0, (paid[index] ?? 0) - refundedOf(refunds, lineId)),
  );
}

/** What refunds name for a line, all together. */
export function refundedOf(refunds: readonly RecordOf<'refund'>[], lineId: string): number {
  let sum = 0;
  for (const { data } of refunds) {
    for (const line of data.lines) if (line.lineId === lineId) sum += line.amount.amount;
  }
  return sum;
}

/** Whether refunds leave nothing of a line. */
export function isLineUndone(receipt: Receipt, line: VisitLine, index: number): boolean {
  const { refunds, record, paid } = receipt;
  if (refunds.length === 0) return false;
  const base = refundBase(record.data, index, paid[index] ?? 0);
  return isUndone(base, refundedOf(refunds, line.lineId));
}

/** Whether refunds leave nothing of the whole visit: it is none any more. */
export function isVisitUndone(receipt: Receipt): boolean {
  const { refunds, record } = receipt;
  if (refunds.length === 0) return false;
  return record.data.lines.every(
    (line, index) => line.price.amount === 0 || isLineUndone(receipt, line, index),
  );
}

/** An amount that a visit gives or takes, and the last refund that shaped it. */
export function amountOf(
  { record, refunds }: Receipt,
  given: Pick<Desired, 'key' | 'asset' | 'amount' | 'because'>,
  lineId?: string,
): Desired {
  const { key, asset, amount, because } = given;
  const { at } = record;
  const cause = { kind: visitCause(record), id: record.id };
  const refund = refunds.findLast(
    ({ data }) => lineId === undefined || data.lines.some((line) => line.lineId === lineId),
  );
  if (!refund) return { key, asset, amount, at, cause, because };
  const loweredBy = { at: Math.max(refund.at, at), cause: { kind: 'refund', id: refund.id } };
  return { key, asset, amount, at, cause, because, loweredBy };
}

import { currentRecords, isApart } from './gather.js';
import type { HistoryRecord, RecordOf } from './history.js';
import { identityOf } from './keys.js';
import { comparePositions } from './order.js';

/**
 * The history as it was known when a visit was paid.
 *
 * @returns Undefined when nothing was taken back since, so that it is the history up to there.
 */
export function recordsKnownAt(
  visit: RecordOf<'visit'>,
  history: readonly HistoryRecord[],
): readonly HistoryRecord[] | undefined {
  const now = currentRecords(history);
  const isBefore = (record: HistoryRecord) => comparePositions(record, visit) < 0;
  // Of several revisions the last counts, as it does in a fold; what was withdrawn later was there.
  const told = history.filter((record) =>
    record.type === 'withdrawn' ? isBefore(record) : !isApart(now.get(identityOf(record))),
  );
  const records = [...currentRecords(told).values()].filter(isBefore);
  const before = new Set(records.map(identityOf));
  const isLater = (record: HistoryRecord) =>
    isCorrection(record) &&
    comparePositions(record, visit) > 0 &&
    (record.type !== 'withdrawn' || before.has(identityOf(record)));
  return [...now.values()].some(isLater) ? records : undefined;
}

/** Whether a record takes something back from a visit that was folded before. */
function isCorrection({ type }: HistoryRecord): boolean {
  return type === 'refund' || type === 'void' || type === 'withdrawn';
}

import { MS_PER_DAY } from '../calendar.js';
import { decisionSource } from '../history.js';
import type { HistoryRecord, RecordOf } from '../history.js';
import { comparePositions } from '../order.js';

/** How much earlier than its quote a till may date a visit, such as when its receipt was opened: a day. */
const EARLIER_MS = MS_PER_DAY;

/** The identity of what a checkout holds, known or not. */
export const holdIdentity = (checkoutId: string) => ({
  source: decisionSource,
  externalId: `hold:${checkoutId}`,
});

/** The checkouts of a history. */
export interface Checkouts {
  has(checkoutId: string): boolean;
  /**
   * The hold of a visit that the till dates before the quote, once: nobody pays a bill before it was
   * made out, so the visit counts from there. Undefined for all other visits.
   */
  take(visit: RecordOf<'visit'>): RecordOf<'hold'> | undefined;
}

/**
 * Finds the holds of a history.
 *
 * @param records - Each identity once, in order.
 */
export function checkoutsOf(records: readonly HistoryRecord[]): Checkouts {
  const holds = new Map<string, RecordOf<'hold'>>();
  const gone = new Set<string>();
  for (const record of records) {
    if (record.type === 'hold') holds.set(record.data.checkoutId, record);
    if (record.type === 'holdReleased') gone.add(record.data.checkoutId);
  }
  return {
    has: (checkoutId) => holds.has(checkoutId),
    take: (visit) => {
      const { checkoutId } = visit.data;
      const hold = checkoutId === undefined ? undefined : holds.get(checkoutId);
      if (!hold || gone.has(hold.data.checkoutId)) return undefined;
      if (comparePositions(hold, visit) < 0 || hold.at - visit.at > EARLIER_MS) return undefined;
      gone.add(hold.data.checkoutId);
      return hold;
    },
  };
}

import type { Program, Refusal } from '@afterglow/contract';
import type { HistoryRecord } from '../history.js';

/** How far ahead of the clinic's clock an event may lie: five minutes. */
const AHEAD_MS = 300_000;

/** Whether a fact can be taken. Refusals are looked for in a fixed order; the first one counts. */
export function validateFact(
  record: HistoryRecord,
  _program: Program,
  now: number,
): Refusal | undefined {
  if (record.at > now + AHEAD_MS) return { code: 'event_in_future', param: 'occurredAt' };
  return undefined;
}

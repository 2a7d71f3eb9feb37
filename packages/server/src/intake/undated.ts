import { decisionSource } from '@afterglow/engine';
import { readAccount } from '../accounts/advance.js';
import type { Tables } from '../tables.js';
import type { Incoming } from './incoming.js';

/**
 * An event of a sandbox that does not say when it happened: it is sent after what was decided for the
 * account, so it happened after it. The sandbox's clock may stand still, and at one instant a fact
 * comes before a decision: a bill would be paid with the points that a claim had taken.
 *
 * @param row - The account's, locked.
 */
export function afterDecisions(row: Tables['accounts'], incoming: Incoming): Incoming {
  const { event, record, at } = incoming;
  if (event.occurredAt !== undefined || event.occurredOn !== undefined) return incoming;
  const last = readAccount(row)?.last;
  if (!last || last.at < at || (last.at === at && last.source !== decisionSource)) return incoming;
  const later = last.at + 1;
  return { ...incoming, at: later, record: record && { ...record, at: later } };
}

import { decisionSource, ownSource, type HistoryRecord } from '@afterglow/engine';
import { canonicalJson } from '../../hashing.js';
import { eventIdentity, type SentEvent } from '../acknowledged.js';
import { holds, same } from '../difference.js';
import type { World } from '../world.js';
import { standing, type KeptAccount } from './clinic.js';

/** Events that change only who somebody is, and leave no record. */
const withoutRecord = ['member.updated'];

/**
 * Each acknowledged event lies in the history of its member; of all its places only one counts, which
 * for what corrects a visit is where the visit is; it says there what was said last; and nothing lies
 * there that was not acknowledged.
 */
export function checkHistory(world: World, accounts: readonly KeptAccount[]): void {
  const taken = new Set<string>();
  const holders = new Map<string, string[]>();
  const counting = new Map<string, HistoryRecord>();
  const inFrozen = new Set<string>();
  const standingIds = new Set(standing(accounts).map(({ row }) => row.accountId));
  const frozen = new Set(
    accounts.flatMap(({ row }) => (row.frozenAt === null ? [] : row.accountId)),
  );
  for (const { row, records } of accounts) {
    const isAlive = standingIds.has(row.accountId) && !frozen.has(row.accountId);
    const current = new Map<string, HistoryRecord>();
    for (const record of records) {
      if (isOurs(record.source)) continue;
      const identity = eventIdentity(record);
      taken.add(`${row.accountId} ${identity}`);
      // In the order of revisions.
      current.set(identity, record);
    }
    for (const [identity, record] of current) {
      if (record.type === 'withdrawn') continue;
      if (isAlive) {
        holders.set(identity, [...(holders.get(identity) ?? []), row.accountId]);
        counting.set(identity, record);
      }
      if (frozen.has(row.accountId)) inFrozen.add(identity);
    }
  }

  const acknowledged = world.book.current();
  const ownerOf = new Map(
    acknowledged.map(({ event, memberId }) => [eventIdentity(event), memberId]),
  );
  for (const { event, memberId } of acknowledged) {
    if (withoutRecord.includes(event.type)) continue;
    const name = eventIdentity(event);
    holds(
      taken.has(`${memberId} ${name}`),
      () => `${name} was acknowledged and is not in the history of ${memberId}`,
    );
    const due = world.survivor(ownerOf.get(visitOf(event)) ?? memberId);
    const found = holders.get(name) ?? [];
    if (frozen.has(due)) continue;
    // What came in between a merge and its end may be of either, and one of them may be erased by now.
    const isSure = !world.merges.some(({ isUndone }) => isUndone);
    if (!isSure && found.length === 0 && inFrozen.has(name)) continue;
    holds(
      found.length === 1 && (found[0] === due || !isSure),
      () => `${name} counts for ${JSON.stringify(found)}, it is of ${due}`,
    );
    const record = counting.get(name);
    if (record) checkContent(event, record);
  }
  for (const name of holders.keys())
    holds(ownerOf.has(name), () => `${name} is in a history and was never acknowledged`);
}

/** What counts says what was acknowledged last. */
function checkContent(
  { occurredAt, type, data, ...event }: SentEvent,
  record: HistoryRecord,
): void {
  const name = eventIdentity(event);
  if (typeof occurredAt === 'string')
    same(new Date(record.at).toISOString(), occurredAt, `when ${name} happened`);
  if (record.type === 'booking') same(`booking.${record.data.step}`, type, `what ${name} is`);
  // A package and an offer have another id in the account that they are merged into.
  if (record.type === 'packageExtended') return;
  const kept = record.data as Readonly<Record<string, unknown>>;
  for (const [field, said] of Object.entries(data ?? {}))
    same(canonicalJson(kept[field]), canonicalJson(withoutCards(said)), `${field} of ${name}`);
}

/** Whether a record is of our own making, which the till's book does not know. */
const isOurs = (source: string) => source === ownSource || source === decisionSource;

/** What was said of tenders is kept but for the cards. */
function withoutCards(said: unknown): unknown {
  if (!Array.isArray(said)) return said;
  return said.map(({ card: _, ...rest }: Readonly<Record<string, unknown>>) => rest);
}

/** The identity of the visit that an event corrects. */
function visitOf({ type, source, data }: SentEvent): string {
  if (type !== 'visit.refunded' && type !== 'visit.voided') return '';
  return eventIdentity({ source, externalId: (data as { readonly visit: string }).visit });
}

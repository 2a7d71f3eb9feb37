import type { Account, HistoryRecord } from '@afterglow/engine';
import { ownSource } from '../accounts/emissions.js';
import { recordOf, type AccountKey } from '../accounts/rows.js';
import type { UnstampedRecord } from '../accounts/write.js';
import type { Reader } from '../ports.js';

/** The record that counts of each identity of a history; what was taken out is left out. */
export async function currentRecords(
  reader: Reader,
  key: AccountKey,
): Promise<readonly HistoryRecord[]> {
  const rows = await reader.range('history', { index: 'key', where: { ...key } });
  const current = new Map<string, HistoryRecord>();
  // In the order of revisions, so the last of each identity stays.
  for (const row of rows) current.set(JSON.stringify([row.source, row.externalId]), recordOf(row));
  return [...current.values()].filter(({ type }) => type !== 'withdrawn' && type !== 'mergedInto');
}

/** The newest record of an identity in a history. */
export async function newestRecord(
  reader: Reader,
  key: AccountKey,
  { source, externalId }: Pick<HistoryRecord, 'source' | 'externalId'>,
): Promise<HistoryRecord | undefined> {
  const [row] = await reader.range('history', {
    index: 'key',
    where: { ...key, source, externalId },
    descending: true,
    limit: 1,
  });
  return row && recordOf(row);
}

/** The identity of a record of ours that both have, such as joining, in the history of the union. */
export const distinctId = (externalId: string, from: string): string => `${externalId}@${from}`;

/** What the staff or a booking say of a friend who is the owner in another record is nobody's step. */
export const isAbout = (record: HistoryRecord, ids: readonly string[]): boolean =>
  record.type === 'friend' && ids.includes(record.data.friendId);

/**
 * The records of one history as they go into another. An identity stays what it is, so that a later
 * refund or revision finds it; what both have gets a name of its own.
 */
export async function copiesFor(
  reader: Reader,
  into: AccountKey,
  from: string,
  records: readonly HistoryRecord[],
): Promise<readonly UnstampedRecord[]> {
  const copies: UnstampedRecord[] = [];
  for (const { recordedAt: _, ...record } of records) {
    const isJoining = record.source === ownSource && record.type === 'joined';
    const known = await newestRecord(reader, into, record);
    const isTaken = isJoining || (known !== undefined && known.type !== 'withdrawn');
    const externalId = isTaken ? distinctId(record.externalId, from) : record.externalId;
    const before = isTaken ? await newestRecord(reader, into, { ...record, externalId }) : known;
    const revision = Math.max(record.revision, (before?.revision ?? 0) + 1);
    copies.push({ ...record, externalId, revision } as UnstampedRecord);
  }
  return copies;
}

/**
 * The same records with the ids that packages have in the union: an id says in whose account a
 * package is.
 *
 * @param union - The union folded with the ids as they were.
 */
export function withPackageIds(
  copies: readonly UnstampedRecord[],
  other: Account,
  union: Account,
): readonly UnstampedRecord[] {
  const ids = new Map<string, string>();
  for (const { id, visit, line } of other.packages) {
    const now = union.packages.find((owned) => owned.visit === visit && owned.line === line);
    if (now) ids.set(id, now.id);
  }
  if (ids.size === 0) return copies;
  return copies.map((copy) => {
    let text = JSON.stringify(copy.data);
    for (const [old, now] of ids) text = text.replaceAll(old, now);
    return { ...copy, data: JSON.parse(text) as unknown } as UnstampedRecord;
  });
}

import type { Entry } from '@afterglow/contract';
import type { HistoryRecord, NewEntry, Notice } from '@afterglow/engine';
import { instantText } from '../clinic-clock.js';
import type { Tables } from '../tables.js';
import { chainHash, chainStart } from './chain.js';

/** Where an account is found. */
export interface AccountKey {
  readonly clinicId: string;
  readonly accountId: string;
}

/**
 * The row of an account in which nothing has happened. It is made together with whoever owns the
 * account, so that there is always a row to lock.
 */
export function emptyAccount({ clinicId, accountId }: AccountKey): Tables['accounts'] {
  return {
    clinicId,
    accountId,
    edition: 0,
    programVersion: 0,
    stateJson: 'null',
    stale: 0,
    nextDue: null,
    entrySeq: 0,
    entryHash: chainStart,
    updatedAt: 0,
    frozenAt: null,
  };
}

/** A record as the engine reads it. */
export function recordOf(row: Tables['history']): HistoryRecord {
  return {
    id: row.id,
    type: row.type,
    source: row.source,
    externalId: row.externalId,
    revision: row.revision,
    at: row.at,
    recordedAt: row.recordedAt,
    data: JSON.parse(row.dataJson) as unknown,
  } as HistoryRecord;
}

/** A record as it is kept. */
export function historyRow(key: AccountKey, record: HistoryRecord): Tables['history'] {
  return {
    clinicId: key.clinicId,
    accountId: key.accountId,
    source: record.source,
    externalId: record.externalId,
    revision: record.revision,
    id: record.id,
    type: record.type,
    at: record.at,
    recordedAt: record.recordedAt,
    dataJson: JSON.stringify(record.data),
  };
}

/** New entries as they are kept, each with the hash of the one before it. */
export function entryRows(
  account: Tables['accounts'],
  entries: readonly NewEntry[],
  postedAt: number,
): Tables['entries'][] {
  let previous = account.entryHash;
  return entries.map((entry, index) => {
    const row = {
      clinicId: account.clinicId,
      accountId: account.accountId,
      seq: account.entrySeq + index + 1,
      id: entry.id,
      at: entry.at,
      postedAt,
      asset: entry.asset,
      amount: entry.amount,
      balanceAfter: entry.balanceAfter,
      causeKind: entry.cause.kind,
      causeId: entry.cause.id,
      key: entry.key,
      becauseJson: JSON.stringify(entry.because),
    };
    previous = chainHash(previous, row);
    return Object.assign(row, { hash: previous });
  });
}

/** An entry as answers carry it. */
export function entryOf(row: Omit<Tables['entries'], 'hash'>): Entry {
  return {
    id: row.id,
    at: instantText(row.at),
    asset: row.asset,
    amount: row.amount,
    cause: { kind: row.causeKind, id: row.causeId },
    key: row.key,
    because: JSON.parse(row.becauseJson) as Entry['because'],
    balanceAfter: row.balanceAfter,
  };
}

/** An entry that is new, or due and not posted yet, as answers carry it. */
export function newEntryOf(entry: NewEntry): Entry {
  const { id, at, asset, amount, cause, key, because, balanceAfter } = entry;
  return { id, at: instantText(at), asset, amount, cause, key, because, balanceAfter };
}

/** A notice as it is kept. */
export function noticeRow(
  { clinicId, accountId }: AccountKey,
  { key, kind, dueAt, usefulUntil, args }: Notice,
  queuedAt: number,
): Tables['notices'] {
  return {
    clinicId,
    accountId,
    key,
    kind,
    dueAt,
    usefulUntil,
    argsJson: JSON.stringify(args),
    queuedAt,
  };
}

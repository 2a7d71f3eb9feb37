import { hashText } from '../hashing.js';
import type { Tables } from '../tables.js';

/** What the first entry of an account carries as the hash before it. */
export const chainStart = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 over the hash of the entry before it and every column of this one,
 * so that none can be changed, left out or moved without every later hash being wrong.
 */
export function chainHash(previous: string, row: Omit<Tables['entries'], 'hash'>): string {
  return hashText(`${previous}\n${JSON.stringify(hashedColumns(row))}`);
}

/** All columns but the hash, in the order in which they are hashed; it is for ever. */
const hashedColumns = (row: Omit<Tables['entries'], 'hash'>) => [
  row.clinicId,
  row.accountId,
  row.seq,
  row.id,
  row.at,
  row.postedAt,
  row.asset,
  row.amount,
  row.balanceAfter,
  row.causeKind,
  row.causeId,
  row.key,
  row.becauseJson,
];

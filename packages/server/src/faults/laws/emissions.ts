import type { HistoryRecord } from '@afterglow/engine';
import { ownSource } from '../../accounts/emissions.js';
import { canonicalJson } from '../../hashing.js';
import { same } from '../difference.js';
import type { KeptAccount } from './clinic.js';

/** What lies in the histories of owners is what the folds of their friends tell, no more, no less. */
export function checkEmissions(accounts: readonly KeptAccount[]): void {
  const known = new Set(accounts.map(({ row }) => row.accountId));
  const told = accounts.flatMap(({ fold }) =>
    Object.values(fold.account.emissions).flatMap(({ to, key, at, data }) =>
      known.has(to) ? [canonicalJson({ to, key, at, data })] : [],
    ),
  );
  const heard = accounts.flatMap(({ row, records }) =>
    currentOf(records).flatMap(({ type, source, externalId, at, data }) =>
      type === 'friend' && source === ownSource
        ? [canonicalJson({ to: row.accountId, key: externalId, at, data })]
        : [],
    ),
  );
  same(heard.sort(), told.sort(), 'what owners of codes were told');
}

function currentOf(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const current = new Map<string, HistoryRecord>();
  for (const record of records) {
    const identity = `${record.source} ${record.externalId}`;
    if ((current.get(identity)?.revision ?? 0) < record.revision) current.set(identity, record);
  }
  return [...current.values()];
}

import { ownSource } from '@afterglow/engine';
import { canonicalJson } from '../../hashing.js';
import { same } from '../difference.js';
import { currentRecords, type KeptAccount } from './clinic.js';

/** What lies in the histories of owners is what the folds of their friends tell, no more, no less. */
export function checkEmissions(accounts: readonly KeptAccount[]): void {
  const known = new Set(accounts.map(({ row }) => row.accountId));
  const told = accounts.flatMap(({ fold }) =>
    Object.values(fold.account.emissions).flatMap(({ to, key, at, data }) =>
      known.has(to) ? [canonicalJson({ to, key, at, data })] : [],
    ),
  );
  const heard = accounts.flatMap(({ row, records }) =>
    currentRecords(records).flatMap(({ type, source, externalId, at, data }) =>
      type === 'friend' && source === ownSource
        ? [canonicalJson({ to: row.accountId, key: externalId, at, data })]
        : [],
    ),
  );
  same(heard.sort(), told.sort(), 'what owners of codes were told');
}

import {
  foldAccount,
  type Fold,
  type HistoryRecord,
  type KnownBirthday,
  type ProgramInForce,
} from '@afterglow/engine';
import { readAccount } from '../../accounts/advance.js';
import { recordOf } from '../../accounts/rows.js';
import { birthdaysOf } from '../../members/birthdays.js';
import { loadPrograms } from '../../programs.js';
import type { Tables } from '../../tables.js';
import type { World } from '../world.js';

/** Everything that the store keeps of one account, and what its history gives. */
export interface KeptAccount {
  readonly row: Tables['accounts'];
  readonly records: readonly HistoryRecord[];
  readonly entries: readonly Tables['entries'][];
  readonly birthdays: readonly KnownBirthday[];
  readonly programs: readonly ProgramInForce[];
  /** The records that the account had taken up when it was saved last, folded until then. */
  readonly fold: Fold;
}

/** All accounts of a run's clinic as the store keeps them. */
export async function keptAccounts(world: World): Promise<readonly KeptAccount[]> {
  const { outside, clinic } = world;
  const { reader } = outside.store;
  const where = { clinicId: clinic.id };
  const [rows, history, entries, programs] = await Promise.all([
    reader.range('accounts', { index: 'key', where }),
    reader.range('history', { index: 'key', where }),
    reader.range('entries', { index: 'key', where }),
    loadPrograms(outside, clinic.id),
  ]);
  const historyOf = groupBy(history);
  const entriesOf = groupBy(entries);
  const accounts: KeptAccount[] = [];
  for (const row of rows) {
    const records = (historyOf.get(row.accountId) ?? []).map(recordOf);
    const { accountId, updatedAt } = row;
    const birthdays = await birthdaysOf(reader, row);
    const taken = records.filter(({ recordedAt }) => recordedAt <= updatedAt);
    const told = { accountId, programs, birthdays };
    let folded: Fold | undefined;
    accounts.push({
      ...{ row, records, birthdays, programs },
      entries: entriesOf.get(accountId) ?? [],
      // Most checks do without, and it is the dearest part.
      get fold() {
        return (folded ??= foldAccount({ ...told, records: taken, until: updatedAt }));
      },
    });
  }
  return accounts;
}

/** Accounts that stand for somebody: what was merged is in another one. */
export const standing = (accounts: readonly KeptAccount[]): readonly KeptAccount[] =>
  accounts.filter(({ row }) => (readAccount(row)?.mergedInto ?? null) === null);

/** The record that counts of each identity. */
export function currentRecords(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const current = new Map<string, HistoryRecord>();
  for (const record of records) {
    const identity = `${record.source} ${record.externalId}`;
    if ((current.get(identity)?.revision ?? 0) < record.revision) current.set(identity, record);
  }
  return [...current.values()];
}

function groupBy<Row extends { readonly accountId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.accountId);
    if (group) group.push(row);
    else groups.set(row.accountId, [row]);
  }
  return groups;
}

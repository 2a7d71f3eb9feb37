import { edition, foldAccount, readJournal } from '@afterglow/engine';
import type { HistoryRecord, KnownBirthday, ProgramInForce } from '@afterglow/engine';
import { readAccount } from '../../accounts/advance.js';
import { chainHash, chainStart } from '../../accounts/chain.js';
import type { Tables } from '../../tables.js';

/** Everything that is kept of one account. */
export interface KeptAccount {
  readonly row: Tables['accounts'];
  /** In the order of `seq`. */
  readonly entries: readonly Tables['entries'][];
  readonly records: readonly HistoryRecord[];
  readonly birthdays: readonly KnownBirthday[];
  readonly programs: readonly ProgramInForce[];
}

/**
 * What is wrong with an account: a broken hash chain, a balance that is not the sum of its entries,
 * or a journal that differs from what its history gives. Nothing personal is in the words.
 */
export function accountFaults(kept: KeptAccount): readonly string[] {
  return [...chainFaults(kept), ...sumFaults(kept), ...refoldFaults(kept)];
}

/** The first break only: behind it every hash is wrong. */
function chainFaults({ row, entries }: KeptAccount): readonly string[] {
  let previous = chainStart;
  for (const [index, { hash, ...entry }] of entries.entries()) {
    if (entry.seq !== index + 1) return [`entry ${index + 1} is missing`];
    if (chainHash(previous, entry) !== hash)
      return [`entry ${entry.seq} (${entry.id}) does not fit its hash`];
    previous = hash;
  }
  return row.entryHash === previous && row.entrySeq === entries.length
    ? []
    : [`the account knows of ${row.entrySeq} entries, the journal has ${entries.length}`];
}

function sumFaults({ row, entries }: KeptAccount): readonly string[] {
  const faults: string[] = [];
  const sums: Record<string, number> = {};
  for (const { asset, amount, balanceAfter, seq } of entries) {
    const sum = (sums[asset] ?? 0) + amount;
    if (sum !== balanceAfter)
      faults.push(`after entry ${seq} the ${asset} are ${sum}, not ${balanceAfter}`);
    sums[asset] = sum;
  }
  const cached = balancesOf(row);
  for (const asset of new Set([...Object.keys(sums), ...Object.keys(cached)]))
    if ((sums[asset] ?? 0) !== (cached[asset] ?? 0))
      faults.push(
        `the ${asset} add up to ${sums[asset] ?? 0}, the balance is ${cached[asset] ?? 0}`,
      );
  return faults;
}

/** What the account's cached state says that there is of each asset. */
function balancesOf(row: Tables['accounts']): Readonly<Record<string, number>> {
  const account = readAccount(row);
  if (!account) return {};
  const sessions = account.packages.map(({ id, left }) => [`sessions:${id}`, left] as const);
  const { points, credit } = account;
  return { points, credit: credit.balance, ...Object.fromEntries(sessions) };
}

/**
 * Folds the whole history up to the last write. Another edition's journal is not judged by ours, and
 * a frozen one by none: birthdays, which rules read, were erased.
 */
function refoldFaults({
  row,
  entries,
  records,
  birthdays,
  programs,
}: KeptAccount): readonly string[] {
  if (row.edition !== edition || row.frozenAt !== null) return [];
  const { desired } = foldAccount({
    accountId: row.accountId,
    programs,
    birthdays,
    records: records.filter((record) => record.recordedAt <= row.updatedAt),
    until: row.updatedAt,
  });
  const { net } = readJournal(entries);
  const wanted = new Map(desired.map(({ key, amount }) => [key, amount]));
  return [...new Set([...wanted.keys(), ...net.keys()])].flatMap((key) => {
    const [want, have] = [wanted.get(key) ?? 0, net.get(key)?.amount ?? 0];
    return want === have ? [] : [`for ${key} history gives ${want}, the journal has ${have}`];
  });
}

import type { NewEntry } from '@afterglow/engine';
import { readAccount } from './accounts/advance.js';
import { tellOthers } from './accounts/emissions.js';
import { cacheColumns, judgeAccount, type Judge, type Judged } from './accounts/judge.js';
import { entryRows } from './accounts/rows.js';
import { accountsOf } from './accounts/walk.js';
import { noteEdition } from './editions.js';
import type { Ports, Transaction } from './ports.js';
import type { Clinic } from './programs.js';

/** What was added to an asset and what was taken from it. */
export interface AssetChange {
  readonly given: number;
  /** Zero or below. */
  readonly taken: number;
}

/** What judging a clinic's past again changes. */
export interface Refolded {
  /** Accounts in which something has happened. */
  readonly accounts: number;
  /** Those that change, in the order of ids. */
  readonly changed: readonly { readonly accountId: string; readonly entries: number }[];
  readonly entries: number;
  /** By asset; the sessions of all packages together. */
  readonly assets: Readonly<Record<string, AssetChange>>;
}

/** How the past is judged again. */
export interface RefoldOptions {
  /** Only says what would change. */
  readonly dryRun: boolean;
  /** The engine's fold; another one to try a change of the engine out. */
  readonly judge?: Judge;
  /** Told the number of accounts so far. */
  readonly onAccounts?: (count: number) => void;
}

/**
 * Judges a clinic's past again by the engine as it is today. What an account's journal lacks is
 * posted with the cause `refold`, account by account, each in one transaction. May be run again, and
 * beside a server: an account that is as it should be keeps its journal.
 */
export async function refoldClinic(
  ports: Ports,
  clinic: Clinic,
  options: RefoldOptions,
): Promise<Refolded> {
  const changed: { accountId: string; entries: number }[] = [];
  const assets: Record<string, AssetChange> = {};
  let accounts = 0;
  let entries = 0;
  for await (const { accountId } of accountsOf(ports.store.reader, clinic.id)) {
    const judged = await refoldOne(ports, clinic, accountId, options);
    if (!judged) continue;
    accounts++;
    options.onAccounts?.(accounts);
    if (judged.entries.length === 0) continue;
    changed.push({ accountId, entries: judged.entries.length });
    entries += judged.entries.length;
    addUp(assets, judged.entries);
  }
  if (!options.dryRun)
    await ports.store.transaction((tx) => noteEdition(tx, clinic.id, clinic.now));
  return { accounts, changed, entries, assets };
}

function addUp(assets: Record<string, AssetChange>, entries: readonly NewEntry[]): void {
  for (const { asset, amount } of entries) {
    const name = asset.split(':')[0] ?? asset;
    const { given, taken } = assets[name] ?? { given: 0, taken: 0 };
    assets[name] = amount > 0 ? { given: given + amount, taken } : { given, taken: taken + amount };
  }
}

/** Looks without a lock first, since most accounts are as they should be. */
async function refoldOne(
  ports: Ports,
  clinic: Clinic,
  accountId: string,
  { dryRun, judge }: RefoldOptions,
): Promise<Judged | undefined> {
  const { reader } = ports.store;
  const key = { clinicId: clinic.id, accountId };
  const seen = await judgeAccount(reader, key, clinic.programs, judge);
  if (!seen || isAsJudged(seen)) return seen;

  return ports.store.transaction(async (tx) => {
    await tx.lock('accounts', key);
    const judged = await judgeAccount(tx, key, clinic.programs, judge);
    if (judged && !dryRun && !isAsJudged(judged)) await post(tx, clinic, judged);
    return judged;
  });
}

const isAsJudged = ({ row, account, entries }: Judged) =>
  entries.length === 0 && row.edition === account.edition;

async function post(tx: Transaction, clinic: Clinic, judged: Judged): Promise<void> {
  const { row, account } = judged;
  const { clinicId, accountId } = row;
  const rows = entryRows(row, judged.entries, clinic.now);
  if (rows.length > 0) await tx.insert('entries', rows);
  await tx.update(
    'accounts',
    { clinicId, accountId },
    {
      ...cacheColumns(judged),
      entrySeq: row.entrySeq + rows.length,
      entryHash: rows.at(-1)?.hash ?? row.entryHash,
    },
  );
  await tellOthers(
    tx,
    { clinicId, now: clinic.now },
    { before: readAccount(row)?.emissions ?? {}, after: account.emissions },
  );
}

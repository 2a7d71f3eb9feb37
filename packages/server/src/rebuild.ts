import { cacheColumns, judgeAccount } from './accounts/judge.js';
import { accountsOf } from './accounts/walk.js';
import { canonicalJson } from './hashing.js';
import type { Ports } from './ports.js';
import type { Clinic } from './programs.js';

/** What remaking a clinic's cached accounts did. */
export interface Rebuilt {
  /** Accounts in which something has happened. */
  readonly accounts: number;
  /** Those whose cache was another one. */
  readonly rebuilt: number;
  /** Those that were left alone, since their journal is not what history gives. */
  readonly differing: readonly { readonly accountId: string; readonly entries: number }[];
}

/**
 * Remakes the cached state of every account from its history. No entry changes: where history gives
 * another journal than the one that is kept, the account is left alone and named. May run beside a
 * server.
 */
export async function rebuildClinic(
  ports: Ports,
  clinic: Clinic,
  onAccounts: (count: number) => void = () => undefined,
): Promise<Rebuilt> {
  const differing: { accountId: string; entries: number }[] = [];
  let accounts = 0;
  let rebuilt = 0;
  for await (const { accountId } of accountsOf(ports.store.reader, clinic.id)) {
    const done = await rebuildOne(ports, clinic, accountId);
    if (done === undefined) continue;
    onAccounts(++accounts);
    if (done === 'rebuilt') rebuilt++;
    else if (done > 0) differing.push({ accountId, entries: done });
  }
  return { accounts, rebuilt, differing };
}

/** Answers how many entries would be needed: 0 for an account that is as it should be. */
async function rebuildOne(
  ports: Ports,
  clinic: Clinic,
  accountId: string,
): Promise<'rebuilt' | number | undefined> {
  const key = { clinicId: clinic.id, accountId };
  return ports.store.transaction(async (tx) => {
    await tx.lock('accounts', key);
    const judged = await judgeAccount(tx, key, clinic.programs);
    if (!judged) return undefined;
    if (judged.entries.length > 0) return judged.entries.length;

    const columns = cacheColumns(judged);
    const { row } = judged;
    const isSame =
      row.edition === columns.edition &&
      row.programVersion === columns.programVersion &&
      row.nextDue === columns.nextDue &&
      sameJson(row.stateJson, columns.stateJson);
    if (isSame) return 0;
    await tx.update('accounts', key, columns);
    return 'rebuilt';
  });
}

/** A damaged cache may be no JSON at all. */
function sameJson(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b));
  } catch {
    return false;
  }
}

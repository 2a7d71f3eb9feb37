import type { ProgramInForce } from '@afterglow/engine';
import { loadHistory } from '../../accounts/history.js';
import { birthdaysOf } from '../../members/birthdays.js';
import { loadPrograms } from '../../programs.js';
import type { Ports, Reader } from '../../ports.js';
import { accountFaults } from './account-faults.js';
import type { KeptAccount } from './account-faults.js';

/** Accounts read at once. */
const pageSize = 200;

/** What a walk through a clinic's accounts found. */
export interface Verified {
  readonly accounts: number;
  readonly entries: number;
  readonly faults: readonly { readonly accountId: string; readonly reason: string }[];
}

/**
 * Walks all accounts of a clinic and checks each against its own journal and history. May run beside
 * a server: what looks wrong is looked at once more with the account locked.
 */
export async function verifyClinic(ports: Ports, clinicId: string): Promise<Verified> {
  const programs = await loadPrograms(ports, clinicId);
  const faults: { accountId: string; reason: string }[] = [];
  let accounts = 0;
  let entries = 0;

  for (let above = ''; ;) {
    const rows = await ports.store.reader.range('accounts', {
      index: 'key',
      where: { clinicId },
      above,
      limit: pageSize,
    });
    for (const { accountId } of rows) {
      const key = { clinicId, accountId };
      const kept = await readKept(ports.store.reader, key, programs);
      if (!kept) continue;
      accounts++;
      entries += kept.entries.length;
      if (accountFaults(kept).length === 0) continue;

      const reasons = await ports.store.transaction(async (tx) => {
        await tx.lock('accounts', key);
        const again = await readKept(tx, key, programs);
        return again ? accountFaults(again) : [];
      });
      faults.push(...reasons.map((reason) => ({ accountId, reason })));
    }
    if (rows.length < pageSize) return { accounts, entries, faults };
    above = rows.at(-1)?.accountId ?? above;
  }
}

async function readKept(
  reader: Reader,
  key: { readonly clinicId: string; readonly accountId: string },
  programs: readonly ProgramInForce[],
): Promise<KeptAccount | undefined> {
  const row = await reader.get('accounts', key);
  const entries = await reader.range('entries', { index: 'key', where: key });
  const records = await loadHistory(reader, key);
  const birthdays = await birthdaysOf(reader, key);
  return row && { row, entries, records, birthdays, programs };
}

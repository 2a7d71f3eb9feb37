import { edition } from '@afterglow/engine';
import { writeAccount } from './accounts/write.js';
import type { Ports, Transaction } from './ports.js';
import { loadPrograms, openClinic } from './programs.js';
import { settleDue } from './settle.js';
import type { Tables } from './tables.js';

/** Accounts that one transaction folds: few enough to keep nobody waiting who writes to one. */
const batch = 200;

/**
 * Notes, in the transaction that changes a clinic's program, that every account has to be folded
 * with it. Sweeps that are under way for earlier versions end with it: a fold reads all versions.
 */
export async function startSweep(
  tx: Transaction,
  clinic: { readonly id: string; readonly now: number },
  { version, withdrawn }: { readonly version: number; readonly withdrawn: boolean },
): Promise<void> {
  for (const sweep of await openSweeps(tx, clinic.id))
    await tx.update('sweeps', keyOf(sweep), { doneAt: clinic.now });
  await tx.save('sweeps', [
    {
      clinicId: clinic.id,
      version,
      withdrawn: withdrawn ? 1 : 0,
      cursor: '',
      accounts: 0,
      startedAt: clinic.now,
      doneAt: null,
    },
  ]);
}

/** The highest number that a version of this clinic ever had, withdrawn ones included. */
export async function highestVersion(tx: Transaction, clinicId: string): Promise<number> {
  const [last] = await tx.range('sweeps', {
    index: 'key',
    where: { clinicId },
    descending: true,
    limit: 1,
  });
  return last?.version ?? 0;
}

/**
 * Goes on with what a clinic has to sweep, to its end: every account is folded with the program as it
 * is now, in the order of ids. Any number of processes may do so at once, and one that dies is no
 * loss: each batch moves the cursor in its own transaction, and whoever holds the cursor's row folds.
 *
 * @param options.batches - Stop after so many; left out: go on to the end.
 * @returns How many accounts were gone through.
 */
export async function sweep(
  ports: Ports,
  clinicId: string,
  { batches = Infinity }: { readonly batches?: number } = {},
): Promise<number> {
  let swept = 0;
  for (let done = 0; done < batches; done++) {
    const [open] = await openSweeps(ports.store.reader, clinicId);
    const clinic = open && (await openClinic(ports, clinicId));
    if (!clinic) break;

    // What is due already comes in the order of its instants, with the new rules as well.
    await settleDue(ports, clinicId, clinic.now);
    swept += await sweepBatch(ports, open, clinic.now);
    // And what the folds told other accounts.
    await settleDue(ports, clinicId, clinic.now);
  }
  return swept;
}

/** Whether accounts of a clinic are left to be swept. */
export async function isSweeping(ports: Ports, clinicId: string): Promise<boolean> {
  return (await openSweeps(ports.store.reader, clinicId)).length > 0;
}

async function openSweeps(
  reader: Pick<Transaction, 'range'>,
  clinicId: string,
): Promise<readonly Tables['sweeps'][]> {
  const rows = await reader.range('sweeps', { index: 'key', where: { clinicId } });
  return rows.filter(({ doneAt }) => doneAt === null);
}

const keyOf = ({ clinicId, version }: Tables['sweeps']) => ({ clinicId, version });

/** Folds the accounts behind the cursor and moves it, in one transaction. */
async function sweepBatch(ports: Ports, sweep: Tables['sweeps'], now: number): Promise<number> {
  const key = keyOf(sweep);
  const { clinicId } = key;
  return ports.store.transaction(async (tx) => {
    const held = await tx.lock('sweeps', key);
    if (held?.doneAt !== null) return 0;

    const programs = await loadPrograms(ports, clinicId, tx);
    const newest = programs.at(-1)?.version ?? 0;
    const rows = await tx.range('accounts', {
      index: 'key',
      where: { clinicId },
      above: held.cursor,
      limit: batch,
    });
    for (const { accountId, programVersion, edition: folded } of rows)
      if (programVersion !== newest || folded !== edition)
        await writeAccount(tx, { clinicId, programs, now }, accountId, []);
    await tx.update('sweeps', key, {
      cursor: rows.at(-1)?.accountId ?? held.cursor,
      accounts: held.accounts + rows.length,
      doneAt: rows.length < batch ? now : null,
    });
    return rows.length;
  });
}

import { edition } from '@afterglow/engine';
import type { Reader, Transaction } from './ports.js';

/** What clinics were judged by before editions were noted. */
const firstEdition = 1;

/** The edition of the engine by which a clinic's past is judged. */
export async function editionOf(reader: Reader, clinicId: string): Promise<number> {
  const [last] = await reader.range('editions', {
    index: 'key',
    where: { clinicId },
    descending: true,
    limit: 1,
  });
  return last?.edition ?? firstEdition;
}

/**
 * Notes that a clinic is judged by this engine's edition from now on.
 *
 * @param now - The clinic's clock, epoch milliseconds.
 */
export async function noteEdition(tx: Transaction, clinicId: string, now: number): Promise<void> {
  await tx.insertMissing('editions', [{ clinicId, edition, startsAt: now }]);
}

/** A clinic whose past was judged by another edition than this engine's. */
export interface OtherEdition {
  readonly clinicId: string;
  readonly edition: number;
}

/**
 * Clinics that this engine must not write to before somebody has seen what it would change: the
 * first write to an account would judge its past anew.
 */
export async function otherEditions(
  reader: Reader,
  current: number = edition,
): Promise<readonly OtherEdition[]> {
  const clinics = await reader.range('clinics', { index: 'key', where: {} });
  const found: OtherEdition[] = [];
  for (const { id } of clinics) {
    const judged = await editionOf(reader, id);
    if (judged !== current) found.push({ clinicId: id, edition: judged });
  }
  return found;
}

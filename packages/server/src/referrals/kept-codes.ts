import { localDayAt } from '@afterglow/engine/calendar';
import { currentId } from '../members/find.js';
import { wasListedBefore } from '../members/patient-list.js';
import type { Ports, Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';

const dayMs = 24 * 3_600_000;

type KeptRow = Tables['keptCodes'];

/**
 * Binds a code to a phone, for as many days as the program says. Says and does the same whoever has
 * the phone. Of several codes the last one counts from its day on; what happened before stays with the
 * one before it.
 *
 * @returns The end, by the clinic's clock: epoch milliseconds.
 */
export async function keepCode(
  ports: Ports,
  clinic: Clinic,
  { phone, code }: Pick<KeptRow, 'phone' | 'code'>,
): Promise<number> {
  const lasts = clinic.program.referralKeepsDays * dayMs;
  const row: KeptRow = {
    clinicId: clinic.id,
    phone,
    keptAt: clinic.now,
    code,
    keptUntil: clinic.now + lasts,
    expiresAt: ports.clock.now() + lasts,
  };
  await ports.store.transaction((tx) => tx.save('keptCodes', [row]));
  return row.keptUntil;
}

/** The codes that a phone kept, the last one first; nearly always there are none. */
export async function codesKept(
  reader: Reader,
  clinicId: string,
  phone: string,
): Promise<readonly KeptRow[]> {
  return reader.range('keptCodes', { index: 'key', where: { clinicId, phone }, descending: true });
}

/**
 * Which of the codes that a phone kept counts at an instant: the last one that was kept by the end of
 * that day and had not ended. A row outlives its end for a while, since tills tell late of what happened
 * in time.
 *
 * @param kept - The last one first.
 * @param at - Clinic's clock, epoch milliseconds.
 */
export function codeAt(kept: readonly KeptRow[], clinic: Clinic, at: number): string | undefined {
  const { timeZone } = clinic.program.clinic;
  const day = localDayAt(at, timeZone);
  return kept.find(({ keptAt, keptUntil }) => localDayAt(keptAt, timeZone) <= day && at < keptUntil)
    ?.code;
}

/**
 * The account that owns the code that somebody keeps who has not joined; undefined for none, as for
 * whoever was a patient before.
 */
export async function ownerOfKept(
  reader: Reader,
  clinic: Clinic,
  member: Pick<Tables['members'], 'phone' | 'status' | 'patientSince'>,
): Promise<string | undefined> {
  const { phone, status } = member;
  const { timeZone } = clinic.program.clinic;
  if (status !== 'known' || phone === null) return undefined;
  if (wasListedBefore(member, localDayAt(clinic.now, timeZone))) return undefined;
  const code = codeAt(await codesKept(reader, clinic.id, phone), clinic, clinic.now);
  if (code === undefined) return undefined;
  const owner = (await reader.get('codes', { clinicId: clinic.id, code }))?.ownerId;
  return owner ? currentId(reader, clinic.id, owner) : undefined;
}

/** Takes away every code that a phone keeps. */
export async function forgetKeptCodes(
  tx: Reader & { remove(table: 'keptCodes', key: KeptRow): Promise<boolean> },
  clinicId: string,
  phone: string,
): Promise<void> {
  const rows = await tx.range('keptCodes', { index: 'key', where: { clinicId, phone } });
  for (const row of rows) await tx.remove('keptCodes', row);
}

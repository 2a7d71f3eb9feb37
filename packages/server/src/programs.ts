import type { Program } from '@afterglow/contract';
import { programAt, type ProgramInForce } from '@afterglow/engine';
import { clinicNow } from './clinic-clock.js';
import type { Ports, Reader, Transaction } from './ports.js';
import type { Tables } from './tables.js';

/** A clinic with its rules and its now, as one request sees it. */
export interface Clinic {
  readonly id: string;
  readonly row: Tables['clinics'];
  readonly sandbox: boolean;
  /** All versions, in rising order. */
  readonly programs: readonly ProgramInForce[];
  /** The version in force now. */
  readonly inForce: ProgramInForce;
  readonly program: Program;
  /** The clinic's clock, epoch milliseconds. */
  readonly now: number;
}

/** What a clinic's programs were at a revision of them. */
interface Known {
  readonly revision: number;
  readonly programs: readonly ProgramInForce[];
}

/** Programs by clinic, since every request needs them and they hardly ever change. */
const known = new WeakMap<Ports, Map<string, Known>>();

/** All versions of a clinic's program, in rising order; none when there is no such clinic. */
export async function loadPrograms(
  ports: Ports,
  clinicId: string,
  reader: Reader = ports.store.reader,
): Promise<readonly ProgramInForce[]> {
  const row = await reader.get('clinics', { id: clinicId });
  return row ? programsOf(ports, row, reader) : [];
}

/** The programs of a clinic whose row was read just now. */
async function programsOf(
  ports: Ports,
  { id, programRevision: revision }: Tables['clinics'],
  reader: Reader,
): Promise<readonly ProgramInForce[]> {
  const ofClinics = known.get(ports) ?? new Map<string, Known>();
  known.set(ports, ofClinics);

  const last = ofClinics.get(id);
  if (last?.revision === revision) return last.programs;
  const programs = await readPrograms(reader, id);
  // What a transaction sees may be taken back, and its revision given to other programs.
  if (reader === ports.store.reader) ofClinics.set(id, { revision, programs });
  return programs;
}

/** Has every server read a clinic's programs again. Whoever changes them holds the clinic's row. */
export async function programsChanged(
  tx: Transaction,
  { id, programRevision }: Tables['clinics'],
): Promise<void> {
  await tx.update('clinics', { id }, { programRevision: programRevision + 1 });
}

/** All versions of a clinic's program, in rising order, read and parsed anew. */
export async function readPrograms(reader: Reader, clinicId: string): Promise<ProgramInForce[]> {
  const rows = await reader.range('programs', { index: 'key', where: { clinicId } });
  return rows.map(({ version, startsAt, programJson }) => ({
    version,
    startsAt,
    program: JSON.parse(programJson) as Program,
  }));
}

/** A clinic with its rules and its now; undefined when there is none. */
export async function openClinic(
  ports: Ports,
  clinicId: string,
  reader: Reader = ports.store.reader,
): Promise<Clinic | undefined> {
  const row = await reader.get('clinics', { id: clinicId });
  const programs = row ? await programsOf(ports, row, reader) : [];
  if (!row || programs.length === 0) return undefined;
  return clinicAt(row, programs, clinicNow(row, ports.clock.now()));
}

/** The same clinic at another instant. */
export function clinicAt(
  row: Tables['clinics'],
  programs: readonly ProgramInForce[],
  now: number,
): Clinic {
  const inForce = programAt(programs, now);
  return {
    id: row.id,
    row,
    sandbox: row.sandbox === 1,
    programs,
    inForce,
    program: inForce.program,
    now,
  };
}

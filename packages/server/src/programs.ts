import type { Program } from '@afterglow/contract';
import { programAt, type ProgramInForce } from '@afterglow/engine';
import { clinicNow } from './clinic-clock.js';
import type { Ports, Reader } from './ports.js';
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

/** Parsed programs by their text, since a request reads a few and they hardly ever change. */
const parsed = new WeakMap<Ports, Map<string, { text: string; program: Program }>>();

function parseProgram(ports: Ports, row: Tables['programs']): Program {
  const cache = parsed.get(ports) ?? new Map<string, { text: string; program: Program }>();
  parsed.set(ports, cache);

  const key = `${row.clinicId} ${row.version}`;
  const known = cache.get(key);
  if (known?.text === row.programJson) return known.program;

  const program = JSON.parse(row.programJson) as Program;
  cache.set(key, { text: row.programJson, program });
  return program;
}

/** All versions of a clinic's program, in rising order. */
export async function loadPrograms(
  ports: Ports,
  clinicId: string,
  reader: Reader = ports.store.reader,
): Promise<ProgramInForce[]> {
  const rows = await reader.range('programs', { index: 'key', where: { clinicId } });
  return rows.map((row) => ({
    version: row.version,
    startsAt: row.startsAt,
    program: parseProgram(ports, row),
  }));
}

/** All versions of a clinic's program, in rising order, parsed anew. */
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
  const [row, programs] = await Promise.all([
    reader.get('clinics', { id: clinicId }),
    loadPrograms(ports, clinicId, reader),
  ]);
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

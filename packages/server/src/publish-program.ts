import type { Program } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { afterCommit } from './after-commit.js';
import { clinicNow, instantText } from './clinic-clock.js';
import { ensured } from './ensured.js';
import type { Ports, Transaction } from './ports.js';
import { loadPrograms, programsChanged, type Clinic } from './programs.js';
import { Refused, refusedBy } from './refused.js';
import { highestVersion, startSweep, sweep } from './sweep.js';
import type { Tables } from './tables.js';

/** A version to be published. */
interface NewVersion {
  readonly program: Program;
  /**
   * Epoch milliseconds of the clinic's clock; not before its now, which the caller has checked.
   * Left out: it starts at once.
   */
  readonly startsAt?: number | undefined;
}

/** A version that was published: its number, and the instant it starts at. */
interface PublishedVersion {
  readonly version: number;
  readonly startsAt: number;
}

/**
 * How far a clock that stands still moves on for a version that starts at once. What was written at
 * that instant, or told apart from it by some milliseconds, stays decided by the version before.
 */
const stepMs = 1_000;

/**
 * Adds a version to a clinic's program, and with it a sweep: any account may have something due under
 * the new rules. A sandbox is swept at once, a live clinic by whichever scheduler comes first.
 *
 * @throws Refused with `program_invalid`; `param` is a path in the request.
 */
export async function publishProgram(
  ports: Ports,
  clinic: Clinic,
  added: NewVersion,
): Promise<PublishedVersion> {
  const [wrong] = validateProgram(added.program);
  if (wrong)
    throw refusedBy({ ...wrong, ...(wrong.param ? { param: `program.${wrong.param}` } : {}) });

  const published = await ports.store.transaction(async (tx) => {
    const row = (await tx.lock('clinics', { id: clinic.id })) ?? clinic.row;
    const now = clinicNow(row, ports.clock.now());
    const startsAt = await startOf(tx, row, { now, asked: added.startsAt });
    const version = await addVersion(tx, { ports, clinic }, { program: added.program, startsAt });
    await programsChanged(tx, row);
    return version;
  });
  await sweepSandbox(ports, clinic);
  return published;
}

/**
 * Takes a version back that has not started yet. Its number is never given again.
 *
 * @throws Refused with `program_version_unknown`, or `program_started` once it has started: what was
 *   decided under it refers to it.
 */
export async function withdrawProgram(
  ports: Ports,
  clinic: Clinic,
  version: number,
): Promise<void> {
  await ports.store.transaction(async (tx) => {
    const clinicRow = (await tx.lock('clinics', { id: clinic.id })) ?? clinic.row;
    const key = { clinicId: clinic.id, version };
    const row = await tx.get('programs', key);
    if (!row)
      throw new Refused('program_version_unknown', {
        detail: `This clinic has no version ${version}. GET /v1/program/versions lists those that it has.`,
        param: 'version',
      });
    if (row.startsAt === null || row.startsAt <= clinic.now)
      throw new Refused('program_started', {
        detail: `Version ${version} has started${row.startsAt === null ? '' : ` at ${instantText(row.startsAt)}`}, and what was decided under it stays. Publish a new version instead.`,
        param: 'version',
      });
    await tx.remove('programs', key);
    await programsChanged(tx, clinicRow);
    await startSweep(tx, clinic, { version, withdrawn: true });
  });
  await sweepSandbox(ports, clinic);
}

/** The start of a version; a clock that stands still moves on to that of one that starts at once. */
async function startOf(
  tx: Transaction,
  row: Tables['clinics'],
  { now, asked = now }: { readonly now: number; readonly asked?: number | undefined },
): Promise<number> {
  if (asked > now || row.sandbox === 0 || row.clockAt === null) return asked;
  const startsAt = now + stepMs;
  await tx.update('clinics', { id: row.id }, { clockAt: startsAt });
  return startsAt;
}

/** A sandbox has answers at once, and its clock may stand still, which schedulers leave alone. */
async function sweepSandbox(ports: Ports, clinic: Clinic): Promise<void> {
  if (!clinic.sandbox) return;
  await afterCommit(ports, async (after) => void (await sweep(after, clinic.id)));
}

async function addVersion(
  tx: Transaction,
  { ports, clinic }: { readonly ports: Ports; readonly clinic: Clinic },
  { program, startsAt }: Required<NewVersion> & { readonly startsAt: number },
): Promise<PublishedVersion> {
  const known = await loadPrograms(ports, clinic.id, tx);
  const last = ensured(known.at(-1), 'the last version');
  if (startsAt < (last.startsAt ?? -Infinity))
    throw new Refused('program_invalid', {
      detail: `Version ${last.version} starts later than this one would. Versions start in the order of their numbers.`,
      param: 'startsAt',
    });
  if (program.clinic.currency !== last.program.clinic.currency)
    throw new Refused('program_invalid', {
      detail: `The clinic's currency is ${last.program.clinic.currency} and stays so, since its ledger counts in it.`,
      param: 'program.clinic.currency',
    });

  const version = Math.max(last.version, await highestVersion(tx, clinic.id)) + 1;
  await tx.insert('programs', [
    {
      clinicId: clinic.id,
      version,
      startsAt,
      programJson: JSON.stringify(program),
      createdAt: clinic.now,
    },
  ]);
  await startSweep(tx, clinic, { version, withdrawn: false });
  return { version, startsAt };
}

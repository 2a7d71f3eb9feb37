import type { Program } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { afterCommit } from './after-commit.js';
import { instantText } from './clinic-clock.js';
import { ensured } from './ensured.js';
import type { Ports, Transaction } from './ports.js';
import { loadPrograms, type Clinic } from './programs.js';
import { Refused, refusedBy } from './refused.js';
import { highestVersion, startSweep, sweep } from './sweep.js';

/** A version to be published. */
interface NewVersion {
  readonly program: Program;
  /** Epoch milliseconds of the clinic's clock; not before its now, which the caller has checked. */
  readonly startsAt: number;
}

/**
 * Adds a version to a clinic's program, and with it a sweep: any account may have something due under
 * the new rules. A sandbox is swept at once, a live clinic by whichever scheduler comes first.
 *
 * @returns The version's number.
 * @throws Refused with `program_invalid`; `param` is a path in the request.
 */
export async function publishProgram(
  ports: Ports,
  clinic: Clinic,
  added: NewVersion,
): Promise<number> {
  const [wrong] = validateProgram(added.program);
  if (wrong)
    throw refusedBy({ ...wrong, ...(wrong.param ? { param: `program.${wrong.param}` } : {}) });

  const version = await ports.store.transaction(async (tx) => {
    await tx.lock('clinics', { id: clinic.id });
    return addVersion(tx, { ports, clinic }, added);
  });
  await sweepSandbox(ports, clinic);
  return version;
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
    await tx.lock('clinics', { id: clinic.id });
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
    await startSweep(tx, clinic, { version, withdrawn: true });
  });
  await sweepSandbox(ports, clinic);
}

/** A sandbox has answers at once, and its clock may stand still, which schedulers leave alone. */
async function sweepSandbox(ports: Ports, clinic: Clinic): Promise<void> {
  if (!clinic.sandbox) return;
  await afterCommit(ports, async (after) => void (await sweep(after, clinic.id)));
}

async function addVersion(
  tx: Transaction,
  { ports, clinic }: { readonly ports: Ports; readonly clinic: Clinic },
  { program, startsAt }: NewVersion,
): Promise<number> {
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
  return version;
}

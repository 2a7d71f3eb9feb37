import type { Program } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { ensured } from './ensured.js';
import type { Ports, Transaction } from './ports.js';
import { loadPrograms, type Clinic } from './programs.js';
import { Refused, refusedBy } from './refused.js';
import { makeAllDue } from './settle.js';

/** A version to be published. */
interface NewVersion {
  readonly program: Program;
  /** Epoch milliseconds of the clinic's clock; not before its now, which the caller has checked. */
  readonly startsAt: number;
}

/**
 * Adds a version to a clinic's program, and marks every account as due, since any of them may have
 * something due under the new rules.
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
  await makeAllDue(ports, clinic);
  return version;
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

  const version = last.version + 1;
  await tx.insert('programs', [
    {
      clinicId: clinic.id,
      version,
      startsAt,
      programJson: JSON.stringify(program),
      createdAt: clinic.now,
    },
  ]);
  return version;
}

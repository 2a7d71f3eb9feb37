import type { Program } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { noteEdition } from './editions.js';
import { isId, newId } from './ids.js';
import { newKey } from './keys.js';
import type { Ports } from './ports.js';
import { Refused, refusedBy } from './refused.js';

/** A clinic to be made. */
export interface ClinicToCreate {
  /** Left out: a new one. Given, for example to find a demo again: `cln_` and 26 characters. */
  readonly id?: string;
  /** For whoever runs the server; patients see the name in the program. */
  readonly name: string;
  readonly program: Program;
  /** Whether its keys are `…_test_` and its clock can be moved. */
  readonly sandbox: boolean;
  /** Where a sandbox's clock stands at first; left out: it runs with the wall clock. */
  readonly clockAt?: number;
}

/** A clinic that was made. The secret key is readable only here. */
export interface CreatedClinic {
  readonly id: string;
  readonly publishableKey: string;
  readonly secretKey: string;
}

/**
 * Makes a clinic with the first version of its program, which has no start, and a key of each kind.
 *
 * @throws Refused with `program_invalid` when a rule is wrong.
 * @throws RowExists when there is a clinic with this id.
 */
export async function createClinic(ports: Ports, clinic: ClinicToCreate): Promise<CreatedClinic> {
  const now = ports.clock.now();
  const id = clinic.id ?? newId('clinic', now, ports.randomness);
  if (!isId('clinic', id))
    throw new Refused('invalid_field', {
      detail: `${id} is no clinic id: cln_ and 26 characters.`,
      param: 'id',
    });
  const [wrong] = validateProgram(clinic.program);
  if (wrong) throw refusedBy(wrong);

  const { sandbox } = clinic;
  const publishable = newKey(ports, { clinicId: id, kind: 'publishable', sandbox });
  const secret = newKey(ports, { clinicId: id, kind: 'secret', sandbox });
  await ports.store.transaction(async (tx) => {
    await tx.insert('clinics', [
      {
        id,
        name: clinic.name,
        sandbox: sandbox ? 1 : 0,
        clockAt: sandbox ? (clinic.clockAt ?? null) : null,
        createdAt: now,
        programRevision: 0,
      },
    ]);
    await tx.insert('programs', [
      {
        clinicId: id,
        version: 1,
        startsAt: null,
        programJson: JSON.stringify(clinic.program),
        createdAt: now,
      },
    ]);
    await tx.insert('keys', [publishable.row, secret.row]);
    await noteEdition(tx, id, clinic.clockAt ?? now);
  });
  return { id, publishableKey: publishable.text, secretKey: secret.text };
}

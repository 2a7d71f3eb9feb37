import type { Program } from '@afterglow/contract';
import { createClinic } from '../../clinics.js';
import { hashText } from '../../hashing.js';
import { newKey } from '../../keys.js';
import type { Ports } from '../../ports.js';
import { openClinic } from '../../programs.js';
import type { KeptClinic, KeysFile } from './keys-file.js';

/** A sandbox that is there after every start, with the same id and keys. */
export interface DemoClinic extends KeptClinic {
  readonly id: string;
}

/**
 * Finds a sandbox of the demo or makes it. Keys whose text was lost are replaced.
 *
 * @param clinic.clockAt - Where its clock stands at first.
 */
export async function ensureDemoClinic(
  ports: Ports,
  file: KeysFile,
  clinic: {
    readonly id: string;
    readonly name: string;
    readonly program: Program;
    readonly clockAt: number;
  },
): Promise<DemoClinic> {
  const { id } = clinic;
  const kept = file.get(id);
  const present = await openClinic(ports, id);
  if (present && kept && (await isKnown(ports, kept))) return { id, ...kept };

  const madeOn = new Date(ports.clock.now()).toISOString().slice(0, 10);
  const keys = present
    ? await replaceKeys(ports, id)
    : await createClinic(ports, { ...clinic, sandbox: true });
  const now: KeptClinic = {
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKey,
    madeOn: (present && kept?.madeOn) || madeOn,
    complete: present !== undefined && (kept?.complete ?? true),
  };
  await file.set(id, now);
  return { id, ...now };
}

async function isKnown(ports: Ports, { publishableKey, secretKey }: KeptClinic): Promise<boolean> {
  const hashes = [publishableKey, secretKey].map((key) => ({ hash: hashText(key) }));
  const rows = await ports.store.reader.getMany('keys', hashes);
  return rows.filter((row) => row.revokedAt === null).length === hashes.length;
}

async function replaceKeys(ports: Ports, clinicId: string) {
  const publishable = newKey(ports, { clinicId, kind: 'publishable', sandbox: true });
  const secret = newKey(ports, { clinicId, kind: 'secret', sandbox: true });
  await ports.store.transaction((tx) => tx.insert('keys', [publishable.row, secret.row]));
  return { publishableKey: publishable.text, secretKey: secret.text };
}

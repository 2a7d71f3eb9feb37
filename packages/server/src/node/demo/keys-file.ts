import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as z from 'zod/mini';

const KeptClinic = z.object({
  publishableKey: z.string(),
  secretKey: z.string(),
  /** The day on which the clinic was made; its made-up history is told from there. */
  madeOn: z.string(),
  /** True when everything that belongs into it is in it. */
  complete: z.boolean(),
});

/** A demo clinic's keys, which the database keeps as hashes only. */
export type KeptClinic = z.infer<typeof KeptClinic>;

const KeptClinics = z.record(z.string(), KeptClinic);

/** What the demo keeps from one start to the next, in a file beside the database. */
export interface KeysFile {
  get(clinicId: string): KeptClinic | undefined;
  set(clinicId: string, kept: KeptClinic): Promise<void>;
}

/** Opens the file that belongs to a database; only its owner may read it. */
export async function openKeysFile(database: string): Promise<KeysFile> {
  const isFile = !/^postgres(ql)?:\/\//.test(database);
  const path = resolve(isFile ? `${database}.keys.json` : '.afterglow/demo.keys.json');
  const clinics = { ...(await read(path)) };
  return {
    get: (clinicId) => clinics[clinicId],
    async set(clinicId, kept) {
      clinics[clinicId] = kept;
      await writeFile(`${path}.new`, `${JSON.stringify(clinics, null, 2)}\n`, { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}

async function read(path: string): Promise<z.infer<typeof KeptClinics>> {
  try {
    const parsed = z.safeParse(KeptClinics, JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

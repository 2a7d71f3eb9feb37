import { createClinic, type CreatedClinic } from '../../clinics.js';
import { RowExists, type Ports } from '../../ports.js';
import { publishProgram } from '../../publish-program.js';
import type { ClinicPlan } from './plan-clinics.js';

/** What became of one clinic. */
export interface AppliedClinic {
  /** The keys of a clinic that was made; the secret one is readable only here. */
  readonly made: CreatedClinic | undefined;
  /** The version that was published; undefined where nothing differed. */
  readonly version: number | undefined;
  readonly renamed: boolean;
}

/** A clinic that was not there when the file was checked has been made since. */
export class MadeMeanwhile extends Error {
  override readonly name = 'MadeMeanwhile';
}

/**
 * Does what is planned for one clinic. Run again after it broke off, it does the rest.
 *
 * @throws {@link MadeMeanwhile} when another run was first.
 * @throws Refused with `program_invalid` when the clinic has changed since it was checked.
 */
export async function applyPlan(ports: Ports, plan: ClinicPlan): Promise<AppliedClinic> {
  const { id, name, program, sandbox, present } = plan;
  if (!present) {
    try {
      const made = await createClinic(ports, { id, name, program, sandbox });
      return { made, version: 1, renamed: false };
    } catch (error) {
      if (!(error instanceof RowExists)) throw error;
      throw new MadeMeanwhile(`${plan.key} was made by another run meanwhile.`, { cause: error });
    }
  }

  const renamed = isRenamed(plan);
  if (renamed) await ports.store.transaction((tx) => tx.update('clinics', { id }, { name }));
  if (plan.changed.length === 0) return { made: undefined, version: undefined, renamed };
  const { version } = await publishProgram(ports, present, { program });
  return { made: undefined, version, renamed };
}

/** Whether whoever runs the server will see another name. */
export const isRenamed = ({ present, name }: ClinicPlan) =>
  present !== undefined && present.row.name !== name;

/** The publishable key that pages have: the first that was not withdrawn; undefined for none. */
export async function publishableKeyOf(
  ports: Ports,
  clinicId: string,
): Promise<string | undefined> {
  const rows = await ports.store.reader.range('keys', { index: 'byClinic', where: { clinicId } });
  return rows.find(({ kind, revokedAt }) => kind === 'publishable' && revokedAt === null)?.shown;
}

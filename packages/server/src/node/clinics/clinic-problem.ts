import type { ErrorCode } from '@afterglow/contract';

/** What may be wrong with a clinics.json beyond its form, whose codes are those of the API. */
export type ClinicProblemCode =
  | ErrorCode
  | 'file_unreadable'
  | 'clinic_repeated'
  | 'clinic_unknown'
  | 'sandbox_fixed'
  | 'version_waits';

/** One thing to mend before anything is written. */
export interface ClinicProblem {
  readonly code: ClinicProblemCode;
  /** The clinic's key; null for what all of them have. */
  readonly clinic: string | null;
  /** Where it stands: a path in clinics.json, or a file and a path in it. */
  readonly path: string;
  readonly message: string;
}

import { AfterglowError, isNamed, type ErrorFacts } from './afterglow-error.js';

/** What a refusal knows beyond other errors. */
export interface RefusalFacts extends ErrorFacts {
  readonly param?: string | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** The server understood and said no; `code` says why, `param` and `details` say to what. */
export class RefusedError extends AfterglowError {
  override readonly name = 'RefusedError';
  /** The field at fault, as a path. */
  readonly param: string | null;
  /** Facts that a message needs, such as what is missing. */
  readonly details: Readonly<Record<string, unknown>> | null;

  constructor(message: string, facts: RefusalFacts) {
    super(message, facts);
    this.param = facts.param ?? null;
    this.details = facts.details ?? null;
  }
}

/** True for a refusal, also one of another copy of the SDK; with a code, for that refusal only. */
export function isRefusedError(value: unknown, code?: string): value is RefusedError {
  return (
    isNamed(value, 'RefusedError') && (code === undefined || (value as RefusedError).code === code)
  );
}

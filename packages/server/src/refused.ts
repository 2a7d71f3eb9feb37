import { errors, type ErrorCode, type Refusal } from '@afterglow/contract';

/** How a refusal is told to the caller, beyond its code. */
export interface RefusalOptions {
  /** What happened, with which value, and what to do. Never personal, never a secret. */
  readonly detail: string;
  readonly param?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Headers that the answer carries, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is refused with a code of the catalogue. The app turns it into an answer. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ErrorCode;
  readonly options: RefusalOptions;

  constructor(code: ErrorCode, options: RefusalOptions) {
    super(`${code}: ${options.detail}`);
    this.code = code;
    this.options = options;
  }
}

/** A refusal of the engine, told to the caller. */
export function refusedBy(refusal: Refusal): Refused {
  return new Refused(refusal.code, { detail: wording(refusal), ...refusal });
}

/** The catalogue's sentence, then where and what, for developers. */
export function wording({ code, param, details }: Refusal): string {
  const where = param === undefined ? '' : ` Look at ${param}.`;
  const facts = details === undefined ? '' : ` ${JSON.stringify(details)}`;
  return `${errors[code].title}.${where}${facts}`;
}

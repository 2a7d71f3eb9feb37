/** What every error of the SDK says besides its message. */
export interface ErrorFacts {
  /** A code of the contract's catalogue; a later server may send others. */
  readonly code: string;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status?: number;
  /** The server's `Request-Id`, for a question to whoever runs it. */
  readonly requestId?: string | null;
  /** Milliseconds after which the server is willing to be asked again. */
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

/** The parent of the four families; catch it to catch everything that the SDK throws. */
export abstract class AfterglowError extends Error {
  /** The family, literally; survives bundling and other realms. */
  abstract override readonly name: string;
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;

  constructor(message: string, facts: ErrorFacts) {
    super(message, { cause: facts.cause });
    this.code = facts.code;
    this.status = facts.status ?? 0;
    this.requestId = facts.requestId ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}

/** True for an error with this name and a code, whichever copy of the SDK made it. */
export function isNamed(value: unknown, name: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { name?: unknown }).name === name &&
    typeof (value as { code?: unknown }).code === 'string'
  );
}

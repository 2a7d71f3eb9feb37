/** How long a call is tried; everything has a default. */
export interface CallPatience {
  /** Milliseconds that one try may take; 15,000 when left out. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds before the second try, doubled for the third; 500 when left out. */
  readonly firstDelayMs?: number | undefined;
}

/** Milliseconds that one try may take. */
export const tryTimeoutMs = 15_000;

/** How much of a stack is logged. */
const framesKept = 6;

/** What the log says of an error. */
export interface Failure {
  readonly error: string;
  /** The innermost frames of its stack. */
  readonly at: readonly string[];
}

/**
 * An error for the log: its name and where it came from. Never its message, since that of a database
 * may hold a value, over any number of lines.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const { name, message, stack = '' } = error;
  const frames = stack.replace(message, '').split('\n');
  const at = frames.filter((line) => /^\s+at /.test(line)).slice(0, framesKept);
  return { error: name, at: at.map((line) => line.trim()) };
}

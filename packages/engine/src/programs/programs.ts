import type { Program } from '@afterglow/contract';

/** One version of a clinic's rules and when it starts. Lists of these are ascending by version. */
export interface ProgramInForce {
  readonly version: number;
  /** Epoch milliseconds; null for the first version, which has always been in force. */
  readonly startsAt: number | null;
  readonly program: Program;
}

/**
 * The version in force at an instant: the last that has started by then.
 *
 * @throws RangeError for an empty list: a clinic has a program from its first day.
 */
export function programAt(programs: readonly ProgramInForce[], at: number): ProgramInForce {
  let found = programs[0];
  if (!found) throw new RangeError('A clinic has at least one version of its program.');

  for (const version of programs) {
    if (version.startsAt !== null && version.startsAt <= at) found = version;
  }
  return found;
}

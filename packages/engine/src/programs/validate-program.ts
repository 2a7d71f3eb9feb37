import type { Program, Refusal } from '@afterglow/contract';

/** Everything that is wrong with a program, by path; empty when it can be put in force. */
export function validateProgram(_program: Program): readonly Refusal[] {
  return [];
}

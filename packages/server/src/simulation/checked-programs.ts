import type { Program } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { Refused, refusedBy } from '../refused.js';

/**
 * Refuses a program that could not be put in force.
 *
 * @param at - Where the program stands in the request, such as `program`.
 * @throws Refused with `program_invalid`; `param` is a path in the request.
 */
export function checkProgram(program: Program, at: string): void {
  const [wrong] = validateProgram(program);
  if (!wrong) return;
  throw refusedBy({ ...wrong, param: wrong.param ? `${at}.${wrong.param}` : at });
}

/**
 * Refuses a program whose amounts or days can't be laid beside those of the history: another
 * currency, or another zone.
 *
 * @param at - Where the program stands in the request.
 * @throws Refused with `program_invalid`.
 */
export function checkComparable(
  program: Program,
  at: string,
  { currency, timeZone }: Pick<Program['clinic'], 'currency' | 'timeZone'>,
): void {
  const { clinic } = program;
  if (clinic.currency !== currency)
    throw new Refused('program_invalid', {
      detail: `The program is in ${clinic.currency}, and what it is held against in ${currency}.`,
      param: `${at}.clinic.currency`,
    });
  if (clinic.timeZone !== timeZone)
    throw new Refused('program_invalid', {
      detail: `The program's days are those of ${clinic.timeZone}, and what it is held against has those of ${timeZone}.`,
      param: `${at}.clinic.timeZone`,
    });
}

import type { Program } from '@afterglow/contract';
import type { Fold, KnownBirthday } from '../account.js';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';
import { plainProgram } from './program.js';
import { START } from './records.js';

/** What a test of one rule says beside the records. */
export interface FoldingTest {
  /** Put over the plain program, one level deep. */
  readonly rules?: Partial<Program>;
  /** Left out: the last of the records. */
  readonly until?: number;
  readonly birthdays?: readonly KnownBirthday[];
}

/** The plain program with other rules, from the first day on. */
export function underRules(rules: Partial<Program> = {}): readonly ProgramInForce[] {
  return [{ version: 1, startsAt: null, program: { ...plainProgram, ...rules } }];
}

/** Folds records of the test clinic under the plain program with other rules. */
export function foldUnder(
  records: readonly HistoryRecord[],
  { rules = {}, until, birthdays = [] }: FoldingTest = {},
): Fold {
  const last = Math.max(START, ...records.map(({ at }) => at));
  return foldAccount({
    accountId: 'mem_a',
    programs: underRules(rules),
    records,
    birthdays,
    until: until ?? last,
  });
}

/** Amounts by the last parts of their keys: `bonus/photos:points` of the visit `R-1`. */
export function amountsOf({ desired }: Pick<Fold, 'desired'>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    desired.filter(({ amount }) => amount !== 0).map(({ key, amount }) => [key, amount]),
  );
}

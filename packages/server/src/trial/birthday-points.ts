import type { Program } from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';

/** The default program with 70 points for a birthday, so that birthdays leave entries in the ledger. */
export function birthdayPoints(): Program {
  const program = defaultProgram();
  const grant = { kind: 'points', points: 70 } as const;
  const occasions = program.occasions.map((one) =>
    one.kind === 'birthday' ? { ...one, grant } : one,
  );
  return { ...program, occasions };
}

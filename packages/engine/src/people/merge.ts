import type { Desired } from '../account.js';
import { noChange } from '../change.js';
import type { Change } from '../change.js';
import type { RecordOf } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';

/**
 * The other record's history is part of this account already, since whoever folds hands in both.
 * What is left to do is the goodwill that makes up for what the union is worth less.
 */
export function goodwillOf(
  { id, at, data }: RecordOf<'merge'>,
  { version }: ProgramInForce,
): Change {
  if (data.goodwill <= 0) return noChange;
  const desired: Desired = {
    key: `merge:${data.from}:goodwill:points`,
    asset: 'points',
    amount: data.goodwill,
    at,
    cause: { kind: 'goodwill', id },
    because: [{ rule: 'goodwill', version, args: { points: data.goodwill } }],
  };
  return { ...noChange, desired: [desired] };
}

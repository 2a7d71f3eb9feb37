import type { Account } from '../account.js';
import { addDays, startOfDay } from '../calendar.js';
import { changed } from '../change.js';
import type { Change } from '../change.js';
import type { RecordOf } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';

/** Staff give a level through a day; what spend reaches goes on beside it. No level ends an earlier one. */
export function setTier(
  { tier }: Account,
  { data }: RecordOf<'tierSet'>,
  { program }: ProgramInForce,
): Change {
  const { level, until } = data;
  const isKnown = program.tiers.levels.some(({ id }) => id === level);
  if (level === null || !isKnown) return changed({ set: { tier: { ...tier, override: null } } });
  const endsAt = startOfDay(addDays(until, 1), program.clinic.timeZone);
  return changed({ set: { tier: { ...tier, override: { level, until, endsAt } } } });
}

import type { KnownBirthday } from '../account.js';
import { addDays, occursOn, yearOf } from '../calendar.js';
import type { LocalDay } from '../calendar.js';

/**
 * The days on which the reward of a birthday can be given for a year, ascending. Mostly one; none
 * where no birthday counts for that year.
 *
 * Whatever is said, it changes nothing about the day on which it is said nor about those before it:
 * what was given stays given. And nobody has two in a calendar year, whatever is said.
 *
 * @param birthdays - All that was said, in the order in which it was.
 * @param year - Of the birthday; its reward may lie in the year before or after.
 * @param offset - Days from the birthday to its reward.
 */
export function birthdayDays(
  birthdays: readonly KnownBirthday[],
  year: number,
  offset: number,
): readonly LocalDay[] {
  return birthdays.flatMap(({ on }, nth) => {
    if (on === null) return [];
    const day = addDays(occursOn(on, year), offset);
    const isHeld = birthdays.slice(nth + 1).every((later) => leaves(later, year, day));
    return isHeld && day >= countsFrom(birthdays, nth) ? [day] : [];
  });
}

/**
 * The first birthday counts from the day after it is said, another one from the next year. Its own
 * day is over in part: what was written since it began knew of no reward.
 */
function countsFrom(birthdays: readonly KnownBirthday[], nth: number): LocalDay {
  const { on, toldOn } = birthdays[nth] as KnownBirthday;
  const before = birthdays.slice(0, nth).findLastIndex((one) => one.on !== null);
  const tomorrow = addDays(toldOn, 1);
  if (before < 0) return tomorrow;
  if (birthdays[before]?.on !== on) return `${String(yearOf(toldOn) + 1)}-01-01`;
  // Taken away and said again: no sooner than it would have counted.
  const from = countsFrom(birthdays, before);
  return from > tomorrow ? from : tomorrow;
}

/**
 * Whether what was said later leaves a birthday its reward. What is taken away ends at once; what is
 * changed is good for the rest of the year, since the new one waits for the next.
 */
function leaves({ on, toldOn }: KnownBirthday, year: number, day: LocalDay): boolean {
  if (day <= toldOn) return true;
  const told = yearOf(toldOn);
  return on !== null && year <= told && yearOf(day) <= told;
}

import { addMonths, dayNumberOf, dayOfNumber, monthsLater } from './days.js';
import type { LocalDay } from './days.js';
import type { Epoch } from './instants.js';
import { startOfDayNumber } from './zones.js';
import type { TimeZone } from './zones.js';

/**
 * When something that lasts a number of months lapses. What was bought on `day` can be used through
 * the whole local day `addMonths(day, months)`, which is the date to show, and lapses at the first
 * instant of the next one.
 *
 * @param day - The local day of the purchase: the origin, never an earlier result.
 */
export function lapseInstant(day: LocalDay, months: number, zone: TimeZone): Epoch {
  return lapseInstantOf(dayNumberOf(day), months, zone);
}

/** {@link lapseInstant} of a counted day. */
export function lapseInstantOf(count: number, months: number, zone: TimeZone): Epoch {
  return startOfDayNumber(monthsLater(count, months) + 1, zone);
}

/**
 * Where the window of the last `months` months begins: it is `(windowStart(today, months), today]`,
 * so the day returned is the last one that is **not** in it.
 */
export function windowStart(today: LocalDay, months: number): LocalDay {
  return addMonths(today, -months);
}

/**
 * The first day whose window of `months` months no longer holds `day`: the earliest `today` with
 * `windowStart(today, months) >= day`. Not always the same date `months` later: what was spent on
 * 29 February 2024 still counts on 28 February 2025, whose window begins after 28 February 2024.
 */
export function leavesWindowOn(day: LocalDay, months: number): LocalDay {
  return dayOfNumber(leavesWindowOnNumber(dayNumberOf(day), months));
}

/** {@link leavesWindowOn} of a counted day. */
export function leavesWindowOnNumber(count: number, months: number): number {
  const sameDate = monthsLater(count, months);
  return monthsLater(sameDate, -months) < count ? sameDate + 1 : sameDate;
}

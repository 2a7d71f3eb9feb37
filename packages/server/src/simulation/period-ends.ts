import { addMonths, daysBetween, type LocalDay } from '@afterglow/engine/calendar';

/** The longest history, in months, whose tiers are shown by month; and that by quarter. */
const byMonthUpTo = 12;
const byQuarterUpTo = 36;

/**
 * The days at whose ends tiers are counted: the ends of months in a history of a year, of quarters
 * in one of three years, of years beyond; and the last day.
 *
 * @param from - The first day of the history.
 * @param to - Its last day, not before the first.
 */
export function periodEnds(from: LocalDay, to: LocalDay): readonly LocalDay[] {
  const months = monthOf(to) - monthOf(from);
  const step = months < byMonthUpTo ? 1 : months < byQuarterUpTo ? 3 : 12;
  const ends: LocalDay[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month++) {
    if ((month + 1) % step !== 0) continue;
    const end = lastDayOf(month);
    if (daysBetween(end, to) > 0) ends.push(end);
  }
  return [...ends, to];
}

/** Months since the year 0. */
function monthOf(day: LocalDay): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function lastDayOf(month: number): LocalDay {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  // The end of January plus so many months is the end of that month.
  return addMonths(`${year}-01-31`, month % 12);
}

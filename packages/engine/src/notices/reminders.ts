import type { Program } from '@afterglow/contract';
import type { Ending } from '../account.js';
import { dayNumberOf, MS_PER_DAY, startOfDayNumber } from '../calendar.js';

type ReminderProgram = Pick<Program, 'clinic' | 'points'>;

/**
 * The next instant at which the holder of something is reminded of its end: the start of the day
 * that lies one of the program's numbers of days before the last day.
 *
 * @param lastDay - Counted since 1970.
 * @param after - Epoch milliseconds; a reminder at this very instant was sent.
 */
export function nextReminder(
  lastDay: number,
  after: number,
  { clinic, points }: ReminderProgram,
): number | null {
  let next: number | null = null;
  for (const days of points.reminderDays) {
    // Most reminders lie far from the instant in question: the zone is asked for the others only.
    const roughly = (lastDay - days) * MS_PER_DAY;
    if (roughly + MS_PER_DAY < after || (next !== null && roughly - MS_PER_DAY > next)) continue;
    const at = startOfDayNumber(lastDay - days, clinic.timeZone);
    if (at > after && (next === null || at < next)) next = at;
  }
  return next;
}

/** The next reminder of the same end after one was given. */
export function reminderAfter(
  { expiresOn }: Ending,
  at: number,
  program: ReminderProgram,
): number | null {
  return expiresOn === null ? null : nextReminder(dayNumberOf(expiresOn), at, program);
}

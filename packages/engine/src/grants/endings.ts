import type { Program } from '@afterglow/contract';
import type { Ending } from '../account.js';
import { addDays, dayNumberOf, startOfDay } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { nextReminder } from '../notices/reminders.js';

/** What lasts for ever. */
export const noEnding: Ending = { expiresOn: null, expiresAt: null, remindAt: null };

/** The end of something that was given at an instant and can be used through a day. */
export function endingOf(
  lastDay: LocalDay | null,
  given: number,
  program: Pick<Program, 'clinic' | 'points'>,
): Ending {
  if (lastDay === null) return noEnding;
  return {
    expiresOn: lastDay,
    expiresAt: startOfDay(addDays(lastDay, 1), program.clinic.timeZone),
    remindAt: nextReminder(dayNumberOf(lastDay), given, program),
  };
}

/** Whether the last day of something is over. */
export function hasEnded({ expiresAt }: Pick<Ending, 'expiresAt'>, at: number): boolean {
  return expiresAt !== null && expiresAt <= at;
}

/** The same by the clinic's local day, for what nobody takes away when its last day is over. */
export function isPast({ expiresOn }: Pick<Ending, 'expiresOn'>, today: LocalDay): boolean {
  return expiresOn !== null && today > expiresOn;
}

/** Which of two things is used first: the one that ends sooner. 0 where both end alike. */
export function compareEndings(a: Ending, b: Ending): number {
  const endA = a.expiresAt ?? Infinity;
  const endB = b.expiresAt ?? Infinity;
  return endA === endB ? 0 : endA - endB;
}

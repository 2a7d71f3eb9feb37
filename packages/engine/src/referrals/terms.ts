import type { Program } from '@afterglow/contract';
import { addDays, dayOfNumber, localDayNumberAt, startOfDay } from '../calendar.js';
import type { LocalDay } from '../calendar.js';

type ReferralProgram = Pick<Program, 'clinic' | 'referral'>;

/** When a reward is released whose friend completed the first treatment at an instant. */
export interface Release {
  readonly completedOn: LocalDay;
  readonly releasesOn: LocalDay;
  /** The first instant of that day; without a hold the instant of completion itself. */
  readonly releasesAt: number;
}

/** The end of the hold, in whole days of the clinic. Friend and owner compute the same. */
export function releaseOf(completedAt: number, { clinic, referral }: ReferralProgram): Release {
  const completedOn = dayOfNumber(localDayNumberAt(completedAt, clinic.timeZone));
  const releasesOn = addDays(completedOn, referral.holdDays);
  return {
    completedOn,
    releasesOn,
    releasesAt: referral.holdDays === 0 ? completedAt : startOfDay(releasesOn, clinic.timeZone),
  };
}

/** The last day on which the first treatment of somebody who joined on a day counts; null: any. */
export function completeByOf(joinedOn: LocalDay, { referral }: ReferralProgram): LocalDay | null {
  const days = referral.completeWithinDays;
  return days === undefined ? null : addDays(joinedOn, days);
}

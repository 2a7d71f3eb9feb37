import type { Notice, ReferralState } from '../account.js';
import type { RecordOf } from '../history.js';

const WEEK_MS = 7 * 86_400_000;

/** What the owner of a code hears of a friend: that the friend booked, and came. */
export function friendNotice(
  { id, at, data }: RecordOf<'friend'>,
  { step }: ReferralState,
): readonly Notice[] {
  const told = data.step;
  if ((told !== 'booked' && told !== 'completed') || step !== told) return [];
  return [
    {
      kind: told === 'booked' ? 'friendBooked' : 'friendCompleted',
      key: `${told}:${data.referralId}`,
      dueAt: at,
      usefulUntil: at + WEEK_MS,
      recordId: id,
      args: { referral: data.referralId },
    },
  ];
}

import type { Notice, ReferralState } from '../account.js';
import type { RecordOf } from '../history.js';
import { NEWS_MS } from '../notices/news.js';

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
      usefulUntil: at + NEWS_MS,
      recordId: id,
      args: { referral: data.referralId },
    },
  ];
}

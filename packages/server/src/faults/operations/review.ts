import { callOnce, isDone } from './keyed.js';
import type { Operation } from './operation.js';

/** The staff decide about a friend who is like the owner of the code, or decide again. */
export const review: Operation = {
  name: 'review a referral',
  weight: 6,
  keyed: true,
  async run(world) {
    const { chance, outside, clinic } = world;
    const rows = await outside.store.reader.range('reviews', {
      index: 'key',
      where: { clinicId: clinic.id },
    });
    const row = chance.pickAny(rows);
    if (!row) return false;
    const { referralId, ownerId } = row;
    const route = `POST /v1/referrals/${referralId}/review`;
    const body = { decision: chance.pick(['approve', 'reject']), reason: 'seen' };
    const answered = await callOnce(world, { route, body });
    // The friend may have taken the step back meanwhile.
    if (!isDone(answered, route, ['referral_unknown', 'member_erased'])) return false;
    world.decided.took(`review:${referralId}`, ownerId);
    return true;
  },
};

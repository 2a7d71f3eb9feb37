import type { ReferralReview } from '@afterglow/contract';
import type { LookAlike } from '@afterglow/engine';
import { decideOnAccount } from '../accounts/decide.js';
import { recordOf } from '../accounts/rows.js';
import { instantText } from '../clinic-clock.js';
import { ensured } from '../ensured.js';
import type { Handler } from '../http/call.js';
import { newId } from '../ids.js';
import { pageFrom, pageSize, placeOf } from '../paging.js';
import type { Reader } from '../ports.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';

type ReviewRow = Tables['reviews'];

/** Referrals that staff look at, those that were held first. */
export const listReviews: Handler<'listReviews'> = async ({ ports, clinic, query }) => {
  const { reader } = ports.store;
  const after = placeOf(query, /^ref_[0-9a-z]{26}$/);
  const rows = await reader.range('reviews', {
    index: 'byStatus',
    where: { clinicId: clinic.id, status: query.status ?? 'held' },
    ...(after === undefined ? {} : { above: after }),
    limit: pageSize(query) + 1,
  });
  const page = pageFrom(rows, pageSize(query), {
    show: (row) => row,
    place: ({ referralId }) => referralId,
  });
  const data: ReferralReview[] = [];
  for (const row of page.data) data.push(await shown(reader, row));
  return { ...page, data };
};

/** What staff decide about a referral that was held. The last decision counts. */
export const reviewReferral: Handler<'reviewReferral'> = async ({
  ports,
  clinic,
  params,
  body,
}) => {
  const { reader } = ports.store;
  const key = { clinicId: clinic.id, referralId: params.id };
  const row = await reader.get('reviews', key);
  if (!row)
    throw new Refused('referral_unknown', {
      detail: 'No referral with this id was held. Take one from GET /v1/referrals.',
      param: 'id',
    });

  const { referralId, friendId, ownerId } = row;
  const step = body.decision === 'approve' ? 'approved' : 'rejected';
  await decideOnAccount(ports, clinic, ownerId, async ({ tx, at }) => {
    const { reason } = body;
    await tx.update('reviews', key, { status: step, reason, decidedAt: clinic.now });
    // Each decision is a record of its own: of several, the last one counts.
    const externalId = `review:${friendId}:${newId('event', at, ports.randomness)}`;
    const data = { referralId, friendId, step, firstNameShared: false, at } as const;
    return { record: { type: 'friend', externalId, data }, answer: null };
  });
  return shown(reader, ensured(await reader.get('reviews', key), 'the review'));
};

async function shown(reader: Reader, row: ReviewRow): Promise<ReferralReview> {
  const { referralId, ownerId, friendId, status, heldAt, reason, decidedAt } = row;
  return {
    id: referralId,
    status,
    ownerId,
    friendId,
    lookAlike: await lookAlikeOfFriend(reader, row),
    heldAt: instantText(heldAt),
    reason,
    decidedAt: decidedAt === null ? null : instantText(decidedAt),
  };
}

/** What the friend's own history says of it: what was known when the code was named goes first. */
async function lookAlikeOfFriend(
  reader: Reader,
  { clinicId, friendId }: ReviewRow,
): Promise<LookAlike | null> {
  const where = { clinicId, accountId: friendId };
  let card: LookAlike | null = null;
  for (const row of await reader.range('history', { index: 'key', where })) {
    const { type, data } = recordOf(row);
    if (type !== 'joined' && type !== 'visit' && type !== 'booking') continue;
    if (data.lookAlike !== undefined) return data.lookAlike;
    if (type === 'visit' && data.sharesCardWith !== undefined) card = 'card';
  }
  return card;
}

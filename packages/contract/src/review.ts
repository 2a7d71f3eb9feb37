import * as z from 'zod/mini';
import { Instant, MemberId, ReferralId, Slug, openEnum } from './primitives.js';

/** Where a referral stands with the staff. */
export const reviewStatuses = ['held', 'approved', 'rejected'] as const;

/** A referral that staff look at, by ids: who they are is asked for apart. */
export const ReferralReview = z.object({
  id: ReferralId,
  status: openEnum(reviewStatuses),
  ownerId: MemberId,
  friendId: MemberId,
  /** What friend and owner have in common: `phone`, `email` or `card`. */
  lookAlike: z.nullable(z.string()),
  heldAt: Instant,
  /** What staff gave as the reason of their decision. */
  reason: z.nullable(Slug),
  decidedAt: z.nullable(Instant),
});
export type ReferralReview = z.infer<typeof ReferralReview>;

/** What the staff decide about a referral that is held. */
export const ReviewDecision = z.strictObject({
  decision: z.enum(['approve', 'reject']),
  /** A code word, such as `family`; never a text about a person. */
  reason: Slug,
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;

import * as z from 'zod/mini';
import {
  CodeWord,
  Instant,
  LocalDay,
  LocalizedText,
  MemberId,
  ReferralId,
  ShortText,
  Slug,
  openEnum,
} from './primitives.js';
import { Grant } from './program.js';

/** The steps of a referral, in order, and the three ways that it can end otherwise. */
export const referralSteps = [
  'invited',
  'joined',
  'booked',
  'completed',
  'released',
  'expired',
  'held',
  'rejected',
] as const;

/** A member's own code and what came of it. */
export const ReferralSummary = z.object({
  code: CodeWord,
  /** The link to share: the clinic's landing page with `?glow=CODE`. */
  link: z.string(),
  counts: z.object({
    joined: z.int(),
    completed: z.int(),
    released: z.int(),
  }),
  /** Points that wait for the end of their hold. */
  pendingPoints: z.int(),
});

/** One friend, without a name unless the friend agreed. */
export const ReferralRow = z.object({
  id: ReferralId,
  status: openEnum(referralSteps),
  firstName: z.nullable(ShortText),
  /** Of a friend who is `invited`: the day on which the offer was kept. */
  joinedOn: LocalDay,
  /** The day on which the reward is released; null before the treatment is completed. */
  releasesOn: z.nullable(LocalDay),
});
export type ReferralRow = z.infer<typeof ReferralRow>;

/** Whether a code is good, and what the friend gets; never whose it is. */
export const ReferralCodeAnswer = z.object({
  code: CodeWord,
  good: z.boolean(),
  offer: z.nullable(LocalizedText),
  friend: z.nullable(Grant),
});
export type ReferralCodeAnswer = z.infer<typeof ReferralCodeAnswer>;

/** Keeps a friend's offer for a phone. The answer is the same for every phone. */
export const ReferralCodeKeep = z.strictObject({ phone: ShortText });
export type ReferralCodeKeep = z.infer<typeof ReferralCodeKeep>;

/** An offer that is kept for a phone. */
export const KeptReferralCode = z.object({
  code: CodeWord,
  offer: LocalizedText,
  friend: z.nullable(Grant),
  /** The last digits, such as `··42`. */
  hint: z.string(),
  /** From then on it counts no more. */
  keptUntil: Instant,
});
export type KeptReferralCode = z.infer<typeof KeptReferralCode>;

/** Whose a code can be; `practice` is an invite, for which nobody is credited. */
export const codeOwnerKinds = ['member', 'staff', 'influencer', 'partner', 'practice'] as const;

/** A code that does not belong to a member: staff, influencers, partners, or an invite of the practice. */
export const CodeCreate = z.strictObject({
  kind: z.enum(['staff', 'influencer', 'partner', 'practice']),
  label: ShortText,
  externalId: z.optional(Slug),
  /** Left out: one is made. */
  code: z.optional(CodeWord),
});
export type CodeCreate = z.infer<typeof CodeCreate>;

/** A code that does not belong to a member, as the clinic sees it. */
export const CodeRow = z.object({
  code: CodeWord,
  kind: openEnum(codeOwnerKinds),
  label: z.string(),
  /** The account that is credited; null for an invite of the practice. */
  ownerId: z.nullable(MemberId),
  createdAt: Instant,
});
export type CodeRow = z.infer<typeof CodeRow>;

import * as z from 'zod/mini';
import {
  Instant,
  LocalDay,
  LocalizedText,
  MemberId,
  Slug,
  VoucherId,
  openEnum,
} from './primitives.js';
import { Grant } from './program.js';

/** What became of a voucher. */
export const voucherStatuses = ['open', 'used', 'returned', 'expired'] as const;

/** A reward that was claimed for points. */
export const Voucher = z.object({
  id: VoucherId,
  reward: Slug,
  name: LocalizedText,
  status: openEnum(voucherStatuses),
  /** The short code that the patient shows at the counter. */
  code: z.string(),
  costPoints: z.int(),
  /** What it takes off a bill; null: what its name says, handed over by the staff. */
  grant: z.nullable(Grant),
  claimedAt: Instant,
  /** The last day on which it can be used. */
  expiresOn: z.nullable(LocalDay),
});
export type Voucher = z.infer<typeof Voucher>;

/** Claims a reward of the program for points. */
export const ClaimCreate = z.strictObject({ rewardId: Slug });
export type ClaimCreate = z.infer<typeof ClaimCreate>;

/** A reward of the program, and whether this member can claim it now. */
export const RewardStanding = z.object({
  id: Slug,
  name: LocalizedText,
  costPoints: z.int(),
  /** The lowest tier that may claim it; null: every tier. */
  tier: z.nullable(Slug),
  /** Whether only a VIP may claim it. */
  vipOnly: z.boolean(),
  claimable: z.boolean(),
  missingPoints: z.int(),
  /** Why it can't be claimed now, as an error code; null when it can. */
  reason: z.nullable(z.string()),
});
export type RewardStanding = z.infer<typeof RewardStanding>;

/** A voucher that was used at the counter, and whose it was. */
export const RedeemedVoucher = z.object({ voucher: Voucher, memberId: MemberId });
export type RedeemedVoucher = z.infer<typeof RedeemedVoucher>;

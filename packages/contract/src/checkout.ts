import * as z from 'zod/mini';
import { PersonReference, TierRef } from './member.js';
import {
  CheckoutId,
  CodeWord,
  Count,
  ExternalId,
  Instant,
  LocalizedText,
  MemberId,
  Money,
  OfferId,
  PackageId,
  Slug,
  VoucherId,
  openEnum,
} from './primitives.js';
import { LineKind } from './program.js';

/** A line of a bill before anything is taken off it. */
export const CheckoutLine = z.strictObject({
  lineId: ExternalId,
  kind: LineKind,
  code: z.optional(Slug),
  category: z.optional(Slug),
  quantity: z._default(z.number().check(z.gt(0), z.lte(100_000)), 1),
  /** For the whole line, not for one unit. */
  listPrice: Money,
  provider: z.optional(Slug),
  /** For a package: the offer's code in the program. */
  package: z.optional(Slug),
});
export type CheckoutLine = z.infer<typeof CheckoutLine>;

/** What of the member's may be used on a bill. */
export const CheckoutUse = z.strictObject({
  /** Prepaid sessions, for each line that they cover whole. */
  sessions: z._default(z.boolean(), true),
  /** Banked credit. */
  credit: z._default(z.boolean(), true),
  /** At most so many points, or as many as the program allows. */
  points: z._default(z.union([Count, z.literal('max')]), 0),
  /** Codes of vouchers, in the order in which they are taken. */
  vouchers: z._default(z.array(CodeWord).check(z.maxLength(20)), []),
  /** One offer by its id, the one that takes most off, or none. */
  offer: z._default(z.nullable(z.union([z.literal('best'), OfferId])), 'best'),
});
export type CheckoutUse = z.infer<typeof CheckoutUse>;

const bill = {
  lines: z.array(CheckoutLine).check(z.minLength(1), z.maxLength(200)),
  location: z.optional(Slug),
  channel: z.optional(Slug),
  use: z.optional(CheckoutUse),
};

/** A bill to be quoted; what is used on it is held for this member. */
export const CheckoutCreate = z.strictObject({
  member: z.strictObject(PersonReference.shape),
  ...bill,
});
export type CheckoutCreate = z.infer<typeof CheckoutCreate>;

/** A visit to come, as its bill would be quoted. */
export const VisitPreviewCreate = z.strictObject(bill);
export type VisitPreviewCreate = z.infer<typeof VisitPreviewCreate>;

/** What lowers the price of a line: a benefit of the member's tier, or an offer. */
export const DiscountReason = z.object({ kind: openEnum(['tier', 'offer']), id: z.string() });
export type DiscountReason = z.infer<typeof DiscountReason>;

/** A line as it goes on the bill. */
export const QuotedLine = z.object({
  lineId: ExternalId,
  listPrice: Money,
  discount: Money,
  /** Null where there is no discount. */
  reason: z.nullable(DiscountReason),
  /** After the discount, before tax; what a session pays is in it. */
  price: Money,
  /** Sessions that pay the line whole; none: other means do. */
  sessions: z.array(z.object({ packageId: PackageId, code: Slug, count: z.int() })),
});
export type QuotedLine = z.infer<typeof QuotedLine>;

/** What a visit will have done for its member. */
export const VisitOutlook = z.object({
  /** All points of the visit, bonuses and milestones included. */
  points: z.int(),
  /** The tier after the visit; null where the program has none. */
  tier: z.nullable(TierRef),
  /** The visit reaches a higher tier than the member has now. */
  rises: z.boolean(),
  next: z.nullable(TierRef),
  /** What is missing for the next tier after the visit; null at the top. */
  missing: z.nullable(Money),
});
export type VisitOutlook = z.infer<typeof VisitOutlook>;

/** A quoted bill. */
export const Checkout = z.object({
  id: CheckoutId,
  memberId: MemberId,
  /** When what is held is let go. */
  expiresAt: Instant,
  lines: z.array(QuotedLine),
  /** Null where no offer is used. */
  offer: z.nullable(
    z.object({
      id: OfferId,
      name: LocalizedText,
      /** A gift card pays; any other offer is in the discounts of the lines. */
      kind: openEnum(['discount', 'giftCard']),
      worth: Money,
    }),
  ),
  vouchers: z.array(
    z.object({
      id: VoucherId,
      code: CodeWord,
      name: LocalizedText,
      /** What it pays of this bill; 0: what its name says is handed over. */
      worth: Money,
    }),
  ),
  credit: Money,
  points: z.object({ count: z.int(), worth: Money }),
  /** Left to pay with money, before tax. */
  due: Money,
  earns: VisitOutlook,
});
export type Checkout = z.infer<typeof Checkout>;

/** What a visit would earn, and what would be left to pay. */
export const VisitPreview = z.object({ due: Money, earns: VisitOutlook });
export type VisitPreview = z.infer<typeof VisitPreview>;

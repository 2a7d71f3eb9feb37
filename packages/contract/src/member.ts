import * as z from 'zod/mini';
import { Voucher } from './claim.js';
import { Entry } from './ledger.js';
import { PackageBalance } from './package.js';
import { Preferences } from './preferences.js';
import { Grant } from './program.js';
import { ReferralRow, ReferralSummary } from './referral.js';
import {
  CodeWord,
  ExternalId,
  Instant,
  LanguageTag,
  LocalDay,
  LocalizedLongText,
  LocalizedText,
  MemberId,
  Money,
  Phone,
  ShortText,
  SignedMoney,
  Slug,
  isRealDay,
  openEnum,
} from './primitives.js';

/** True when the day is in the calendar; without a year 29 February counts as there. */
const isRealBirthday = ({
  month,
  day,
  year = 2000,
}: {
  month: number;
  day: number;
  year?: number | undefined;
}) => isRealDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/** Month and day of birth, with the year where the person gave it. */
export const Birthday = z
  .strictObject({
    month: z.int().check(z.gte(1), z.lte(12)),
    day: z.int().check(z.gte(1), z.lte(31)),
    year: z.optional(z.int().check(z.gte(1900), z.lte(2999))),
  })
  .check(z.refine(isRealBirthday, { error: 'is no day that exists' }));

/** A person in another system: where, and the id there. */
export const Alias = z.strictObject({ source: Slug, externalId: ExternalId });
export type Alias = z.infer<typeof Alias>;

/** Who a till says was there. At least one of externalId, phone, email or memberId is needed. */
export const PersonReference = z.object({
  memberId: z.optional(MemberId),
  source: z.optional(Slug),
  externalId: z.optional(ExternalId),
  phone: z.optional(ShortText),
  email: z.optional(ShortText),
  firstName: z.optional(ShortText),
  birthday: z.optional(Birthday),
});
export type PersonReference = z.infer<typeof PersonReference>;

/** `known` earns and cannot sign in, `enrolled` has joined; the other two stand for nobody any more. */
export const memberStatuses = ['known', 'enrolled', 'merged', 'erased'] as const;

/** A member as the clinic's own systems see it. */
export const Member = z.object({
  id: MemberId,
  status: openEnum(memberStatuses),
  /** The record of the same person that this one is part of; null while it stands for itself. */
  mergedInto: z.nullable(MemberId),
  firstName: z.nullable(ShortText),
  phone: z.nullable(Phone),
  /** In lower case, which in some alphabets is longer than what was sent. */
  email: z.nullable(z.string()),
  birthday: z.nullable(Birthday),
  locale: z.nullable(LanguageTag),
  since: LocalDay,
  aliases: z.array(Alias),
  /** The records that are part of this one, each of which can be taken out again. */
  merged: z.array(MemberId),
  points: z.int(),
  tier: z.nullable(Slug),
  referralCode: z.nullable(CodeWord),
  createdAt: Instant,
});
export type Member = z.infer<typeof Member>;

/** A new member made by the clinic; enrolment happens when the person signs in. */
export const MemberCreate = z.strictObject({
  firstName: z.optional(ShortText),
  phone: z.optional(ShortText),
  email: z.optional(ShortText),
  birthday: z.optional(Birthday),
  locale: z.optional(LanguageTag),
  aliases: z.optional(z.array(Alias)),
});
export type MemberCreate = z.infer<typeof MemberCreate>;

/** Changes to a member; null takes a value away. */
export const MemberUpdate = z.strictObject({
  firstName: z.optional(z.nullable(ShortText)),
  phone: z.optional(z.nullable(ShortText)),
  email: z.optional(z.nullable(ShortText)),
  birthday: z.optional(z.nullable(Birthday)),
  locale: z.optional(z.nullable(LanguageTag)),
  addAliases: z.optional(z.array(Alias)),
});
export type MemberUpdate = z.infer<typeof MemberUpdate>;

/** A tier as a member sees it. */
export const TierRef = z.object({
  id: Slug,
  name: LocalizedText,
  /** 1 for the lowest tier. */
  rank: z.int(),
  threshold: Money,
});

/** The tier as its member sees it: where it stands, what is missing, what would be lost and when. */
export const TierStanding = z.object({
  current: z.nullable(TierRef),
  next: z.nullable(TierRef),
  /** Spend in the rolling window. */
  spend: SignedMoney,
  /** What is missing for the next tier; null at the top. */
  missing: z.nullable(Money),
  /** The last day on which `missing` is enough; null at the top, or with no spend in the window. */
  missingBy: z.nullable(LocalDay),
  /** The last day of a tier that the staff gave; null where spend decides. */
  givenUntil: z.nullable(LocalDay),
  /** Why the staff gave it, a code word; null where spend decides. */
  givenFor: z.nullable(z.string()),
  /** The day on which the current tier would be lost if nothing more is bought; null if never. */
  keptUntil: z.nullable(LocalDay),
  /** Spend that keeps it, on whichever day before `keptUntil`; null where that is null. */
  toKeep: z.nullable(Money),
  /** What bills give for free by the tier: units left in the calendar quarter that ends with a day. */
  addOns: z.array(z.object({ benefit: Slug, left: z.int(), until: LocalDay })),
});
export type TierStanding = z.infer<typeof TierStanding>;

/** The balance, its worth, and what lapses next. */
export const PointsStanding = z.object({
  /** May be below zero after a correction. */
  balance: z.int(),
  /** Worth of the balance, rounded down. */
  value: SignedMoney,
  /** The next points that lapse, and the first local day on which they are gone. */
  next: z.nullable(z.object({ amount: z.int(), on: LocalDay })),
});

/** A credit lot. Filled by memberships, occasions and other rules. */
export const CreditLot = z.object({ amount: Money, expiresOn: z.nullable(LocalDay) });

/** An offer that can be used on one bill. */
export const Offer = z.object({
  id: z.string(),
  name: LocalizedText,
  expiresOn: z.nullable(LocalDay),
  /** What gave it: `friend`, `referral`, `milestone`, `perk`, or the id of an occasion. */
  source: z.string(),
  grant: Grant,
});

/** More points for the next visits. */
export const Multiplier = z.object({
  /** 150 is one and a half times the plain points. */
  percent: z.int(),
  visits: z.int(),
  /** What gave it, as in an offer. */
  source: z.string(),
});

/** Something given to charity in the member's name. */
export const Donation = z.object({
  amount: Money,
  on: LocalDay,
  /** What gave it, as in an offer. */
  source: z.string(),
});

/** A membership as the member sees it. */
export const MembershipStanding = z.object({
  plan: Slug,
  name: LocalizedText,
  status: openEnum(['active', 'paused', 'ended']),
  since: LocalDay,
  /** The day on which credit is banked next; null while it is paused or ended. */
  nextCreditOn: z.nullable(LocalDay),
  bankedCredit: Money,
  /** Months that each month's credit can be used for. */
  rollsForMonths: z.int(),
  terms: LocalizedLongText,
});
export type MembershipStanding = z.infer<typeof MembershipStanding>;

/** Everything that elements show of a member, in one answer. */
export const Summary = z.object({
  member: z.object({ id: MemberId, firstName: z.nullable(ShortText), since: LocalDay }),
  points: PointsStanding,
  tier: TierStanding,
  packages: z.array(PackageBalance),
  credit: z.object({ balance: SignedMoney, lots: z.array(CreditLot) }),
  offers: z.array(Offer),
  /** Null where the program has no referrals. */
  referral: z.nullable(ReferralSummary),
  /** The five newest entries, newest first. */
  entries: z.array(Entry),
  /** The ten newest friends, newest first. */
  referrals: z.array(ReferralRow),
  /** All rewards of the program, in its order, and what is in the way of each. */
  rewards: z.array(
    z.object({
      id: Slug,
      claimable: z.boolean(),
      missingPoints: z.int(),
      /** Why it can't be claimed now, as an error code; null when it can. */
      reason: z.nullable(z.string()),
    }),
  ),
  /** Vouchers that can be used now, soonest end first. */
  vouchers: z.array(Voucher),
  /** Visits with a treatment, which milestones count. */
  visits: z.int(),
  /** Belongs to the patients with many treatments. */
  vip: z.boolean(),
  membership: z.nullable(MembershipStanding),
  /** Plans that the member could move to, and the visits that are missing until then. */
  membershipPlans: z.array(z.object({ plan: Slug, missingVisits: z.int() })),
  /** The one that counts first is the first. */
  multipliers: z.array(Multiplier),
  /** What may be told how, and who sees the first name. */
  preferences: Preferences,
  /** Given to charity in the member's name. */
  donated: Money,
  /** The donations that this is the sum of, newest first. */
  donations: z.array(Donation),
  /** The clinic's now. */
  asOf: Instant,
  edition: z.int(),
  programVersion: z.int(),
});
export type Summary = z.infer<typeof Summary>;

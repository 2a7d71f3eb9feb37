import * as z from 'zod/mini';
import { Logo, LogoPath } from './logo.js';
import {
  ClinicUrl,
  Count,
  Currency,
  HexColor,
  LanguageTag,
  LocalDay,
  LocalizedLongText,
  LocalizedText,
  Money,
  Slug,
  TimeZone,
  Instant,
  written,
} from './primitives.js';

/** What a line of a receipt can be. */
export const lineKinds = [
  'treatment',
  'product',
  'package',
  'membership',
  'giftCard',
  'tip',
  'fee',
  'other',
] as const;
/** What one line of a receipt is. */
export const LineKind = z.enum(lineKinds);
export type LineKind = z.infer<typeof LineKind>;

/** Which lines a rule speaks of. What is left out fits every line; lists fit by any member. */
export const LineMatch = z.strictObject({
  kinds: z.optional(z.array(LineKind)),
  categories: z.optional(z.array(Slug)),
  codes: z.optional(z.array(Slug)),
  providers: z.optional(z.array(Slug)),
  locations: z.optional(z.array(Slug)),
  channels: z.optional(z.array(Slug)),
});
export type LineMatch = z.infer<typeof LineMatch>;

/** First and last local day of a rule; the end is exclusive. Left out: no limit on that side. */
const inForce = { startsOn: z.optional(LocalDay), endsOn: z.optional(LocalDay) };

const Points = Count;
const Days = z.int().check(z.gte(0), z.lte(3660));
const Months = z.int().check(z.gte(1), z.lte(240));
/** 100 is one times; 150 is one and a half times. */
const Percent = z.int().check(z.gte(0), z.lte(10_000));

/** Points per amount of money: `points` for each `perMinorUnits`, in proportion, rounded down once per line. */
export const EarnRule = z.strictObject({
  id: Slug,
  /** What it is for, as members read it; left out: words for what `match` names. */
  name: z.optional(LocalizedText),
  match: LineMatch,
  rate: z.strictObject({ points: Points, perMinorUnits: z.int().check(z.gte(1)) }),
  ...inForce,
});
export type EarnRule = z.infer<typeof EarnRule>;

/** What somebody can be given, whatever the occasion. */
export const Grant = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: Points }),
  z.strictObject({
    kind: z.literal('credit'),
    amount: Money,
    expiresAfterDays: z.optional(Days),
  }),
  z.strictObject({
    kind: z.literal('offer'),
    name: LocalizedText,
    percentOff: z.optional(Percent),
    amountOff: z.optional(Money),
    minimum: z.optional(Money),
    match: z.optional(LineMatch),
    validDays: Days,
  }),
  z.strictObject({
    kind: z.literal('giftCard'),
    name: z.optional(LocalizedText),
    amount: Money,
    validDays: z.optional(Days),
  }),
  z.strictObject({
    kind: z.literal('multiplier'),
    /** 200 doubles the points of each of the next visits. */
    percent: Percent,
    visits: z.int().check(z.gte(1), z.lte(100)),
  }),
  z.strictObject({ kind: z.literal('donation'), amount: Money, to: LocalizedText }),
]);
export type Grant = z.infer<typeof Grant>;

/** What a tier unlocks, as data that checkout applies and words that a patient reads. */
export const Benefit = z.strictObject({
  id: Slug,
  name: LocalizedText,
  kind: z.enum([
    'percentOffTreatments',
    'percentOffProducts',
    'priorityBooking',
    'addOn',
    'preferredProvider',
    'earlyAccess',
    'earnMultiplier',
    'other',
  ]),
  /** For the two discounts: 5 is five percent. For `earnMultiplier`: 125 is one and a quarter times. */
  percent: z.optional(Percent),
  match: z.optional(LineMatch),
  /** For add-ons: how many units of what `match` names are free in each calendar quarter. */
  perQuarter: z.optional(z.int().check(z.gte(1), z.lte(99))),
});
export type Benefit = z.infer<typeof Benefit>;

/** One level, with what it unlocks. */
export const Tier = z.strictObject({
  id: Slug,
  name: LocalizedText,
  /** Spend in the rolling window that reaches this tier; the first tier has 0. */
  threshold: Money,
  benefits: z.array(Benefit),
});
export type Tier = z.infer<typeof Tier>;

/** The levels, and how spend leads to them. */
export const Tiers = z.strictObject({
  windowMonths: Months,
  countsProducts: z.boolean(),
  /** Days that a tier is kept after spend no longer reaches it. */
  graceDays: Days,
  /** In rising order of threshold. */
  levels: z.array(Tier),
});
export type Tiers = z.infer<typeof Tiers>;

/** Which kinds of referral reward the law of the clinic's state lets it give. */
export const legalModes = ['reward', 'friendOnly', 'charity', 'off'] as const;

/** What owner and friend get, when, and under which law. */
export const ReferralRules = z.strictObject({
  legalMode: z.enum(legalModes),
  /** Days between the friend's first completed treatment and the release of the reward. */
  holdDays: Days,
  /** Days within which the friend's first treatment must be completed after joining. */
  completeWithinDays: z.optional(Days),
  minimumSpend: z.optional(Money),
  owner: z.nullable(Grant),
  friend: z.nullable(Grant),
  /** The friend's gain in the clinic's words; shown on the link and on the landing page. */
  friendOffer: LocalizedText,
  ownerOffer: LocalizedText,
  /** Rewards of one owner in a calendar year; left out: no limit. */
  limitPerYear: z.optional(z.int().check(z.gte(1))),
  /** The owner's points are raised by the multiplier of the owner's tier at the release. */
  stacksWithTier: z.optional(z.boolean()),
  /** Text to share; may hold {name} and {link}. */
  shareText: z.optional(LocalizedText),
});
export type ReferralRules = z.infer<typeof ReferralRules>;

/** A package of prepaid sessions, as it is sold. */
export const PackageOffer = z.strictObject({
  code: Slug,
  name: LocalizedText,
  /** Lines on which a session can be used. */
  covers: LineMatch,
  sessions: z.int().check(z.gte(1), z.lte(1000)),
  price: Money,
  /** Left out: sessions do not expire. */
  expiresAfterMonths: z.optional(Months),
  bonusPoints: z.optional(Points),
  onSale: z.optional(z.boolean()),
});
export type PackageOffer = z.infer<typeof PackageOffer>;

/** What points can be claimed for: a voucher, used once and before its last day. */
export const RewardOffer = z.strictObject({
  id: Slug,
  name: LocalizedText,
  costPoints: Points,
  /** The lowest tier that may claim it; left out: every tier. */
  tier: z.optional(Slug),
  /** True: only a VIP may claim it. */
  vipOnly: z.optional(z.boolean()),
  /** What the voucher takes off a bill; left out: what its name says, handed over by the staff. */
  grant: z.optional(Grant),
  validDays: Days,
  /** Claims in a calendar year; left out: no limit. */
  perYear: z.optional(z.int().check(z.gte(1))),
});
export type RewardOffer = z.infer<typeof RewardOffer>;

/** A monthly membership: it banks credit each month, which rolls over for a set time. */
export const MembershipPlan = z.strictObject({
  code: Slug,
  name: LocalizedText,
  /** Of one month; the till collects it. */
  price: Money,
  /** Credit of each month, from the day of the start. */
  bankedCredit: Money,
  /** Months that each month's credit can be used for. */
  rollsForMonths: Months,
  terms: LocalizedLongText,
  /** Given with the first month of each quarter of the membership. */
  perkPerQuarter: z.optional(Grant),
  /** Visits before a patient may move from points to this plan; left out: none. */
  upgradeAfterVisits: z.optional(z.int().check(z.gte(0))),
});
export type MembershipPlan = z.infer<typeof MembershipPlan>;

/** A bonus for something done well; limits keep it honest. */
export const BonusRule = z.strictObject({
  id: Slug,
  name: LocalizedText,
  for: z.enum([
    'treatment',
    'package',
    'rebooking',
    'crossBooking',
    'preBooking',
    'photos',
    'evaluation',
    'safetyCheck',
    'review',
    'activity',
  ]),
  /** For what is done beside a visit: the word in `activity.done`; left out: that of `for`. */
  activity: z.optional(Slug),
  /** For visits: lines that the bonus is for. */
  match: z.optional(LineMatch),
  /**
   * For `rebooking`: days after the last visit within which the booking is made. What was booked
   * before that visit was there when the member left: it counts for `rebooking` and `preBooking`.
   */
  withinDays: z.optional(Days),
  points: Points,
  /** Left out: `perVisit`. */
  limit: z.optional(z.enum(['once', 'perYear', 'perVisit'])),
  ...inForce,
});
export type BonusRule = z.infer<typeof BonusRule>;

/** More points for a while. Of several that fit a line the highest counts. */
export const Promotion = z.strictObject({
  id: Slug,
  name: LocalizedText,
  match: LineMatch,
  /** 200 doubles the points of the line. */
  percent: Percent,
  /** The lowest tier that it is for; left out: every tier. */
  tier: z.optional(Slug),
  /** True: only for VIPs. */
  vipOnly: z.optional(z.boolean()),
  ...inForce,
});
export type Promotion = z.infer<typeof Promotion>;

/** A reward at the Nth visit with a treatment. */
export const Milestone = z.strictObject({ visits: z.int().check(z.gte(1)), grant: Grant });
export type Milestone = z.infer<typeof Milestone>;

/** A reward on a day: the birthday, the anniversary of the first treatment, or the return after a long time. */
export const Occasion = z.strictObject({
  id: Slug,
  kind: z.enum(['birthday', 'anniversary', 'welcomeBack']),
  /** Negative: days before. */
  offsetDays: z.int().check(z.gte(-60), z.lte(60)),
  /** Days that the reward can be used, counted from the day of the reward. */
  validDays: Days,
  /** For `welcomeBack`: days without a visit. */
  dormantDays: z.optional(Days),
  grant: Grant,
});
export type Occasion = z.infer<typeof Occasion>;

/** The calculator's treatments and where its sliders stand at first. */
export const CalculatorSettings = z.strictObject({
  visitsPerYear: z.int().check(z.gte(1), z.lte(52)),
  treatments: z.array(
    z.strictObject({
      code: Slug,
      category: Slug,
      name: LocalizedText,
      price: Money,
      selected: z.optional(z.boolean()),
    }),
  ),
});

/**
 * A clinic's rules: everything that the fold reads, and what pages show. A version is immutable
 * once it has started.
 */
export const Program = z.strictObject({
  clinic: z.strictObject({
    name: LocalizedText,
    timeZone: TimeZone,
    currency: Currency,
    locale: LanguageTag,
    country: written(/^[A-Z]{2}$/, 'a country in two capitals, such as US'),
    /** State or province, such as `IL`; it decides which legal mode is safe. */
    region: z.optional(Slug),
  }),
  brand: z.strictObject({
    color: HexColor,
    surface: z.optional(HexColor),
    /** Where the logo lies, on any origin; a page's `img-src` has to name it. */
    logoUrl: z.optional(ClinicUrl),
    /** The logo itself, which the API serves; it goes before `logoUrl`. */
    logo: z.optional(Logo),
    radius: z.optional(z.int().check(z.gte(0), z.lte(40))),
  }),
  site: z.strictObject({
    url: ClinicUrl,
    bookingUrl: ClinicUrl,
    referralUrl: ClinicUrl,
    termsUrl: z.optional(ClinicUrl),
    privacyUrl: z.optional(ClinicUrl),
  }),
  /** Origins of the clinic's pages. */
  origins: z.array(
    written(
      /^https?:\/\/[a-z0-9.[\]:-]+$/,
      'an origin such as https://clinic.example, in small letters and without a path',
    ),
  ),
  points: z.strictObject({
    name: LocalizedText,
    /** The exchange rate in words of money: `points` are worth `amount`. */
    value: z.strictObject({ points: z.int().check(z.gte(1)), amount: Money }),
    /** Months without a purchase after which all points lapse; null: they never do. */
    lapseAfterMonths: z.nullable(Months),
    /** Days before the lapse on which the member is told. */
    reminderDays: z.array(Days),
    /** What limits the use of points as money; left out: nothing does. */
    redemption: z.optional(
      z.strictObject({
        /** Worth of points used as money in one calendar year. */
        maxPerYear: z.optional(Money),
        /** Share of one bill that points may pay, in percent. */
        maxPercentOfBill: z.optional(z.int().check(z.gte(1), z.lte(100))),
      }),
    ),
  }),
  earnBeforeJoining: z.boolean(),
  joiningPoints: Points,
  /** In order of precedence: the first rule that fits a line decides its rate. */
  earning: z.array(EarnRule),
  /** Lines that never earn, whatever the rules say. */
  ineligible: z.array(LineMatch),
  promotions: z.array(Promotion),
  bonuses: z.array(BonusRule),
  milestones: z.array(Milestone),
  occasions: z.array(Occasion),
  tiers: Tiers,
  vip: z.optional(z.strictObject({ treatments: z.int().check(z.gte(1)) })),
  referral: ReferralRules,
  referralKeepsDays: Days,
  packages: z.array(PackageOffer),
  memberships: z.array(MembershipPlan),
  rewards: z.array(RewardOffer),
  calculator: CalculatorSettings,
  /** `neutral`: treatments show by these labels only; `names`: by the names on the receipt. */
  labels: z.strictObject({
    policy: z.enum(['neutral', 'names']),
    byCategory: z.record(Slug, LocalizedText),
  }),
});
export type Program = z.infer<typeof Program>;

/** A program with its number and start; the first version has no start. */
export const ProgramVersion = z.strictObject({
  version: z.int().check(z.gte(1)),
  startsAt: z.nullable(Instant),
  program: Program,
});
export type ProgramVersion = z.infer<typeof ProgramVersion>;

/** A color in light and in dark. */
export const ColorRole = z.object({ light: HexColor, dark: HexColor });

/** What pages may know of the program: nothing about a person, nothing about costs. */
export const PublicProgram = z.object({
  clinic: z.object({
    name: LocalizedText,
    currency: Currency,
    locale: LanguageTag,
    timeZone: TimeZone,
  }),
  brand: z.object({
    color: HexColor,
    /** An address, or below the API's own one a path that starts with `/v1/logos/`. */
    logoUrl: z.nullable(z.union([ClinicUrl, LogoPath])),
    radius: z.nullable(z.int()),
    roles: z.record(z.string(), ColorRole),
  }),
  site: z.object({
    url: ClinicUrl,
    bookingUrl: ClinicUrl,
    referralUrl: ClinicUrl,
    termsUrl: z.nullable(ClinicUrl),
    privacyUrl: z.nullable(ClinicUrl),
  }),
  sandbox: z.boolean(),
  /** Version of the program in force. */
  version: z.int(),
  points: Program.shape.points,
  joiningPoints: Points,
  earning: z.array(EarnRule),
  ineligible: z.array(LineMatch),
  tiers: Tiers,
  referral: z.object({
    /** False where the clinic's state forbids it or the clinic turned it off. */
    active: z.boolean(),
    owner: z.nullable(Grant),
    friend: z.nullable(Grant),
    friendOffer: LocalizedText,
    ownerOffer: LocalizedText,
    shareText: z.nullable(LocalizedText),
    keepsDays: Days,
  }),
  packages: z.array(PackageOffer),
  memberships: z.array(MembershipPlan),
  rewards: z.array(RewardOffer),
  promotions: z.array(Promotion),
  bonuses: z.array(BonusRule),
  milestones: z.array(Milestone),
  occasions: z.array(Occasion),
  /** Treatments that make a VIP; null where the clinic has none. */
  vip: z.nullable(z.object({ treatments: z.int() })),
  calculator: CalculatorSettings,
});
export type PublicProgram = z.infer<typeof PublicProgram>;

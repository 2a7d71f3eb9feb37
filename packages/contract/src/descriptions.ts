import type * as z from 'zod/mini';
import {
  Checkout,
  CheckoutCreate,
  CheckoutLine,
  CheckoutUse,
  DiscountReason,
  QuotedLine,
  VisitOutlook,
  VisitPreview,
  VisitPreviewCreate,
} from './checkout.js';
import { ClaimCreate, RedeemedVoucher, RewardStanding, Voucher } from './claim.js';
import { ClockAnswer, ClockMove, TestMessage, TestNotice } from './clock.js';
import { Adjustment, AdjustmentCreate, TierGift } from './correction.js';
import {
  Event,
  EventResult,
  EventsAnswer,
  RefundData,
  Tender,
  VisitData,
  VisitDiscount,
  VisitLine,
} from './event.js';
import { Cause, Entry, Reason } from './ledger.js';
import {
  Alias,
  Birthday,
  Donation,
  Member,
  MemberCreate,
  MemberUpdate,
  Multiplier,
  PersonReference,
  PointsStanding,
  Summary,
  TierRef,
  TierStanding,
} from './member.js';
import { ExportedFact, ExportedRecord, MemberExport } from './member-export.js';
import {
  ConsentChange,
  ConsentRecord,
  ConsentWords,
  Preferences,
  PreferencesUpdate,
} from './preferences.js';
import { ErasureAnswer, ErasureRequest, GivenConsents, Profile, ProfileUpdate } from './profile.js';
import { MergeAnswer, MergeRequest, UnmergeAnswer, UnmergeRequest } from './merge.js';
import { PackageBalance } from './package.js';
import {
  ClinicUrl,
  Instant,
  InstantInput,
  LocalDay,
  LocalizedLongText,
  LocalizedText,
  Money,
  Phone,
  SignedMoney,
} from './primitives.js';
import {
  Benefit,
  CalculatorSettings,
  EarnRule,
  Grant,
  LineMatch,
  PackageOffer,
  Program,
  ProgramVersion,
  PublicProgram,
  ReferralRules,
  RewardOffer,
  Tier,
  Tiers,
} from './program.js';
import {
  CodeCreate,
  CodeRow,
  KeptReferralCode,
  ReferralCodeAnswer,
  ReferralCodeKeep,
  ReferralRow,
  ReferralSummary,
} from './referral.js';
import { ReferralReview, ReviewDecision } from './review.js';
import {
  CodeAnswer,
  CodeRequest,
  Consents,
  Joining,
  PublicKey,
  RefreshRequest,
  Session,
  SessionAnswer,
  SessionRequest,
} from './session.js';
import {
  SimulatedCost,
  SimulatedGain,
  SimulatedHistory,
  SimulatedRate,
  SimulatedTiers,
  SimulationAnswer,
  SimulationReport,
  SimulationRequest,
} from './simulation.js';

/** What a reader of the documentation is told of one shape. */
export interface Described {
  readonly schema: z.ZodMiniType;
  readonly text: string;
  /** Unit and meaning of its fields, where the name does not say it. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Shapes of the API by the name under which documents refer to them. */
export const described: Readonly<Record<string, Described>> = {
  Instant: {
    schema: Instant,
    text: 'An instant in UTC with milliseconds, YYYY-MM-DDTHH:mm:ss.sssZ.',
  },
  InstantInput: {
    schema: InstantInput,
    text: 'An instant with any UTC offset (RFC 3339); seconds and fractions may be left out.',
  },
  LocalDay: {
    schema: LocalDay,
    text: "A day in the clinic's time zone, YYYY-MM-DD. It must exist.",
  },
  Phone: { schema: Phone, text: 'A telephone number in E.164, such as +13125550100.' },
  ClinicUrl: { schema: ClinicUrl, text: 'A link that a clinic gives: https, mailto, tel or sms.' },
  LocalizedText: {
    schema: LocalizedText,
    text: 'A text of the clinic: one text for everybody, or one for each language tag.',
  },
  LocalizedLongText: {
    schema: LocalizedLongText,
    text: 'A text of the clinic at length: one for everybody, or one for each language tag.',
  },
  Money: {
    schema: Money,
    text: 'Money, never below zero.',
    fields: { amount: 'Minor units (cents), a whole number.', currency: 'ISO 4217.' },
  },
  SignedMoney: {
    schema: SignedMoney,
    text: 'Money that may be below zero after a correction.',
    fields: { amount: 'Minor units (cents), a whole number.', currency: 'ISO 4217.' },
  },
  Entry: {
    schema: Entry,
    text: 'One line of the ledger. Entries are never edited; a correction is a new entry of the same key.',
    fields: {
      at: 'When it counts: for what lapses, the instant at which it lapsed.',
      asset: '`points`, `credit` (minor units), or `sessions:` and the id of a bought package.',
      amount: 'Whole units of the asset; below zero when something is taken.',
      key: 'What the entry is about. All entries of a key add up to what the rules give for it.',
      because: 'The rules and the arithmetic that made it.',
      balanceAfter: 'Balance of the asset after this entry.',
    },
  },
  Cause: {
    schema: Cause,
    text: 'What made an entry.',
    fields: { id: 'The event or decision; null where there is none.' },
  },
  Reason: {
    schema: Reason,
    text: 'A reason as data, to be worded in the language of the reader.',
    fields: {
      rule: 'Id of the rule in the program, or a word such as `lapse`.',
      version: 'Version of the program that holds the rule.',
      args: 'Numbers, days and code words; never names of treatments or people.',
    },
  },
  Summary: {
    schema: Summary,
    text: 'Everything that elements show of a member, in one answer.',
    fields: {
      entries: 'The five newest, newest first.',
      referrals: 'The ten newest friends, newest first.',
      referral: 'Null where the program has no referrals.',
      multipliers: 'The one that counts first is the first.',
      donated: "Given to charity in the member's name, all together.",
      donations: 'The donations that `donated` is the sum of, newest first.',
      asOf: "The clinic's now.",
      edition: 'Number of the behavior of the engine that computed this.',
      programVersion: 'Version of the program in force.',
    },
  },
  Multiplier: {
    schema: Multiplier,
    text: 'More points for the next visits: `percent` of the plain points for so many.',
    fields: {
      percent: '150 is one and a half times.',
      source: 'What gave it: `milestone`, `referral`, `friend`, `perk`, or the id of an occasion.',
    },
  },
  Donation: {
    schema: Donation,
    text: "Something given to charity in the member's name.",
    fields: {
      source: 'What gave it: `milestone`, `referral`, `friend`, `perk`, or the id of an occasion.',
    },
  },
  PointsStanding: {
    schema: PointsStanding,
    text: 'Points and what they are worth.',
    fields: {
      balance: 'May be below zero after a correction.',
      value: 'Worth of the balance, rounded down.',
      next: 'The next points that lapse, and the first local day on which they are gone.',
    },
  },
  TierRef: { schema: TierRef, text: 'A tier.', fields: { rank: '1 for the lowest.' } },
  TierStanding: {
    schema: TierStanding,
    text: 'The tier and what is missing for the next.',
    fields: {
      spend: 'Spend in the rolling window.',
      missing: 'Null at the top.',
      missingBy:
        'The last day on which `missing` is enough, before spend leaves the window; null at the top or without spend.',
      keptUntil:
        'The day on which the tier is lost if nothing more is bought; null if never, or while one that staff gave is higher.',
      toKeep: 'Spend that keeps it, on whichever day before `keptUntil`.',
      givenUntil: 'The last day of a tier that staff gave; null where spend decides.',
      givenFor:
        'The reason that staff gave with it, a code word such as `press`; null where spend decides.',
      addOns:
        'Add-ons of the tier that a checkout gives for free, by the id of the benefit: units left in the calendar quarter that ends with `until`. What is held for a bill is not left.',
    },
  },
  PackageBalance: {
    schema: PackageBalance,
    text: 'A package that was bought, with what is left of it.',
    fields: {
      total: 'Sessions as bought.',
      left: 'Sessions that can still be used; 0 when expired.',
      expiresOn: 'The last day on which a session can be used; null: no end.',
    },
  },
  ReferralSummary: { schema: ReferralSummary, text: "A member's own code and what came of it." },
  ReferralRow: {
    schema: ReferralRow,
    text: 'One friend, without a name unless the friend agreed.',
    fields: {
      status:
        '`invited`: somebody keeps the offer of the link for a phone and has not come through it yet.',
      joinedOn: 'Of a friend who is `invited`, the day on which the offer was kept.',
      releasesOn: 'The day on which the reward is released; null before the treatment.',
    },
  },
  ReferralReview: {
    schema: ReferralReview,
    text: 'A referral that staff look at, by ids.',
    fields: {
      lookAlike: 'What friend and owner have in common: `phone`, `email` or `card`.',
      reason: 'What staff gave as the reason of their decision; null before it.',
    },
  },
  ReviewDecision: {
    schema: ReviewDecision,
    text: 'What the staff decide. The last decision counts.',
    fields: { reason: 'A code word, such as `family`; no text about a person.' },
  },
  ReferralCodeAnswer: {
    schema: ReferralCodeAnswer,
    text: 'Whether a code is good, and what the friend gets; never whose it is.',
    fields: {
      offer: 'Null for an invite of the practice too, with which one joins and gets nothing more.',
    },
  },
  ReferralCodeKeep: {
    schema: ReferralCodeKeep,
    text: "Keeps a friend's offer for a phone. The answer is the same for every phone.",
  },
  KeptReferralCode: {
    schema: KeptReferralCode,
    text: 'An offer that is kept for a phone: it counts when somebody with that phone joins or comes.',
    fields: {
      hint: 'The last digits, such as `··42`.',
      keptUntil: "By the clinic's clock; from then on it counts no more.",
    },
  },
  Event: { schema: Event, text: 'What a till or a booking system says has happened.' },
  VisitData: {
    schema: VisitData,
    text: "One person's part of a receipt.",
    fields: {
      postalArea: 'The first characters of the postal code, for maps.',
      wonBy: 'How the person was won, such as `walkIn`.',
    },
  },
  VisitLine: {
    schema: VisitLine,
    text: 'One line of a visit. Amounts are for the whole line, not for one unit.',
    fields: {
      discount: "The line's own discount.",
      price: "After the line's own discount, before tax and tenders.",
      package: "For a package that is sold: the offer's code in the program.",
    },
  },
  Tender: {
    schema: Tender,
    text: 'What was handed over. Only money earns points.',
    fields: {
      count: 'Sessions or points used.',
      line: 'The line that it paid for; left out: shared over all lines.',
      card: 'Of money: a text that the till gives for the card, the same for the same card, such as a fingerprint. Only a hash of it is kept, to find who is sent by oneself. The number of a card is refused with `card_number`.',
    },
  },
  VisitDiscount: {
    schema: VisitDiscount,
    text: 'A discount that names no line, shared over the lines in proportion to their price.',
  },
  RefundData: {
    schema: RefundData,
    text: 'What is given back of a visit, per line.',
    fields: { visit: 'External id of the visit, of the same source.' },
  },
  EventResult: {
    schema: EventResult,
    text: 'What became of one event.',
    fields: {
      id: 'The own id of the event here; null when it was rejected.',
      warnings: 'Dropped fields by path, and flags for staff; never a value.',
      entries: "What the event posted on this member's ledger.",
    },
  },
  EventsAnswer: { schema: EventsAnswer, text: 'One result for each event, in order.' },
  PersonReference: {
    schema: PersonReference,
    text: 'Who was there. One of memberId, externalId, phone or email is needed.',
  },
  MergeRequest: {
    schema: MergeRequest,
    text: 'Makes two records of one person one. The member of the address stays.',
    fields: {
      from: 'The record that becomes part of the other.',
      preview: 'True: says what would happen, and does nothing.',
      reason: 'A code word, such as `duplicate`.',
    },
  },
  MergeAnswer: {
    schema: MergeAnswer,
    text: 'What a merge does, or would do.',
    fields: {
      points:
        'Both balances before, without what one record earned for bringing the other; the balance after; and the goodwill in it, which makes up for what is given once to a person.',
    },
  },
  UnmergeRequest: {
    schema: UnmergeRequest,
    text: 'Takes a merge back.',
    fields: {
      from: 'The record that stands for itself again.',
      preview: 'True: says what would happen, and does nothing.',
    },
  },
  UnmergeAnswer: {
    schema: UnmergeAnswer,
    text: 'Both records after a merge was taken back, or as they would be.',
  },
  AdjustmentCreate: {
    schema: AdjustmentCreate,
    text: 'A correction by the staff. Points and credit may go below zero by it.',
    fields: {
      amount: 'Whole units of the asset, below zero to take them; credit in minor units.',
      reason: 'A code word, such as `complaint`. It stands in the entry; no text about a person.',
    },
  },
  Adjustment: { schema: Adjustment, text: 'What a correction posted.' },
  TierGift: {
    schema: TierGift,
    text: 'A tier that the staff give for a while. What spend reaches goes on beside it.',
    fields: {
      level: 'A level of the program; null ends one that was given before.',
      until: 'The last day of it. Needed with a level.',
    },
  },
  Alias: { schema: Alias, text: 'A person in another system: where, and the id there.' },
  Birthday: { schema: Birthday, text: 'Month and day, with the year where the person gave it.' },
  Member: {
    schema: Member,
    text: "A member as the clinic's own systems see it.",
    fields: {
      mergedInto:
        'The record of the same person that this one is part of; null while it stands for itself.',
      merged: 'The records that are part of this one; each can be taken out again with unmerge.',
    },
  },
  MemberCreate: { schema: MemberCreate, text: 'A known member. Joining happens at the sign-in.' },
  MemberUpdate: { schema: MemberUpdate, text: 'Changes; null takes a value away.' },
  Profile: { schema: Profile, text: 'Who a member is, as the member sees it.' },
  ProfileUpdate: {
    schema: ProfileUpdate,
    text: 'Changes; null takes a value away. The phone is what one signs in with, so the clinic changes it.',
    fields: {
      birthday:
        'The first one counts from the day after, another one from the next calendar year. Null takes it away; what it gave stays given.',
    },
  },
  GivenConsents: {
    schema: GivenConsents,
    text: 'What somebody agreed to.',
    fields: {
      textVersion: 'The version of the words.',
      at: 'When, by the wall clock.',
      phone: 'The phone that texts were agreed to for; null where it was not kept.',
      origin: 'The origin of the page; null where it was not kept.',
      address:
        'The network address that a yes to news and offers came from; null for the rest. Law on texts asks for it; it leaves with the erasure.',
    },
  },
  Preferences: {
    schema: Preferences,
    text: 'What a member may be told, how, in which language, and who sees the first name.',
    fields: {
      locale: "Language of messages; null: the clinic's.",
      reminders: "About the member's own points, packages and visits.",
      marketing:
        'Offers and news. True only while it holds for the phone or e-mail address of now: whoever gets another one is asked again.',
      shareFirstName: 'Whoever invited the member sees the first name; null: nobody did.',
      reach:
        'The end of the phone number and the ends of the e-mail address, enough to know them by; null: there is none.',
    },
  },
  PreferencesUpdate: {
    schema: PreferencesUpdate,
    text: 'Sets what is named. What is left out stays, so that two pages never undo each other.',
  },
  ConsentChange: {
    schema: ConsentChange,
    text: 'A yes with the words that it was said to, or a no.',
  },
  ConsentWords: {
    schema: ConsentWords,
    text: 'The words that somebody agreed to, exactly as they stood on the page.',
  },
  ConsentRecord: {
    schema: ConsentRecord,
    text: 'One yes or no after joining, as it is kept.',
    fields: {
      memberId: 'The record of the member that it was said with.',
      at: "When, by the clinic's clock.",
      channel: 'Null for the first name.',
      words: 'Null for a no.',
      recipient: 'The phone or e-mail address that it holds for; null for the first name.',
      origin: 'The origin of the page; null when no page asked.',
      address:
        'The network address that a yes to marketing came from; null for the rest. It leaves with the erasure.',
    },
  },
  ErasureRequest: {
    schema: ErasureRequest,
    text: "A new code from the member's own phone, as for signing in.",
  },
  ErasureAnswer: {
    schema: ErasureAnswer,
    text: 'When somebody is erased, and what is lost then. Signing in before that takes it back.',
    fields: { erasesAt: "14 days of the clinic's clock after it was first asked." },
  },
  ExportedRecord: {
    schema: ExportedRecord,
    text: 'One record of a member: their own, or one that was merged into it.',
    fields: {
      birthdays: 'What was said of the birthday, and on which local day. Null: taken away.',
      patientSince: 'Since when a patient list says that the person is a patient.',
      erasesAt: 'When it is erased, if that was asked.',
    },
  },
  ExportedFact: {
    schema: ExportedFact,
    text: 'A visit, a booking, feedback, a decision and the like, as it is kept. The ledger is made from them.',
    fields: {
      memberId: 'The record in whose history it is. After a merge it may be in two.',
      source: 'The system that said so; `~afterglow` for our own decisions.',
      data: 'As the event told it, or as it was decided. Instants in it are epoch milliseconds.',
    },
  },
  MemberExport: {
    schema: MemberExport,
    text: 'Everything that is kept about a member. No secret is in it, and nobody else is named.',
    fields: {
      consents: 'Null for somebody who never joined.',
      preferences: 'As of now; null for somebody who never joined.',
      consentChanges: 'Each yes and no since joining, oldest first.',
      records: "The member's own record first, then those that were merged.",
      aliases: 'Ids in other systems, those of merged records too.',
      entries: 'The whole ledger, newest first; after it those of merged records.',
      history: 'Visits, bookings, activities, feedback and decisions, with each revision of them.',
      referrals: 'Friends, all without a name: those are theirs.',
      reviews: 'Referrals of the member that staff look at or looked at.',
      checkouts: 'Quotes, until some time after they have ended.',
      messages:
        'Those to the phone and the e-mail address; without the text while it has a code that is good.',
      codes: 'Sign-in codes that were sent to the phone, without the codes.',
      keptCodes: "Codes of friends' links that the phone keeps or kept.",
      sessions: 'When each was made, when it ends, and when it was signed out.',
    },
  },
  Program: { schema: Program, text: "A clinic's rules." },
  ProgramVersion: {
    schema: ProgramVersion,
    text: 'A program with its number and start. The first version has no start.',
  },
  PublicProgram: {
    schema: PublicProgram,
    text: 'What pages may know of a program: nothing about a person.',
  },
  LineMatch: {
    schema: LineMatch,
    text: 'Which lines a rule speaks of. What is left out fits every line; lists fit by any member.',
  },
  EarnRule: {
    schema: EarnRule,
    text: 'Points per amount of money, rounded down once per line. The first rule that fits counts.',
    fields: { name: 'What it is for, as members read it; left out: words for what `match` names.' },
  },
  Grant: { schema: Grant, text: 'What somebody can be given.' },
  Benefit: {
    schema: Benefit,
    text: 'What a tier unlocks.',
    fields: {
      percent: 'Discounts: 5 is five percent. `earnMultiplier`: 125 is one and a quarter times.',
      perQuarter:
        'For add-ons: how many units of the lines in `match` a checkout gives for free in each calendar quarter; left out: any number. Without a `match` the staff hand it over.',
    },
  },
  Tier: { schema: Tier, text: 'One level.' },
  Tiers: {
    schema: Tiers,
    text: 'Levels by the spend of a rolling window.',
    fields: { graceDays: 'Days that a tier is kept after spend no longer reaches it.' },
  },
  ReferralRules: {
    schema: ReferralRules,
    text: 'What friends and those who send them get.',
    fields: {
      holdDays: "Days between the friend's first completed treatment and the reward.",
      legalMode: "What the law of the clinic's state lets it give.",
    },
  },
  PackageOffer: {
    schema: PackageOffer,
    text: 'Sessions in advance.',
    fields: {
      covers: 'Lines on which a session can be used.',
      expiresAfterMonths: 'Left out: sessions do not expire.',
    },
  },
  RewardOffer: { schema: RewardOffer, text: 'What points can be claimed for.' },
  ClaimCreate: { schema: ClaimCreate, text: 'Claims a reward of the program for points.' },
  RewardStanding: {
    schema: RewardStanding,
    text: 'A reward of the program, and whether this member can claim it now.',
    fields: {
      tier: 'The lowest tier that may claim it; null: every tier.',
      vipOnly: 'Whether only a VIP may claim it.',
      reason: 'Why it can’t be claimed now, as an error code; null when it can.',
    },
  },
  Voucher: {
    schema: Voucher,
    text: 'A reward that was claimed. It is used once.',
    fields: {
      status: '`open`, `used`, `returned` or `expired`.',
      code: 'What the patient shows at the counter.',
      grant: 'What it takes off a bill; null: what its name says is handed over.',
      expiresOn: 'The last day on which it can be used.',
    },
  },
  CheckoutCreate: {
    schema: CheckoutCreate,
    text: 'A bill to be quoted for one member, who must be known.',
    fields: { use: 'Left out: sessions, credit and the best offer.' },
  },
  CheckoutLine: {
    schema: CheckoutLine,
    text: 'A line of a bill before anything is taken off it.',
    fields: {
      listPrice: 'For the whole line, not for one unit; before tax.',
      package: 'For a package: the code of the offer in the program.',
    },
  },
  CheckoutUse: {
    schema: CheckoutUse,
    text: 'What of the member’s may be used on a bill.',
    fields: {
      sessions: 'For each line that prepaid sessions pay whole.',
      points: 'At most so many, or `max`: as many as the program allows.',
      vouchers: 'Codes, in the order in which they are taken.',
      offer: 'The id of one, `best`, or null.',
    },
  },
  Checkout: {
    schema: Checkout,
    text: 'A quoted bill. What is used on it is held until a visit names the checkout, it is released, or it ends.',
    fields: {
      expiresAt: 'When what is held is let go, by the clinic’s clock.',
      credit: 'Banked credit that pays.',
      due: 'Left to pay with money, before tax.',
      earns: 'What the visit does if it is sent as it was quoted.',
    },
  },
  QuotedLine: {
    schema: QuotedLine,
    text: 'A line as it goes on the bill.',
    fields: {
      price: 'After the discount. Where sessions pay the line, it is the list price.',
      sessions: 'Sessions that pay the line whole; empty: other means do.',
    },
  },
  DiscountReason: {
    schema: DiscountReason,
    text: 'What lowers a price: a benefit of the tier, or an offer.',
    fields: { id: 'Of the benefit in the program, or of the offer.' },
  },
  VisitOutlook: {
    schema: VisitOutlook,
    text: 'What a visit will have done for its member.',
    fields: {
      points: 'All points of the visit, with bonuses and milestones.',
      tier: 'The tier after the visit.',
      rises: 'The visit reaches a higher tier than the member has now.',
      missing: 'For the next tier, after the visit; null at the top.',
    },
  },
  VisitPreviewCreate: {
    schema: VisitPreviewCreate,
    text: 'A visit to come, as its bill would be quoted.',
  },
  VisitPreview: {
    schema: VisitPreview,
    text: 'What a visit would earn, and what would be left to pay with money.',
  },
  RedeemedVoucher: {
    schema: RedeemedVoucher,
    text: 'A voucher that was used at the counter, and whose it was.',
  },
  CalculatorSettings: {
    schema: CalculatorSettings,
    text: "The calculator's treatments and where its sliders stand at first.",
  },
  CodeRequest: { schema: CodeRequest, text: 'Asks for a sign-in code by SMS.' },
  CodeAnswer: {
    schema: CodeAnswer,
    text: 'The same for every phone, whether anybody with it is a member or not.',
    fields: {
      hint: 'The last digits, such as ··42.',
      resendAt: 'Before this instant another code is refused or not worth asking for.',
    },
  },
  Consents: {
    schema: Consents,
    text: 'What a person who joins agrees to.',
    fields: { words: 'What was agreed to, exactly as it stood on the page.' },
  },
  Joining: { schema: Joining, text: 'What joining needs besides a proven phone.' },
  PublicKey: { schema: PublicKey, text: "The public half of the page's P-256 key, as a JWK." },
  SessionRequest: {
    schema: SessionRequest,
    text: 'Exchanges a code, or an identity token of the clinic’s own login, for a session. Who has not joined joins here, with a code and `joining`.',
    fields: { publicKey: 'Left out: no refresh token; the session ends after 15 minutes.' },
  },
  Session: {
    schema: Session,
    text: 'A session of one member.',
    fields: {
      accessToken: 'Sent as a bearer token; 15 minutes.',
      refresh: "Works only with a signature by the page's key; its end moves with each use.",
    },
  },
  SessionAnswer: { schema: SessionAnswer, text: "A session, and the member's summary with it." },
  RefreshRequest: {
    schema: RefreshRequest,
    text: 'Sent as text/plain. The signature is ECDSA P-256 with SHA-256, raw r and s as base64url, over the text sessions/refresh\\n<token>\\n<at>\\n<nonce>.',
    fields: {
      key: 'The publishable key of the page.',
      at: "The page's time; at most 60 seconds off.",
      nonce: 'Used once.',
    },
  },
  CodeCreate: {
    schema: CodeCreate,
    text: 'A code that does not belong to a member.',
    fields: { code: 'Left out: one is made.' },
  },
  CodeRow: {
    schema: CodeRow,
    text: 'A code.',
    fields: { ownerId: 'The account that is credited; null for an invite of the practice.' },
  },
  ClockMove: { schema: ClockMove, text: "Moves a sandbox's clock." },
  ClockAnswer: {
    schema: ClockAnswer,
    text: "A sandbox's clock.",
    fields: {
      frozen: 'False while the clock runs with the wall clock.',
      settled: 'How many accounts something fell due for during this move.',
    },
  },
  TestMessage: { schema: TestMessage, text: 'A message that a sandbox would have sent.' },
  SimulationRequest: {
    schema: SimulationRequest,
    text: 'A program to try on a history. Nothing is stored and nobody is told.',
    fields: {
      against: "A second program for the same history; `current` is the clinic's own of now.",
      history: "At most 5,000 events. Left out: the clinic's own recorded history, up to its now.",
      redemptionPercent:
        'Points of each 100 that are used one day, an assumption; 70 when left out.',
    },
  },
  SimulationAnswer: {
    schema: SimulationAnswer,
    text: 'What a program would have given, and at what cost.',
    fields: {
      band: 'The benefit of a year that a program aims at, in hundredths of a percent of spend.',
      compared: 'How many members are given more, the same or less than by `against`.',
    },
  },
  SimulationReport: {
    schema: SimulationReport,
    text: 'What one program makes of the history. Each amount follows from ledger entries that the live engine would post, and from the tiers that it would keep.',
    fields: {
      spend: 'Paid with money for everything but gift cards and tips, less refunds.',
      given:
        'What members get, points at their full worth; discounts and offers as if past bills had been quoted with them.',
      cost: 'What of `given` is used under the assumption, points and credit at that share, discounts and offers in full; and what is donated.',
      costBasisPoints: '`cost` as a share of `spend`, in hundredths of a percent.',
      points:
        'Issued is the sum of the other three: a share is redeemed soon after it is issued, the rest lapses by the rules of the program or waits.',
      liability: 'Worth of what is outstanding, points and credit.',
      sessions: 'Prepaid sessions; they are paid for and no part of `given`.',
      offers:
        'Offers and gift cards given, by what gave them, and how many of them a later bill of the history used: the one on each bill that takes most off.',
      costs: 'Rows of `given`, the largest first.',
      tiers: 'At the end of each month, quarter or year, depending on the length of the history.',
      gains: 'The ten who are given most.',
    },
  },
  SimulatedRate: {
    schema: SimulatedRate,
    text: 'What is given as a share of spend. `overall` is that of all members together, `median` that of the middle member, `typical` the median of those with three or four visits a year.',
    fields: {
      basisPoints: 'Hundredths of a percent; null where nobody spent anything.',
      verdict: 'Where it lies in the band; null where there is no rate.',
      members: 'How many members it is the rate of.',
    },
  },
  SimulatedCost: {
    schema: SimulatedCost,
    text: 'What is given for one reason.',
    fields: {
      kind: '`category`: points for lines of this category; `rule`: what another rule gives; `benefit`: what a tier takes off bills; `offer`: what offers take off or pay of them; `donation`: what a rule gives to charity, a cost that no member is given.',
      name: 'The category of the lines (or their kind), the rule, tier and benefit, or what gave the offers.',
      given: 'At full worth.',
      cost: 'What of it is used under the assumption.',
    },
  },
  SimulatedTiers: { schema: SimulatedTiers, text: 'Members by tier at the end of a day.' },
  SimulatedGain: {
    schema: SimulatedGain,
    text: 'A member, without a name.',
    fields: {
      member:
        "The member's id for the clinic's own history; a number, in order of the first event, for events that came with the request.",
      visits: 'Days with a visit.',
    },
  },
  SimulatedHistory: {
    schema: SimulatedHistory,
    text: 'The history that was judged.',
    fields: {
      from: 'Local day of the first record.',
      to: 'The last local day that was judged.',
      rejected: 'Events that could not be taken, each with its code. At most 50 are named.',
    },
  },
  TestNotice: {
    schema: TestNotice,
    text: 'Something that a member should be told; sending is another matter.',
    fields: {
      dueAt: 'When it became news.',
      usefulUntil: 'After this instant it is old news, and nobody is told any more.',
      args: 'Numbers, days and code words that its words need.',
    },
  },
};

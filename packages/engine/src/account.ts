import type { Cause, Grant, LineMatch, Reason } from '@afterglow/contract';
import type { LocalDay, MonthDay } from './calendar.js';
import type { FriendData, FriendStep, HoldData, NamedCode } from './history.js';

/** A place in the order in which an account's history is folded. See `order.ts`. */
export interface Position {
  readonly at: number;
  /** Empty for what falls due by itself, so that it sorts before facts of the same instant. */
  readonly source: string;
  readonly externalId: string;
}

/** One grant of points that is not used up. All points of an account lapse together. */
export interface PointsLot {
  /** When it was granted. */
  readonly at: number;
  /** What is left of it, above zero. */
  readonly left: number;
}

/** The end of something that was given, and when its holder is reminded of it next. */
export interface Ending {
  /** The last local day on which it can be used; null: no end. */
  readonly expiresOn: LocalDay | null;
  /** The first instant after that day, in epoch milliseconds. */
  readonly expiresAt: number | null;
  readonly remindAt: number | null;
}

/** One grant of credit that is not used up. */
export interface CreditLot extends Ending {
  /** The key of the amount that granted it. */
  readonly id: string;
  /** When it was granted. */
  readonly at: number;
  /** Minor units left of it, above zero. */
  readonly left: number;
  /** Version of the program that it was granted under. */
  readonly version: number;
}

/** Banked credit: what can be spent, and its lots in the order of use. */
export interface Credit {
  /** Minor units; below zero after a correction. */
  readonly balance: number;
  readonly lots: readonly CreditLot[];
}

/** The inactivity clock: the last purchase, and the terms that it was made under. */
export interface LapseClock {
  /** The local day of the last purchase. */
  readonly purchaseDay: LocalDay;
  readonly months: number;
  /** Version of the program in force at that purchase. */
  readonly version: number;
  /** The first instant at which points are gone, in epoch milliseconds. */
  readonly lapsesAt: number;
  /** When the member is reminded of that next. */
  readonly remindAt: number | null;
}

/** A package that was bought: a lot of sessions with the terms that it was sold under. */
export interface OwnedPackage extends Ending {
  /** `pkg_…`, the same in every replay. */
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly covers: LineMatch;
  /** Identity of the visit that sold it, and the line there. */
  readonly visit: string;
  readonly line: string;
  /** Sessions as bought. */
  readonly total: number;
  /** Sessions that can be used; 0 after the expiry. */
  readonly left: number;
  /** Sessions that the expiry took; an extension gives them back. */
  readonly expired: number;
  /** Sessions that refunds took back. */
  readonly returned: number;
  /** Sessions whose money was given back though they were used: taken if they ever come back. */
  readonly owed: number;
  readonly boughtAt: number;
  readonly boughtOn: LocalDay;
}

/** What was spent on one local day. Days are counted since 1970. */
export interface Spend {
  readonly day: number;
  /** Minor units. */
  readonly amount: number;
  /** The first day on which it is out of the window. */
  readonly leavesOn: number;
}

/** The tier and what it rests on. */
export interface TierState {
  /** Id of the current level; null when the program has no tiers. */
  readonly level: string | null;
  readonly rank: number;
  /** Ascending: all spend that can still count. */
  readonly spend: readonly Spend[];
  /** The local day (days since 1970) on which the level is lost if nothing more is bought. */
  readonly lostOn: number | null;
  /** The first instant of that day. */
  readonly lostAt: number | null;
  /** What staff set instead, until it ends. */
  readonly override: TierOverride | null;
}

/** A level that staff gave for a while. */
export interface TierOverride {
  readonly level: string;
  /** The last day of it. */
  readonly until: LocalDay;
  readonly endsAt: number;
}

/** What visits come to: those with an eligible treatment that was not refunded in full. */
export interface VisitTally {
  readonly visits: number;
  /** Lines with such a treatment. */
  readonly treatments: number;
  /** Days counted since 1970. */
  readonly firstOn: number | null;
  readonly lastOn: number | null;
  /** Categories of these treatments, in the order in which they were first had. */
  readonly categories: readonly string[];
}

/** A booking that is still ahead. */
export interface OpenBooking extends NamedCode {
  /** Source and id there. */
  readonly id: string;
  /** The local day on which it was made, counted since 1970; null: nobody knows. */
  readonly madeOn: number | null;
  /** The local day of the appointment; null: not told. */
  readonly startsOn: number | null;
}

/** More points for the next visits. */
export interface Multiplier {
  /** The rule that gave it. */
  readonly rule: string;
  readonly version: number;
  /** 200 doubles. */
  readonly percent: number;
  /** Visits left, above zero. */
  readonly left: number;
}

/** A reward that was claimed. */
export interface VoucherState extends Ending {
  /** `vch_…` */
  readonly id: string;
  readonly reward: string;
  readonly code: string;
  readonly cost: number;
  readonly grant: Grant | null;
  /** What of it counts as points used as money, in minor units. */
  readonly cash: number;
  readonly version: number;
  readonly claimedAt: number;
  readonly status: 'open' | 'used' | 'returned' | 'expired';
}

/** A membership, with the terms that it was started under. */
export interface Membership {
  readonly plan: string;
  readonly version: number;
  /** What the keys of its amounts begin with. */
  readonly key: string;
  readonly recordId: string;
  readonly status: 'active' | 'paused' | 'ended';
  readonly startsOn: LocalDay;
  /** Months that were banked since that day. */
  readonly months: number;
  /** Months that were banked before it: before a pause that was longer than a month. */
  readonly monthsBefore: number;
  /** When the next month is banked; null while it is paused or ended. */
  readonly nextAt: number | null;
  /** Minor units of each month. */
  readonly bankedCredit: number;
  readonly rollsForMonths: number;
  readonly perk: Grant | null;
}

/** What was said of somebody's birthday, and when. From when it counts is a rule: `occasions/`. */
export interface KnownBirthday {
  /** Null: it was taken away. */
  readonly on: MonthDay | null;
  /** The clinic's local day. */
  readonly toldOn: LocalDay;
}

/** The reward of an occasion that comes next. */
export interface NextOccasion {
  readonly id: string;
  /** The calendar year of the birthday or anniversary. */
  readonly year: number;
  readonly on: LocalDay;
  readonly at: number;
}

/** What a rule gave to charity in the member's name. */
export interface Donation {
  readonly rule: string;
  readonly version: number;
  /** Minor units. */
  readonly amount: number;
  readonly at: number;
}

/** A hold of a checkout that is neither used nor let go. */
export type Hold = HoldData;

/** This account's own part as somebody's friend. */
export interface FriendState {
  readonly ownerId: string;
  readonly referralId: string;
  readonly firstNameShared: boolean;
  readonly joinedAt: number;
  /** The last local day on which the first treatment counts; null: any. */
  readonly completeBy: LocalDay | null;
  readonly bookedAt: number | null;
  readonly completedAt: number | null;
}

/** A friend of this account. */
export interface ReferralState {
  readonly id: string;
  readonly friendId: string;
  readonly firstNameShared: boolean;
  /** The last step that was told; whether a reward is released shows in `pending`. */
  readonly step: FriendStep;
  readonly joinedOn: LocalDay;
  /** The last local day on which the first treatment still counts; null: any. */
  readonly completeBy: LocalDay | null;
  readonly completedOn: LocalDay | null;
  /** The day on which the reward is released; null when there is none. */
  readonly releasesOn: LocalDay | null;
}

/** A referral reward that waits for the end of its hold, with the terms that it was made under. */
export interface PendingReward {
  readonly referralId: string;
  readonly friendId: string;
  /** The record that completed the referral. */
  readonly recordId: string;
  readonly grant: Grant;
  /** The owner's tier raises the points at the release. */
  readonly stacksWithTier: boolean;
  readonly version: number;
  readonly holdDays: number;
  readonly completedOn: LocalDay;
  readonly releasesAt: number;
}

/** What an offer can be: it takes something off one bill. */
export type OfferGrant = Extract<Grant, { kind: 'offer' | 'giftCard' }>;

/** An offer that a rule gave, with the terms that it was given under. */
export interface OfferState extends Ending {
  /** `off_…`, the same in every replay. */
  readonly id: string;
  /** What gave it: `friend`, `referral`, `milestone`, `perk`, or the id of an occasion. */
  readonly source: string;
  readonly version: number;
  readonly grant: OfferGrant;
  /** Used on a bill. */
  readonly used: boolean;
}

/** A step to be told to another account, by key: what goes into that account's history. */
export interface Emission {
  /** The account whose history receives it; its own for what it decided itself. */
  readonly to: string;
  /** `referral:<friend>:<step>`; the external id there. */
  readonly key: string;
  readonly at: number;
  readonly data: FriendData;
}

/**
 * The derived state of one account: plain JSON that a server keeps as text. A cache and nothing
 * more; it is rebuilt from history whenever `edition` or `programVersion` differ from today's.
 */
export interface Account {
  readonly edition: number;
  /** The newest version of the program that was known, started or not. */
  readonly programVersion: number;
  readonly accountId: string;
  /** The instant of the last thing that was told or fell due; a record after it folds forward. */
  readonly foldedTo: number;
  readonly last: Position | null;
  /** Lower bound of the instant at which something falls due by itself; null: nothing will. */
  readonly nextDue: number | null;
  /** Version of the program in force at `foldedTo`. */
  readonly inForce: number;
  /** Balance of the points; below zero after a correction. */
  readonly points: number;
  /** What of it can be spent, oldest first. */
  readonly lots: readonly PointsLot[];
  readonly credit: Credit;
  readonly clock: LapseClock | null;
  readonly packages: readonly OwnedPackage[];
  readonly tier: TierState;
  readonly joinedAt: number | null;
  readonly friendOf: FriendState | null;
  /** Friends, in the order in which the first step of each happened. */
  readonly referrals: readonly ReferralState[];
  /** Soonest first. */
  readonly pending: readonly PendingReward[];
  readonly offers: readonly OfferState[];
  readonly tally: VisitTally;
  /** Bookings that are ahead, in the order in which they were made. */
  readonly bookings: readonly OpenBooking[];
  /** In the order in which they were given; the first one counts. */
  readonly multipliers: readonly Multiplier[];
  readonly vouchers: readonly VoucherState[];
  readonly holds: readonly Hold[];
  readonly membership: Membership | null;
  /** In the order in which they were said. */
  readonly birthdays: readonly KnownBirthday[];
  readonly nextOccasion: NextOccasion | null;
  readonly donations: readonly Donation[];
  /** How often something was given that has a limit, by rule and the span of the limit, such as a year. */
  readonly used: Readonly<Record<string, number>>;
  /** Own history is part of this account now; nothing is left of it here. */
  readonly mergedInto: string | null;
  /** Accounts whose history is part of this one. */
  readonly mergedFrom: readonly string[];
  /** What other accounts are to be told, by key. */
  readonly emissions: Readonly<Record<string, Emission>>;
  /** Identities that others speak of already: a visit of a refund or void, a step of a friend. */
  readonly awaited: readonly string[];
  /** Highest revision of each identity that was revised. */
  readonly revised: Readonly<Record<string, number>>;
}

/** Something for staff to look at; a code word, never a value. */
export interface Flag {
  readonly code:
    | 'session_unavailable'
    | 'points_insufficient'
    | 'credit_insufficient'
    | 'voucher_unavailable'
    | 'cash_cap_reached'
    | 'package_unknown'
    | 'plan_unknown'
    | 'visit_unknown';
  /** Where in the record's data, such as `tenders[0]`. */
  readonly path: string;
}

/** What the rules give for one key: an amount of one asset, and why. */
export interface Desired {
  /** Cause, rule, line or due day, and asset. */
  readonly key: string;
  readonly asset: string;
  readonly amount: number;
  /** When what gives it happened, in epoch milliseconds. */
  readonly at: number;
  readonly cause: Cause;
  /** What lowered it last, where something did: said of entries after the first of the key. */
  readonly loweredBy?: { readonly at: number; readonly cause: Cause };
  /** Of a grant of credit: when it ends. */
  readonly ending?: Ending;
  readonly because: Reason[];
}

/** What a member can be told. */
export type NoticeKind =
  | 'pointsLapse'
  | 'sessionsExpire'
  | 'creditExpires'
  | 'voucherExpires'
  | 'offerExpires'
  | 'tierUp'
  | 'tierDown'
  | 'friendBooked'
  | 'friendCompleted'
  | 'rewardReleased'
  | 'milestone'
  | 'occasion'
  | 'creditBanked';

/** Something that the member should be told; sending is another matter. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Kind and anchor, such as a day: a member is told each key once. */
  readonly key: string;
  readonly dueAt: number;
  /** After this instant it is old news. */
  readonly usefulUntil: number;
  /** The record that is the news; null for what fell due by itself. */
  readonly recordId: string | null;
  readonly args: Reason['args'];
}

/** What a fold gives: the new state, the desired amounts, and what staff should know. */
export interface Fold {
  readonly account: Account;
  /** True when all of the history was folded: keys that are not desired have no ground any more. */
  readonly isWhole: boolean;
  /** Each key once. Of a whole fold: all keys. Of a forward fold: the new ones. */
  readonly desired: readonly Desired[];
  /** By id of the record. Of a forward fold: those of the new records. */
  readonly flags: Readonly<Record<string, readonly Flag[]>>;
  /** All that the member would have been told at its time, in that order. */
  readonly notices: readonly Notice[];
}

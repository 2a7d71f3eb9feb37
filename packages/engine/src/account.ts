import type { Cause, LineMatch, Reason } from '@afterglow/contract';
import type { LocalDay } from './calendar.js';
import type { FriendData, FriendStep } from './history.js';

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

/** The inactivity clock: the last purchase, and the terms that it was made under. */
export interface LapseClock {
  /** The local day of the last purchase. */
  readonly purchaseDay: LocalDay;
  readonly months: number;
  /** Version of the program in force at that purchase. */
  readonly version: number;
  /** The first instant at which points are gone, in epoch milliseconds. */
  readonly lapsesAt: number;
}

/** A package that was bought: a lot of sessions with the terms that it was sold under. */
export interface OwnedPackage {
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
  /** The last day on which a session can be used; null: no end. */
  readonly expiresOn: LocalDay | null;
  readonly expiresAt: number | null;
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
}

/** This account's own part as somebody's friend. */
export interface FriendState {
  readonly ownerId: string;
  readonly referralId: string;
  readonly firstNameShared: boolean;
  readonly joinedAt: number;
  /** The last local day on which the first treatment counts; null: any. */
  readonly completeBy: LocalDay | null;
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
  /** The record that completed the referral. */
  readonly recordId: string;
  readonly points: number;
  readonly version: number;
  readonly holdDays: number;
  readonly completedOn: LocalDay;
  readonly releasesAt: number;
}

/** An offer that the program gives by itself; its words are in that version of the program. */
export interface OfferState {
  readonly id: string;
  readonly source: 'referral';
  readonly version: number;
  /** The last day on which it can be used. */
  readonly expiresOn: LocalDay;
}

/** A step to be told to another account, by key: what goes into that account's history. */
export interface Emission {
  /** The account whose history receives it. */
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
  /** The instant of the last thing that had an effect; a record after it folds forward. */
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
  /** What other accounts are to be told, by key. */
  readonly emissions: Readonly<Record<string, Emission>>;
  /** Visits that a refund names and that have not come yet, and those that a void names. */
  readonly awaited: readonly string[];
  /** Highest revision of each identity that was revised. */
  readonly revised: Readonly<Record<string, number>>;
}

/** Something for staff to look at; a code word, never a value. */
export interface Flag {
  readonly code: 'session_unavailable' | 'package_unknown' | 'tender_not_posted' | 'visit_unknown';
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
  readonly because: Reason[];
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
}

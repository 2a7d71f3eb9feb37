import type { Event, Grant, RefundData, VisitData } from '@afterglow/contract';
import type { Emission } from './account.js';
import type { LocalDay } from './calendar.js';

/** What came of a code that a person named at the till or when booking. */
export interface NamedCode {
  /** The account that owns the code. */
  readonly referredBy?: string;
  /** What the person has in common with the owner of the code: staff look at it first. */
  readonly lookAlike?: LookAlike;
}

/** What a friend can have in common with the owner of a code. */
export type LookAlike = 'phone' | 'email' | 'card';

/** What a till says of one visit. What it says of cards is taken out before: a history names none. */
export type KeptVisit = VisitData &
  NamedCode & {
    /**
     * The account that this person was the friend of when the visit was told, where a card of the
     * person was used by both. Decided once, then. Left out: none was.
     */
    readonly sharesCardWith?: string;
  };

/** What a booking system says of one booking, and what became of it. */
export type BookingData = Extract<Event, { type: 'booking.made' }>['data'] & {
  readonly step: 'made' | 'changed' | 'cancelled' | 'missed';
} & NamedCode;

/** What is common to everything that an account's history holds. No identity: ids, codes, amounts. */
interface RecordHead {
  /** Our own opaque id, `evt_…`. */
  readonly id: string;
  /** The system that said so. With `externalId` the identity of the record, for ever. */
  readonly source: string;
  readonly externalId: string;
  /** Of several revisions of one identity only the highest counts. */
  readonly revision: number;
  /** When it happened, in epoch milliseconds; a fact with a day only happens at noon. */
  readonly at: number;
  /** The clinic's clock when we took it, in epoch milliseconds. One write has one value. */
  readonly recordedAt: number;
}

/** A person became a member: signed in for the first time, or the clinic said so. */
export interface JoinedData {
  /** The code that was used: a referral's, or an invite of the practice. */
  readonly code: string | null;
  /** The account that is credited for this person; null for none. */
  readonly ownerId: string | null;
  /** Decided once, when the person joined: was here before, so nobody is credited. */
  readonly existingPatient: boolean;
  readonly enrolledAt: number;
  /** The friend lets the owner of the code see the first name. Left out: no. */
  readonly firstNameShared?: boolean;
  /** What the person has in common with the owner of the code: staff look at it first. */
  readonly lookAlike?: LookAlike;
}

/**
 * The steps of a friend in the history of the code's owner. What the friend does is told by the
 * friend's fold; staff hold, approve and reject; `released` says that the reward left.
 */
export type FriendStep =
  'joined' | 'booked' | 'completed' | 'held' | 'approved' | 'rejected' | 'released';

/** A reward that was claimed for points, with the terms of that moment. */
export interface ClaimData {
  /** `vch_…` */
  readonly voucherId: string;
  readonly reward: string;
  readonly cost: number;
  /** What it takes off a bill; null: what its name says, handed over by the staff. */
  readonly grant: Grant | null;
  /** What of it counts as points used as money, in minor units. */
  readonly cash: number;
  /** The short code that the patient shows. */
  readonly code: string;
  readonly expiresOn: LocalDay;
  /** Version of the program that the price is from. */
  readonly version: number;
}

/** What a quote keeps for one bill. */
export interface HoldData {
  /** `chk_…` */
  readonly checkoutId: string;
  /** When it is let go if no visit names it, epoch milliseconds of the clinic's clock. */
  readonly expiresAt: number;
  readonly sessions: readonly {
    readonly packageId: string;
    readonly line: string;
    readonly count: number;
  }[];
  /** Minor units. */
  readonly credit: number;
  readonly points: number;
  /** What the points are worth on this bill, in minor units. */
  readonly pointsWorth: number;
  readonly vouchers: readonly { readonly id: string; readonly worth: number }[];
  readonly offer: string | null;
  /** What the offer pays where it is a gift card, in minor units. Left out: nothing. */
  readonly offerWorth?: number;
  /** Complimentary units that benefits of the tier give, by id of the benefit. Left out: none. */
  readonly addOns?: readonly { readonly benefit: string; readonly count: number }[];
}

/** A correction by the staff. */
export interface AdjustmentData {
  /** `points`, `credit`, or `sessions:` and the id of a package. */
  readonly asset: string;
  readonly amount: number;
  /** A code word, never a text about a person. */
  readonly reason: string;
}

/** Two records of one person were made one. */
export interface MergeData {
  /** The account whose history is part of this one from now on. */
  readonly from: string;
  /** Points that make up for what the two were worth together more than the union. */
  readonly goodwill: number;
  /** A code word. */
  readonly reason?: string;
  /**
   * What owners of codes had been told of either record and the union would not tell them: their
   * reward had left, and a merge takes nothing from a third person. Left out: nothing.
   */
  readonly kept?: readonly Emission[];
  /** Names of details that the other record filled in; never what they say. Left out: none. */
  readonly filled?: readonly string[];
}

/** Why an identity is here no more. */
export interface WithdrawnData {
  /**
   * It came with a merge that was taken back, and is as if it had never been here. Left out: it was
   * here until then, so that what was spent of it stays spent.
   */
  readonly apart?: true;
}

/** What a friend did, as it lies in the history of the account that owns the code. */
export interface FriendData {
  /** `ref_…`, the same for every step of one friend. */
  readonly referralId: string;
  /** The friend's account. */
  readonly friendId: string;
  readonly step: FriendStep;
  readonly firstNameShared: boolean;
  /** When the step happened. */
  readonly at: number;
}

/**
 * One record of an account's history: a fact from outside, or a decision of ours.
 *
 * `withdrawn` stands for an identity that was here and is no more: a till moved the receipt to
 * another person, or a late fact took a friend's step back.
 */
export type HistoryRecord = RecordHead &
  (
    | { readonly type: 'visit'; readonly data: KeptVisit }
    | { readonly type: 'refund'; readonly data: RefundData }
    | { readonly type: 'void'; readonly data: { readonly visit: string } }
    | { readonly type: 'joined'; readonly data: JoinedData }
    | { readonly type: 'friend'; readonly data: FriendData }
    | { readonly type: 'withdrawn'; readonly data: WithdrawnData }
    | { readonly type: 'booking'; readonly data: BookingData }
    | {
        readonly type: 'activity';
        readonly data: { readonly activity: string; readonly visit?: string | undefined };
      }
    | {
        readonly type: 'feedback';
        readonly data: { readonly score: number; readonly visit?: string | undefined };
      }
    | {
        readonly type: 'packageExtended';
        readonly data: { readonly package: string; readonly expiresOn: string };
      }
    | {
        readonly type: 'membership';
        readonly data: {
          readonly step: 'started' | 'paused' | 'ended';
          readonly plan?: string | undefined;
          readonly startsOn?: string | undefined;
        };
      }
    | { readonly type: 'claim'; readonly data: ClaimData }
    | { readonly type: 'claimReturned'; readonly data: { readonly voucherId: string } }
    | { readonly type: 'voucherUsed'; readonly data: { readonly voucherId: string } }
    | { readonly type: 'hold'; readonly data: HoldData }
    | { readonly type: 'holdReleased'; readonly data: { readonly checkoutId: string } }
    | { readonly type: 'adjustment'; readonly data: AdjustmentData }
    | {
        readonly type: 'tierSet';
        readonly data: {
          /** A level of the program; null ends an earlier override. */
          readonly level: string | null;
          /** The last day of it. */
          readonly until: LocalDay;
          readonly reason: string;
        };
      }
    | { readonly type: 'merge'; readonly data: MergeData }
    | { readonly type: 'mergedInto'; readonly data: { readonly into: string } }
  );

/**
 * The source of decisions. It sorts behind every source of facts, so that at one instant a decision
 * comes after them; no till can have this name.
 */
export const decisionSource = '~afterglow';

/** The source of what accounts tell each other and of joining. No caller may use it. */
export const ownSource = 'afterglow';

/** A record before it is known when it is taken; all of one write are stamped alike. */
export type UntakenRecord = HistoryRecord extends infer One
  ? One extends HistoryRecord
    ? Omit<One, 'recordedAt'>
    : never
  : never;

/** The records of one type. */
export type RecordOf<Type extends HistoryRecord['type']> = Extract<
  HistoryRecord,
  { readonly type: Type }
>;

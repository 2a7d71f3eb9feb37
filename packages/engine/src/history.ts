import type { Event, RefundData, VisitData } from '@afterglow/contract';

/** What a booking system says of one booking. */
export type BookingData = Extract<Event, { type: 'booking.made' }>['data'];

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
}

/** The steps of a friend that the owner of a code is told. */
export type FriendStep = 'joined' | 'completed' | 'held' | 'rejected';

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
    | { readonly type: 'visit'; readonly data: VisitData }
    | { readonly type: 'refund'; readonly data: RefundData }
    | { readonly type: 'void'; readonly data: { readonly visit: string } }
    | { readonly type: 'joined'; readonly data: JoinedData }
    | { readonly type: 'friend'; readonly data: FriendData }
    | { readonly type: 'withdrawn'; readonly data: Readonly<Record<string, never>> }
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
  );

/** The records of one type. */
export type RecordOf<Type extends HistoryRecord['type']> = Extract<
  HistoryRecord,
  { readonly type: Type }
>;

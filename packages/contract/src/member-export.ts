import * as z from 'zod/mini';
import { Voucher } from './claim.js';
import { noticeKinds } from './clock.js';
import { Entry } from './ledger.js';
import { Alias, memberStatuses } from './member.js';
import {
  CheckoutId,
  Instant,
  LocalDay,
  MemberId,
  Phone,
  ReferralId,
  Slug,
  openEnum,
} from './primitives.js';
import { ConsentRecord, Preferences } from './preferences.js';
import { GivenConsents, Profile } from './profile.js';
import { ReferralRow } from './referral.js';
import { reviewStatuses } from './review.js';
import { rememberKinds } from './session.js';

/** One record of a member: the member's own, or one that was merged into it. */
export const ExportedRecord = z.object({
  ...Profile.shape,
  status: openEnum(memberStatuses),
  mergedInto: z.nullable(MemberId),
  /** What was said of the birthday, and on which local day; null as `on`: it was taken away. */
  birthdays: z.array(z.object({ on: z.nullable(z.string()), toldOn: LocalDay })),
  /** Null for somebody who never joined. */
  consents: z.nullable(GivenConsents),
  referralCode: z.nullable(z.string()),
  /** Since when a patient list says that the person is a patient. */
  patientSince: z.nullable(LocalDay),
  enrolledAt: z.nullable(Instant),
  /** When it is erased, if that was asked. */
  erasesAt: z.nullable(Instant),
  createdAt: Instant,
});
export type ExportedRecord = z.infer<typeof ExportedRecord>;

/** A fact of the clinic's systems or a decision, as it is kept: what the ledger is made from. */
export const ExportedFact = z.object({
  /** The record of the member in whose history it is; after a merge it may be in two. */
  memberId: MemberId,
  id: z.string(),
  /** The system that said so; `~afterglow` for our own decisions. */
  source: z.string(),
  externalId: z.string(),
  revision: z.int(),
  type: z.string(),
  at: Instant,
  recordedAt: Instant,
  data: z.record(z.string(), z.unknown()),
});
export type ExportedFact = z.infer<typeof ExportedFact>;

/** Everything that is kept about a member, in one answer. No secret is in it. */
export const MemberExport = z.object({
  /** The clinic's now. */
  asOf: Instant,
  profile: Profile,
  /** Null for somebody who never joined. */
  consents: z.nullable(GivenConsents),
  /** What may be told how as of now; null for somebody who never joined. */
  preferences: z.nullable(Preferences),
  /** Each yes and no since joining, oldest first. */
  consentChanges: z.array(ConsentRecord),
  /** The member's own record first, then those that were merged. */
  records: z.array(ExportedRecord),
  /** Ids in other systems, those of merged records too. */
  aliases: z.array(Alias),
  /** The whole ledger, newest first; after it those of merged records. */
  entries: z.array(Entry),
  /** Visits, bookings, activities, feedback and decisions, with each revision of them. */
  history: z.array(ExportedFact),
  /** Friends, newest first, all without a name: those are theirs. */
  referrals: z.array(ReferralRow),
  /** Referrals of the member that staff look at or looked at. */
  reviews: z.array(
    z.object({
      referralId: ReferralId,
      /** What the member is in it. */
      as: openEnum(['owner', 'friend']),
      status: openEnum(reviewStatuses),
      heldAt: Instant,
      reason: z.nullable(Slug),
      decidedAt: z.nullable(Instant),
    }),
  ),
  vouchers: z.array(Voucher),
  /** Quotes, until some time after they have ended. */
  checkouts: z.array(z.object({ id: CheckoutId, endsAt: Instant })),
  notices: z.array(
    z.object({
      key: z.string(),
      kind: openEnum(noticeKinds),
      dueAt: Instant,
      usefulUntil: Instant,
      queuedAt: Instant,
      args: z.record(z.string(), z.unknown()),
    }),
  ),
  /** Messages to the phone and the e-mail address. */
  messages: z.array(
    z.object({
      channel: openEnum(['sms', 'email']),
      recipient: z.string(),
      at: Instant,
      sentAt: z.nullable(Instant),
      /** Null where it has a code that is still good. */
      text: z.nullable(z.string()),
    }),
  ),
  /** Codes of friends' links that the phone keeps, and some time longer. */
  keptCodes: z.array(
    z.object({ phone: Phone, code: z.string(), keptAt: Instant, keptUntil: Instant }),
  ),
  /** Sign-in codes that were sent to the phone: when, until when each is good, and when it was used. */
  codes: z.array(
    z.object({
      phone: z.string(),
      createdAt: Instant,
      expiresAt: Instant,
      usedAt: z.nullable(Instant),
      /** How often a wrong code was sent back. */
      attempts: z.int(),
    }),
  ),
  sessions: z.array(
    z.object({
      createdAt: Instant,
      expiresAt: Instant,
      /** When it was signed out; null: it was not. */
      endedAt: z.nullable(Instant),
      remember: openEnum(rememberKinds),
    }),
  ),
});
export type MemberExport = z.infer<typeof MemberExport>;

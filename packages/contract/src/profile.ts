import * as z from 'zod/mini';
import { Voucher } from './claim.js';
import { noticeKinds } from './clock.js';
import { Entry } from './ledger.js';
import { Alias, Birthday } from './member.js';
import {
  ChallengeId,
  Instant,
  LanguageTag,
  LocalDay,
  MemberId,
  Phone,
  SignedMoney,
  ShortText,
  openEnum,
} from './primitives.js';
import { ReferralRow } from './referral.js';
import { Consents, rememberKinds } from './session.js';

/** What a member has said about who they are. */
export const Profile = z.object({
  id: MemberId,
  firstName: z.nullable(ShortText),
  phone: z.nullable(Phone),
  email: z.nullable(z.string()),
  birthday: z.nullable(Birthday),
  locale: z.nullable(LanguageTag),
  since: LocalDay,
});
export type Profile = z.infer<typeof Profile>;

/** What a member changes of it; null takes a value away. The phone is what one signs in with. */
export const ProfileUpdate = z.strictObject({
  firstName: z.optional(z.nullable(ShortText)),
  email: z.optional(z.nullable(ShortText)),
  birthday: z.optional(z.nullable(Birthday)),
  locale: z.optional(z.nullable(LanguageTag)),
});
export type ProfileUpdate = z.infer<typeof ProfileUpdate>;

/** What somebody agreed to, in which words and when. */
export const GivenConsents = z.object({
  ...Consents.shape,
  /** The version of the words. */
  textVersion: z.int(),
  at: Instant,
});

/** Everything that is kept about a member, in one answer. No secret is in it. */
export const MemberExport = z.object({
  /** The clinic's now. */
  asOf: Instant,
  profile: Profile,
  /** Null for somebody who never joined. */
  consents: z.nullable(GivenConsents),
  /** Ids in other systems, those of merged records too. */
  aliases: z.array(Alias),
  /** The whole ledger, newest first. */
  entries: z.array(Entry),
  /** Friends, newest first, all without a name: those are theirs. */
  referrals: z.array(ReferralRow),
  vouchers: z.array(Voucher),
  notices: z.array(z.object({ kind: openEnum(noticeKinds), dueAt: Instant, usefulUntil: Instant })),
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

/** A new sign-in code from the member's own phone. */
export const ErasureRequest = z.strictObject({
  challengeId: ChallengeId,
  code: z.string().check(z.regex(/^\d{6}$/)),
});
export type ErasureRequest = z.infer<typeof ErasureRequest>;

/** When a member is erased, and what is lost then, as of now. Signing in takes it back. */
export const ErasureAnswer = z.object({
  erasesAt: Instant,
  lost: z.object({
    points: z.int(),
    pointsValue: SignedMoney,
    credit: SignedMoney,
    /** Of all packages together. */
    sessions: z.int(),
  }),
});
export type ErasureAnswer = z.infer<typeof ErasureAnswer>;

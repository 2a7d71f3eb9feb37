import * as z from 'zod/mini';
import { Birthday } from './member.js';
import {
  ChallengeId,
  Instant,
  LanguageTag,
  LocalDay,
  MemberId,
  Phone,
  SignedMoney,
  SentCode,
  ShortText,
} from './primitives.js';
import { Consents } from './session.js';

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
  /** The phone that texts were agreed to for; null where it was not kept. */
  phone: z.nullable(Phone),
  /** The origin of the page; null where it was not kept. */
  origin: z.nullable(z.string()),
  /** The network address that a yes to news and offers came from; null for the rest. */
  address: z.nullable(z.string()),
});

/** A new sign-in code from the member's own phone. */
export const ErasureRequest = z.strictObject({
  challengeId: ChallengeId,
  code: SentCode,
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

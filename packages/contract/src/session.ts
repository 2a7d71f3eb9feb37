import * as z from 'zod/mini';
import { Summary } from './member.js';
import { ConsentWords } from './preferences.js';
import {
  ChallengeId,
  CodeWord,
  ExternalId,
  Instant,
  LanguageTag,
  LongText,
  SentCode,
  ShortText,
  written,
} from './primitives.js';

/** Asks for a code by SMS. The answer is the same for every phone. */
export const CodeRequest = z.strictObject({
  phone: ShortText,
  locale: z.optional(LanguageTag),
});
export type CodeRequest = z.infer<typeof CodeRequest>;

/** A code is on its way: what the exchange needs, and nothing about who has the phone. */
export const CodeAnswer = z.object({
  challengeId: ChallengeId,
  /** The last digits, such as `··42`. */
  hint: z.string(),
  expiresAt: Instant,
  /** Before this instant another code is refused. */
  resendAt: Instant,
});
export type CodeAnswer = z.infer<typeof CodeAnswer>;

/** How long a page remembers: 12 hours after last use, 90 days sliding, or not at all. */
export const rememberKinds = ['visit', 'device', 'never'] as const;
/** One of these. */
export const Remember = z.enum(rememberKinds);
export type Remember = z.infer<typeof Remember>;

/** One coordinate of a point on P-256. */
const Coordinate = written(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url');

/** The public half of the page's key: P-256, the two coordinates as base64url. */
export const PublicKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Coordinate,
  y: Coordinate,
});
export type PublicKey = z.infer<typeof PublicKey>;

/** What a person who joins agrees to. */
export const Consents = z.strictObject({
  /** The terms of the program; needed. */
  terms: z.boolean(),
  /** News and offers by SMS. */
  marketingSms: z._default(z.boolean(), false),
  marketingEmail: z._default(z.boolean(), false),
  /** The friend lets the referrer see the first name. */
  shareFirstName: z._default(z.boolean(), false),
  /** What was agreed to, as it stood on the page. */
  words: z.optional(ConsentWords),
});
export type Consents = z.infer<typeof Consents>;

/** What joining needs besides a proven phone. */
export const Joining = z.strictObject({
  firstName: z.optional(ShortText),
  consents: Consents,
  /** A referral or invite code. */
  code: z.optional(CodeWord),
});
export type Joining = z.infer<typeof Joining>;

/** Exchanges a code from the phone, or an identity token of the clinic's own login, for a session. */
export const SessionRequest = z.strictObject({
  grant: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('code'),
      challengeId: ChallengeId,
      code: SentCode,
    }),
    z.strictObject({ kind: z.literal('identity'), token: LongText }),
  ]),
  joining: z.optional(Joining),
  remember: z._default(Remember, 'visit'),
  /** Left out: no refresh token; the session ends after 15 minutes. */
  publicKey: z.optional(PublicKey),
});
export type SessionRequest = z.input<typeof SessionRequest>;

/** A signed-in patient: the access token for calls, and what brings the next one. */
export const Session = z.object({
  accessToken: z.string(),
  /** 15 minutes after it was made. */
  expiresAt: Instant,
  refresh: z.nullable(
    z.object({
      /** Works only with a signature by the page's key. */
      token: z.string(),
      /** Moves with each use. */
      expiresAt: Instant,
    }),
  ),
  remember: Remember,
});
export type Session = z.infer<typeof Session>;

/** Signing in is also the member's one request: the answer carries the summary. */
export const SessionAnswer = z.object({
  session: Session,
  summary: Summary,
  /** True when this exchange made the person a member. */
  joined: z.boolean(),
});
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/**
 * Refreshes a session, sent as text/plain so that no preflight is needed. `signature` is ECDSA
 * P-256 with SHA-256 (raw r and s, base64url) over the UTF-8 text
 * `sessions/refresh\n<token>\n<at>\n<nonce>`.
 */
export const RefreshRequest = z.strictObject({
  key: ExternalId,
  token: ExternalId,
  /** The page's time; at most 60 seconds off. */
  at: Instant,
  nonce: written(/^[A-Za-z0-9_-]{16,64}$/, '16 to 64 characters of base64url'),
  signature: written(/^[A-Za-z0-9_-]{86}$/, 'a signature of 64 bytes in base64url'),
});
export type RefreshRequest = z.infer<typeof RefreshRequest>;

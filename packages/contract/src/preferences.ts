import * as z from 'zod/mini';
import { Instant, LanguageTag, MemberId, isStorableText, openEnum } from './primitives.js';

/** Ways in which a member is written to. */
export const messageChannels = ['sms', 'email'] as const;

/** Yes or no for each way. */
const Channels = z.object({ sms: z.boolean(), email: z.boolean() });

/** What a member may be told, how, in which language, and who sees the first name. */
export const Preferences = z.object({
  /** Language of messages; null: the clinic's. */
  locale: z.nullable(LanguageTag),
  /** About the member's own points, packages and visits. */
  reminders: Channels,
  /** Offers and news. True only while it holds for the number or address of now. */
  marketing: Channels,
  /** Whoever invited the member sees the first name; null: nobody did. */
  shareFirstName: z.nullable(z.boolean()),
  /** Enough of the phone and the e-mail address to know them by; null: there is none. */
  reach: z.object({ sms: z.nullable(z.string()), email: z.nullable(z.string()) }),
});
export type Preferences = z.infer<typeof Preferences>;

/** The words that somebody agreed to, as they stood on the page: 1 to 2,000 characters. */
export const ConsentWords = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(2000),
    z.refine<string>(isStorableText, { error: 'holds U+0000 or a lone surrogate' }),
  );

/** A yes comes with the words that it was said to; a no needs none. */
export const ConsentChange = z.discriminatedUnion('given', [
  z.strictObject({ given: z.literal(true), words: ConsentWords }),
  z.strictObject({ given: z.literal(false) }),
]);
export type ConsentChange = z.infer<typeof ConsentChange>;

const ChannelChanges = z.strictObject({
  sms: z.optional(ConsentChange),
  email: z.optional(ConsentChange),
});

/** Sets what is named; what is left out stays, so that two pages never undo each other. */
export const PreferencesUpdate = z.strictObject({
  locale: z.optional(z.nullable(LanguageTag)),
  reminders: z.optional(ChannelChanges),
  marketing: z.optional(ChannelChanges),
  shareFirstName: z.optional(ConsentChange),
});
export type PreferencesUpdate = z.infer<typeof PreferencesUpdate>;

/** What a consent is about. */
export const consentPurposes = ['reminders', 'marketing', 'firstName'] as const;

/** One yes or no after joining, as it is kept. */
export const ConsentRecord = z.object({
  /** The record of the member that it was said with. */
  memberId: MemberId,
  /** The clinic's clock. */
  at: Instant,
  purpose: openEnum(consentPurposes),
  /** Null for the first name. */
  channel: z.nullable(openEnum(messageChannels)),
  given: z.boolean(),
  /** Null for a no. */
  words: z.nullable(z.string()),
  /** The phone or e-mail address that it holds for; null for the first name. */
  recipient: z.nullable(z.string()),
  /** The page's origin; null when it was not asked by a page. */
  origin: z.nullable(z.string()),
  /** The network address that a yes to marketing came from; null for the rest. */
  address: z.nullable(z.string()),
});
export type ConsentRecord = z.infer<typeof ConsentRecord>;

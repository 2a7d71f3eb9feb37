import * as z from 'zod/mini';

/** Most characters in a name or another short text. */
const shortTextLimit = 200;

/** Most characters in a text that a person writes at length. */
const longTextLimit = 4000;

/** True unless the text holds U+0000 (databases cut or refuse it) or half of a surrogate pair. */
export function isStorableText(value: string): boolean {
  return !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);
}

const storable = z.refine<string>(isStorableText, {
  error: 'holds U+0000 or a lone surrogate',
});

/**
 * A text of one form.
 *
 * @param how - What a caller who wrote it otherwise is told, after "must be".
 */
export const written = (form: RegExp, how: string) =>
  z.string().check(z.regex(form, { error: `must be ${how}` }));

/** A name or label: 1 to 200 characters, no U+0000, no lone surrogate. */
export const ShortText = z.string().check(z.minLength(1), z.maxLength(shortTextLimit), storable);

/** A text at length: up to 4,000 characters. */
export const LongText = z.string().check(z.maxLength(longTextLimit), storable);

/** An id that another system gave: 1 to 200 characters, compared byte for byte. */
export const ExternalId = z.string().check(z.minLength(1), z.maxLength(shortTextLimit), storable);

/** True for what reads as the number of a payment card: 12 to 19 digits, whatever stands between. */
function readsAsCardNumber(value: string): boolean {
  return /^\p{Nd}{12,19}$/u.test(value.replace(/[^\p{L}\p{N}]/gu, ''));
}

/**
 * A text that a till gives for a payment card, the same for the same card, such as a fingerprint. It
 * is compared and never kept. The number of a card is refused.
 */
export const CardFingerprint = z.string().check(
  z.minLength(1),
  z.maxLength(shortTextLimit),
  storable,
  z.refine((value) => !readsAsCardNumber(value), { error: 'reads as the number of a card' }),
);

/** A code word inside a program, such as `luminous`: letters, digits, `-`, `_` and `.`. */
export const Slug = written(
  /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/,
  'at most 64 of A to Z, a to z, 0 to 9, "-", "_" and ".", and begin with a letter or a digit',
);

/** The prefixes of ids, by what they name. */
export const idPrefixes = {
  member: 'mem',
  event: 'evt',
  entry: 'ent',
  reward: 'rwd',
  voucher: 'vch',
  package: 'pkg',
  referral: 'ref',
  offer: 'off',
  checkout: 'chk',
  message: 'msg',
  clinic: 'cln',
  challenge: 'cha',
  session: 'ses',
} as const;

/** What an id can name. */
export type IdKind = keyof typeof idPrefixes;

/** An id: its prefix, `_`, and 26 Crockford base-32 characters whose first ten are the time. */
const idOf = (kind: IdKind) =>
  written(
    new RegExp(`^${idPrefixes[kind]}_[0-9a-hjkmnp-tv-z]{26}$`),
    `an id as we give it, ${idPrefixes[kind]}_ and 26 characters`,
  );

// What each names says its prefix, in `idPrefixes`.
export const MemberId = idOf('member');
export const EventId = idOf('event');
export const EntryId = idOf('entry');
export const PackageId = idOf('package');
export const ReferralId = idOf('referral');
export const ChallengeId = idOf('challenge');
export const VoucherId = idOf('voucher');
export const OfferId = idOf('offer');
export const CheckoutId = idOf('checkout');

/** A code that a person can read out: 8 Crockford base-32 characters, upper case. */
export const CodeWord = written(
  /^[0-9A-HJKMNP-TV-Z]{8}$/,
  'eight digits and capitals, without I, L, O and U',
);

const daysInMonth = (year: number, month: number) =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** True when the ten characters at the start name a day that exists, from year 1900 to 2999. */
export function isRealDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;

  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1900 || year > 2999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** A local day of the clinic, `YYYY-MM-DD`; it must exist. */
export const LocalDay = z.string().check(z.refine(isRealDay, { error: 'is no day that exists' }));

/** An instant as answers carry it: UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const Instant = written(
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  'a time in UTC such as 2026-11-21T15:30:00.000Z',
).check(z.refine((value) => isRealDay(value.slice(0, 10)), { error: 'is no day that exists' }));

/**
 * True from 1901 to 2998: a year's room on both sides, so that the same instant in any zone, and the
 * day before or after it, is still one that an answer can carry.
 */
const isRecordable = (value: string) => value >= '1901' && value < '2999';

/** An instant as callers may send it: any UTC offset, seconds and fractions optional. */
export const InstantInput = written(
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/,
  'a time with its offset from UTC, such as 2026-11-21T15:30Z or 2026-11-21T09:30-06:00',
).check(
  z.refine((value) => isRealDay(value.slice(0, 10)), { error: 'is no day that exists' }),
  z.refine(isRecordable, { error: 'lies outside of the years 1901 to 2998' }),
);

/** The largest amount that one line, tender or grant may have, in minor units: one billion. */
export const amountLimit = 1_000_000_000;

/** A whole number from 0 to one billion. */
export const Count = z.int().check(z.gte(0), z.lte(amountLimit));

/** A whole number of minor units, never negative. */
export const Amount = Count;

/** An ISO 4217 code in capitals. */
export const Currency = written(/^[A-Z]{3}$/, 'a currency in three capitals, such as USD');

/** Money in minor units (cents), never negative. */
export const Money = z.object({ amount: Amount, currency: Currency });
export type Money = z.infer<typeof Money>;

/** Money in minor units that may be below zero, in answers only. */
export const SignedMoney = z.object({ amount: z.int(), currency: Currency });
export type SignedMoney = z.infer<typeof SignedMoney>;

/** A BCP 47 language tag. */
export const LanguageTag = written(
  /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/,
  'a language such as en or pt-BR',
);

/** One text for everybody, or one for each language tag. */
const localized = <Text extends z.ZodMiniType<string>>(text: Text) =>
  z.union([
    text,
    z.record(LanguageTag, text).check(
      z.refine((texts) => Object.keys(texts).length > 0, {
        error: 'has no text in any language',
      }),
    ),
  ]);

/** A text of the clinic: one text for everybody, or one for each language tag. */
export const LocalizedText = localized(ShortText);
export type LocalizedText = z.infer<typeof LocalizedText>;

/** The same at length, such as the terms of a membership. */
export const LocalizedLongText = localized(LongText);

/** An IANA zone name, such as `America/Chicago`; whether it exists is checked by the engine. */
export const TimeZone = written(
  /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/,
  'a time zone such as America/Chicago',
);

/** The six digits that a telephone was sent. */
export const SentCode = written(/^\d{6}$/, 'the six digits that were sent');

/** A telephone number in E.164, such as `+13125550100`. */
export const Phone = written(
  /^\+[1-9]\d{6,14}$/,
  'a telephone number with its country code and nothing but digits, such as +13125550100',
);

/** A link that a clinic gives: https, mailto, tel or sms; http only on this machine. */
export const ClinicUrl = written(
  /^(https:\/\/|mailto:|tel:|sms:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/,
  'a link that begins with https://, mailto:, tel: or sms:',
).check(z.maxLength(2000), storable);

/** A color as six hex digits, `#b4552d`. */
export const HexColor = written(/^#[0-9a-fA-F]{6}$/, 'a color such as #b4552d');

/**
 * A closed list in what we send, open in what we read: a value that a later server adds is kept
 * as it is and never makes an older page throw.
 */
export function openEnum<const Values extends readonly [string, ...string[]]>(_values: Values) {
  return z.string() as unknown as z.ZodMiniType<Values[number] | (string & {}), string>;
}

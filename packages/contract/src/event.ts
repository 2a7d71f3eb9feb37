import * as z from 'zod/mini';
import { Entry } from './ledger.js';
import { Birthday, PersonReference } from './member.js';
import {
  CardFingerprint,
  CodeWord,
  Count,
  EventId,
  ExternalId,
  InstantInput,
  LanguageTag,
  LocalDay,
  MemberId,
  Money,
  ShortText,
  Slug,
} from './primitives.js';
import { LineKind } from './program.js';

/** One line of a visit. The three amounts are for the whole line, not for one unit. */
export const VisitLine = z.object({
  lineId: ExternalId,
  kind: LineKind,
  code: z.optional(Slug),
  category: z.optional(Slug),
  quantity: z._default(z.number().check(z.gt(0), z.lte(100_000)), 1),
  listPrice: z.optional(Money),
  /** The line's own discount. */
  discount: z.optional(Money),
  /** After the line's own discount, before tax and tenders. */
  price: Money,
  provider: z.optional(Slug),
  /** For a package: the offer's code in the program. */
  package: z.optional(Slug),
});
export type VisitLine = z.infer<typeof VisitLine>;

/** What was handed over. Only `money` earns points. */
export const Tender = z.object({
  kind: z.enum(['money', 'points', 'credit', 'session', 'voucher', 'giftCard']),
  amount: z.optional(Money),
  /** Sessions or points used. */
  count: z.optional(Count),
  /** The package's code, the voucher, the gift card: what was used, where the till knows it. */
  reference: z.optional(ExternalId),
  /** The line that it paid for; left out: shared over all lines. */
  line: z.optional(ExternalId),
  /** Of money: what the till gives for the card, to find referrals of oneself. Never its number. */
  card: z.optional(CardFingerprint),
});
export type Tender = z.infer<typeof Tender>;

/** A discount that names no line; shared over the lines in proportion to their price. */
export const VisitDiscount = z.object({
  amount: Money,
  reason: z.optional(Slug),
});

/** One person's part of a receipt: its lines, and what they were paid with. */
export const VisitData = z.object({
  location: z.optional(Slug),
  channel: z.optional(Slug),
  /** When the person was there; for reports. */
  startsAt: z.optional(InstantInput),
  durationMinutes: z.optional(z.int().check(z.gte(0), z.lte(1440))),
  /** The quote whose holds this visit uses. */
  checkoutId: z.optional(ShortText),
  /** The booking that was kept, by its id in the same source; left out: one of the same day. */
  booking: z.optional(ExternalId),
  referralCode: z.optional(CodeWord),
  /** The first characters of the postal code, for maps. */
  postalArea: z.optional(Slug),
  /** How the person was won, such as `walkIn`. */
  wonBy: z.optional(Slug),
  lines: z.array(VisitLine).check(z.minLength(1), z.maxLength(200)),
  discounts: z.optional(z.array(VisitDiscount).check(z.maxLength(50))),
  tenders: z.optional(z.array(Tender).check(z.maxLength(50))),
});
export type VisitData = z.infer<typeof VisitData>;

/** What is given back of a visit, as the amount of each line. It may come before its visit. */
export const RefundData = z.object({
  /** External id of the visit, from the same source. */
  visit: ExternalId,
  lines: z
    .array(z.object({ lineId: ExternalId, amount: Money, sessions: z.optional(Count) }))
    .check(z.minLength(1), z.maxLength(200)),
});
export type RefundData = z.infer<typeof RefundData>;

/** One appointment, by its id in the booking system; a later event may say it anew. */
export const BookingData = z.object({
  booking: ExternalId,
  startsAt: z.optional(InstantInput),
  madeOn: z.optional(z.union([LocalDay, z.literal('unknown')])),
  service: z.optional(Slug),
  category: z.optional(Slug),
  provider: z.optional(Slug),
  location: z.optional(Slug),
  durationMinutes: z.optional(z.int().check(z.gte(0), z.lte(1440))),
  referralCode: z.optional(CodeWord),
});

const head = {
  /** The system that says so; half of the event's identity. */
  source: Slug,
  /** The id there, for ever; the other half. */
  externalId: ExternalId,
  /** Raised when the source edits what it said before. */
  revision: z._default(z.int().check(z.gte(1), z.lte(1_000_000)), 1),
  /** May be left out in a sandbox: then it is the clinic's now. */
  occurredAt: z.optional(InstantInput),
  /** A day in the clinic's zone instead of an instant: counts as noon. */
  occurredOn: z.optional(LocalDay),
  member: z.optional(PersonReference),
};

const event = <const Type extends string, Data extends z.ZodMiniType>(type: Type, data: Data) =>
  z.object({ type: z.literal(type), ...head, data });

const nothing = z.optional(z.object({}));

/** Every event that a till, a booking system or the clinic can send. */
export const Event = z.discriminatedUnion('type', [
  event('visit.completed', VisitData),
  event('visit.refunded', RefundData),
  event('visit.voided', z.object({ visit: ExternalId })),
  event('booking.made', BookingData),
  event('booking.changed', BookingData),
  event('booking.cancelled', BookingData),
  event('booking.missed', BookingData),
  event('activity.done', z.object({ activity: Slug, visit: z.optional(ExternalId) })),
  event(
    'feedback.given',
    z.object({ score: z.int().check(z.gte(0), z.lte(10)), visit: z.optional(ExternalId) }),
  ),
  event('member.joined', z.object({ code: z.optional(CodeWord) })),
  event(
    'member.updated',
    z.object({
      firstName: z.optional(ShortText),
      phone: z.optional(ShortText),
      email: z.optional(ShortText),
      birthday: z.optional(Birthday),
      locale: z.optional(LanguageTag),
    }),
  ),
  event('membership.started', z.object({ plan: Slug, startsOn: z.optional(LocalDay) })),
  event('membership.paused', nothing),
  event('membership.ended', nothing),
  event('package.extended', z.object({ package: ShortText, expiresOn: LocalDay })),
]);
export type Event = z.infer<typeof Event>;

/** The names of all events. */
export type EventType = Event['type'];

/** What became of one event. */
export const EventResult = z.object({
  externalId: z.nullable(z.string()),
  status: z.enum(['applied', 'duplicate', 'rejected']),
  /** The event's own id here; null when rejected. */
  id: z.nullable(EventId),
  memberId: z.nullable(MemberId),
  code: z.optional(z.string()),
  detail: z.optional(z.string()),
  param: z.optional(z.string()),
  /** Dropped fields by path, and flags for staff such as `session_unavailable`; never a value. */
  warnings: z.array(z.object({ code: z.string(), path: z.optional(z.string()) })),
  /** What the event posted on this member's ledger. */
  entries: z.array(Entry),
});
export type EventResult = z.infer<typeof EventResult>;

/** What became of each event of a request, in the order in which they came. */
export const EventsAnswer = z.object({ results: z.array(EventResult) });
export type EventsAnswer = z.infer<typeof EventsAnswer>;

/** Most events in one request. */
export const eventsLimit = 500;

import * as z from 'zod/mini';
import { Reason } from './ledger.js';
import { Instant, InstantInput, MemberId, Phone, openEnum } from './primitives.js';

/** Moves a sandbox clinic to an instant; everything that falls due until then happens in order. */
export const ClockMove = z.strictObject({ now: InstantInput });
export type ClockMove = z.infer<typeof ClockMove>;

/** Where a sandbox's clock stands, and what the move there brought about. */
export const ClockAnswer = z.object({
  now: Instant,
  /** False while the clock runs with the wall clock. */
  frozen: z.boolean(),
  /** How many accounts something fell due for during this move. */
  settled: z.int(),
});
export type ClockAnswer = z.infer<typeof ClockAnswer>;

/** A message that a sandbox would have sent. */
export const TestMessage = z.object({
  at: Instant,
  channel: z.enum(['sms', 'email']),
  to: Phone,
  text: z.string(),
});
export type TestMessage = z.infer<typeof TestMessage>;

/** What a member can be told. */
export const noticeKinds = [
  'pointsLapse',
  'sessionsExpire',
  'creditExpires',
  'voucherExpires',
  'offerExpires',
  'tierUp',
  'tierDown',
  'friendBooked',
  'friendCompleted',
  'rewardReleased',
  'milestone',
  'occasion',
  'creditBanked',
] as const;

/** Something that a member should be told; sending is another matter. */
export const TestNotice = z.object({
  memberId: MemberId,
  kind: openEnum(noticeKinds),
  /** The instant at which it became news. */
  dueAt: Instant,
  /** After this instant it is old news. */
  usefulUntil: Instant,
  args: Reason.shape.args,
});
export type TestNotice = z.infer<typeof TestNotice>;

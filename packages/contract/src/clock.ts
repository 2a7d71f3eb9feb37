import * as z from 'zod/mini';
import { Instant, InstantInput, Phone } from './primitives.js';

/** Moves a sandbox clinic to an instant; everything that falls due until then happens in order. */
export const ClockMove = z.strictObject({ now: InstantInput });
export type ClockMove = z.infer<typeof ClockMove>;

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

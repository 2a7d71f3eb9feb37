import * as z from 'zod/mini';
import { EntryId, Instant, openEnum, written } from './primitives.js';

/** What an entry counts: points, credit in minor units, or sessions of one sold package. */
export const Asset = written(
  /^(points|credit|sessions:pkg_[0-9a-z]{26})$/,
  'points, credit, or sessions: and the id of a package',
);

/** The kinds of causes that an entry can have. */
export const causeKinds = [
  'joined',
  'visit',
  'refund',
  'void',
  'revision',
  'lapse',
  'expiry',
  'referral',
  'bonus',
  'occasion',
  'claim',
  'membership',
  'adjustment',
  'merge',
  'goodwill',
  'refold',
] as const;

/** What made the entry: a kind, and the opaque id of the event or decision where there is one. */
export const Cause = z.object({ kind: openEnum(causeKinds), id: z.nullable(z.string()) });
export type Cause = z.infer<typeof Cause>;

/** A reason as data; it is worded later, in the reader's language. */
export const Reason = z.object({
  /** Id of the rule, such as an earning rule of the program or `lapse`. */
  rule: z.string(),
  /** Version of the program that holds the rule. */
  version: z.int(),
  /** The arithmetic: numbers, days and code words, never names of treatments or people. */
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Reason = z.infer<typeof Reason>;

/** One line of the ledger. Never edited; a correction is a new entry with the same key. */
export const Entry = z.object({
  id: EntryId,
  at: Instant,
  asset: Asset,
  /** Whole units of the asset; below zero when something is taken. */
  amount: z.int(),
  cause: Cause,
  /** What the entry is about; all entries of one key add up to what the rules give for it. */
  key: z.string(),
  because: z.array(Reason),
  /** Balance of the asset after this entry. */
  balanceAfter: z.int(),
});
export type Entry = z.infer<typeof Entry>;

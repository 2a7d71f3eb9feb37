import * as z from 'zod/mini';
import { Member } from './member.js';
import { MemberId, Slug } from './primitives.js';

/** Makes two records of one person one: the other becomes part of the member of the address. */
export const MergeRequest = z.strictObject({
  /** The record that becomes part of the other. */
  from: MemberId,
  /** Says what would happen, and does nothing. */
  preview: z.optional(z.boolean()),
  /** A code word, such as `duplicate`; never a text about a person. */
  reason: Slug,
});
export type MergeRequest = z.infer<typeof MergeRequest>;

/** What a merge did, or would do. */
export const MergeAnswer = z.object({
  preview: z.boolean(),
  /** The record that stands for the person. */
  member: Member,
  points: z.object({
    /** Both balances together, without what one record earned for bringing the other. */
    before: z.int(),
    /** The balance of the person, goodwill included. */
    after: z.int(),
    /** What makes up for rules that give once. */
    goodwill: z.int(),
  }),
});
export type MergeAnswer = z.infer<typeof MergeAnswer>;

/** Takes a merge back. */
export const UnmergeRequest = z.strictObject({
  /** The record that stands for itself again. */
  from: MemberId,
  /** Says what would happen, and does nothing. */
  preview: z.optional(z.boolean()),
});
export type UnmergeRequest = z.infer<typeof UnmergeRequest>;

/** The two records as they are apart again, or would be: the one of the address, and the other. */
export const UnmergeAnswer = z.object({ preview: z.boolean(), member: Member, other: Member });
export type UnmergeAnswer = z.infer<typeof UnmergeAnswer>;

import * as z from 'zod/mini';
import { Asset, Entry } from './ledger.js';
import { LocalDay, Slug } from './primitives.js';

/** Most units that one correction gives or takes. */
const most = 1_000_000_000;

/** A correction by the staff: what is given, or below zero what is taken. */
export const AdjustmentCreate = z.strictObject({
  asset: Asset,
  amount: z.int().check(
    z.gte(-most),
    z.lte(most),
    z.refine((amount) => amount !== 0, { error: 'is zero, which corrects nothing' }),
  ),
  /** A code word, such as `complaint`; never a text about a person. */
  reason: Slug,
});
export type AdjustmentCreate = z.infer<typeof AdjustmentCreate>;

/** What a correction posted. */
export const Adjustment = z.object({ entries: z.array(Entry) });
export type Adjustment = z.infer<typeof Adjustment>;

/** A tier that the staff give for a while. */
export const TierGift = z.strictObject({
  /** Null ends one that was given before. */
  level: z.nullable(Slug),
  /** The last day of it; needed with a level. */
  until: z.optional(LocalDay),
  reason: Slug,
});
export type TierGift = z.infer<typeof TierGift>;

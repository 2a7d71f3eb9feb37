import * as z from 'zod/mini';
import { LocalDay, LocalizedText, PackageId, Slug } from './primitives.js';

/** A package that a member bought, with what is left of it. */
export const PackageBalance = z.object({
  id: PackageId,
  code: Slug,
  name: LocalizedText,
  /** Sessions as bought. */
  total: z.int(),
  /** Sessions that can still be used; 0 when expired. */
  left: z.int(),
  boughtOn: LocalDay,
  /** The last day on which a session can be used; null: no end. */
  expiresOn: z.nullable(LocalDay),
});
export type PackageBalance = z.infer<typeof PackageBalance>;

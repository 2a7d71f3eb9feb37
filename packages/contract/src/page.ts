import * as z from 'zod/mini';

/** One page of a list; `nextCursor` is opaque and null at the end. */
export interface Page<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** The schema of a page whose rows have this schema. */
export const pageOf = <Row extends z.ZodMiniType>(row: Row) =>
  z.object({ data: z.array(row), nextCursor: z.nullable(z.string()) });

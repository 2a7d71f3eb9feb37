import type { Page, PageQuery } from '@afterglow/contract';

/** Where a list begins, and how many rows one request brings (1 to 100). */
export interface ListInit extends PageQuery {
  readonly signal?: AbortSignal | undefined;
}

/**
 * A list that is asked for page by page while it is walked through: `for await (const row of list)`.
 * A cursor names a row, so rows that are added meanwhile make none come twice and none be left out.
 */
export interface List<Row> extends AsyncIterable<Row> {
  /** One page, with the cursor of the next. */
  page(init?: ListInit): Promise<Page<Row>>;
}

/** A list from a function that brings one page. */
export function listOf<Row>(
  init: ListInit | undefined,
  bring: (init: ListInit) => Promise<Page<Row>>,
): List<Row> {
  return {
    page: (more) => bring({ ...init, ...more }),
    async *[Symbol.asyncIterator]() {
      let cursor = init?.cursor ?? null;
      do {
        const page: Page<Row> = await bring({ ...init, ...(cursor !== null && { cursor }) });
        yield* page.data;
        cursor = page.nextCursor;
      } while (cursor !== null);
    },
  };
}

/** The part of a list's options that travels in the address. */
export function queryOf({ cursor, limit }: ListInit): PageQuery {
  return { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
}

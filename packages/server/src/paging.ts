import { Refused } from './refused.js';

/** Rows on a page when the caller does not say. */
const usualLimit = 25;

/** Where a page starts and how long it is. */
export interface Paging {
  readonly cursor?: string;
  readonly limit?: number;
}

/** How many rows a page has. */
export const pageSize = ({ limit }: Paging): number => limit ?? usualLimit;

/** The cursor of a list: the place after which the next page starts, in a wrapping of its own. */
export function cursorFor(place: string | number): string {
  return btoa(`after:${place}`).replace(/=+$/, '');
}

/** The place that a cursor names; undefined on the first page. Refused when it is none of ours. */
export function placeOf({ cursor }: Paging, shape: RegExp): string | undefined {
  if (cursor === undefined) return undefined;

  const place = /^after:(.*)$/.exec(decode(cursor))?.[1];
  if (place !== undefined && shape.test(place)) return place;
  throw new Refused('invalid_field', {
    detail:
      'The cursor is none that this list gave. Send nextCursor of the page before, unchanged.',
    param: 'cursor',
  });
}

function decode(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return '';
  }
}

/**
 * A page from rows that were read with one more than it holds, so that it is known whether there
 * is a next one.
 */
export function pageFrom<Row, Shown>(
  rows: readonly Row[],
  size: number,
  of: { readonly show: (row: Row) => Shown; readonly place: (row: Row) => string | number },
): { data: Shown[]; nextCursor: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    data: shown.map(of.show),
    nextCursor: rows.length > size && last !== undefined ? cursorFor(of.place(last)) : null,
  };
}

/**
 * A page of a list that is there whole, by the ids of its rows.
 *
 * @param shape - Of these ids: a cursor that names anything else is refused.
 */
export function pageOfList<Row extends { readonly id: string }>(
  rows: readonly Row[],
  paging: Paging,
  shape: RegExp,
): { data: Row[]; nextCursor: string | null } {
  const after = placeOf(paging, shape);
  const start = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  return pageFrom(rows.slice(start), pageSize(paging), {
    show: (row) => row,
    place: ({ id }) => id,
  });
}

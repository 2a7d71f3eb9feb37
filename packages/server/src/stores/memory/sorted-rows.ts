import type { Row, Value } from '../row.js';

/** Most rows in one chunk before it is halved: short enough to splice, long enough to be few. */
const chunkLimit = 512;

/**
 * Orders text by code points, as SQLite and PostgreSQL (`COLLATE "C"`) order its UTF-8 bytes.
 * JavaScript's `<` puts surrogates, and so every emoji, before U+E000 to U+FFFF.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x === y) continue;
    const astral = Number(isSurrogate(x)) - Number(isSurrogate(y));
    return astral === 0 || Math.min(x, y) < 0xd800 ? x - y : astral;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** Orders two values of one column; null comes first. */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'number') return a - (b as number);
  return compareText(a, b as string);
}

/** Orders rows by these columns in turn. */
export function byColumns(columns: readonly string[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const name of columns) {
      const order = compareValues(a[name] ?? null, b[name] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Where a scan starts and ends; both tests must be monotonic in the order of the rows. */
export interface Scan {
  /** True for rows that lie before the first one wanted. */
  readonly isBefore: (row: Row) => boolean;
  /** True for rows that lie after the last one wanted. */
  readonly isAfter: (row: Row) => boolean;
  readonly descending: boolean;
}

/** Rows kept in order in short chunks: finding is logarithmic, adding moves one chunk only. */
export class SortedRows {
  readonly #compare: (a: Row, b: Row) => number;
  readonly #chunks: Row[][] = [];

  /** @param columns - What orders the rows; together they must tell every two rows apart. */
  constructor(columns: readonly string[]) {
    this.#compare = byColumns(columns);
  }

  add(row: Row): void {
    const [at, offset] = this.#firstNot((other) => this.#compare(other, row) < 0);
    const chunk = this.#chunks[at] ?? this.#chunks.at(-1);
    if (!chunk) {
      this.#chunks.push([row]);
      return;
    }
    if (at < this.#chunks.length) chunk.splice(offset, 0, row);
    else chunk.push(row);
    if (chunk.length > chunkLimit)
      this.#chunks.splice(this.#chunks.indexOf(chunk) + 1, 0, chunk.splice(chunkLimit / 2));
  }

  delete(row: Row): void {
    const [at, offset] = this.#firstNot((other) => this.#compare(other, row) < 0);
    const chunk = this.#chunks[at];
    const found = chunk?.[offset];
    if (!chunk || !found || this.#compare(found, row) !== 0) return;
    chunk.splice(offset, 1);
    if (chunk.length === 0) this.#chunks.splice(at, 1);
  }

  *scan({ isBefore, isAfter, descending }: Scan): Generator<Row> {
    if (descending) {
      let [at, offset] = this.#firstNot((row) => !isAfter(row));
      for (; at >= 0; at--, offset = this.#chunks[at]?.length ?? 0) {
        const chunk = this.#chunks[at] ?? [];
        for (let i = offset - 1; i >= 0; i--) {
          const row = chunk[i] as Row;
          if (isBefore(row)) return;
          yield row;
        }
      }
      return;
    }
    const [start, first] = this.#firstNot(isBefore);
    for (let at = start, offset = first; at < this.#chunks.length; at++, offset = 0) {
      const chunk = this.#chunks[at] as Row[];
      for (let i = offset; i < chunk.length; i++) {
        const row = chunk[i] as Row;
        if (isAfter(row)) return;
        yield row;
      }
    }
  }

  /** Position of the first row for which the test is false; the test holds for all before it. */
  #firstNot(test: (row: Row) => boolean): [chunk: number, offset: number] {
    const at = firstFalse(this.#chunks.length, (i) => test(this.#chunks[i]?.at(-1) as Row));
    const chunk = this.#chunks[at] ?? [];
    return [at, firstFalse(chunk.length, (i) => test(chunk[i] as Row))];
  }
}

function firstFalse(length: number, test: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

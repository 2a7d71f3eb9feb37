import type { Range } from '../../ports.js';
import type { TableName } from '../../tables.js';
import { keyText, orderOf, shapeOf, spanOf } from '../row.js';
import type { Row } from '../row.js';
import { SortedRows, byColumns, compareValues } from './sorted-rows.js';
import type { Scan } from './sorted-rows.js';

/** Turns a range into the scan of an index. Nulls lie outside every bound. */
export function scanOf<Name extends TableName>(table: Name, range: Range<Name>): Scan {
  const { equal, bounded } = spanOf(table, range);
  const { above, below } = range;
  const compareLeading = (row: Row) => {
    for (const [name, value] of equal) {
      const order = compareValues(row[name] ?? null, value);
      if (order !== 0) return order;
    }
    return 0;
  };
  const hasBound = above !== undefined || below !== undefined;
  return {
    isBefore: (row) => {
      const order = compareLeading(row);
      if (order !== 0 || !hasBound || bounded === undefined) return order < 0;
      const value = row[bounded] ?? null;
      return value === null || (above !== undefined && compareValues(value, above) <= 0);
    },
    isAfter: (row) => {
      const order = compareLeading(row);
      if (order !== 0 || below === undefined || bounded === undefined) return order > 0;
      return compareValues(row[bounded] ?? null, below) >= 0;
    },
    descending: range.descending === true,
  };
}

/** The rows of one table with an ordered copy for each index. */
export class MemoryTable {
  readonly #name: TableName;
  readonly #byKey = new Map<string, Row>();
  readonly #ordered: ReadonlyMap<string, SortedRows>;

  constructor(name: TableName) {
    this.#name = name;
    const indexes = ['key', ...Object.keys(shapeOf(name).indexes)];
    this.#ordered = new Map(indexes.map((index) => [index, new SortedRows(orderOf(name, index))]));
  }

  get(key: string): Row | undefined {
    return this.#byKey.get(key);
  }

  /** Puts a row in the place of the one with its key; undefined takes that one away. */
  set(key: string, row: Row | undefined): void {
    const before = this.#byKey.get(key);
    if (before) for (const rows of this.#ordered.values()) rows.delete(before);
    if (!row) {
      this.#byKey.delete(key);
      return;
    }
    this.#byKey.set(key, row);
    for (const rows of this.#ordered.values()) rows.add(row);
  }

  /**
   * Rows of a range, seen through changes that are not committed yet.
   *
   * @param changed - By key: the row as it would be, undefined when it would be gone.
   */
  range<Name extends TableName>(
    range: Range<Name>,
    changed: ReadonlyMap<string, Row | undefined>,
  ): Row[] {
    const scan = scanOf(this.#name as Name, range);
    const limit = range.limit ?? Infinity;
    const rows: Row[] = [];
    if (limit <= 0) return rows;
    for (const row of this.#ordered.get(range.index)?.scan(scan) ?? []) {
      if (changed.size > 0 && changed.has(keyText(this.#name, row))) continue;
      rows.push(row);
      if (rows.length >= limit) break;
    }
    return changed.size === 0 ? rows : this.#merge(rows, scan, range, changed).slice(0, limit);
  }

  #merge<Name extends TableName>(
    rows: Row[],
    scan: Scan,
    range: Range<Name>,
    changed: ReadonlyMap<string, Row | undefined>,
  ): Row[] {
    const added = [...changed.values()].filter(
      (row) => row !== undefined && !scan.isBefore(row) && !scan.isAfter(row),
    ) as Row[];
    if (added.length === 0) return rows;
    const order = byColumns(orderOf(this.#name, range.index));
    return [...rows, ...added].sort(scan.descending ? (a, b) => order(b, a) : order);
  }
}

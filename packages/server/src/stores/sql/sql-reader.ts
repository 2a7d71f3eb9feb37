import type { Kysely } from 'kysely';
import type { Range, Reader } from '../../ports.js';
import type { KeyOf, TableName, Tables } from '../../tables.js';
import { keyText, shapeOf, spanOf } from '../row.js';
import type { Row } from '../row.js';
import type { SqlEngine, SqlTables } from './dialect.js';

/** Most keys in one statement: SQLite allows a chain of at most 1,000 conditions. */
const keysPerStatement = 100;

/** Splits a list into parts of at most this many. */
export function partsOf<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}

/** Reads rows by SQL that SQLite and PostgreSQL both understand. */
export class SqlReader implements Reader {
  protected readonly db: Kysely<SqlTables>;
  protected readonly kind: SqlEngine['kind'];

  constructor(db: Kysely<SqlTables>, kind: SqlEngine['kind']) {
    this.db = db;
    this.kind = kind;
  }

  async get<Name extends TableName>(
    table: Name,
    key: KeyOf<Name>,
  ): Promise<Tables[Name] | undefined> {
    const row = await this.selectByKey(table, key).executeTakeFirst();
    return row as Tables[Name] | undefined;
  }

  async getMany<Name extends TableName>(
    table: Name,
    keys: readonly KeyOf<Name>[],
  ): Promise<Tables[Name][]> {
    const found: Row[] = [];
    const distinct = new Map(keys.map((key) => [keyText(table, key), key]));
    for (const part of partsOf([...distinct.values()], keysPerStatement)) {
      const query = this.db
        .selectFrom(table as string)
        .selectAll()
        .where((eb) => eb.or(part.map((key) => eb.and(keyColumns(table, key)))));
      found.push(...(await query.execute()));
    }
    return found as unknown as Tables[Name][];
  }

  async range<Name extends TableName>(table: Name, range: Range<Name>): Promise<Tables[Name][]> {
    const { order, equal, bounded } = spanOf(table, range);
    let query = this.db.selectFrom(table as string).selectAll();
    for (const [column, value] of equal)
      query = value === null ? query.where(column, 'is', null) : query.where(column, '=', value);
    if (bounded !== undefined && range.above !== undefined)
      query = query.where(bounded, '>', range.above);
    if (bounded !== undefined && range.below !== undefined)
      query = query.where(bounded, '<', range.below);
    for (const column of order.slice(equal.length))
      query = query.orderBy(column, (by) => {
        const sorted = range.descending ? by.desc() : by.asc();
        if (this.kind === 'sqlite' || !shapeOf(table).columns[column]?.endsWith('?')) return sorted;
        return range.descending ? sorted.nullsLast() : sorted.nullsFirst();
      });
    if (range.limit !== undefined) query = query.limit(Math.max(0, range.limit));
    return (await query.execute()) as unknown as Tables[Name][];
  }

  protected selectByKey(table: TableName, key: object) {
    return this.db
      .selectFrom(table as string)
      .selectAll()
      .where((eb) => eb.and(keyColumns(table, key)));
  }
}

/** The columns of a table's key alone, whatever else the object holds. */
export function keyColumns(table: TableName, key: object): Record<string, string | number> {
  const given = key as Record<string, string | number>;
  return Object.fromEntries(shapeOf(table).key.map((name) => [name, given[name] ?? '']));
}

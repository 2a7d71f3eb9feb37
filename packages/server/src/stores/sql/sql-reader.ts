import type { QueryResult } from 'kysely';
import type { Range, Reader } from '../../ports.js';
import type { KeyOf, TableName, Tables } from '../../tables.js';
import { keyText, shapeOf, spanOf } from '../row.js';
import type { Row, Value } from '../row.js';
import type { Send } from './connections.js';
import type { Statements } from './statements.js';

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
  protected readonly statements: Statements;
  readonly #send: Send;

  constructor(send: Send, statements: Statements) {
    this.#send = send;
    this.statements = statements;
  }

  get<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<Tables[Name] | undefined> {
    return this.select(table, key, false);
  }

  async getMany<Name extends TableName>(
    table: Name,
    keys: readonly KeyOf<Name>[],
  ): Promise<Tables[Name][]> {
    const [first] = keys;
    if (first && keys.length === 1) {
      const row = await this.get(table, first);
      return row ? [row] : [];
    }
    const found: Row[] = [];
    const distinct = new Map(keys.map((key) => [keyText(table, key), key]));
    for (const part of partsOf([...distinct.values()], keysPerStatement)) {
      const values = part.flatMap((key) => keyValues(table, key));
      const text = this.statements.select(table, part.length, false);
      const { rows } = await this.run(text, values);
      found.push(...rows);
    }
    return found as unknown as Tables[Name][];
  }

  async range<Name extends TableName>(table: Name, range: Range<Name>): Promise<Tables[Name][]> {
    const span = spanOf(table, range);
    const { above, below, limit, descending = false } = range;
    const text = this.statements.range(table, span, {
      above: above !== undefined,
      below: below !== undefined,
      descending,
      limit: limit !== undefined,
    });
    const { rows } = await this.run(text, [
      ...span.equal.flatMap(([, value]) => (value === null ? [] : [value])),
      ...(above === undefined ? [] : [above]),
      ...(below === undefined ? [] : [below]),
      ...(limit === undefined ? [] : [Math.max(0, limit)]),
    ]);
    return rows as unknown as Tables[Name][];
  }

  protected async select<Name extends TableName>(
    table: Name,
    key: object,
    lock: boolean,
  ): Promise<Tables[Name] | undefined> {
    const text = this.statements.select(table, 1, lock);
    const { rows } = await this.run(text, keyValues(table, key), true);
    return rows[0] as Tables[Name] | undefined;
  }

  protected run(
    text: string,
    values: readonly Value[],
    givesOneRow?: boolean,
  ): Promise<QueryResult<Row>> {
    return this.#send(text, values, givesOneRow);
  }
}

/** The values of a table's key, whatever else the object holds. */
export function keyValues(table: TableName, key: object): readonly Value[] {
  const given = key as Row;
  return shapeOf(table).key.map((name) => given[name] ?? '');
}

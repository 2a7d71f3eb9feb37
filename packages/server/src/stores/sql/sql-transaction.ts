import type { Kysely } from 'kysely';
import { RowExists } from '../../ports.js';
import type { Transaction } from '../../ports.js';
import type { KeyOf, TableName, Tables } from '../../tables.js';
import { checkChange, checkChangeable, checkRow, keyText, shapeOf } from '../row.js';
import type { Row } from '../row.js';
import type { SqlEngine, SqlTables } from './dialect.js';
import { SqlReader, keyColumns, partsOf } from './sql-reader.js';

/** Most rows in one statement; SQLite binds at most 32,766 values, and short statements are kept prepared. */
const rowsPerStatement = 50;

/** What a transaction does, on a connection that is inside of one. */
export class SqlTransaction extends SqlReader implements Transaction {
  readonly #engine: SqlEngine;

  constructor(db: Kysely<SqlTables>, engine: SqlEngine) {
    super(db, engine.kind);
    this.#engine = engine;
  }

  /** On SQLite the whole transaction holds the only lock there is, and `for update` is no SQL. */
  async lock<Name extends TableName>(
    table: Name,
    key: KeyOf<Name>,
  ): Promise<Tables[Name] | undefined> {
    const query = this.selectByKey(table, key);
    const row = await (this.kind === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
    return row as Tables[Name] | undefined;
  }

  async insert<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void> {
    for (const part of this.#parts(table, rows)) {
      try {
        await this.#insertInto(table, part).execute();
      } catch (error) {
        throw this.#engine.isKeyTaken(error) ? new RowExists(table, { cause: error }) : error;
      }
    }
  }

  async insertMissing<Name extends TableName>(
    table: Name,
    rows: readonly Tables[Name][],
  ): Promise<number> {
    let added = 0;
    for (const part of this.#parts(table, rows)) {
      const query = this.#insertInto(table, part).onConflict((conflict) => conflict.doNothing());
      const [result] = await query.execute();
      added += Number(result?.numInsertedOrUpdatedRows ?? 0);
    }
    return added;
  }

  async save<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void> {
    checkChangeable(table);
    const { columns, key } = shapeOf(table);
    const others = Object.keys(columns).filter((name) => !key.includes(name));
    const last = new Map(rows.map((row) => [keyText(table, row), row]));
    for (const part of this.#parts(table, [...last.values()]))
      await this.#insertInto(table, part)
        .onConflict((conflict) =>
          others.length === 0
            ? conflict.doNothing()
            : conflict
                .columns([...key])
                .doUpdateSet((eb) =>
                  Object.fromEntries(others.map((name) => [name, eb.ref(`excluded.${name}`)])),
                ),
        )
        .execute();
  }

  async update<Name extends TableName>(
    table: Name,
    key: KeyOf<Name>,
    change: Partial<Tables[Name]>,
  ): Promise<boolean> {
    checkChange(table, change);
    if (Object.keys(change).length === 0) return (await this.get(table, key)) !== undefined;
    const result = await this.db
      .updateTable(table as string)
      .set(change as Row)
      .where((eb) => eb.and(keyColumns(table, key)))
      .executeTakeFirst();
    return Number(result.numUpdatedRows) > 0;
  }

  async remove<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<boolean> {
    checkChangeable(table);
    const result = await this.db
      .deleteFrom(table as string)
      .where((eb) => eb.and(keyColumns(table, key)))
      .executeTakeFirst();
    return Number(result.numDeletedRows) > 0;
  }

  #parts(table: TableName, rows: readonly object[]): readonly (readonly Row[])[] {
    for (const row of rows) checkRow(table, row);
    return partsOf(rows as readonly Row[], rowsPerStatement);
  }

  #insertInto(table: TableName, rows: readonly Row[]) {
    return this.db.insertInto(table as string).values(rows);
  }
}

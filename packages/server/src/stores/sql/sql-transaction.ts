import type { QueryResult } from 'kysely';
import { RowExists } from '../../ports.js';
import type { Transaction } from '../../ports.js';
import type { KeyOf, TableName, Tables } from '../../tables.js';
import { checkChange, checkChangeable, checkedValues, keyText } from '../row.js';
import type { Row, Value } from '../row.js';
import type { Send } from './connections.js';
import type { SqlEngine } from './dialect.js';
import { SqlReader, keyValues, partsOf } from './sql-reader.js';
import type { OnTaken, Statements } from './statements.js';

/** Most rows in one statement; SQLite binds at most 32,766 values, and short statements are kept prepared. */
const rowsPerStatement = 50;

/**
 * What a transaction does, on a connection that is inside of one.
 *
 * Where the connection takes statements ahead of their answers, rows that are added are sent and not
 * waited for: what comes after them sees them, and nothing is committed when one of them failed.
 */
export class SqlTransaction extends SqlReader implements Transaction {
  readonly #engine: SqlEngine;
  readonly #ahead: Promise<unknown>[] = [];
  #failed: unknown;

  constructor(send: Send, statements: Statements, engine: SqlEngine) {
    super(send, statements);
    this.#engine = engine;
  }

  /**
   * Why the transaction can't be committed: what failed first. Statements after that one are refused
   * for it alone, and say nothing of why; whoever waited for several may hear of a later one first.
   */
  get failed(): unknown {
    return this.#failed;
  }

  /** Takes note of something that was sent and is not waited for. */
  goAhead(sent: Promise<unknown>): void {
    this.#ahead.push(
      sent.catch((error: unknown) => {
        this.#failed ??= error;
      }),
    );
  }

  /** Resolves when all that was not waited for is answered, well or badly. */
  async arrived(): Promise<void> {
    await Promise.all(this.#ahead);
  }

  async lock<Name extends TableName>(
    table: Name,
    key: KeyOf<Name>,
  ): Promise<Tables[Name] | undefined> {
    return this.select(table, key, true);
  }

  async insert<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void> {
    const inserted = this.#insert(table, rows, 'fail').catch((error: unknown) => {
      if (!this.#engine.isKeyTaken(error)) throw error;
      const exists = new RowExists(table, { cause: error });
      if (this.#failed === error) this.#failed = exists;
      throw exists;
    });
    if (this.#engine.pipelines) this.goAhead(inserted);
    else await inserted;
  }

  async insertMissing<Name extends TableName>(
    table: Name,
    rows: readonly Tables[Name][],
  ): Promise<number> {
    return this.#insert(table, rows, 'keep');
  }

  async save<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void> {
    checkChangeable(table);
    const last = new Map(rows.map((row) => [keyText(table, row), row]));
    await this.#insert(table, [...last.values()], 'replace');
  }

  async update<Name extends TableName>(
    table: Name,
    key: KeyOf<Name>,
    change: Partial<Tables[Name]>,
  ): Promise<boolean> {
    checkChange(table, change);
    const changed = Object.keys(change);
    if (changed.length === 0) return (await this.get(table, key)) !== undefined;
    const values = [...Object.values(change as Row), ...keyValues(table, key)];
    const result = await this.run(this.statements.update(table, changed), values);
    return Number(result.numAffectedRows) > 0;
  }

  async remove<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<boolean> {
    checkChangeable(table);
    const result = await this.run(this.statements.remove(table), keyValues(table, key));
    return Number(result.numAffectedRows) > 0;
  }

  protected override async run(
    ...statement: Parameters<SqlReader['run']>
  ): Promise<QueryResult<Row>> {
    try {
      return await super.run(...statement);
    } catch (error) {
      this.#failed ??= error;
      throw error;
    }
  }

  /** Adds rows; answers how many were added or replaced. */
  async #insert(table: TableName, rows: readonly object[], onTaken: OnTaken): Promise<number> {
    const checked = rows.map((row) => checkedValues(table, row));
    let added = 0;
    for (const part of partsOf(checked, rowsPerStatement)) {
      const text = this.statements.insert(table, part.length, onTaken);
      const values: Value[] = [];
      // `flat` takes five times as long as all the rest of this.
      for (const row of part) values.push(...row);
      added += Number((await this.run(text, values)).numAffectedRows ?? 0);
    }
    return added;
  }
}

import type { QueryResult } from 'kysely';
import { RowExists } from '../../ports.js';
import type { RowAhead, Transaction } from '../../ports.js';
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
 * Where the connection takes statements ahead of their answers, rows that are added or changed are sent
 * and not waited for: what comes after them sees them, and nothing is committed when one of them failed.
 */
export class SqlTransaction extends SqlReader implements Transaction {
  readonly #engine: SqlEngine;
  readonly #ahead: Promise<unknown>[] = [];
  /** Rows that were asked for ahead, by table and key. */
  readonly #rows = new Map<string, { readonly lock: boolean; readonly row: Promise<unknown> }>();
  readonly #changed: Set<string>;
  #failed: unknown;
  #hasWritten = false;
  #isOver = false;

  /**
   * @param changed - Table and key of each row that is written by those who read ahead at the same
   *   moment as this one: such a row is read again.
   */
  constructor(send: Send, statements: Statements, engine: SqlEngine, changed: Set<string>) {
    super(send, statements);
    this.#engine = engine;
    this.#changed = changed;
  }

  /**
   * Why the transaction can't be committed: what failed first. Statements after that one are refused
   * for it alone, and say nothing of why; whoever waited for several may hear of a later one first.
   */
  get failed(): unknown {
    return this.#failed;
  }

  /** True once a statement was sent that may change a row. */
  get hasWritten(): boolean {
    return this.#hasWritten;
  }

  /**
   * Refuses every statement from now on. Work that asked for several at once and failed with one may
   * still be asking, and the connection is somebody else's by then.
   */
  end(): void {
    this.#isOver = true;
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

  /** Asks for rows that the work reads in any case. */
  readAhead(ahead: readonly RowAhead[]): void {
    for (const { table, key, lock = false } of ahead) {
      const row = super.select(table, key, lock);
      this.goAhead(row);
      this.#rows.set(nameOf(table, key), { lock, row });
    }
  }

  /**
   * Resolves when those rows are there, well or badly. Where only we can't read one, the database would still
   * commit, so this has to be known before.
   */
  async rowsArrived(): Promise<void> {
    await Promise.allSettled([...this.#rows.values()].map(({ row }) => row));
  }

  lock<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<Tables[Name] | undefined> {
    return this.select(table, key, true);
  }

  async insert<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void> {
    const inserted = this.#insert(table, this.#valuesOf(table, rows), 'fail').catch(
      (error: unknown) => {
        if (!this.#engine.isKeyTaken(error)) throw error;
        const exists = new RowExists(table, { cause: error });
        if (this.#failed === error) this.#failed = exists;
        throw exists;
      },
    );
    await this.#unheard(inserted);
  }

  async insertMissing<Name extends TableName>(
    table: Name,
    rows: readonly Tables[Name][],
  ): Promise<void> {
    await this.#unheard(this.#insert(table, this.#valuesOf(table, rows), 'keep'));
  }

  async claim<Name extends TableName>(table: Name, row: Tables[Name]): Promise<boolean> {
    return (await this.#insert(table, this.#valuesOf(table, [row]), 'keep')) > 0;
  }

  async save<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void> {
    checkChangeable(table);
    const last = new Map(rows.map((row) => [keyText(table, row), row]));
    const checked = this.#valuesOf(table, [...last.values()]);
    await this.#unheard(this.#insert(table, checked, 'replace'));
  }

  async update<Name extends TableName>(
    table: Name,
    key: KeyOf<Name>,
    change: Partial<Tables[Name]>,
  ): Promise<void> {
    checkChange(table, change);
    const changed = Object.keys(change);
    if (changed.length === 0) return;
    const values = [...Object.values(change as Row), ...keyValues(table, key)];
    this.#noteChanges(table, [key]);
    await this.#unheard(this.#write(this.statements.update(table, changed), values));
  }

  async remove<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<boolean> {
    checkChangeable(table);
    this.#noteChanges(table, [key]);
    const result = await this.#write(this.statements.remove(table), keyValues(table, key));
    return Number(result.numAffectedRows) > 0;
  }

  protected override select<Name extends TableName>(
    table: Name,
    key: object,
    lock: boolean,
  ): Promise<Tables[Name] | undefined> {
    if (this.#rows.size === 0) return super.select(table, key, lock);
    const name = nameOf(table, key);
    const ahead = this.#rows.get(name);
    if (!ahead || (lock && !ahead.lock) || this.#changed.has(name))
      return super.select(table, key, lock);
    return ahead.row as Promise<Tables[Name] | undefined>;
  }

  protected override async run(
    ...statement: Parameters<SqlReader['run']>
  ): Promise<QueryResult<Row>> {
    if (this.#isOver) throw new TypeError('the transaction is over');
    // SQLite may have rolled back by itself; what is sent then would be kept whatever comes after it.
    if (this.#failed !== undefined) throw this.#failed;
    try {
      return await super.run(...statement);
    } catch (error) {
      this.#failed ??= error;
      throw error;
    }
  }

  /** The values of rows that are added: all are checked before the first is sent. */
  #valuesOf(table: TableName, rows: readonly object[]): readonly (readonly Value[])[] {
    const checked = rows.map((row) => checkedValues(table, row));
    this.#noteChanges(table, rows);
    return checked;
  }

  /** Whoever has asked for one of these rows ahead has to ask again. */
  #noteChanges(table: TableName, rows: readonly object[]): void {
    if (this.#engine.pipelines) for (const row of rows) this.#changed.add(nameOf(table, row));
  }

  /** Waits for a write that says nothing but whether it failed, unless the connection goes ahead. */
  async #unheard(written: Promise<unknown>): Promise<void> {
    if (this.#engine.pipelines) this.goAhead(written);
    else await written;
  }

  #write(text: string, values: readonly Value[]): Promise<QueryResult<Row>> {
    this.#hasWritten = true;
    return this.run(text, values);
  }

  /**
   * Adds rows; answers how many were added or replaced. A connection that takes statements ahead is
   * given all at once: the work may end, and the commit be sent, before the first of them is answered.
   */
  async #insert(
    table: TableName,
    rows: readonly (readonly Value[])[],
    onTaken: OnTaken,
  ): Promise<number> {
    const sent: Promise<QueryResult<Row>>[] = [];
    for (const part of partsOf(rows, rowsPerStatement)) {
      const text = this.statements.insert(table, part.length, onTaken);
      const values: Value[] = [];
      // `flat` takes five times as long as all the rest of this.
      for (const row of part) values.push(...row);
      const one = this.#write(text, values);
      sent.push(one);
      if (!this.#engine.pipelines) await one;
    }
    const results = await Promise.all(sent);
    return results.reduce((sum, { numAffectedRows = 0n }) => sum + Number(numAffectedRows), 0);
  }
}

/** Text that stands for one row of all tables. */
const nameOf = (table: TableName, row: object) => `${table} ${keyText(table, row)}`;

import Database from 'libsql';
import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import type { Statement } from '../../stores/sql/connections.js';
import { codeOf } from '../../stores/sql/dialect.js';
import type { SqlEngine } from '../../stores/sql/dialect.js';

/** How long a transaction waits for another process to give the write lock free. */
const lockWaitMs = 30_000;

/** Most statements kept prepared on one connection. */
const statementsKept = 300;

const begin = CompiledQuery.raw('begin immediate');
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');

/**
 * SQLite by libsql, in one file: one connection that writes, and one that reads while that one is in a
 * transaction.
 *
 * libsql is synchronous. Waiting for a lock inside of it would stop the whole process, so it never
 * waits (`busy_timeout=0`) and we try again from here. Transactions take the write lock when they
 * begin: one that reads first and writes later could never finish against another process.
 */
export function libsqlEngine(path: string): SqlEngine {
  const writer = new LibsqlDriver(() => open(path, ['busy_timeout=0']));
  return {
    kind: 'sqlite',
    writing: dialect(writer),
    reading: dialect(
      new ReadingDriver(writer, () => open(path, ['busy_timeout=1000', 'query_only=1'])),
    ),
    pipelines: false,
    bulk: {
      begin: ['pragma synchronous=NORMAL'],
      end: ['pragma synchronous=FULL', 'pragma wal_checkpoint(PASSIVE)'],
    },
    isKeyTaken: (error) => codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY',
    isConflict: (error) => codeOf(error) === 'SQLITE_BUSY_SNAPSHOT',
  };
}

function open(path: string, pragmas: readonly string[]): Database.Database {
  const database = new Database(path);
  database.pragma('busy_timeout=5000');
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', ...pragmas])
    database.pragma(pragma);
  return database;
}

function dialect(driver: Driver): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Hands out the one connection to one user at a time, in the order in which they asked. */
class LibsqlDriver implements Driver {
  readonly #open: () => Database.Database;
  #connection: LibsqlConnection | undefined;
  #busy = false;
  readonly #waiting: (() => void)[] = [];

  constructor(openDatabase: () => Database.Database) {
    this.#open = openDatabase;
  }

  async init(): Promise<void> {
    this.#connection = new LibsqlConnection(this.#open());
  }

  /** The one connection, whoever has it. */
  get connection(): LibsqlConnection {
    if (!this.#connection) throw new TypeError('the database is closed');
    return this.#connection;
  }

  /** True while the connection is open and nobody has it. */
  get isFree(): boolean {
    return this.#connection !== undefined && !this.#busy;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const { connection } = this;
    if (this.#busy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy = true;
    return connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busy = false;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const giveUpAt = performance.now() + lockWaitMs;
    for (;;) {
      try {
        await connection.executeQuery(begin);
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUpAt) throw error;
        await pause(Math.random() * 4);
      }
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(commit);
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(rollback);
  }

  async destroy(): Promise<void> {
    this.#connection?.close();
    this.#connection = undefined;
  }
}

/**
 * Reads on the connection that writes while that is free. The pages that it changed are in its memory;
 * any other connection drops all of its own after each commit, and reads them from the file again.
 * Nobody waits here: libsql is synchronous, so one statement is never in the way of another.
 */
class ReadingDriver extends LibsqlDriver implements DatabaseConnection {
  readonly #writer: LibsqlDriver;

  constructor(writer: LibsqlDriver, openDatabase: () => Database.Database) {
    super(openDatabase);
    this.#writer = writer;
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this);
  }

  override releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  async executeQuery<Row>(query: Statement): Promise<QueryResult<Row>> {
    try {
      if (this.#writer.isFree) return await this.#writer.connection.executeQuery<Row>(query);
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    return this.connection.executeQuery<Row>(query);
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    return this.connection.streamQuery<Row>();
  }
}

/** Another process has the lock, or is mending the file after one that died (`_RECOVERY`). */
const isBusy = (error: unknown) => codeOf(error)?.startsWith('SQLITE_BUSY') === true;

/** A statement that is kept, and the columns of its rows where it gives any. */
interface Prepared {
  readonly statement: Database.Statement;
  readonly columns: readonly string[] | undefined;
}

class LibsqlConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Prepared>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  async executeQuery<Row>(query: Statement): Promise<QueryResult<Row>> {
    const { statement, columns } = this.#prepare(query.sql);
    const values = query.parameters.map(bindable);
    if (columns && query.givesOneRow === true) {
      const list = statement.get(values) as unknown[] | undefined;
      return { rows: list ? [rowOf(columns, list) as Row] : [] };
    }
    if (columns) {
      const lists = statement.all(values) as unknown[][];
      return { rows: lists.map((list) => rowOf(columns, list) as Row) };
    }
    const { changes } = statement.run(values);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  // eslint-disable-next-line require-yield -- the driver's interface asks for a generator
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new TypeError('rows are not streamed from SQLite; read them in ranges');
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const prepared = prepare(this.#database, sql);
    if (this.#statements.size >= statementsKept)
      for (const [oldest] of this.#statements) {
        this.#statements.delete(oldest);
        break;
      }
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/** libsql takes twice as long to make objects of rows as to give their values in a list. */
function prepare(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare(sql);
  if (!statement.reader) return { statement, columns: undefined };
  const columns = statement.columns().map(({ name }) => name);
  return { statement: statement.raw(true), columns };
}

function rowOf(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let nth = 0; nth < columns.length; nth++) row[columns[nth] as string] = values[nth];
  return row;
}

/**
 * What libsql may be given: it binds numbers as floating point, cuts text at U+0000 and ends the
 * process on a boolean. Rows are checked before; this holds for every other statement too.
 */
function bindable(value: unknown): string | bigint | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && !value.includes('\u0000')) return value;
  if (typeof value === 'bigint' || value === null) return value;
  throw new TypeError(`a ${typeof value} of this kind cannot be handed to the database`);
}

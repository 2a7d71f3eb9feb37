import { CompiledQuery } from 'kysely';
import type { DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely';
import type { Row, Value } from '../row.js';

/** A statement as connections are given it. */
export interface Statement extends CompiledQuery {
  /** True for a statement that names a whole primary key, so that a driver may stop at the first row. */
  readonly givesOneRow?: boolean;
}

/** Sends one statement. */
export type Send = (
  text: string,
  values: readonly Value[],
  givesOneRow?: boolean,
) => Promise<QueryResult<Row>>;

/** What Kysely wants of a statement besides its text; no connection reads it, so one serves for all. */
const { query, queryId } = CompiledQuery.raw('');

/** Sends one statement on a connection. */
export const sending =
  (connection: DatabaseConnection): Send =>
  (sql, parameters, givesOneRow = false) => {
    const statement: Statement = { sql, parameters, givesOneRow, query, queryId };
    return connection.executeQuery<Row>(statement);
  };

/**
 * The connections of a dialect, for Kysely and for the store side by side. The store goes past
 * Kysely's executor: that one lets a transaction send a statement only when the one before it is
 * answered, and what it does around each statement cost more than SQLite took to run it.
 */
export class Connections implements Driver {
  /** The same dialect on these connections. */
  readonly dialect: Dialect;
  readonly #driver: Driver;
  #ready: Promise<void> | undefined;
  /** To wait for what is done already takes a turn with each statement. */
  #isReady = false;
  #isClosed = false;

  constructor(dialect: Dialect) {
    this.#driver = dialect.createDriver();
    this.dialect = {
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createDriver: () => this,
    };
  }

  init(): Promise<void> {
    return (this.#ready ??= this.#driver.init().then(() => void (this.#isReady = true)));
  }

  /** Lends a connection for some work. */
  async use<T>(work: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    const connection = await this.acquireConnection();
    try {
      return await work(connection);
    } finally {
      await this.releaseConnection(connection);
    }
  }

  acquireConnection(): Promise<DatabaseConnection> {
    if (this.#isClosed) return Promise.reject(new TypeError('the database is closed'));
    if (this.#isReady) return this.#driver.acquireConnection();
    return this.init().then(() => this.#driver.acquireConnection());
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#driver.releaseConnection(connection);
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#driver.beginTransaction(connection, settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.commitTransaction(connection);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.rollbackTransaction(connection);
  }

  async destroy(): Promise<void> {
    this.#isClosed = true;
    if (this.#ready) await this.#driver.destroy();
  }
}

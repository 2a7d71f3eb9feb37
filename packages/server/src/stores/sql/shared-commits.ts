import type { DatabaseConnection } from 'kysely';
import type { Transaction } from '../../ports.js';
import { sending, type Connections } from './connections.js';
import type { SqlEngine } from './dialect.js';
import { SqlTransaction } from './sql-transaction.js';
import type { Statements } from './statements.js';

/** Most transactions in one commit, so that the first of them doesn't wait long for the others. */
const perCommit = 32;

/** Work that waits for its turn. */
interface Waiting {
  readonly work: (tx: Transaction) => Promise<unknown>;
  readonly resolve: (made: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Transactions on the one connection that writes. Those that wait at the same moment run one after
 * another and share a commit, since waiting for the disk is most of what a small one takes.
 *
 * Each but the first has a savepoint: one that fails takes back its own rows only. Nobody is answered
 * before the commit, not even with an error, which may rest on rows that are not kept after all.
 */
export class SharedCommits {
  readonly #writers: Connections;
  readonly #statements: Statements;
  readonly #engine: SqlEngine;
  readonly #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(writers: Connections, statements: Statements, engine: SqlEngine) {
    this.#writers = writers;
    this.#statements = statements;
    this.#engine = engine;
  }

  /** Runs work in a transaction of its own, as `Store.transaction` does. */
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
      if (!this.#isRunning) void this.#runAll();
    });
  }

  async #runAll(): Promise<void> {
    this.#isRunning = true;
    for (let first = this.#waiting.shift(); first; first = this.#waiting.shift()) {
      await this.#commitWith(first);
      // Requests that arrived while the disk was waited for are heard now.
      await nextTurn();
    }
    this.#isRunning = false;
  }

  /** Runs and commits one transaction, and with it those that wait when it is done. Never rejects. */
  async #commitWith(first: Waiting): Promise<void> {
    const together = [first];
    try {
      const answers = await this.#writers.use((connection) => this.#commit(connection, together));
      for (const answer of answers) answer();
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  /**
   * @param together - Starts with the first; whoever joins is added.
   * @returns What answers each of them, now that all is on the disk.
   */
  async #commit(
    connection: DatabaseConnection,
    together: Waiting[],
  ): Promise<readonly (() => void)[]> {
    await this.#writers.beginTransaction(connection, {});
    try {
      const answers: (() => void)[] = [];
      for (const one of together) {
        const run = answers.length === 0 ? this.#run : this.#runInSavepoint;
        answers.push(await run.call(this, connection, one));
        if (together.length < perCommit) together.push(...this.#waiting.splice(0, 1));
      }
      await this.#writers.commitTransaction(connection);
      return answers;
    } catch (error) {
      await this.#writers.rollbackTransaction(connection).catch(() => undefined);
      throw error;
    }
  }

  async #run(connection: DatabaseConnection, { work, resolve }: Waiting): Promise<() => void> {
    const tx = new SqlTransaction(sending(connection), this.#statements, this.#engine);
    try {
      const made = await work(tx);
      if (tx.failed !== undefined) throw tx.failed;
      return () => resolve(made);
    } catch (error) {
      throw tx.failed ?? error;
    } finally {
      tx.end();
    }
  }

  async #runInSavepoint(connection: DatabaseConnection, one: Waiting): Promise<() => void> {
    const send = sending(connection);
    await send('savepoint one', []);
    try {
      return await this.#run(connection, one);
    } catch (error) {
      await send('rollback to one', []);
      return () => one.reject(error);
    } finally {
      await send('release one', []);
    }
  }
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

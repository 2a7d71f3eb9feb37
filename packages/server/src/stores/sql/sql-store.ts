import { Kysely, sql } from 'kysely';
import type { Store } from '../../ports.js';
import { Connections, sending } from './connections.js';
import type { SqlEngine, SqlTables } from './dialect.js';
import { migrate } from './migrate.js';
import { SqlReader } from './sql-reader.js';
import { SharedCommits } from './shared-commits.js';
import { Statements } from './statements.js';

/**
 * How long a transaction that loses against others is run again before its error is thrown on. Each
 * loss means that another one was committed, so a number of tries would say how many callers may want
 * one account at once; a time says how long one of them may wait.
 */
const conflictsLimitMs = 30_000;

/** The longest pause between two tries. */
const longestPauseMs = 64;

/** A store in a database. */
export interface SqlStore extends Store {
  /** Makes the tables, or what is missing of them; answers the statements that were run. */
  migrate(): Promise<readonly string[]>;
  /**
   * Runs work that can be done again, such as an import, without waiting for the disk at each commit
   * where the engine can. When it ends, everything is on the disk; power lost before may cost its
   * newest transactions, never their consistency. Others' commits in between are as they are.
   */
  bulk<T>(work: () => Promise<T>): Promise<T>;
  /** The connections that write, for tests and tools that need SQL of their own. */
  readonly db: Kysely<SqlTables>;
}

/**
 * A store by SQL that SQLite and PostgreSQL both understand. Call `migrate()` before anything else.
 *
 * A transaction that loses against another one is rolled back and run again after a short wait
 * that grows. After `RowExists` a transaction must end: PostgreSQL takes nothing more in it.
 */
export function createSqlStore(engine: SqlEngine): SqlStore {
  const writers = new Connections(engine.writing);
  const readers = new Connections(engine.reading);
  const db = new Kysely<SqlTables>({ dialect: writers.dialect });
  const statements = new Statements(engine.kind);
  const commits = new SharedCommits(writers, statements, engine);
  return {
    async transaction(work, ahead) {
      const giveUpAt = performance.now() + conflictsLimitMs;
      for (let tries = 1; ; tries++) {
        try {
          return await commits.run(work, ahead);
        } catch (error) {
          if (!engine.isConflict(error) || performance.now() > giveUpAt) throw error;
          await pause(Math.random() * Math.min(2 ** tries, longestPauseMs));
        }
      }
    },
    async bulk(work) {
      for (const statement of engine.bulk.begin) await sql.raw(statement).execute(db);
      try {
        return await work();
      } finally {
        for (const statement of engine.bulk.end) await sql.raw(statement).execute(db);
      }
    },
    reader: new SqlReader((...sent) => readers.use((one) => sending(one)(...sent)), statements),
    migrate: () => migrate(db, engine.kind),
    db,
    async close() {
      await readers.destroy();
      await db.destroy();
      await writers.destroy();
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

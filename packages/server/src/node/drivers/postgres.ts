import { PostgresDialect } from 'kysely';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { codeOf } from '../../stores/sql/dialect.js';
import type { SqlEngine } from '../../stores/sql/dialect.js';
import { runPrepared } from './prepared-query.js';

/** Most connections of one server process that read. */
const readersAtOnce = 10;

/**
 * How long a transaction may say nothing before the database ends it. A machine that vanished with
 * one open would otherwise hold its rows until the network notices.
 */
const silentMs = 60_000;

/** How long a transaction waits for a row that another process holds; then it lets others go first. */
const lockWaitMs = 1_000;

/** Most statements kept prepared on one connection. */
const statementsKept = 300;

/**
 * PostgreSQL through `pg`. Transactions are serializable: two that would miss each other's first
 * row of an account end with 40001, and the store runs one of them again.
 *
 * One connection of a process writes, and transactions wait for it in turn. Serializable ones at the
 * same moment are in each other's way wherever their rows lie on one page of an index, as those of
 * receipts with consecutive numbers do: eight at once took three times as long as one after another.
 *
 * @param url - `postgres://user:password@host:port/database`.
 */
export function postgresEngine(url: string): SqlEngine {
  return {
    kind: 'postgres',
    writing: dialect(url, { max: 1, lock_timeout: lockWaitMs }),
    reading: dialect(url, { max: readersAtOnce }),
    pipelines: true,
    bulk: { begin: [], end: [] },
    isKeyTaken: (error) => codeOf(error) === '23505',
    isConflict: (error) => conflicts.has(codeOf(error) ?? ''),
  };
}

/** Lost against another transaction (40001), each waited for the other (40P01), waited too long (55P03). */
const conflicts: ReadonlySet<string> = new Set(['40001', '40P01', '55P03']);

function dialect(url: string, settings: pg.PoolConfig): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    pipeline: true,
    idle_in_transaction_session_timeout: silentMs,
    types,
    ...settings,
  });
  // A connection that the database closes is replaced at its next use, and a transaction on it fails.
  // Without listeners it would end this process: the pool hears only of those that are idle.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool: preparingPool(pool) });
}

const types = { getTypeParser: parserOf as typeof pg.types.getTypeParser };

/** Reads bigints, sums and counts, which arrive as text, as the safe integers that they are. */
function parserOf(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === pg.types.builtins.INT8
    ? toSafeInteger
    : (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown);
}

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is no safe integer`);
  return value;
}

/**
 * A pool whose connections keep their statements prepared. Who waits for one when it ends is refused;
 * `pg` would never answer them.
 */
function preparingPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const waiting = new Set<(error: unknown) => void>();
  const takeTurn = () =>
    new Promise<pg.PoolClient>((resolve, reject) => {
      waiting.add(reject);
      pool.connect().then(
        (client) => {
          if (waiting.delete(reject)) resolve(client);
          else client.release();
        },
        (error: unknown) => {
          waiting.delete(reject);
          reject(error);
        },
      );
    });
  return {
    async connect() {
      const client = await takeTurn();
      const known = clients.get(client) ?? preparing(client, names);
      clients.set(client, known);
      return known;
    },
    async end() {
      for (const refuse of waiting) refuse(new TypeError('the database is closed'));
      waiting.clear();
      await pool.end();
    },
  };
}

/**
 * A connection that keeps statements with values prepared, so that the server reads and plans each
 * once. Past the limit a statement is sent as it is.
 *
 * @param names - The name of each statement, the same on all connections.
 */
function preparing(client: pg.PoolClient, names: Map<string, string>): PostgresPoolClient {
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= statementsKept) return known;
    const name = `afterglow_${names.size}`;
    names.set(text, name);
    return name;
  };
  const query = (text: string, values: readonly unknown[]) => {
    const name = values.length > 0 ? nameOf(text) : undefined;
    return name === undefined
      ? client.query(text, [...values])
      : runPrepared(client, { name, text, values: [...values] }, types);
  };
  // Kysely's type has cursors too, which nobody here opens.
  return { query, release: () => client.release() } as unknown as PostgresPoolClient;
}

import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { codeOf } from '../../stores/sql/dialect.js';
import type { SqlEngine } from '../../stores/sql/dialect.js';

/** Most connections of one server process. */
const poolSize = 10;

/**
 * PostgreSQL through `pg`. Transactions are serializable: two that would miss each other's first
 * row of an account end with 40001, and the store runs one of them again.
 *
 * @param url - `postgres://user:password@host:port/database`.
 */
export function postgresEngine(url: string): SqlEngine {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  // An idle connection that the server closes is replaced at its next use. Without a listener it
  // would end this process.
  pool.on('error', () => undefined);
  const dialect = new PostgresDialect({ pool: sharedPool(pool) });
  return {
    kind: 'postgres',
    writing: dialect,
    reading: dialect,
    bulk: { begin: [], end: [] },
    isKeyTaken: (error) => codeOf(error) === '23505',
    isConflict: (error) => ['40001', '40P01'].includes(codeOf(error) ?? ''),
  };
}

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

/** The writing and the reading side close the same pool; the second time does nothing. */
function sharedPool(pool: pg.Pool) {
  let ended: Promise<void> | undefined;
  return {
    connect: () => pool.connect(),
    end: () => (ended ??= pool.end()),
  };
}

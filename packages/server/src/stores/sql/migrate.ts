import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { tables } from '../../tables.js';
import { RowRefused, shapeOf } from '../row.js';
import type { SqlEngine, SqlTables } from './dialect.js';
import { addColumn, createGuards, createTable, tableNames } from './schema.js';

/** One number for all servers that start on a PostgreSQL database at the same moment. */
export const migrationLock = 4_600_001;

/**
 * Brings a database up to `tables.ts`: adds what is missing and never takes anything away. Each
 * step is a row of `migrations` with the whole shape, so that the next start is one read.
 *
 * @returns The statements that were run; none when there was nothing to do.
 * @throws {@link RowRefused} when the database holds a column that must be filled and that this
 *   version does not know, as after going back to an older version.
 */
export async function migrate(
  db: Kysely<SqlTables>,
  kind: SqlEngine['kind'],
): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    if (kind === 'postgres') {
      // Another process may be making an index of a large table; other transactions wait a second.
      await sql`set local lock_timeout = 0`.execute(tx);
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx);
    }
    await run(
      tx,
      `create table if not exists migrations
       (version bigint not null primary key, shape text not null, at text not null)`,
    );
    const last = await tx
      .selectFrom('migrations')
      .selectAll()
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const shape = JSON.stringify(tables);
    if (last?.['shape'] === shape) return [];

    const statements = await missing(tx, kind);
    for (const statement of statements) await run(tx, statement);
    const version = Number(last?.['version'] ?? 0) + 1;
    await tx
      .insertInto('migrations')
      .values({ version, shape, at: new Date().toISOString() })
      .execute();
    return statements;
  });
}

async function missing(tx: Kysely<SqlTables>, kind: SqlEngine['kind']): Promise<readonly string[]> {
  const present = new Map(
    (await tx.introspection.getTables()).map((table) => [table.name, table.columns]),
  );
  return tableNames.flatMap((table) => {
    const guards = createGuards(table, kind);
    const columns = present.get(table);
    if (!columns) return [createTable(table, kind), ...guards];

    const known = shapeOf(table).columns;
    const stranger = columns.find(
      ({ name, isNullable, hasDefaultValue }) =>
        !(name in known) && !isNullable && !hasDefaultValue,
    );
    if (stranger)
      throw new RowRefused(
        table,
        `this database has a column ${stranger.name} that this version does not know; ` +
          'start the newer version, or give another AFTERGLOW_DATABASE',
      );
    const names = new Set(columns.map(({ name }) => name));
    const added = Object.keys(known).filter((name) => !names.has(name));
    return [...added.map((name) => addColumn(table, name, kind)), ...guards];
  });
}

async function run(db: Kysely<SqlTables>, statement: string): Promise<void> {
  await sql.raw(statement).execute(db);
}

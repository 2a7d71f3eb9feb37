import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createSqlStore } from '../stores/sql/sql-store.js';
import type { SqlStore } from '../stores/sql/sql-store.js';
import { libsqlEngine } from './drivers/libsql.js';

/**
 * Opens the database and brings its tables up to date.
 *
 * @param database - A file, made with its folder when it is not there, or `postgres://…`.
 */
export async function openStore(database: string): Promise<SqlStore> {
  const store = createSqlStore(await engineOf(database));
  try {
    await store.migrate();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function engineOf(database: string) {
  if (/^postgres(ql)?:\/\//.test(database)) {
    const { postgresEngine } = await import('./drivers/postgres.js');
    return postgresEngine(database);
  }
  const path = resolve(database);
  await mkdir(dirname(path), { recursive: true });
  return libsqlEngine(path);
}

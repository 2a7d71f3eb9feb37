import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { RowRefused } from '../stores/row.js';
import { codeOf } from '../stores/sql/dialect.js';
import type { SqlEngine } from '../stores/sql/dialect.js';
import { createSqlStore } from '../stores/sql/sql-store.js';
import type { SqlStore } from '../stores/sql/sql-store.js';
import { libsqlEngine } from './drivers/libsql.js';
import { WrongSetting } from './settings.js';

const isPostgres = (database: string) => /^postgres(ql)?:\/\//.test(database);

/**
 * Opens the database and brings its tables up to date.
 *
 * @param database - A file, made with its folder when it is not there, or `postgres://…`.
 * @throws {@link WrongSetting} in one line when it can't be had.
 */
export async function openStore(database: string): Promise<SqlStore> {
  let store: SqlStore | undefined;
  try {
    store = createSqlStore(await engineOf(database));
    await store.migrate();
    return store;
  } catch (error) {
    await store?.close();
    const reason = await reasonOf(error, database);
    if (reason === undefined) throw error;
    // The address of a server may hold a password.
    const name = isPostgres(database) ? new URL(database).host : database;
    throw new WrongSetting(`The database ${name} (AFTERGLOW_DATABASE) ${reason}.`, {
      cause: error,
    });
  }
}

/** The engine of a database, chosen by its address. */
export async function engineOf(database: string): Promise<SqlEngine> {
  if (isPostgres(database)) {
    const { postgresEngine } = await import('./drivers/postgres.js');
    return postgresEngine(database);
  }
  const path = resolve(database);
  await mkdir(dirname(path), { recursive: true });
  return libsqlEngine(path);
}

/** What is wrong with a database, by the code of its driver or of the file system. */
const reasons: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'is a file, but none of SQLite',
  SQLITE_CORRUPT: 'is damaged; take its latest copy',
  SQLITE_READONLY: 'may not be written by this user',
  SQLITE_CANTOPEN: 'cannot be opened',
  EEXIST: 'lies below a file, not below a folder',
  ENOTDIR: 'lies below a file, not below a folder',
  EACCES: 'may not be opened by this user',
  EPERM: 'may not be opened by this user',
  EROFS: 'lies on a disk that cannot be written',
  ENOSPC: 'has no room left on its disk',
  ECONNREFUSED: 'is not there: nobody answers at this address',
  ENOTFOUND: 'is not there: no machine has this name',
  ETIMEDOUT: 'is not there: nobody answers at this address',
  '28P01': 'refuses this user and password',
  '28000': 'refuses this user',
  '3D000': 'has no database of this name; make it with createdb',
};

/** In words for one line; undefined for what is a mistake of ours. */
async function reasonOf(error: unknown, database: string): Promise<string | undefined> {
  if (error instanceof RowRefused) return `is of another version: ${error.message}`;
  const known = reasons[codeOf(error) ?? ''];
  if (known !== undefined) return known;
  // libsql says so in words only.
  if (!(error instanceof Error && /unable to open connection/i.test(error.message)))
    return undefined;
  const isFolder = await stat(database).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder
    ? 'is a folder; give a file, which is made when it is not there'
    : 'cannot be opened';
}

import { tables } from '../../tables.js';
import type { ColumnType, TableName } from '../../tables.js';
import { shapeOf } from '../row.js';
import type { SqlEngine } from './dialect.js';

type Kind = SqlEngine['kind'];

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** Every table's name. */
export const tableNames = Object.keys(tables) as readonly TableName[];

/** The type of a column in SQL. Text is compared byte for byte on every engine. */
function sqlType(type: ColumnType, kind: Kind): string {
  const isText = type.startsWith('text');
  if (kind === 'sqlite') return isText ? 'text' : 'integer';
  return isText ? 'text collate "C"' : 'bigint';
}

/** The statement that makes a table. SQLite keeps rows in the order of their key, so that an account's rows lie together. */
export function createTable(table: TableName, kind: Kind): string {
  const { columns, key } = shapeOf(table);
  const lines = Object.entries(columns).map(
    ([name, type]) => `"${name}" ${sqlType(type, kind)}${type.endsWith('?') ? '' : ' not null'}`,
  );
  const options = kind === 'sqlite' ? ' strict, without rowid' : '';
  return `create table "${table}" (${lines.join(', ')}, primary key (${quoted(key)}))${options}`;
}

/** The statement that adds a column to a table that has rows: they get an empty text, 0 or null. */
export function addColumn(table: TableName, column: string, kind: Kind): string {
  const type = shapeOf(table).columns[column] ?? 'text?';
  const empty = type.startsWith('text') ? `''` : '0';
  const rest = type.endsWith('?') ? '' : ` not null default ${empty}`;
  return `alter table "${table}" add column "${column}" ${sqlType(type, kind)}${rest}`;
}

/** The statements for a table's indexes and guards; they may be run again. */
export function createGuards(table: TableName, kind: Kind): readonly string[] {
  const { columns, indexes, insertOnly } = shapeOf(table);
  const nulls = (name: string) =>
    kind === 'postgres' && columns[name]?.endsWith('?') ? ' nulls first' : '';
  const made = Object.entries(indexes).map(([name, index]) => {
    const on = index.columns.map((column) => `"${column}"${nulls(column)}`).join(', ');
    return `create index if not exists "${table}_${name}" on "${table}" (${on})`;
  });
  return insertOnly
    ? [...made, ...(kind === 'sqlite' ? sqliteGuards : postgresGuards)(table)]
    : made;
}

const sqliteGuards = (table: TableName): readonly string[] =>
  ['update', 'delete'].map(
    (verb) =>
      `create trigger if not exists "${table}_no_${verb}" before ${verb} on "${table}"
       begin select raise(abort, 'rows of ${table} can be added, never changed'); end`,
  );

const postgresGuards = (table: TableName): readonly string[] => [
  `create or replace function afterglow_insert_only() returns trigger language plpgsql as
   $$ begin raise exception 'rows of % can be added, never changed', tg_table_name; end $$`,
  `create or replace trigger "${table}_insert_only" before update or delete or truncate on "${table}"
   for each statement execute function afterglow_insert_only()`,
];

import { tables } from '../tables.js';
import type { ColumnType, TableName } from '../tables.js';
import type { Range } from '../ports.js';

/** What a column can hold. */
export type Value = string | number | null;

/** A row of any table, as stores handle it inside. */
export type Row = Readonly<Record<string, Value>>;

/** A table as data, without its own names: what stores are written against. */
export interface TableShape {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  readonly indexes: Readonly<Record<string, { readonly columns: readonly string[] }>>;
  readonly insertOnly?: true;
}

/** A row that cannot be kept as it is, or a change that its table does not allow: our own mistake. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';

  constructor(table: string, reason: string, options?: ErrorOptions) {
    super(`${table}: ${reason}`, options);
  }
}

/** The shape of a table by its name. */
export function shapeOf(table: TableName): TableShape {
  return tables[table];
}

/** Text that stands for a row's key; no value holds U+0000. */
export function keyText(table: TableName, row: object): string {
  const columns = row as Row;
  let text = '';
  for (const name of shapeOf(table).key) text += `${columns[name]}\u0000`;
  return text;
}

/** A column and what it can hold. */
interface Column {
  readonly name: string;
  readonly isText: boolean;
  readonly isNullable: boolean;
}

const columnLists = new Map<string, readonly Column[]>();

/** The columns of a table in their order. Made once: they are gone through with every row that is written. */
function columnsOf(table: TableName): readonly Column[] {
  const known = columnLists.get(table);
  if (known) return known;
  const columns = Object.entries(shapeOf(table).columns).map(([name, type]) => ({
    name,
    isText: type.startsWith('text'),
    isNullable: type.endsWith('?'),
  }));
  columnLists.set(table, columns);
  return columns;
}

function fits(value: unknown, { isText, isNullable }: Column): value is Value {
  if (value === null) return isNullable;
  return isText
    ? typeof value === 'string' && !value.includes('\u0000')
    : Number.isSafeInteger(value);
}

/**
 * The values of a row, in the order of the table's columns. Throws {@link RowRefused} unless every
 * column is there and of its type, so that no store is ever handed a boolean, a fraction or U+0000:
 * drivers cut, bend or abort on them.
 */
export function checkedValues(table: TableName, row: object): readonly Value[] {
  const columns = columnsOf(table);
  const given = row as Row;
  if (Object.keys(row).length > columns.length) checkColumns(table, row);
  return columns.map((column) => {
    const value = given[column.name];
    if (value === undefined) throw new RowRefused(table, `${column.name} is missing`);
    if (!fits(value, column)) throw new RowRefused(table, refusal(column, value));
    return value;
  });
}

/** As {@link checkedValues}, for a few columns of a row. */
export function checkColumns(table: TableName, columns: object): void {
  const known = columnsOf(table);
  for (const [name, value] of Object.entries(columns)) {
    const column = known.find((one) => one.name === name);
    if (!column) throw new RowRefused(table, `there is no column ${name}`);
    if (!fits(value, column)) throw new RowRefused(table, refusal(column, value));
  }
}

const refusal = ({ name }: Column, value: unknown) => `${name} cannot hold this ${typeof value}`;

/** Throws {@link RowRefused} where rows may be added only. */
export function checkChangeable(table: TableName): void {
  if (shapeOf(table).insertOnly) throw new RowRefused(table, 'rows can be added, never changed');
}

/** Throws {@link RowRefused} when a change touches the primary key, which names the row for ever. */
export function checkChange(table: TableName, change: object): void {
  checkChangeable(table);
  checkColumns(table, change);
  const key = shapeOf(table).key.find((name) => name in change);
  if (key !== undefined) throw new RowRefused(table, `${key} is part of the key`);
}

/** What a range asks of an index, made ready: equal leading columns, then one with bounds. */
export interface Span {
  /** All columns that order the range: those of the index, then the key. */
  readonly order: readonly string[];
  readonly equal: readonly (readonly [column: string, value: Value])[];
  /** The column that has the bounds; undefined when every column of the index is given. */
  readonly bounded: string | undefined;
}

/** The columns that order an index: its own, then what is left of the primary key. */
export function orderOf(table: TableName, index: string): readonly string[] {
  const shape = shapeOf(table);
  const own = index === 'key' ? shape.key : shape.indexes[index]?.columns;
  if (!own) throw new RowRefused(table, `there is no index ${index}`);
  return [...own, ...shape.key.filter((name) => !own.includes(name))];
}

/** Checks a range against the index that it names; `where` must give leading columns without a gap. */
export function spanOf<Name extends TableName>(table: Name, range: Range<Name>): Span {
  const shape = shapeOf(table);
  const order = orderOf(table, range.index);
  const own = range.index === 'key' ? shape.key : (shape.indexes[range.index]?.columns ?? []);
  const where = Object.entries(range.where) as [string, Value][];
  const leading = own.slice(0, where.length);
  const equal = leading.map((name) => {
    const given = where.find(([column]) => column === name);
    if (!given) throw new RowRefused(table, `${range.index} starts with ${leading.join(', ')}`);
    return given;
  });
  if (equal.length < where.length) throw new RowRefused(table, `${range.index} has fewer columns`);

  const bounded = own[where.length];
  if (bounded === undefined && (range.above !== undefined || range.below !== undefined))
    throw new RowRefused(table, `${range.index} has no column left for a bound`);
  return { order, equal, bounded };
}

import type { TableName } from '../../tables.js';
import { shapeOf } from '../row.js';
import type { Span } from '../row.js';
import type { SqlEngine } from './dialect.js';

const onTakens = ['fail', 'keep', 'replace'] as const;

/** What an insert does where the key is taken. */
export type OnTaken = (typeof onTakens)[number];

/** Texts of one kind of statement. */
type Texts = Map<TableName, Map<string | number, string>>;

/** What a range asks for besides its span. */
export interface RangeBounds {
  readonly above: boolean;
  readonly below: boolean;
  readonly descending: boolean;
  readonly limit: boolean;
}

/**
 * The text of every statement that a store runs, with a mark for each value. A text depends on the
 * shape of what is asked and never on a value, so each is made once and kept: building it anew cost
 * more than SQLite took to run it. Columns are named one by one: a statement that a connection keeps
 * prepared stays good when a newer version adds a column.
 */
export class Statements {
  readonly #kind: SqlEngine['kind'];
  /** By table and shape: to put a key together from words took longer than to look it up. */
  readonly #selects: Texts = new Map();
  readonly #ranges: Texts = new Map();
  readonly #inserts: Texts = new Map();
  readonly #updates: Texts = new Map();
  readonly #removes: Texts = new Map();

  constructor(kind: SqlEngine['kind']) {
    this.#kind = kind;
  }

  /** Values: the keys, one after the other. */
  select(table: TableName, keys: number, lock: boolean): string {
    return this.#kept(this.#selects, table, lock ? -keys : keys, () => {
      const where = repeated(keys, `(${equalities(shapeOf(table).key, ' and ')})`, ' or ');
      // On SQLite the whole transaction holds the only lock there is, and `for update` is no SQL.
      const end = lock && this.#kind === 'postgres' ? ' for update' : '';
      return `${selectFrom(table)} where ${where}${end}`;
    });
  }

  /** Values: those of `equal` that are not null, the bounds, the limit. */
  range(table: TableName, { order, equal, bounded }: Span, asked: RangeBounds): string {
    const given = equal.map(([name, value]) => (value === null ? `${name}-` : name)).join();
    const { above, below, descending, limit } = asked;
    const shape = `${given} ${order.join()} ${above} ${below} ${descending} ${limit}`;
    return this.#kept(this.#ranges, table, shape, () => {
      const conditions = [
        ...equal.map(([name, value]) => `"${name}" ${value === null ? 'is null' : '= ?'}`),
        ...(above ? [`"${bounded}" > ?`] : []),
        ...(below ? [`"${bounded}" < ?`] : []),
      ];
      const sorted = order
        .slice(equal.length)
        .map((name) => `"${name}" ${this.#direction(table, name, descending)}`);
      return [
        selectFrom(table),
        ...(conditions.length > 0 ? [`where ${conditions.join(' and ')}`] : []),
        ...(sorted.length > 0 ? [`order by ${sorted.join(', ')}`] : []),
        ...(limit ? ['limit ?'] : []),
      ].join(' ');
    });
  }

  /** Values: of each row all columns in the order of the table. */
  insert(table: TableName, rows: number, onTaken: OnTaken): string {
    return this.#kept(
      this.#inserts,
      table,
      rows * onTakens.length + onTakens.indexOf(onTaken),
      () => {
        const { columns, key } = shapeOf(table);
        const names = Object.keys(columns);
        const values = repeated(rows, `(${repeated(names.length, '?', ', ')})`, ', ');
        const text = `insert into "${table}" (${quoted(names)}) values ${values}`;
        if (onTaken === 'fail') return text;
        const others = names.filter((name) => !key.includes(name));
        if (onTaken === 'keep' || others.length === 0) return `${text} on conflict do nothing`;
        const replaced = others.map((name) => `"${name}" = excluded."${name}"`).join(', ');
        return `${text} on conflict (${quoted(key)}) do update set ${replaced}`;
      },
    );
  }

  /** Values: the changed columns in their order, then the key. */
  update(table: TableName, changed: readonly string[]): string {
    return this.#kept(this.#updates, table, changed.join(), () => {
      const where = equalities(shapeOf(table).key, ' and ');
      return `update "${table}" set ${equalities(changed, ', ')} where ${where}`;
    });
  }

  /** Values: the key. */
  remove(table: TableName): string {
    return this.#kept(this.#removes, table, 0, () => {
      return `delete from "${table}" where ${equalities(shapeOf(table).key, ' and ')}`;
    });
  }

  /** SQLite has nulls first and PostgreSQL last, unless it is told. */
  #direction(table: TableName, column: string, descending: boolean): string {
    const direction = descending ? 'desc' : 'asc';
    if (this.#kind === 'sqlite' || !shapeOf(table).columns[column]?.endsWith('?')) return direction;
    return `${direction} nulls ${descending ? 'last' : 'first'}`;
  }

  #kept(texts: Texts, table: TableName, shape: string | number, make: () => string): string {
    const ofTable = texts.get(table) ?? new Map<string | number, string>();
    const known = ofTable.get(shape);
    if (known !== undefined) return known;
    let nth = 0;
    const made = make();
    const text = this.#kind === 'postgres' ? made.replaceAll('?', () => `$${++nth}`) : made;
    texts.set(table, ofTable.set(shape, text));
    return text;
  }
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

const equalities = (names: readonly string[], by: string) =>
  names.map((name) => `"${name}" = ?`).join(by);

const repeated = (times: number, part: string, by: string) =>
  Array.from({ length: times }, () => part).join(by);

const selectFrom = (table: TableName) =>
  `select ${quoted(Object.keys(shapeOf(table).columns))} from "${table}"`;

import { RowExists } from '../../ports.js';
import type { Range, Reader, Store, Transaction } from '../../ports.js';
import { tables } from '../../tables.js';
import type { KeyOf, TableName, Tables } from '../../tables.js';
import { checkChange, checkChangeable, checkedValues, keyText } from '../row.js';
import type { Row } from '../row.js';
import { MemoryTable } from './memory-table.js';

type Rows = Readonly<Record<TableName, MemoryTable>>;
type Changes = Map<string, Row | undefined>;

const unchanged: ReadonlyMap<string, Row | undefined> = new Map();

/**
 * A store in memory for tests, simulations and pages: web-standard, nothing survives the process.
 *
 * Transactions run one after the other. What one writes is kept aside until it ends well, so that
 * nobody reads half of it and an error leaves nothing behind. A transaction inside another one
 * would wait for itself, so the work must not start one.
 */
export function createMemoryStore(): Store {
  const rows = Object.fromEntries(
    Object.keys(tables).map((name) => [name, new MemoryTable(name as TableName)]),
  ) as unknown as Rows;
  let last: Promise<unknown> = Promise.resolve();

  return {
    transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      const run = last.then(async () => {
        const tx = new MemoryTransaction(rows);
        const answer = await work(tx);
        tx.commit();
        return answer;
      });
      last = run.catch(() => undefined);
      return run;
    },
    reader: new MemoryReader(rows),
    close: () => Promise.resolve(),
  };
}

class MemoryReader implements Reader {
  protected readonly rows: Rows;

  constructor(rows: Rows) {
    this.rows = rows;
  }

  get<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<Tables[Name] | undefined> {
    return Promise.resolve(this.read(table, key));
  }

  getMany<Name extends TableName>(
    table: Name,
    keys: readonly KeyOf<Name>[],
  ): Promise<Tables[Name][]> {
    const distinct = new Map(keys.map((key) => [keyText(table, key), key]));
    const found = [...distinct.values()].map((key) => this.read(table, key));
    return Promise.resolve(found.filter((row) => row !== undefined));
  }

  async range<Name extends TableName>(table: Name, range: Range<Name>): Promise<Tables[Name][]> {
    const found = this.rows[table].range(range, this.changed(table));
    return found.map((row) => ({ ...row }) as unknown as Tables[Name]);
  }

  protected read<Name extends TableName>(table: Name, key: object): Tables[Name] | undefined {
    const row = this.find(table, keyText(table, key));
    return row && ({ ...row } as unknown as Tables[Name]);
  }

  protected find(table: TableName, key: string): Row | undefined {
    return this.rows[table].get(key);
  }

  protected changed(_table: TableName): ReadonlyMap<string, Row | undefined> {
    return unchanged;
  }
}

class MemoryTransaction extends MemoryReader implements Transaction {
  readonly #changes = new Map<TableName, Changes>();
  #failed: RowExists | undefined;

  /** Makes everything that was written visible to others. A key that was taken fails the whole. */
  commit(): void {
    if (this.#failed) throw this.#failed;
    for (const [table, changes] of this.#changes)
      for (const [key, row] of changes) this.rows[table].set(key, row);
  }

  lock<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<Tables[Name] | undefined> {
    return this.get(table, key);
  }

  async insert<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void> {
    for (const row of rows)
      if (!this.#addMissing(table, row)) throw (this.#failed = new RowExists(table));
  }

  async insertMissing<Name extends TableName>(
    table: Name,
    rows: readonly Tables[Name][],
  ): Promise<void> {
    for (const row of rows) this.#addMissing(table, row);
  }

  async claim<Name extends TableName>(table: Name, row: Tables[Name]): Promise<boolean> {
    return this.#addMissing(table, row);
  }

  async save<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void> {
    checkChangeable(table);
    for (const row of rows) this.#write(table, row);
  }

  async update<Name extends TableName>(
    table: Name,
    key: KeyOf<Name>,
    change: Partial<Tables[Name]>,
  ): Promise<void> {
    checkChange(table, change);
    const before = this.find(table, keyText(table, key));
    if (before) this.#write(table, { ...before, ...change });
  }

  async remove<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<boolean> {
    checkChangeable(table);
    const text = keyText(table, key);
    const found = this.find(table, text) !== undefined;
    if (found) this.#changesOf(table).set(text, undefined);
    return found;
  }

  protected override find(table: TableName, key: string): Row | undefined {
    const changes = this.#changes.get(table);
    return changes?.has(key) ? changes.get(key) : this.rows[table].get(key);
  }

  protected override changed(table: TableName): ReadonlyMap<string, Row | undefined> {
    return this.#changes.get(table) ?? unchanged;
  }

  #addMissing(table: TableName, row: object): boolean {
    if (this.find(table, keyText(table, row))) return false;
    this.#write(table, row);
    return true;
  }

  #write(table: TableName, row: object): void {
    checkedValues(table, row);
    this.#changesOf(table).set(keyText(table, row), { ...row } as Row);
  }

  #changesOf(table: TableName): Changes {
    let changes = this.#changes.get(table);
    if (!changes) this.#changes.set(table, (changes = new Map()));
    return changes;
  }
}

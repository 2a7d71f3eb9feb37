import type { IndexOf, KeyOf, TableName, Tables } from './tables.js';

/** Which rows of an index to read, in the order of the index. */
export interface Range<Name extends TableName> {
  readonly index: IndexOf<Name>;
  /** The leading columns of the index, each with the one value it must have. */
  readonly where: Partial<Tables[Name]>;
  /** Bounds on the index column after those of `where`; nulls are outside every bound. */
  readonly above?: string | number;
  readonly below?: string | number;
  readonly descending?: boolean;
  /** At most this many rows; left out: all. */
  readonly limit?: number;
}

/** Rows as one consistent view sees them. */
export interface Reader {
  get<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<Tables[Name] | undefined>;
  /** Several rows by key in one round trip; missing ones are left out, order is free. */
  getMany<Name extends TableName>(
    table: Name,
    keys: readonly KeyOf<Name>[],
  ): Promise<Tables[Name][]>;
  range<Name extends TableName>(table: Name, range: Range<Name>): Promise<Tables[Name][]>;
}

/**
 * What a transaction may do besides reading. A write that answers nothing may fail at the end of the
 * transaction only, where a store sends it on without waiting.
 */
export interface Transaction extends Reader {
  /** Reads a row and keeps others from changing it until the transaction ends. */
  lock<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<Tables[Name] | undefined>;
  /** Adds rows. When a primary key is taken the transaction fails with {@link RowExists}. */
  insert<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void>;
  /** Adds those rows whose key is free. */
  insertMissing<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void>;
  /** Adds a row if its key is free; answers whether it was. */
  claim<Name extends TableName>(table: Name, row: Tables[Name]): Promise<boolean>;
  /** Adds rows or replaces those of the same key. */
  save<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): Promise<void>;
  /** Changes some columns of one row, if there is one. */
  update<Name extends TableName>(
    table: Name,
    key: KeyOf<Name>,
    change: Partial<Tables[Name]>,
  ): Promise<void>;
  /** Takes a row away; answers whether there was one. */
  remove<Name extends TableName>(table: Name, key: KeyOf<Name>): Promise<boolean>;
}

/** A row that some work is going to read, by its key; `lock`: by {@link Transaction.lock}. */
export type RowAhead = {
  readonly [Name in TableName]: {
    readonly table: Name;
    readonly key: KeyOf<Name>;
    readonly lock?: true;
  };
}[TableName];

/** Where rows are kept: memory, SQLite or PostgreSQL behind one conformance suite. */
export interface Store {
  /**
   * Runs work in one transaction and commits it; an error rolls it back and is thrown on.
   * Work may run again, after a conflict or because another transaction failed that shares its commit,
   * so it must touch nothing else.
   *
   * @param ahead - What the work reads in any case: a store may ask for it before it is the work's turn.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, ahead?: readonly RowAhead[]): Promise<T>;
  /** Reads without a transaction of its own. */
  readonly reader: Reader;
  close(): Promise<void>;
}

/** A row with this primary key is there already. */
export class RowExists extends Error {
  override readonly name = 'RowExists';
  /** The table that has it. */
  readonly table: TableName;

  constructor(table: TableName, options?: ErrorOptions) {
    super(`a row with this key is in ${table} already`, options);
    this.table = table;
  }
}

/** The wall clock, in epoch milliseconds. A clinic's own clock is kept by `clinic-clock.ts`. */
export interface WallClock {
  now(): number;
}

/** Where unguessable bytes come from. */
export interface Randomness {
  bytes(length: number): Uint8Array;
}

/** Says whether something may happen once more in its window. */
export interface RateLimiter {
  /** Counts one use of `key`; answers the milliseconds to wait, 0 when allowed. */
  take(key: string, limit: { readonly uses: number; readonly perMs: number }): Promise<number>;
}

/** Structured log lines; never a name, a phone, a token or a treatment. */
export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Everything that the app needs from outside. */
export interface Ports {
  readonly store: Store;
  readonly clock: WallClock;
  readonly randomness: Randomness;
  readonly rateLimiter: RateLimiter;
  readonly logger: Logger;
  /**
   * Keeps what follows from work until that is committed. A host leaves it out: only the ports of a
   * request that is one transaction have it.
   */
  readonly afterCommit?: (work: (ports: Ports) => Promise<void>) => Promise<void>;
}

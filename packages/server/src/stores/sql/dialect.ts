import type { Dialect } from 'kysely';
import type { Value } from '../row.js';

/** The tables as Kysely sees them: any name, any columns; `tables.ts` says what there is. */
export type SqlTables = Record<string, Record<string, Value>>;

/** A database engine: how to reach it and where its SQL differs. */
export interface SqlEngine {
  readonly kind: 'sqlite' | 'postgres';
  /** The one connection of this process that writes; transactions wait for it in turn. */
  readonly writing: Dialect;
  /** Connections that only read. */
  readonly reading: Dialect;
  /** True where a connection takes statements before the ones before them are answered, in order. */
  readonly pipelines: boolean;
  /** Statements around much work that can be done again, so that not every commit waits for the disk. */
  readonly bulk: { readonly begin: readonly string[]; readonly end: readonly string[] };
  /** True when a statement failed because a primary key is taken. */
  isKeyTaken(error: unknown): boolean;
  /** True when the transaction lost against another one and may succeed if it is run again. */
  isConflict(error: unknown): boolean;
}

/** The code that a database driver put on an error; undefined where there is none. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

import pg from 'pg';
import type { QueryResult } from 'pg';

/** A column of an answer, as `pg` reads it from the wire. */
interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

type Row = Record<string, unknown>;

/** A statement that a connection keeps prepared, under a name that is the same on all of them. */
interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** What a statement brought: its rows, and how many it touched. */
export type Answer = Pick<QueryResult<Row>, 'rows' | 'command' | 'rowCount'>;

/**
 * A statement that a connection keeps prepared under a name. Its rows are read here: for every answer
 * `pg` makes a pattern of a row first, which took longer than PostgreSQL needed to answer.
 */
class PreparedQuery extends pg.Query {
  /** Under which the connection prepares it. */
  readonly name: string;
  readonly #types: pg.CustomTypesConfig;
  readonly #found: Row[] = [];
  #columns: readonly Column[] = [];
  #failed: unknown;

  constructor(
    statement: Prepared,
    types: pg.CustomTypesConfig,
    end: (error: unknown, answer: Answer) => void,
  ) {
    super(statement.text, statement.values, (error, result) =>
      end(error ?? this.#failed, { ...result, rows: this.#found }),
    );
    this.name = statement.name;
    this.#types = types;
  }

  /** Called by the connection once before the rows. */
  handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    this.#columns = fields;
  }

  /** Called by the connection for each row. */
  handleDataRow({ fields: values }: { readonly fields: readonly (string | null)[] }): void {
    const row: Row = {};
    try {
      for (const [nth, { name, dataTypeID }] of this.#columns.entries()) {
        const text = values[nth] ?? null;
        row[name] = text === null ? null : this.#types.getTypeParser(dataTypeID)(text);
      }
      this.#found.push(row);
    } catch (error) {
      this.#failed ??= error;
    }
  }
}

/** Runs a statement that the connection keeps prepared. */
export function runPrepared(
  client: pg.PoolClient,
  statement: Prepared,
  types: pg.CustomTypesConfig,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    client.query(
      new PreparedQuery(statement, types, (error, answer) => {
        if (error === null || error === undefined) resolve(answer);
        else reject(error as Error);
      }),
    );
  });
}

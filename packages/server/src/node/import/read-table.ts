import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parse } from 'csv-parse';
import type { Info } from 'csv-parse';
import { WrongSetting } from '../settings.js';

/** A row of a table file, by the names of its columns. */
export interface TableRow {
  /** Line of the file on which the row ends; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A row that is no row of its table. */
export interface BrokenRow {
  readonly line: number;
  readonly reason: string;
  /** What could be read of it; cells behind a missing one stand under the wrong column. */
  readonly cells?: TableRow['cells'];
}

/**
 * Reads a CSV file row by row, with or without a byte-order mark. A row that is broken (too few or
 * too many cells, a quote that does not end) comes out as such, and reading goes on behind it.
 *
 * @param columns - Columns that must be in the header.
 * @throws {@link WrongSetting} when the file can't be read, or lacks a column or has it twice.
 */
export async function* readTable(
  path: string,
  columns: readonly string[],
): AsyncGenerator<TableRow | BrokenRow> {
  const found = await stat(path).catch((error: unknown) => {
    throw new WrongSetting(`There is no file ${path}.`, { cause: error });
  });
  if (!found.isFile()) throw new WrongSetting(`${path} is no file.`);
  const broken: BrokenRow[] = [];
  let endsInQuoteAt = 0;
  const source = createReadStream(path);
  const parser = source.pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        const { code, lines = 0 } = (error ?? {}) as { code?: string; lines?: number };
        if (code === 'CSV_QUOTE_NOT_CLOSED') endsInQuoteAt = lines;
        else broken.push({ line: lines, reason: 'the row is no CSV: a quote stands wrong' });
      },
    }),
  );
  // A pipe does not pass errors on: the file may be closed to this user, or its disk may fail.
  source.on('error', (error) =>
    parser.destroy(new WrongSetting(`${path} cannot be read.`, { cause: error })),
  );
  const rows = parser as AsyncIterable<{ record: string[]; info: Info }>;

  let header: readonly string[] | undefined;
  let last = 0;
  for await (const { record, info } of rows) {
    last = info.lines;
    if (header) {
      yield rowOf(header, record, info.lines);
      continue;
    }
    header = record.map((name) => name.trim());
    checkHeader(path, header, columns);
  }
  if (!header) checkHeader(path, [], columns);
  yield* broken;
  last = Math.max(last, ...broken.map((row) => row.line));
  for (let line = last + 1; line <= endsInQuoteAt; line++)
    yield { line, reason: `a quote from line ${last} or ${last + 1} on never ends` };
}

function rowOf(
  header: readonly string[],
  record: readonly string[],
  line: number,
): TableRow | BrokenRow {
  const cells = Object.fromEntries(header.map((name, i) => [name, record[i] ?? '']));
  if (record.length === header.length) return { line, cells };
  return { line, cells, reason: `the row has ${record.length} cells, the header ${header.length}` };
}

/** The columns that a mapping names. */
export function columnNames(columns: Readonly<Record<string, string | undefined>>): string[] {
  return Object.values(columns).filter((name) => name !== undefined);
}

function checkHeader(path: string, header: readonly string[], columns: readonly string[]): void {
  const twice = columns.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (twice !== undefined)
    throw new WrongSetting(`${path} has more than one column "${twice}"; rename all but one.`);
  const missing = columns.find((name) => !header.includes(name));
  if (missing !== undefined)
    throw new WrongSetting(
      `${path} has no column "${missing}"; its columns are ${header.join(', ') || 'none'}.`,
    );
}

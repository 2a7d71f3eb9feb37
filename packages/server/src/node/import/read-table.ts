import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
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
}

/**
 * Reads a CSV file row by row, with or without a byte-order mark. A row that is broken (too few or
 * too many cells, a quote that does not end) comes out as such, and reading goes on behind it.
 *
 * @param columns - Columns that must be in the header.
 * @throws {@link WrongSetting} when the file is not there or lacks a column.
 */
export async function* readTable(
  path: string,
  columns: readonly string[],
): AsyncGenerator<TableRow | BrokenRow> {
  await access(path).catch((error: unknown) => {
    throw new WrongSetting(`There is no file ${path}.`, { cause: error });
  });
  const broken: BrokenRow[] = [];
  const rows = createReadStream(path).pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        const lines = (error as { lines?: number } | undefined)?.lines ?? 0;
        broken.push({ line: lines, reason: 'the row is no CSV: a quote stands in a wrong place' });
      },
    }),
  ) as AsyncIterable<{ record: string[]; info: Info }>;

  let header: readonly string[] | undefined;
  for await (const { record, info } of rows) {
    yield* broken.splice(0);
    if (header) {
      yield rowOf(header, record, info.lines);
      continue;
    }
    header = record.map((name) => name.trim());
    checkHeader(path, header, columns);
  }
  if (!header) checkHeader(path, [], columns);
  yield* broken;
}

function rowOf(
  header: readonly string[],
  record: readonly string[],
  line: number,
): TableRow | BrokenRow {
  if (record.length !== header.length)
    return { line, reason: `the row has ${record.length} cells and the header ${header.length}` };
  return { line, cells: Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])) };
}

/** The columns that a mapping names. */
export function columnNames(columns: Readonly<Record<string, string | undefined>>): string[] {
  return Object.values(columns).filter((name) => name !== undefined);
}

function checkHeader(path: string, header: readonly string[], columns: readonly string[]): void {
  const missing = columns.find((name) => !header.includes(name));
  if (missing !== undefined)
    throw new WrongSetting(
      `${path} has no column "${missing}"; its columns are ${header.join(', ') || 'none'}.`,
    );
}

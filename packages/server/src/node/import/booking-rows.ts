import { textFault } from './cell-faults.js';
import type { ExportFile, LineProblem } from './line-problem.js';
import { columnNames, readTable } from './read-table.js';
import type { TableRow } from './read-table.js';
import { codeWordOf, parseDay, parseTime } from './values.js';

/** A row of a list of bookings, of cancellations or of no-shows, as it was read. */
export interface BookingRow {
  /** Line of the file. */
  readonly line: number;
  readonly client: string;
  /** The day of the appointment, `YYYY-MM-DD`. */
  readonly day: string;
  /** Milliseconds after midnight on the clinic's wall; undefined when the file does not say. */
  readonly time: number | undefined;
  /** The day on which it was made, or called off; undefined when the file does not say. */
  readonly doneOn: string | undefined;
  /** The booking system's own number; undefined where the file has none. */
  readonly booking: string | undefined;
  readonly service: string | undefined;
  readonly provider: string | undefined;
  readonly phone: string | undefined;
  readonly firstName: string | undefined;
}

/** Which columns a list has, and how it writes its days. */
interface Reading {
  readonly file: ExportFile;
  readonly columns: Readonly<
    Record<'client' | 'date', string> & {
      readonly [name in 'time' | 'booking' | 'service' | 'provider' | 'phone' | 'firstName']?:
        string | undefined;
    }
  >;
  /** The column with the day on which it was made or called off. */
  readonly doneOn: string | undefined;
  readonly dateFormat: string;
  readonly houseAccounts: readonly string[];
}

/** What was read of one file: each line is in one of the two lists. */
export interface BookingFile {
  readonly rows: readonly BookingRow[];
  readonly problems: readonly LineProblem[];
}

/** Longer ids leave no room for what an event's id adds to them. */
const idLength = 100;

/** Reads a list of bookings, of cancellations or of no-shows. */
export async function readBookings(path: string, reading: Reading): Promise<BookingFile> {
  const rows: BookingRow[] = [];
  const problems: LineProblem[] = [];
  const { columns, doneOn } = reading;
  for await (const row of readTable(path, columnNames({ ...columns, doneOn }))) {
    const read = 'reason' in row ? row.reason : readRow(row, reading);
    if (typeof read !== 'string') rows.push(read);
    else problems.push({ file: reading.file, line: row.line, reason: read });
  }
  return { rows, problems };
}

/** The row; a text says why it is none. */
function readRow({ line, cells }: TableRow, reading: Reading): BookingRow | string {
  const { columns, dateFormat } = reading;
  const cell = (name: string | undefined) => (name && cells[name]?.trim()) || '';
  const fault = textFault(cells);
  if (fault !== undefined) return fault;

  const client = cell(columns.client);
  if (client === '') return `${columns.client} is empty`;
  const booking = cell(columns.booking);
  if (client.length > idLength || booking.length > idLength) return 'an id is too long';

  const dayIn = (column: string) =>
    parseDay(cell(column), dateFormat) ??
    wrong(`${column} "${cell(column)}" is no day written as ${dateFormat}`);
  const day = dayIn(columns.date);
  if (typeof day !== 'string') return day.reason;
  const doneOn = reading.doneOn === undefined ? undefined : dayIn(reading.doneOn);
  if (typeof doneOn === 'object') return doneOn.reason;

  const timeText = cell(columns.time);
  const time = columns.time === undefined ? undefined : parseTime(timeText);
  if (columns.time !== undefined && time === undefined)
    return `${columns.time} "${timeText}" is no time of the day`;

  const staff = cell(columns.provider);
  return {
    line,
    client,
    day,
    time,
    doneOn,
    booking: booking || undefined,
    service: codeWordOf(cell(columns.service)),
    provider: reading.houseAccounts.includes(staff) ? undefined : codeWordOf(staff),
    phone: cell(columns.phone) || undefined,
    firstName: cell(columns.firstName) || undefined,
  };
}

const wrong = (reason: string) => ({ reason });

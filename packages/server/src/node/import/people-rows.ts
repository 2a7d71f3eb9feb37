import { Birthday, ExternalId, ShortText } from '@afterglow/contract';
import * as z from 'zod/mini';
import type { ListedPerson } from '../../members/bring-people.js';
import { normalizePhone } from '../../phones.js';
import { textFault } from './cell-faults.js';
import type { LineProblem } from './line-problem.js';
import type { PeopleMapping } from './mapping-people.js';
import { columnNames, readTable } from './read-table.js';
import type { TableRow } from './read-table.js';
import { parseDay } from './values.js';

/** A row of a patient list. */
export interface PersonRow {
  readonly line: number;
  readonly person: ListedPerson;
  /** What could not be kept of the row, as code words. */
  readonly warnings: readonly string[];
}

/** What was read of a patient list: each line is in one of the two lists. */
export interface PeopleFile {
  readonly rows: readonly PersonRow[];
  readonly problems: readonly LineProblem[];
}

interface Reading {
  readonly mapping: PeopleMapping;
  readonly source: string;
  /** Where a phone without a country code is. */
  readonly country: string;
  /** The clinic's day: nobody is a patient since a later one. */
  readonly today: string;
}

/** Reads a patient list. A person without a client's id can't be found again, and is not taken. */
export async function readPeople(path: string, reading: Reading): Promise<PeopleFile> {
  const rows: PersonRow[] = [];
  const problems: LineProblem[] = [];
  const lineOf = new Map<string, number>();
  const { columns, aliases } = reading.mapping;
  const needed = [...columnNames(columns), ...aliases.map(({ column }) => column)];
  for await (const row of readTable(path, needed)) {
    const read = 'reason' in row ? row.reason : readRow(row, reading);
    if (typeof read === 'string') {
      problems.push({ file: 'people', line: row.line, reason: read });
      continue;
    }
    const client = read.person.aliases[0]?.externalId ?? '';
    const before = lineOf.get(client);
    if (before === undefined) {
      lineOf.set(client, row.line);
      rows.push(read);
    } else {
      const reason = `is the client of line ${before} again`;
      problems.push({ file: 'people', line: row.line, reason });
    }
  }
  return { rows, problems };
}

/** The row; a text says why it is none. What is wrong with a detail is a warning. */
function readRow({ line, cells }: TableRow, reading: Reading): PersonRow | string {
  const { columns, dateFormat, aliases } = reading.mapping;
  const cell = (name: string | undefined) => (name && cells[name]?.trim()) || '';
  const fault = textFault(cells);
  if (fault !== undefined) return fault;
  const client = cell(columns.client);
  if (client === '') return `${columns.client} is empty`;
  const ids = [
    { source: reading.source, externalId: client },
    ...aliases.map(({ source, column }) => ({ source, externalId: cell(column) })),
  ].filter(({ externalId }) => externalId !== '');
  if (!ids.every(({ externalId }) => z.safeParse(ExternalId, externalId).success))
    return 'an id is too long';

  const warnings: string[] = [];
  const kept = <T>(column: string | undefined, code: string, read: (text: string) => T) => {
    const text = cell(column);
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) warnings.push(code);
    return value;
  };
  const day = (text: string) => parseDay(text, dateFormat);
  const since = kept(columns.since, 'since_invalid', (text) => {
    const read = day(text);
    return read !== undefined && read <= reading.today ? read : undefined;
  });
  const person: ListedPerson = {
    aliases: ids,
    since,
    firstName: kept(columns.firstName ?? columns.name, 'name_invalid', (text) =>
      shortText(columns.firstName ? text : firstNameIn(text)),
    ),
    phone: kept(columns.phone, 'phone_invalid', (text) => normalizePhone(text, reading.country)),
    email: kept(columns.email, 'email_invalid', emailOf),
    birthday: kept(columns.birthday, 'birthday_invalid', (text) => birthdayOf(day(text))),
  };
  return { line, person, warnings };
}

const shortText = (text: string) => z.safeParse(ShortText, text).data;

/** `Ana` of `Ana Ruiz` and of `Ruiz, Ana`. */
function firstNameIn(name: string): string {
  const [before = '', behind] = name.split(',');
  return (behind ?? before).trim().split(/\s+/)[0] ?? '';
}

/** An address that mail can be sent to, as far as its form says. */
const emailOf = (text: string) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? shortText(text.toLowerCase()) : undefined;

function birthdayOf(day: string | undefined): z.infer<typeof Birthday> | undefined {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  return z.safeParse(Birthday, { year, month, day: date }).data;
}

/** The worked examples of `docs/rules/`, as the pages tell them. */
import { read } from './markdown.js';

/** One line of an example: what happens on a day, and what is true then. */
export interface Row {
  /** Where it stands, for a failure. */
  readonly at: string;
  /** The clinic's day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly happens: string;
  /** What a reader is told about the moment after it; empty where nothing is. */
  readonly then: readonly string[];
}

/** A setting, and what it does to some people. */
export interface Example {
  readonly at: string;
  /** The heading above it. */
  readonly title: string;
  /** What the clinic sets; all else is as in the default program. */
  readonly setting: unknown;
  /** What it sets later, in the order in which new programs start. */
  readonly later: readonly unknown[];
  readonly rows: readonly Row[];
  /** Reasons of entries that the page shows. */
  readonly because: readonly unknown[];
  /** Parts of `GET /v1/me` at the end, of whoever the last line is about. */
  readonly me: readonly unknown[];
}

type Draft = { -readonly [Part in keyof Example]: Example[Part] };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mar 2, 2026` as `2026-03-02`. */
export function dayOf(words: string): string {
  const [, month = '', day = '', year = ''] = /^(\w{3}) (\d\d?), (\d{4})$/.exec(words) ?? [];
  const number = months.indexOf(month) + 1;
  if (number === 0) throw new SyntaxError(`"${words}" is no day such as "Mar 2, 2026"`);
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** All examples of a page. Each begins with a setting, a block that starts with "json program". */
export function examplesOf(page: string): readonly Example[] {
  const examples: Draft[] = [];
  let title = '';
  const pieces = read(page).matchAll(
    /^#+ (?<title>.+)$|^```json (?<use>\w+)\n(?<body>[^]*?)^```$|^\| (?<cells>.+) \|$/gm,
  );
  for (const { groups = {}, index } of pieces) {
    const at = `${page}:${String(read(page).slice(0, index).split('\n').length)}`;
    if (groups['title'] !== undefined) title = groups['title'];
    else if (groups['use'] === 'program') examples.push(begun(at, title, groups['body']));
    else {
      const example = examples.at(-1);
      if (!example) continue;
      if (groups['use'] !== undefined) addBlock(example, groups['use'], groups['body'], at);
      else addRow(example, groups['cells'] ?? '', at);
    }
  }
  return examples;
}

const begun = (at: string, title: string, body = ''): Draft => ({
  at,
  title,
  setting: JSON.parse(body),
  later: [],
  rows: [],
  because: [],
  me: [],
});

function addBlock(example: Draft, use: string, body = '', at: string): void {
  const value: unknown = JSON.parse(body);
  if (use === 'later') example.later = [...example.later, value];
  else if (use === 'because') example.because = [...example.because, value];
  else if (use === 'me') example.me = [...example.me, value];
  else throw new SyntaxError(`${at}: a block of "json ${use}" is not known here`);
}

function addRow(example: Draft, cells: string, at: string): void {
  const [day = '', happens = '', then = ''] = cells.split('|').map((cell) => cell.trim());
  if (day === 'Day' || /^:?-+:?$/.test(day)) return;
  const claims = then.split('; ').filter((claim) => claim !== '');
  example.rows = [...example.rows, { at, day: dayOf(day), happens, then: claims }];
}

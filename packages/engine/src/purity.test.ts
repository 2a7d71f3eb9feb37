import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('./', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !/^(?:laws|corpus)\//.test(path),
);
/** The code of a file without comments, so that words about clocks are no clocks. */
const codeOf = (path: string) =>
  readFileSync(new URL(path, root), 'utf8').replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['reads a clock', /Date\.now|new Date\(\)|(?<![.\w])Date\(|performance\b/],
  ['is left to chance', /Math\.random|crypto|randomUUID/],
  ['waits', /\basync\b|\bawait\b|\bPromise\b|setTimeout|setInterval|queueMicrotask/],
  ['reaches outside', /\bfetch\(|\bprocess\.|globalThis|\bwindow\b|from 'node:|\bconsole\./],
  ['depends on the language of the machine', /toLocale|localeCompare|Intl\.(?!DateTimeFormat)/],
  ['imports more of the contract than types', /^import (?!type)[^;]*'@afterglow\/contract'/m],
];

for (const [what, pattern] of forbidden) {
  test(`no file of the engine ${what}`, () => {
    assert.ok(sources.length > 30);
    assert.deepEqual(
      sources.filter((path) => pattern.test(codeOf(path))),
      [],
    );
  });
}

test('only the calendar keeps anything between two calls: what it reckoned once', () => {
  const kept =
    /^(?:export )?(?:let |const \w+ = new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|const \w+: (?!readonly ).*\[\] = \[\])/m;

  assert.deepEqual(sources.filter((path) => kept.test(codeOf(path))).sort(), [
    'calendar/days.ts',
    'calendar/zones.ts',
  ]);
});

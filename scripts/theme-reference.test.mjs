import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { tokens } from '@afterglow/server/brand';
import {
  declaredElements,
  elementSources,
  partsIn,
  readersOf,
  readsIn,
  shortNames,
  themePage,
} from './theme-reference.mjs';

const sources = elementSources();
const public_ = new Map(tokens.map((token) => [token.name, token]));
let elements;
before(() => {
  elements = declaredElements();
});

const isOfElements = (name) => name.startsWith('--glow-');
const reads = sources.flatMap(({ path, text }) => readsIn(text).map((read) => ({ path, ...read })));

test('every token that an element reads is in the table', () => {
  const strange = reads.filter(({ name }) => isOfElements(name) && !public_.has(name));

  assert.ok(reads.length > 100);
  assert.deepEqual(strange, []);
});

test('every token of shape is read, and with the same fallback everywhere', () => {
  const readers = readersOf(sources);
  for (const { name, kind, usual } of tokens) {
    if (kind === 'color') continue;
    assert.ok(readers.get(name).size > 0, `${name} is in the table, and nothing reads it`);
    const fallbacks = new Set(
      reads.filter((read) => read.name === name).map(({ fallback }) => fallback),
    );
    assert.deepEqual([...fallbacks], [kind === 'font' ? 'inherit' : usual], name);
  }
});

test('every color that has a short name is read by it, and every short name is one', () => {
  const short = shortNames(sources);
  const used = new Set(reads.map(({ name }) => name));

  assert.ok(short.size > 10);
  assert.deepEqual(
    [...short.keys()].filter((name) => !used.has(name)),
    [],
  );
  const colors = [...public_.values()].filter(({ kind }) => kind === 'color');
  const readers = readersOf(sources);
  for (const token of short.values()) {
    assert.ok(readers.get(token)?.size > 0, `${token} has a short name, and nothing reads it`);
  }
  assert.ok(colors.some(({ name }) => readers.get(name).size === 0));
});

test('the table says of hairlines that every element reads them, whatever else they are for more contrast', () => {
  assert.ok(readersOf(sources).get('--glow-color-border').has('*'));
  assert.match(themePage(elements, sources), /^\| `--glow-color-border` \|.*\| every element \|$/m);
});

test("an element's own properties are those of its docblock", () => {
  for (const { tag, properties } of elements) {
    const own = sources.filter(({ path }) => path.startsWith(`${tag}/`));
    const used = new Set(
      own
        .flatMap(({ text }) => readsIn(text))
        .map(({ name }) => name)
        .filter((name) => name.startsWith(`--${tag}-`)),
    );
    assert.deepEqual([...used].sort(), properties.map(({ name }) => name).sort(), tag);
  }
});

test("an element's parts are those of its docblock", () => {
  const list = (names) => [...names].sort().join(' ');
  const documented = elements.map(
    ({ tag, parts }) => `${tag}: ${list(parts.map(({ name }) => name))}`,
  );

  assert.deepEqual(
    documented,
    elements.map(({ tag }) => `${tag}: ${list(partsIn(tag, sources))}`),
  );
});

test('everything is said in a sentence', () => {
  const said = [
    ...tokens.map(({ name, meaning }) => ({ name, text: meaning })),
    ...elements.flatMap(({ tag, parts, properties }) =>
      [...parts, ...properties].map(({ name, description }) => ({
        name: `${tag} ${name}`,
        text: description,
      })),
    ),
  ];

  assert.ok(said.length > 100);
  for (const { name, text } of said) assert.match(text ?? '', /^[A-Z"].+\.$/, name);
});

test('the page has each token, property and part once', () => {
  const page = themePage(elements, sources);
  const names = [...page.matchAll(/^\| `(--[\w-]+)` \|/gm)].map(([, name]) => name);

  assert.deepEqual(
    names.sort(),
    [
      ...public_.keys(),
      ...elements.flatMap(({ properties }) => properties.map(({ name }) => name)),
    ].sort(),
  );
  for (const { tag, parts } of elements) {
    const rows = page.split(`\n### ${tag}\n`)[1]?.split('\n### ')[0] ?? '';
    assert.equal(rows.match(/^\| `/gm)?.length ?? 0, parts.length, tag);
  }
  assert.doesNotMatch(page, /undefined/);
});

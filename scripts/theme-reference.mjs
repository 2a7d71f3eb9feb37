// What agencies may style: the tokens and parts of the elements, read out of their sources and manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokens } from '@afterglow/server/brand';
import { writeManifest } from './build.mjs';
import { filesIn } from './files.mjs';
import { root } from './run.mjs';

const SOURCES = 'packages/elements/src';

/** Styles that every element has. */
const SHARED = ['internal/host.styles.ts', 'internal/base.ts'];

/** The roles by their short names, as `--_text` for `--glow-color-text`. */
const ROLES = 'theme/role.styles.ts';

/** @typedef {{ path: string, text: string }} Source - One source; its path counts from `src`. */

/** The sources that reach a page: no tests, no stories. */
export function elementSources() {
  const isShown = (path) =>
    path.endsWith('.ts') && !/\.(?:test|stories)\.ts$/.test(path) && !path.includes('/testing/');
  return filesIn(SOURCES, isShown).map((path) => ({
    path: path.slice(SOURCES.length + 1),
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

/** The elements as their manifest has them, written anew: tag, parts, custom properties. */
export function declaredElements() {
  if (!writeManifest()) throw new Error('The manifest of the elements could not be written.');
  const file = join(root, 'packages/elements/custom-elements.json');
  const { modules } = JSON.parse(readFileSync(file, 'utf8'));
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName !== undefined)
    .map(({ tagName, cssParts = [], cssProperties = [] }) => ({
      tag: tagName,
      parts: cssParts,
      properties: cssProperties,
    }))
    .sort((a, b) => a.tag.localeCompare(b.tag));
}

/** Every `var()` of a text: the name and the fallback, undefined where there is none. */
export function readsIn(text) {
  return [...text.matchAll(/var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g)].map(
    ([, name, fallback]) => ({ name, fallback: fallback?.trim() }),
  );
}

/** The short name of each token that has one. What it means under a media query comes later in the text. */
export function shortNames(sources) {
  const { text } = sources.find(({ path }) => path === ROLES);
  const names = new Map();
  for (const [, short, token] of text.matchAll(/(--_[\w-]+):\s*var\(\s*(--glow-[\w-]+)/g)) {
    if (!names.has(short)) names.set(short, token);
  }
  return names;
}

/** Who reads each token: tags, or `*` for every element. */
export function readersOf(sources) {
  const short = shortNames(sources);
  const readers = new Map(tokens.map(({ name }) => [name, new Set()]));
  for (const source of sources.filter(({ path }) => path !== ROLES)) {
    for (const { name } of readsIn(source.text)) {
      const token = short.get(name) ?? name;
      for (const owner of ownersOf(source, sources)) readers.get(token)?.add(owner);
    }
  }
  return readers;
}

/** The element whose folder a source lies in; for shared ones, those that import it. */
function ownersOf({ path }, sources) {
  if (SHARED.includes(path)) return ['*'];
  const [folder, file] = path.split('/');
  if (folder.includes('-')) return [folder];
  const imported = `/${folder}/${file.replace(/\.ts$/, '.js')}'`;
  return sources
    .filter(({ path: other, text }) => /^\w+-/.test(other) && text.includes(imported))
    .map(({ path: other }) => other.split('/')[0]);
}

/** Those of templates, and those that an element hands on from the elements in it. */
const partsOf = (text) =>
  [...text.matchAll(/\bpart="([^"]+)"|'exportparts',\s*'([^']+)'/g)].flatMap(
    ([, parts = '', handedOn = '']) => `${parts},${handedOn}`.split(/[\s,]+/).filter(Boolean),
  );

/** The parts in an element's templates: its own, and those of the faces that it takes from the base. */
export function partsIn(tag, sources) {
  const own = sources.filter(({ path }) => path.startsWith(`${tag}/`));
  const text = own.map((source) => source.text).join('\n');
  const parts = partsOf(text);
  if (/extends GlowElement\b/.test(text)) {
    for (const [method, taken] of baseParts(sources)) {
      const isTaken =
        method === 'renderTitle'
          ? text.includes('renderTitle(')
          : text.includes(`super.${method}(`) || !text.includes(`override ${method}(`);
      if (isTaken) parts.push(...taken);
    }
  }
  return new Set(parts);
}

/** The parts that each drawing method of the base has. */
function baseParts(sources) {
  const { text } = sources.find(({ path }) => path === 'internal/base.ts');
  return text
    .split(/(?=^ {2}protected (?:override )?render)/m)
    .slice(1)
    .map((method) => [/render\w*/.exec(method)[0], partsOf(method)]);
}

const introduction = `
A page sets a token where it wants, most often on \`:root\`; whatever stands nearer to the element wins,
and any rule of the page wins over the clinic's program. [The guide](../guides/theming.md) says how to
make all of them from one color and how to check them. A name on this page keeps its meaning.
`.trim();

const unreadIntroduction = `
The program gives these too, so that the rest of a page can match the elements. No element reads them
now; setting one changes nothing that an element draws.
`.trim();

/** The page of tokens and parts. */
export function themePage(elements = declaredElements(), sources = elementSources()) {
  const readers = readersOf(sources);
  const isRead = ({ name }) => readers.get(name).size > 0;
  const colors = tokens.filter(({ kind }) => kind === 'color');
  return [
    '# Tokens and parts',
    introduction,
    '## Shape',
    table(
      ['token', 'a', 'left out', 'what it is for'],
      tokens
        .filter(({ kind }) => kind !== 'color')
        .map(({ name, kind, usual, meaning }) => [code(name), kind, usual, meaning]),
    ),
    '## Colors',
    table(
      ['token', 'what it is for', 'read by'],
      colors
        .filter(isRead)
        .map(({ name, meaning }) => [code(name), meaning, worded(readers.get(name))]),
    ),
    '## Colors for the rest of the page',
    unreadIntroduction,
    table(
      ['token', 'what it is for'],
      colors.filter((token) => !isRead(token)).map(({ name, meaning }) => [code(name), meaning]),
    ),
    '## Of one element',
    table(
      ['property', 'left out', 'what it is for'],
      elements.flatMap(({ properties }) =>
        properties.map(({ name, default: usual, description }) => [
          code(name),
          code(usual),
          description,
        ]),
      ),
    ),
    '## Parts',
    'A part is styled with `tag::part(name)`, such as `points-balance::part(amount)`.',
    ...elements
      .filter(({ parts }) => parts.length > 0)
      .flatMap(({ tag, parts }) => [
        `### ${tag}`,
        table(
          ['part', 'what it is'],
          parts.map(({ name, description }) => [code(name), description]),
        ),
      ]),
    '',
  ].join('\n\n');
}

const code = (text) => `\`${text}\``;

function worded(readers) {
  return readers.has('*') ? 'every element' : [...readers].sort().map(code).join(', ');
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

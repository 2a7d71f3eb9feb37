import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { createTestServer } from '@afterglow/testing';
import { codeWordsOf, pages, proseOf, read, root, samplesOf, taught } from './markdown.js';

interface Named {
  readonly name: string;
}

/** What is read of custom-elements.json. */
interface Declared {
  readonly tagName: string;
  readonly attributes?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

const elements = join(root, 'packages/elements');
const tags = readdirSync(join(elements, 'src')).filter((name) =>
  existsSync(join(elements, 'src', name, 'define.ts')),
);
const declared = new Map<string, Declared>();
const sourceOf = (path: string) => readFileSync(join(elements, 'src', path), 'utf8');
const samples = taught.flatMap(samplesOf);

before(async () => {
  const file = join(elements, 'custom-elements.json');
  const isCurrent = () =>
    existsSync(file) &&
    tags.every((tag) => readFileSync(file, 'utf8').includes(`"tagName": "${tag}"`));
  if (!isCurrent()) {
    const script = new URL('../scripts/build.mjs', import.meta.url);
    const { writeManifest } = (await import(script.href)) as { writeManifest(): boolean };
    assert.ok(writeManifest());
  }
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as {
    modules: readonly { declarations?: readonly (Declared | { tagName?: undefined })[] }[];
  };
  for (const { declarations = [] } of modules) {
    for (const one of declarations) if (one.tagName !== undefined) declared.set(one.tagName, one);
  }
});

/** The attributes of the script tag that the loader and the demo read. */
function loaderAttributes(): readonly string[] {
  const source = sourceOf('loader/loader.ts') + sourceOf('loader/demo/demo-settings.ts');
  const names = [...source.matchAll(/options\['(\w+)'\]|'(\w+)' in options/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  return names.map(
    (name) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
}

/** Attributes by which elements find a script of the page's own, such as its texts. */
function scriptsRead(): readonly string[] {
  return [...sourceOf('internal/words.ts').matchAll(/script\[([\w-]+)\]/g)].map(
    ([, name = '']) => name,
  );
}

const plain = {
  everywhere: ['class', 'id', 'lang', 'dir', 'slot', 'style', 'hidden', 'data-afterglow'],
  link: ['rel', 'href'],
  script: ['type', 'src'],
  a: ['href'],
  iframe: ['title'],
} as const;

function allowed(tag: string): readonly string[] {
  const own = declared.get(tag)?.attributes?.map(({ name }) => name) ?? [];
  const html = tag in plain ? plain[tag as keyof typeof plain] : [];
  const ofScripts = tag === 'script' ? [...loaderAttributes(), ...scriptsRead()] : [];
  return [...plain.everywhere, ...html, ...own, ...ofScripts];
}

test('the HTML samples name registered tags and documented attributes only', () => {
  const html = samples.filter(({ language }) => language === 'html');
  const inline = taught.flatMap((page) =>
    codeWordsOf(page)
      .filter((word) => /^<[a-z]/.test(word))
      .map((text) => ({ at: page, text })),
  );

  assert.ok(html.length > 3);
  for (const { at, text } of [...html, ...inline]) {
    const prefix = /data-prefix="([^"]+)"/.exec(text)?.[1];
    for (const [, written = '', rest = ''] of text.matchAll(/<([a-z][\w-]*)([^>]*)>/g)) {
      const tag = prefix && written.startsWith(prefix) ? written.slice(prefix.length) : written;
      if (tag.includes('-')) assert.ok(declared.has(tag), `${at}: there is no <${tag}>`);
      for (const [, name = ''] of rest.replace(/"[^"]*"/g, '""').matchAll(/\s([a-z][\w-]*)/g)) {
        const isKnown =
          allowed(tag).includes(name) || (tag === 'meta' && /name|content/.test(name));
        assert.ok(isKnown, `${at}: <${tag}> has no ${name}`);
      }
      const kind = /data-afterglow="([^"]*)"/.exec(rest)?.[1];
      if (kind !== undefined) assert.ok(declared.has(kind), `${at}: there is no <${kind}>`);
    }
  }
});

test('the README lists every element, and no other', () => {
  const listed = [...read('README.md').matchAll(/^\| `([a-z]+-[a-z-]+)` +\|/gm)].map(
    ([, tag]) => tag ?? '',
  );

  assert.deepEqual(listed.sort(), [...declared.keys()].sort());
});

test('the guide names only attributes that the script tag reads', () => {
  const named = codeWordsOf('docs/guides/embed.md').flatMap(
    (word) => /^(data-[a-z-]+)(?:="\w+")?$/.exec(word)?.[1] ?? [],
  );

  assert.ok(named.length > 5);
  for (const name of named) assert.ok(loaderAttributes().includes(name), name);
});

test('every token that a page names exists', async () => {
  const server = await createTestServer();
  const answer = await server.fetch(`${server.base}/v1/program?key=${server.keys.publishable}`);
  const { brand } = (await answer.json()) as { brand: { roles: object } };
  const roles = Object.keys(brand.roles).map((role) => `--glow-color-${role}`);
  const other = ['theme/program-theme.ts', 'internal/host.styles.ts'].flatMap(
    (path) => sourceOf(path).match(/--glow-(?!color)[a-z-]+/g) ?? [],
  );
  const known = new Set([...roles, ...other]);
  const named = pages().flatMap((page) =>
    [...read(page).matchAll(/--glow-[a-z-]+(?:\{[^}\s]+\}(?:-(?=\{))?)*/g)].flatMap(([token]) =>
      expanded(token),
    ),
  );

  const used = new Set(named.filter((token) => !token.endsWith('-')));
  assert.ok(used.size > 30);
  assert.deepEqual(
    [...used].filter((token) => !known.has(token)),
    [],
  );
  assert.deepEqual(
    roles.filter((token) => !used.has(token)),
    [],
  );
});

/** `a-{b,c}` as `a-b` and `a-c`. */
function expanded(token: string): readonly string[] {
  const [, head = '', list, tail = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(token) ?? [];
  if (list === undefined) return [token];
  return list.split(',').flatMap((one) => expanded(head + one + tail));
}

test('every part and state that a style names exists', () => {
  const faces = sourceOf('internal/faces.ts');
  const styles = pages().flatMap((page) => [
    ...samplesOf(page).map(({ text }) => text),
    ...codeWordsOf(page),
  ]);

  const found = styles.flatMap((text) => [
    ...text.matchAll(/([a-z]+-[a-z-]+)(?:::part\(([a-z-]+)\)|:state\(([a-z-]+)\))/g),
  ]);
  assert.ok(found.length > 1);
  for (const [text, tag = '', part, state] of found) {
    const parts = declared.get(tag)?.cssParts?.map(({ name }) => name) ?? [];
    assert.ok(part === undefined || parts.includes(part), text);
    assert.ok(state === undefined || faces.includes(`'${state}'`), text);
  }
});

test('every event that a page names is sent, and the guide names them all', () => {
  const sources = readdirSync(join(elements, 'src'), { encoding: 'utf8', recursive: true });
  const sent = sources
    .filter((path) => /\bevents?\.ts$/.test(path))
    .flatMap((path) => [...sourceOf(path).matchAll(/static readonly type = '(glow-[a-z-]+)'/g)])
    .map(([, name]) => name ?? '');
  const named = (page: string) => codeWordsOf(page).filter((word) => /^glow-[a-z-]+$/.test(word));

  assert.ok(sent.length > 10);
  for (const page of taught) {
    for (const name of named(page)) assert.ok(sent.includes(name), `${page}: ${name}`);
  }
  assert.deepEqual(
    sent.filter((name) => !named('docs/guides/embed.md').includes(name)),
    [],
  );
});

test('the guide names the six faces', () => {
  const faces = /faces = \[([^\]]+)\]/.exec(sourceOf('internal/faces.ts'))?.[1] ?? '';
  const names = [...faces.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name ?? '');

  assert.equal(names.length, 6);
  for (const page of ['docs/guides/embed.md', 'packages/elements/README.md']) {
    for (const name of names) assert.ok(proseOf(page).includes(`\`${name}\``), `${page}: ${name}`);
  }
});

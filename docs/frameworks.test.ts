import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { compile } from 'svelte/compiler';
import { compileTemplate, parse } from 'vue/compiler-sfc';
import { root, samplesOf, taught, type Sample } from './markdown.js';
import { typeFaults } from './type-check.js';

interface Described {
  readonly tag: string;
  readonly attributes: readonly { readonly name: string }[];
  readonly properties: readonly string[];
  readonly events: readonly { readonly name: string }[];
}

const samples = taught.flatMap(samplesOf);
const of = (language: string) => samples.filter((sample) => sample.language === language);
let elements: ReadonlyMap<string, Described>;

before(async () => {
  const script = new URL('../scripts/frameworks.mjs', import.meta.url);
  const { frameworkElements } = (await import(script.href)) as {
    frameworkElements(): readonly Described[];
  };
  elements = new Map(frameworkElements().map((element) => [element.tag, element]));
});

test('the pieces of React have no type faults', async (t) => {
  const scratch = join(root, 'node_modules/.cache/docs-frameworks');
  await mkdir(scratch, { recursive: true });
  t.after(() => rm(scratch, { recursive: true }));
  const files = of('tsx').map(({ at }) => join(scratch, `${at.replace(/\W+/g, '-')}.tsx`));
  for (const [index, file] of files.entries()) {
    await writeFile(file, of('tsx')[index]?.text ?? '');
  }

  assert.ok(files.length > 3);
  assert.deepEqual(typeFaults(files), []);
});

test('Vue compiles its pieces', () => {
  assert.ok(of('vue').length > 0);
  for (const { at, text } of of('vue')) {
    const { descriptor, errors } = parse(text);
    assert.deepEqual(errors, [], at);
    const source = descriptor.template?.content ?? '';
    const compiled = compileTemplate({ source, filename: 'sample.vue', id: 'sample' });
    assert.deepEqual([...compiled.errors, ...compiled.tips], [], at);
  }
});

test('Svelte compiles its pieces without a warning', () => {
  assert.ok(of('svelte').length > 0);
  for (const { at, text } of of('svelte')) {
    assert.deepEqual(compile(text, {}).warnings, [], at);
  }
});

/** What stands on the tags with a hyphen: the tag and the names of its attributes. */
function tagsIn({ text }: Sample): readonly (readonly [string, readonly string[]])[] {
  const markup = text.replace(/"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\}/g, '""');
  return [...markup.matchAll(/<([a-z]+-[\w-]*)([^<>]*)>/g)].map(([, tag = '', rest = '']) => [
    tag,
    [...rest.matchAll(/(?:^|\s)([@:]?[\w-]+)/g)].map(([, name = '']) => name),
  ]);
}

test('the pieces name elements, attributes, properties and events that exist', () => {
  const found = [...of('vue'), ...of('svelte'), ...of('tsx')].flatMap((sample) =>
    tagsIn(sample).map(([tag, names]) => ({ at: sample.at, tag, names })),
  );

  assert.ok(found.length > 5);
  for (const { at, tag, names } of found) {
    const element = elements.get(tag);
    assert.ok(element, `${at}: there is no <${tag}>`);
    const known = new Set([
      ...element.attributes.map(({ name }) => name),
      ...element.properties,
      ...element.events.flatMap(({ name }) => [`@${name}`, `on${name}`]),
    ]);
    for (const name of names) {
      assert.ok(known.has(name.replace(':', '')), `${at}: <${tag}> has no ${name}`);
    }
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { filesIn } from './files.mjs';
import { frameworkElements, frameworkFiles, leftOvers } from './frameworks.mjs';
import { root } from './run.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
let elements;
let files;
before(async () => {
  elements = frameworkElements();
  files = await frameworkFiles(elements);
});

test('the files for React, Vue, Svelte and editors are what the manifest makes', () => {
  for (const [path, text] of files) {
    assert.equal(read(path), text, `${path}: npm run frameworks writes it anew`);
  }
  assert.deepEqual(leftOvers(files), []);
});

test('each element has a component, with the events that its sources send', () => {
  for (const { tag, events } of elements) {
    const component = files.get(`packages/elements/src/react/${tag}.ts`);
    assert.match(component, /^\/\/ .+\n'use client';\n/, tag);
    for (const { name } of events) assert.ok(component.includes(`'${name}'`), `${tag}: ${name}`);
  }
});

test('every event of the sources belongs to an element, and a provider hears them all', () => {
  const classes = filesIn('packages/elements/src', (path) => /\bevents?\.ts$/.test(path))
    .map(read)
    .join('\n');
  const sent = [...classes.matchAll(/static readonly type = '([\w-]+)'/g)].map(([, name]) => name);
  const provider = elements.find(({ tag }) => tag === 'loyalty-provider');
  const others = elements.filter((element) => element !== provider);

  assert.ok(sent.length > 10);
  assert.deepEqual(provider.events.map(({ name }) => name).sort(), sent.sort());
  for (const name of sent) {
    assert.ok(
      others.some(({ events }) => events.some((event) => event.name === name)),
      `${name} is in no docblock`,
    );
  }
});

test('everything that an editor shows is said in a sentence', () => {
  for (const { tag, description, attributes, events } of elements) {
    for (const text of [description, ...[...attributes, ...events].map((one) => one.description)]) {
      assert.match(text ?? '', /^[A-Z"`].+[.]$/s, tag);
    }
  }
});

test('an editor is offered each tag, its attributes and their words, and each token once', () => {
  const { tags } = JSON.parse(files.get('packages/elements/html-data.json'));
  const { properties } = JSON.parse(files.get('packages/elements/css-data.json'));
  const provider = tags.find(({ name }) => name === 'loyalty-provider');
  const attribute = (wanted) => provider.attributes.find(({ name }) => name === wanted);

  assert.deepEqual(
    tags.map(({ name }) => name),
    elements.map(({ tag }) => tag),
  );
  assert.deepEqual(
    attribute('color-scheme').values.map(({ name }) => name),
    ['light', 'dark', 'auto'],
  );
  assert.equal(attribute('live').valueSet, 'v');
  const names = properties.map(({ name }) => name);
  assert.ok(names.includes('--glow-radius') && names.includes('--points-balance-color'));
  assert.equal(new Set(names).size, names.length);
});

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../run.mjs';
import { copyOfElements, runIn } from './copy-of-elements.mjs';
import { fileNames } from './element.mjs';

const source = 'packages/elements/src';
const read = (folder, path) => readFileSync(join(folder, path), 'utf8');

describe('npm run new element', () => {
  let copy;
  before(() => {
    copy = copyOfElements();
  });
  after(() => rmSync(copy, { recursive: true }));

  const tool = (from, command, ...args) => {
    const path = join(root, 'node_modules', from, command);
    const { status, output } = runIn(copy, [path, ...args]);
    return status === 0 ? 'green' : output;
  };

  it('writes an element that is formatted, typed, linted and green, in its place everywhere', () => {
    const { status, output } = runIn(copy, ['scripts/new.mjs', 'element', 'visit-map']);
    assert.equal(status, 0, output);
    const written = readdirSync(join(copy, source, 'visit-map'));
    const tests = `${source}/visit-map/visit-map.test.ts`;

    assert.deepEqual(written.sort(), fileNames('visit-map').sort());
    for (const name of written) {
      const text = read(copy, `${source}/visit-map/${name}`);
      assert.doesNotMatch(text, /starter-?card/i, name);
    }
    assert.deepEqual(exportedTags(), exportedTags().sort());
    assert.match(read(copy, `${source}/types/tags.ts`), /element: VisitMapElement;/);
    const pages = ['README.md', 'packages/elements/README.md'];
    assert.match(read(copy, pages[1]), /\n\| visit-map, on top +\| 3 KiB/);
    assert.equal(tool('prettier', 'bin/prettier.cjs', '--check', source, ...pages), 'green');
    const fresh = ['--incremental', 'false', '--tsBuildInfoFile', 'null'];
    const types = tool('typescript', 'bin/tsc', '-p', 'tsconfig.tests.json', ...fresh);
    const folder = `${source}/visit-map`;
    assert.equal(types, 'green');
    assert.equal(tool('eslint', 'bin/eslint.js', '--max-warnings=0', folder), 'green');
    assert.equal(tool('@web/test-runner', 'dist/bin.js', tests), 'green');
  });

  const exportedTags = () =>
    [...read(copy, `${source}/index.ts`).matchAll(/'\.\/(\w+-[\w-]+)\//g)].map(([, tag]) => tag);
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkTheme } from './check-theme.js';
import { installedElementNames } from './element-names.js';

const folder = new URL('themes/', import.meta.resolve('@afterglow/elements/package.json'));
const names = readdirSync(folder).filter((name) => name.endsWith('.css'));

test('the elements come with themes', () => {
  assert.ok(names.length >= 5);
});

for (const name of names) {
  test(`${name} passes the check that agencies run, and leaves nothing to guess`, () => {
    const css = readFileSync(new URL(name, folder), 'utf8');

    assert.deepEqual(checkTheme(css, { elements: installedElementNames() }), []);
  });
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { derivePalette } from '@afterglow/server/brand';
import { choices, readyTheme } from './themes.mjs';

test('there are five themes or more, and a file of each', async () => {
  const { path } = await readyTheme('paper');
  const files = readdirSync(dirname(path)).filter((name) => name.endsWith('.css'));

  assert.ok(files.length >= 5);
  assert.deepEqual(
    files.sort(),
    Object.keys(choices)
      .map((name) => `${name}.css`)
      .sort(),
  );
});

for (const name of Object.keys(choices)) {
  test(`the file of ${name} is what its choices make`, async () => {
    const { path, css } = await readyTheme(name);

    assert.equal(readFileSync(path, 'utf8'), css, 'npm run themes writes it anew');
  });

  test(`${name} has the clinic's color as it is on the clinic's own paper`, () => {
    const { brand, surface } = choices[name];

    const { roles } = derivePalette(brand, { surface });

    const scheme = roles.surface.light === surface ? 'light' : 'dark';
    assert.equal(roles.surface[scheme], surface);
    assert.equal(roles['brand-fill-loud'][scheme], brand);
  });
}

test('no two themes share a color, a corner, a space or a typeface', () => {
  const all = Object.values(choices);
  for (const choice of ['brand', 'surface', 'radiusPx', 'spacePx', 'font']) {
    assert.equal(new Set(all.map((theme) => theme[choice])).size, all.length, choice);
  }
});

import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createTestServer } from '@afterglow/testing';

const root = new URL('../../../', import.meta.url);
const scratch = new URL('node_modules/.cache/readme-samples/', root);

for (const name of ['sdk', 'testing']) {
  const readme = await readFile(new URL(`packages/${name}/README.md`, root), 'utf8');
  const samples = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code!);

  test(`the README of ${name} has samples`, () => {
    assert.ok(samples.length >= 2);
  });

  for (const [index, sample] of samples.entries()) {
    test(`sample ${index + 1} in the README of ${name} runs and says something`, async (t) => {
      const server = await createTestServer({ now: Date.now() });
      const lines: unknown[][] = [];
      t.mock.method(globalThis, 'fetch', server.fetch);
      t.mock.method(console, 'log', (...line: unknown[]) => lines.push(line));
      const file = new URL(`${name}-${index}-${Date.now()}.mjs`, scratch);
      await mkdir(scratch, { recursive: true });
      await writeFile(
        file,
        sample
          .replaceAll('pk_test_…', server.keys.publishable)
          .replaceAll('sk_test_…', server.keys.secret)
          .replaceAll('http://localhost:4600', server.base),
      );
      t.after(() => rm(file));

      await import(file.href);

      assert.ok(lines.length > 0);
      assert.doesNotMatch(JSON.stringify(lines), /undefined|null/);
    });
  }
}

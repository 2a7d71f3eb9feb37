/** The guide to many clinics shows the example's file, and what its command prints. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, samplesOf } from './markdown.js';

const page = 'docs/guides/clinics.md';

test(`${page} shows the file of its example`, () => {
  const [shown] = samplesOf(page).filter(({ language }) => language === 'json');

  const file: unknown = JSON.parse(
    readFileSync(join(root, 'examples/agency/clinics.json'), 'utf8'),
  );
  assert.deepEqual(JSON.parse(shown?.text ?? ''), file);
});

test(`${page} shows what its commands print`, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-docs-'));
  t.after(() => rm(folder, { recursive: true }));
  const printed: string[] = [];
  t.mock.method(console, 'log', (text: string) => printed.push(text));
  const file = new URL('../packages/server/src/node/run-command.ts', import.meta.url);
  const { runCommand } = (await import(file.href)) as {
    runCommand(args: readonly string[], environment: object): Promise<number>;
  };
  const [commands, , shown] = samplesOf(page);
  const run = async (line: string) => {
    printed.length = 0;
    const args = line
      .replace('npx afterglow ', '')
      .split(/\s+/)
      .map((word) => (word.startsWith('examples/') ? join(root, word) : word));
    assert.equal(await runCommand(args, { AFTERGLOW_DATABASE: join(folder, 'clinic.db') }), 0);
    return printed.join('\n').replace(/([ps]k_test_)\w+/g, '$1…');
  };
  const [dry = '', apply = ''] = commands?.text.trim().split('\n') ?? [];

  assert.match(await run(dry), /^harbor {2}would be made/);
  assert.equal(await run(apply), shown?.text.trim());
  assert.match(await run(apply), /^harbor {2}as it was\n/);
});

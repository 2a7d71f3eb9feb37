/** The report that the guide shows is the one that its command prints. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, samplesOf } from './markdown.js';

const page = 'docs/guides/simulate.md';

test(`${page} shows what its command prints`, async (t) => {
  const printed: string[] = [];
  t.mock.method(console, 'log', (text: string) => printed.push(text));
  t.mock.method(process.stderr, 'write', () => true);
  const file = new URL('../packages/server/src/node/run-command.ts', import.meta.url);
  const { runCommand } = (await import(file.href)) as {
    runCommand(args: readonly string[], environment: object): Promise<number>;
  };
  const [command, shown] = samplesOf(page);
  const words = command?.text.replaceAll('\\\n', ' ').trim().split(/\s+/) ?? [];
  assert.deepEqual(words.slice(0, 3), ['npx', 'afterglow', 'simulate']);
  const args = words
    .slice(2)
    .map((word) => (word.startsWith('examples/') ? join(root, word) : word));

  const code = await runCommand(args, {});

  assert.equal(code, 0);
  assert.equal(printed.join('\n').trim(), shown?.text.trim());
});

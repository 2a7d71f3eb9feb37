import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { npm, root } from './run.mjs';

const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const commands = [...text.matchAll(/```sh\n([^`]*)```/g)].flatMap(([, block]) =>
  block.trim().split('\n'),
);

test('every command in CONTRIBUTING.md is one of ours', () => {
  const names = commands.map((line) => /^(?:[A-Z_]+=\w+ )*npm (?:run )?([\w:]+)/.exec(line)?.[1]);

  assert.ok(names.length > 8);
  assert.deepEqual(
    names.filter((name) => name !== 'ci' && !(name in scripts)),
    [],
  );
});

test('every file and folder that CONTRIBUTING.md names exists', () => {
  const named = text.match(/(?:packages|scripts|docs)\/[\w./-]*\w/g) ?? [];

  assert.deepEqual(
    named.filter((path) => !existsSync(join(root, path))),
    [],
  );
});

test('the command for one test file runs that file', () => {
  const line = commands.find((command) => command.endsWith('routes.test.ts'));
  const env = { NODE_TEST_CONTEXT: undefined };

  assert.ok(npm(line.split(' ').slice(1), { env, quiet: true }));
});

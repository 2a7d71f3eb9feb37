import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { codeWordsOf, pages, root, samplesOf } from './markdown.js';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What is not a script of ours. */
const ofNpm = new Set(['ci', 'install', 'exec']);

/** Every command of the documentation, a line each, continued lines joined, comments left out. */
function commands(): { readonly page: string; readonly line: string }[] {
  return pages().flatMap((page) => {
    const blocks = samplesOf(page).filter(({ language }) => language === 'sh');
    const lines = blocks.flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'));
    const inline = codeWordsOf(page).filter((word) => /^(?:npm|npx|afterglow) /.test(word));
    return [...lines, ...inline]
      .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
      .filter((line) => line !== '')
      .map((line) => ({ page, line }));
  });
}

test('every npm script that is named exists', () => {
  const named = commands().flatMap(({ page, line }) => {
    const name = /^npm (?:run )?(?:-\w+ )*([\w:]+)/.exec(line)?.[1];
    return name === undefined || ofNpm.has(name) ? [] : [{ page, name }];
  });

  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter(({ name }) => !(name in scripts)),
    [],
  );
});

test('what is said after "npm run test:node" is a subject or a file', () => {
  const subjects = [
    'contract',
    'engine',
    'server',
    'sdk',
    'testing',
    'elements',
    'scripts',
    'docs',
  ];
  const asked = commands().flatMap(
    ({ line }) => /^npm run test:(?:node|elements)(?: --)? (\S+)/.exec(line)?.[1] ?? [],
  );

  assert.ok(asked.length > 2);
  assert.deepEqual(
    asked.filter((what) => !subjects.includes(what) && !existsSync(join(root, what))),
    [],
  );
});

test('every afterglow command that is named exists and takes the options that stand there', async (t) => {
  const said: string[] = [];
  t.mock.method(console, 'error', (text: string) => said.push(text));
  const file = new URL('../packages/server/src/node/run-command.ts', import.meta.url);
  const { runCommand } = (await import(file.href)) as {
    runCommand(args: readonly string[], environment: object): Promise<number>;
  };
  const used = commands().flatMap(({ page, line }) => {
    const [, name, rest = ''] = /^(?:npx )?afterglow ([a-z]+)(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ page, name, rest }];
  });

  assert.ok(used.length > 3);
  for (const { page, name, rest } of used) {
    said.length = 0;
    assert.equal(await runCommand([name, '--help'], {}), 0, `${page}: afterglow ${name}`);
    const usage = said.join('\n');
    const words = rest.match(/--[a-z-]+|(?<= )(?:create|revoke|add|apply)\b/g) ?? [];
    for (const word of words) assert.ok(usage.includes(word), `${page}: ${name} has no ${word}`);
  }
});

test('npx finds afterglow from the first install on: what npm links is there before a build', () => {
  const folder = join(root, 'packages/server');
  const { bin, files } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: { afterglow: string };
    files: string[];
  };

  assert.ok(existsSync(join(folder, bin.afterglow)));
  const [top = ''] = bin.afterglow.replace('./', '').split('/');
  assert.notEqual(top, 'dist');
  assert.ok(files.includes(top), `${top} is not published`);
});

test('the commands of the import example bring its export in, twice without a change', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-docs-'));
  t.after(() => rm(folder, { recursive: true }));
  const said: string[] = [];
  t.mock.method(console, 'log', (text: string) => said.push(text));
  t.mock.method(console, 'error', () => {});
  const file = new URL('../packages/server/src/node/run-command.ts', import.meta.url);
  const { runCommand } = (await import(file.href)) as {
    runCommand(args: readonly string[], environment: object): Promise<number>;
  };
  const environment = { AFTERGLOW_DATABASE: join(folder, 'clinic.db'), LOG_LEVEL: 'silent' };
  const lines = commands().filter(
    ({ page, line }) => page === 'examples/salon-import/README.md' && line.startsWith('npx '),
  );
  const run = (line: string, clinic: string) => {
    said.length = 0;
    const words = line.replace('npx afterglow ', '').match(/"[^"]*"|\S+/g) ?? [];
    const args = words.map((word) => word.replaceAll('"', '').replace('cln_…', clinic));
    return runCommand(
      args.map((word) => (word.startsWith('examples/') ? join(root, word) : word)),
      environment,
    );
  };
  assert.equal(lines.length, 2);

  assert.equal(await run(lines[0]?.line ?? '', ''), 0);
  const clinic = /cln_\w+/.exec(said.join('\n'))?.[0] ?? '';
  assert.equal(await run(lines[1]?.line ?? '', clinic), 1, 'some of its lines are not taken');
  assert.match(said.join('\n'), /^Events: [1-9]\d* applied, 0 known already/m);
  assert.equal(await run(lines[1]?.line ?? '', clinic), 1);
  assert.match(said.join('\n'), /^Events: 0 applied, [1-9]\d* known already/m);
});

test('every command that the server has is in its README', async (t) => {
  const said: string[] = [];
  t.mock.method(console, 'error', (text: string) => said.push(text));
  const file = new URL('../packages/server/src/node/run-command.ts', import.meta.url);
  const { runCommand } = (await import(file.href)) as {
    runCommand(args: readonly string[], environment: object): Promise<number>;
  };
  await runCommand(['--help'], {});

  const names = [...said.join('\n').matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '');
  const words = codeWordsOf('packages/server/README.md');
  assert.ok(names.length > 5);
  assert.deepEqual(
    names.filter((name) => !words.includes(name)),
    [],
  );
});

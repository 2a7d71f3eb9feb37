import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The package's entries, by the names that a page imports them by. */
const { exports } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { exports: Record<string, unknown> };
const entries = Object.keys(exports)
  .filter((entry) => entry !== './package.json')
  .map((entry) => entry.replace('.', '@afterglow/sdk'));

/** In a process that has nothing but the language, while nothing else runs there. */
const script = `
  const names = ['fetch', 'Request', 'Response', 'Headers', 'crypto', 'navigator', 'indexedDB',
    'BroadcastChannel', 'localStorage', 'sessionStorage', 'window', 'document', 'self'];
  for (const name of names) {
    Object.defineProperty(globalThis, name, { configurable: true, value: undefined });
  }
  const found = {};
  for (const entry of ${JSON.stringify(entries)}) {
    const module = await import(entry);
    const left = process.getActiveResourcesInfo().filter((one) => /Timeout|MessagePort/.test(one));
    found[entry] = Object.keys(module).length > 0 && left.length === 0 ? 'quiet' : left;
  }
  console.log(JSON.stringify(found));
`;

test('every entry is imported without a browser, a network or crypto, and starts nothing', () => {
  const said = execFileSync(
    process.execPath,
    [
      '--conditions=afterglow-source',
      `--import=${import.meta.resolve('tsx')}`,
      '--input-type=module',
      '--eval',
      script,
    ],
    { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) },
  );

  assert.deepEqual(JSON.parse(said), Object.fromEntries(entries.map((entry) => [entry, 'quiet'])));
});

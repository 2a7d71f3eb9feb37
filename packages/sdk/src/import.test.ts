import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const entries = [
  'index',
  'page',
  'server',
  'stores',
  'page-read',
  'page-store',
  'session',
  'errors',
];

/** Every entry in a process of its own that has nothing but the language. */
const script = (entry: string) => `
  const names = ['fetch', 'Request', 'Response', 'Headers', 'crypto', 'navigator', 'indexedDB',
    'BroadcastChannel', 'localStorage', 'sessionStorage', 'window', 'document', 'self'];
  const module = await (async () => {
    for (const name of names) {
      Object.defineProperty(globalThis, name, { configurable: true, value: undefined });
    }
    return import(${JSON.stringify(new URL(`./${entry}.ts`, import.meta.url).href)});
  })();
  const timers = process.getActiveResourcesInfo().filter((one) => /Timeout|MessagePort/.test(one));
  console.log(Object.keys(module).length > 0 && timers.length === 0 ? 'quiet' : timers.join());
`;

for (const entry of entries) {
  test(`${entry} is imported without a browser, a network or crypto, and starts nothing`, () => {
    const said = execFileSync(
      process.execPath,
      [
        '--conditions=afterglow-source',
        `--import=${import.meta.resolve('tsx')}`,
        '--input-type=module',
        '--eval',
        script(entry),
      ],
      { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) },
    );

    assert.equal(said.trim(), 'quiet');
  });
}

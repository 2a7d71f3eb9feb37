import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, mock, test } from 'node:test';
import { browserReporter } from './browser-reporter.mjs';
import { runNodeTests } from './node-tests.mjs';
import { leaveTally, tallyOf } from './tally.mjs';

// Without this, a test runner that a test starts reports to the outer one.
const alone = { env: { NODE_TEST_CONTEXT: undefined }, quiet: true };
let folder;

before(() => (folder = mkdtempSync(join(tmpdir(), 'afterglow-tally-test-'))));
beforeEach(() => mock.method(console, 'error', () => {}));
after(() => rmSync(folder, { recursive: true }));

function file(name, lines) {
  const path = join(folder, name);
  writeFileSync(path, `import { describe, test } from 'node:test';\n${lines.join('\n')}\n`);
  return path;
}

const suite = [
  `describe('outer', () => {`,
  `  test('one', () => {});`,
  `  test('two', () => { throw new Error('as meant'); });`,
  `});`,
];

test('counts tests, not the suites and files around them', () => {
  const path = file('suite.test.mjs', suite);

  assert.deepEqual(runNodeTests([path], alone), { passed: 1, failed: 1, skipped: 0 });
});

test('counts a file that cannot be imported as one failed', () => {
  const broken = file('broken.test.mjs', [`import './nowhere.mjs';`, ...suite]);
  const fine = file('fine.test.mjs', [`test('one', () => {});`]);

  assert.deepEqual(runNodeTests([broken, fine], alone), { passed: 1, failed: 1, skipped: 0 });
});

test('counts a failing hook and a failing group of steps once', () => {
  const path = file('hooks.test.mjs', [
    `import { before } from 'node:test';`,
    `describe('hooked', () => { before(() => { throw new Error('as meant'); }); test('a', () => {}); });`,
    `test('steps', async (t) => { await t.test('step', () => { throw new Error('as meant'); }); });`,
  ]);

  const { failed } = runNodeTests([path], alone);

  assert.ok(failed >= 2 && failed <= 3, `${failed} failed`);
});

test('does not count a skipped test as passed', () => {
  const path = file('skipped.test.mjs', [
    `test.skip('later', () => {});`,
    `test('one', () => {});`,
  ]);

  assert.deepEqual(runNodeTests([path], alone), { passed: 1, failed: 0, skipped: 1 });
});

test('a run without any test fails', () => {
  assert.deepEqual(runNodeTests([], alone), { passed: 0, failed: 1, skipped: 0 });
});

test('a runner that dies without a word fails', () => {
  assert.deepEqual(
    tallyOf(() => false),
    { passed: 0, failed: 1, skipped: 0 },
  );
});

test('the browser reporter counts nested tests, and a file that did not load as one failed', () => {
  const passed = { passed: true, skipped: false };
  const failed = { passed: false, skipped: false };
  const sessions = [
    {
      passed: false,
      testResults: { tests: [passed], suites: [{ tests: [passed, failed], suites: [] }] },
    },
    { passed: false, testResults: { tests: [], suites: [] } },
    { passed: true, testResults: { tests: [passed], suites: [] } },
  ];

  const tally = tallyOf((given) => {
    const [[name, path]] = Object.entries(given);
    process.env[name] = path;
    mock.method(console, 'log', () => {});
    browserReporter().onTestRunFinished({ sessions });
    mock.restoreAll();
    delete process.env[name];
    return false;
  });

  assert.deepEqual(tally, { passed: 3, failed: 2, skipped: 0 });
});

test('leaves nothing where nobody asked', () => {
  assert.doesNotThrow(() => leaveTally({ passed: 1, failed: 0 }));
});

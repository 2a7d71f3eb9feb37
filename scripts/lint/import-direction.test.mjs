import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { refuseImport } from './import-direction.mjs';

const file = (path) => `/anywhere/packages/${path}`;

const refused = [
  ['contract/src/member.ts', '@afterglow/engine', 'type', 'the contract stands first'],
  ['contract/src/member.ts', 'lit', 'value', 'the contract knows zod alone'],
  ['engine/src/replay.ts', '@afterglow/contract', 'value', 'the engine takes types only'],
  ['engine/src/replay.ts', '@afterglow/server', 'type', 'the engine knows no server'],
  ['engine/src/replay.ts', 'zod/mini', 'value', 'the engine has no dependency'],
  ['engine/src/replay.ts', 'node:fs', 'value', 'the engine does no I/O'],
  ['server/src/app.ts', '@afterglow/elements', 'value', 'the server draws nothing'],
  ['server/src/app.ts', 'node:crypto', 'value', 'the app runs in browsers'],
  ['server/src/app.ts', 'libsql', 'value', 'drivers need Node'],
  ['server/src/app.ts', './node/main.js', 'value', 'the app must not reach Node by the back door'],
  ['sdk/src/client.ts', '@afterglow/engine', 'value', 'the SDK asks the server'],
  ['sdk/src/client.ts', '../../contract/src/routes.js', 'value', 'exports are the only door'],
  ['sdk/src/client.ts', '@afterglow/contract/src/routes.ts', 'value', 'exports are the only door'],
  ['elements/src/points-balance/points-balance.ts', '@afterglow/engine', 'value', 'no rules here'],
  ['elements/src/tier-badge/tier-badge.ts', '@afterglow/engine/savings', 'value', 'not its job'],
  [
    'elements/src/visit-preview/visit-preview.ts',
    '@afterglow/engine/savings',
    'value',
    'not its job',
  ],
  ['elements/src/loader/demo.ts', '@afterglow/testing', 'value', 'the demo is loaded when asked'],
  ['elements/src/define.ts', '@afterglow/testing', 'dynamic', 'the demo chunk is one file'],
  [
    'elements/src/loader/demo/demo-story.ts',
    '@afterglow/testing',
    'value',
    'it comes with demo.ts',
  ],
  ['elements/src/define.ts', '@afterglow/server', 'type', 'elements speak to the SDK'],
];

const allowed = [
  ['contract/src/member.ts', 'zod/mini', 'value'],
  ['engine/src/replay.ts', '@afterglow/contract', 'type'],
  ['engine/src/replay.test.ts', 'fast-check', 'value'],
  ['engine/src/corpus/corpus.ts', 'node:fs', 'value'],
  ['server/src/app.ts', '@afterglow/engine', 'value'],
  ['server/src/node/main.ts', 'node:fs', 'value'],
  ['server/src/node/main.ts', '../app.js', 'value'],
  ['sdk/src/client.test.ts', '@afterglow/testing', 'value'],
  ['testing/src/server.ts', '@afterglow/server', 'value'],
  ['elements/src/savings-calculator/savings-calculator.ts', '@afterglow/engine/savings', 'value'],
  ['elements/src/visit-preview/public-preview.ts', '@afterglow/engine/earning', 'value'],
  ['elements/src/visit-preview/public-preview.ts', '@afterglow/engine/calendar', 'value'],
  ['elements/src/loader/demo.ts', '@afterglow/testing', 'dynamic'],
  ['elements/src/loader/demo/demo-story.ts', '@afterglow/testing', 'type'],
  ['elements/src/points-balance/points-balance.stories.ts', '@afterglow/testing', 'value'],
  ['elements/src/points-balance/define.ts', './points-balance.js', 'value'],
];

for (const [path, source, kind, why] of refused)
  test(`refuses ${kind} ${source} in ${path}: ${why}`, () => {
    assert.equal(typeof refuseImport(file(path), source, kind), 'string');
  });

for (const [path, source, kind] of allowed)
  test(`allows ${kind} ${source} in ${path}`, () => {
    assert.equal(refuseImport(file(path), source, kind), undefined);
  });

test('is switched on for the repository, in every form of import', async () => {
  const code = `
    import '@afterglow/server';
    export * from '@afterglow/testing';
    export const load = () => import('@afterglow/elements');
    export const member = {} as import('@afterglow/sdk').Member;
  `;

  const messages = await lint('packages/engine/src/somewhere.ts', code);

  const lines = messages
    .filter((m) => m.ruleId === 'afterglow/import-direction')
    .map((m) => m.line);
  assert.deepEqual(lines, [2, 3, 4, 5]);
});

test('the engine reads no clock and takes no chances', async () => {
  const code = 'export const now = [Date.now(), new Date(), Math.random()];';

  const messages = await lint('packages/engine/src/somewhere.ts', code);

  assert.deepEqual(
    messages.map((m) => m.ruleId),
    ['no-restricted-properties', 'no-restricted-syntax', 'no-restricted-properties'],
  );
});

test('elements carry no inline style and no unsafe HTML', async () => {
  const code = `
    import { html } from 'lit';
    import { styleMap } from 'lit/directives/style-map.js';
    export const bad = html\`<p style=\${styleMap({ color: 'red' })}>A</p>\`;
    export const fine = html\`<p class="quiet">A</p>\`;
  `;

  const messages = await lint('packages/elements/src/somewhere.ts', code);

  assert.deepEqual(
    messages.map((m) => m.ruleId),
    ['no-restricted-imports', 'no-restricted-syntax'],
  );
});

test('a suppression without a reason is refused', async () => {
  const code = `
    // eslint-disable-next-line no-debugger
    debugger;
    // eslint-disable-next-line no-debugger -- shows the rule
    debugger;
  `;

  const messages = await lint('scripts/somewhere.mjs', code);

  assert.deepEqual(
    messages.map((m) => [m.ruleId, m.line]),
    [['afterglow/suppression-reason', 2]],
  );
});

/** Lints text as if it were a file of the repository; rules that need types have none here. */
async function lint(filePath, code) {
  const withoutTypes = {
    languageOptions: { parserOptions: { project: null } },
    rules: {
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
    },
  };
  const eslint = new ESLint({ overrideConfig: withoutTypes });
  const [result] = await eslint.lintText(code, { filePath });
  return result.messages;
}

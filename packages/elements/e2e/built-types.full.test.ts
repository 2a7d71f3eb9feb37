import { strict as assert } from 'node:assert';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const scratch = join(root, 'node_modules/.cache/built-types');

/** Whole apps, each alone in its program: what one of them imports must not be needed by another. */
const apps = {
  'react.tsx': `
    import { RewardList } from '@afterglow/elements/react';
    export const list = <RewardList rows={2} onGlowClaimed={({ rewardId }) => rewardId.length} />;
    // @ts-expect-error -- an event of this list says no code
    export const wrong = <RewardList onGlowClaimed={({ code }) => code} />;`,
  'jsx.tsx': `
    import type {} from '@afterglow/elements/jsx';
    export const failed = <points-balance onglow-failed={({ code }) => code.length} />;
    // @ts-expect-error -- a number
    export const wrong = <points-balance headingLevel="two" />;`,
  'dom.ts': `
    import '@afterglow/elements/reward-list/define';
    const list = document.querySelector('reward-list');
    list?.addEventListener('glow-claimed', ({ voucherId }) => voucherId.length);
    // @ts-expect-error -- a number
    if (list) list.rows = '2';`,
} as const;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  // The language's own types are TypeScript's to check; all that is built here is checked.
  skipDefaultLibCheck: true,
  noEmit: true,
  types: [],
};

/** The programs are apart, but a file is read once for all of them. */
const host = ts.createCompilerHost(options);
const read = host.getSourceFile.bind(host);
const kept = new Map<string, ts.SourceFile | undefined>();
host.getSourceFile = (path, ...rest) => {
  if (!kept.has(path)) kept.set(path, read(path, ...rest));
  return kept.get(path);
};

before(() => mkdirSync(scratch, { recursive: true }));
after(() => rmSync(scratch, { recursive: true }));

for (const [name, text] of Object.entries(apps)) {
  it(`the built types hold in an app that has ${name} alone`, () => {
    const file = join(scratch, name);
    writeFileSync(file, text);

    const program = ts.createProgram([file], options, host);
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(({ file: at, messageText }) =>
        [at?.fileName, ts.flattenDiagnosticMessageText(messageText, ' ')].join(': '),
      );

    assert.deepEqual(faults, []);
  });
}

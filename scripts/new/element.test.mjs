import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../run.mjs';
import { fileNames } from './element.mjs';

const source = 'packages/elements/src';
const read = (folder, path) => readFileSync(join(folder, path), 'utf8');
const tags = readdirSync(join(root, source)).filter((name) =>
  existsSync(join(root, source, name, 'define.ts')),
);

describe('every element of the repository', () => {
  for (const tag of tags) {
    it(`has the files of a new one: ${tag}`, () => {
      const draws = tag !== 'loyalty-provider';
      const needed = fileNames(tag).filter((name) => draws || !isOfWords(name));

      const missing = needed.filter((name) => !existsSync(join(root, source, tag, name)));

      assert.deepEqual(missing, []);
    });

    it(`is exported, registered and in the table of elements: ${tag}`, () => {
      assert.ok(read(root, `${source}/index.ts`).includes(`from './${tag}/${tag}.js';`));
      assert.ok(read(root, `${source}/define.ts`).includes(`import './${tag}/define.js';`));
      assert.ok(read(root, 'README.md').includes(`\n| \`${tag}\` `));
    });
  }
});

/** The files of an element's texts; one that says nothing has none. */
const isOfWords = (name) => /-words\.ts$|\.(?:ar|en|es|fr|pt-BR|zh-Hans)\.ts$/.test(name);

describe('npm run new element', () => {
  let copy;
  before(() => {
    copy = copyOfElements();
  });
  after(() => rmSync(copy, { recursive: true }));

  const run = (...args) => spawnIn(copy, ['scripts/new.mjs', ...args]);
  const tool = (from, command, ...args) => {
    const path = join(root, 'node_modules', from, command);
    const { status, output } = spawnIn(copy, [path, ...args]);
    return status === 0 ? 'green' : output;
  };

  const refused = {
    VisitMap: '“VisitMap” is no name for an element: write lower-case words with hyphens',
    map: '“map” is no name for an element: write lower-case words with hyphens',
    'visit-': '“visit-” is no name for an element: write lower-case words with hyphens',
    '../map-x': '“../map-x” is no name for an element: write lower-case words with hyphens',
    'font-face': '“font-face” is a name of HTML’s own',
    'tier-badge': '“tier-badge” is there already, in packages/elements/src/tier-badge',
  };
  for (const [name, words] of Object.entries(refused)) {
    it(`refuses ${name} and writes nothing`, () => {
      const listed = readdirSync(join(copy, source));

      const { status, output } = run('element', name);

      assert.equal(status, 1);
      assert.ok(output.startsWith(words), output);
      assert.deepEqual(readdirSync(join(copy, source)), listed);
    });
  }

  it('says how it is called where the name is missing or there are two', () => {
    for (const args of [[], ['element'], ['part', 'visit-map'], ['element', 'visit', 'map']]) {
      const { status, output } = run(...args);

      assert.equal(status, 1);
      assert.match(output, /npm run new element visit-map/);
    }
  });

  it('writes an element that is formatted, typed, linted and green, in its place everywhere', () => {
    const { status, output } = run('element', 'visit-map');
    assert.equal(status, 0, output);
    const written = readdirSync(join(copy, source, 'visit-map'));
    const tests = `${source}/visit-map/visit-map.test.ts`;

    assert.deepEqual(written.sort(), fileNames('visit-map').sort());
    for (const name of written) {
      const text = read(copy, `${source}/visit-map/${name}`);
      assert.doesNotMatch(text, /starter-?card/i, name);
    }
    assert.deepEqual(exportedTags(), exportedTags().sort());
    assert.match(read(copy, `${source}/types/tags.ts`), /element: VisitMapElement;/);
    assert.equal(tool('prettier', 'bin/prettier.cjs', '--check', source, 'README.md'), 'green');
    const fresh = ['--incremental', 'false', '--tsBuildInfoFile', 'null'];
    const types = tool('typescript', 'bin/tsc', '-p', 'tsconfig.tests.json', ...fresh);
    const folder = `${source}/visit-map`;
    assert.equal(types, 'green');
    assert.equal(tool('eslint', 'bin/eslint.js', '--max-warnings=0', folder), 'green');
    assert.equal(tool('@web/test-runner', 'dist/bin.js', tests), 'green');
  });

  const exportedTags = () =>
    [...read(copy, `${source}/index.ts`).matchAll(/'\.\/(\w+-[\w-]+)\//g)].map(([, tag]) => tag);
});

/** The elements and what checks them, in a folder of their own; what is installed stays where it is. */
function copyOfElements() {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-new-'));
  const settings = [
    ...['package.json', '.prettierrc.json', 'tsconfig.base.json', 'tsconfig.tests.json'],
    ...['eslint.config.mjs', 'web-test-runner.config.mjs', 'README.md'],
  ];
  const isSource = (path) => !['dist', 'node_modules', 'e2e', 'bench'].includes(basename(path));
  for (const path of [
    ...settings,
    'scripts',
    'packages/elements',
    'examples/wordpress/afterglow',
  ]) {
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: isSource });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

function spawnIn(cwd, args) {
  // The runner's own variable would make a test file of what runs here.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, output: stderr + stdout };
}

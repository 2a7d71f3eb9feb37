import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../run.mjs';
import { copyOfElements, runIn } from './copy-of-elements.mjs';
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

  const run = (...args) => runIn(copy, ['scripts/new.mjs', ...args]);

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
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { anchorsOf, codeWordsOf, pages, proseOf, read, root } from './markdown.js';

const decisions = pages('docs/decisions');

for (const page of pages()) {
  test(`every link of ${page} points to something that is there`, () => {
    for (const [, target = ''] of proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(?:https?|mailto):/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const there = path === '' ? page : posix.join(posix.dirname(page), path);
      assert.ok(existsSync(join(root, there)), `${page} links to ${there}`);
      if (anchor !== undefined && there.endsWith('.md')) {
        assert.ok(anchorsOf(there).includes(anchor), `${there} has no heading #${anchor}`);
      }
    }
  });

  test(`every file and folder that ${page} names is there`, () => {
    const named = codeWordsOf(page).filter((word) =>
      /^(?:packages|docs|scripts|examples|stories)\/[\w./-]+$/.test(word),
    );
    const generated = /^(?:docs\/api\/|packages\/\w+\/dist\/)/;

    assert.deepEqual(
      named.filter((path) => !generated.test(path) && !existsSync(join(root, path))),
      [],
    );
  });
}

for (const [index, page] of decisions.entries()) {
  test(`${page} has its number, its status and its date`, () => {
    const number = String(index + 1);
    assert.ok(posix.basename(page).startsWith(`${number.padStart(4, '0')}-`), page);
    assert.match(
      read(page),
      new RegExp(
        `^# ${number}\\. [^\\n]+\\n\\nStatus: (?:accepted|replaced by \\[.+\\]\\(.+\\)), \\d{4}-\\d\\d-\\d\\d\\n`,
      ),
    );
  });
}

test('the index lists every guide, rule, decision, package and example', () => {
  const index = read('docs/README.md');
  const listed = pages().filter((page) =>
    /^(?:docs\/(?:guides|rules|decisions)\/|(?:packages|examples)\/[^/]+\/README)/.test(page),
  );

  assert.ok(listed.length > 20);
  assert.deepEqual(
    listed.filter((page) => !index.includes(`](${posix.relative('docs', page)})`)),
    [],
  );
});

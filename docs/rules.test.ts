/** The examples of the rules' pages, played through the API; each page is the only source of its own. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openExample, type Has } from './example-clinic.js';
import { assertHolds, checkClaim } from './example-claims.js';
import { pages } from './markdown.js';
import { examplesOf, type Example } from './rule-examples.js';

const rulePages = pages('docs/rules').filter((page) => !page.endsWith('/README.md'));

/** Somebody other than whom the line is about: "Ana: 500 points". */
const ofSomebody = /^([A-Z]\w+): (.+)$/;

async function play(example: Example): Promise<void> {
  const clinic = await openExample(example);
  const seen = new Map<string, Has>();
  let about = '';
  for (const row of example.rows) {
    const where = `${row.at}: ${row.happens}`;
    about = (await clinic.happen(row).catch(rethrow(where))) ?? about;
    const { last, refused } = clinic;
    if (refused !== undefined && !row.then.some((claim) => claim.startsWith('refused'))) {
      rethrow(where)(`it was refused with ${refused}, of which the page says nothing`);
    }
    const fresh = new Map<string, Has>();
    for (const claim of row.then) {
      const [, name = about, said = claim] = ofSomebody.exec(claim) ?? [];
      const now = fresh.get(name) ?? (await clinic.has(name).catch(rethrow(where)));
      fresh.set(name, now);
      try {
        checkClaim(said, { day: row.day, before: seen.get(name), now, last, refused });
      } catch (error) {
        rethrow(`${where}\n  "${claim}"`)(error);
      }
    }
    for (const [name, has] of fresh) seen.set(name, has);
  }
  for (const reasons of example.because) {
    const all = await Promise.all([...seen.keys()].map((name) => clinic.has(name)));
    const given = all.flatMap(({ entries }) => entries.map(({ because }) => because));
    assert.ok(
      given.some((because) => isSame(because, reasons)),
      `${example.at}: no entry has the reason that is shown, only ${JSON.stringify(given)}`,
    );
  }
  for (const part of example.me) {
    assertHolds((await clinic.has(about)).summary, part, example.at);
  }
}

function rethrow(where: string) {
  return (cause: unknown): never => {
    throw new Error(`${where}\n  ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  };
}

function isSame(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}

for (const page of rulePages) {
  describe(page, () => {
    const examples = examplesOf(page);

    test('has a setting, an example with numbers, and what is seen of it', () => {
      assert.ok(examples.some(({ rows }) => rows.some(({ then }) => then.length > 0)));
      for (const { rows, at } of examples) {
        assert.ok(rows.flatMap(({ then }) => then).length > 2, `${at} says too little`);
      }
      assert.ok(examples.some(({ because, me }) => because.length + me.length > 0));
    });

    for (const example of examples) {
      test(`what it says of "${example.title}" is what happens`, () => play(example));
    }
  });
}

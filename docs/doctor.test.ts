/** The guide to the doctor has a line for everything that it may find, and no other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './markdown.js';

const page = 'docs/guides/doctor.md';

test(`${page} lists every finding, and no other`, async () => {
  const file = new URL('../packages/server/src/node/doctor/finding.ts', import.meta.url);
  const { findingCodes } = (await import(file.href)) as { findingCodes: readonly string[] };

  const listed = [...read(page).matchAll(/^\| `([a-z_]+)` +\|/gm)].map(([, code]) => code ?? '');
  assert.deepEqual(listed.sort(), [...findingCodes].sort());
});

test(`${page} shows the report's own words`, async () => {
  const file = new URL('../packages/server/src/node/doctor/finding.ts', import.meta.url);
  const { subjects } = (await import(file.href)) as { subjects: Record<string, string> };

  const shown = [...read(page).matchAll(/^ {2}ok {5}(.+)$/gm)].map(([, words]) => words ?? '');
  assert.ok(shown.length > 2);
  for (const words of shown) assert.ok(Object.values(subjects).includes(words), words);
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
const sourceOf = (page: string) => readFileSync(new URL(page, folder), 'utf8');

// The salon is another clinic, which says of privacy what is so there.
const lumens = pages.filter((page) => page !== 'salon.html');

/** The footer, from its opening tag to the end. */
const footerOf = (page: string) => sourceOf(page).match(/<footer[^]*<\/footer>/)?.[0] ?? page;

test('the clinic’s pages end alike: hours, address, privacy', () => {
  const others = lumens.filter((page) => footerOf(page) !== footerOf('index.html'));

  assert.ok(lumens.length > 5, lumens.join(' '));
  assert.deepEqual(others, []);
});

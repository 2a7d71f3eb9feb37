import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errors } from '@afterglow/contract/errors';
import { errorPage, routePage } from './reference.mjs';

test('each error code has one heading, and routes link to no other', () => {
  const headings = [...errorPage().matchAll(/^## (\S+)$/gm)].map(([, code]) => code);
  assert.deepEqual(headings, Object.keys(errors));

  const links = [...routePage().matchAll(/errors\.md#(\w+)/g)].map(([, code]) => code);
  assert.ok(links.length > 20);
  for (const code of links) assert.ok(headings.includes(code), code);
});

test('each route says who may call it', () => {
  const page = routePage();
  assert.match(page, /## POST \/v1\/events\n\nCalled by the clinic's backend, with a secret key\./);
  assert.doesNotMatch(page, /undefined/);
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorHelp } from '@afterglow/contract/error-help';
import { errors } from '@afterglow/contract/errors';
import { createTestServer } from '@afterglow/testing';
import { filesIn } from './files.mjs';
import { errorPage, routePage } from './reference.mjs';

/** The text under one heading. */
const section = (code) => errorPage().split(`\n## ${code}\n`)[1]?.split('\n## ')[0];

test('each error code has one heading, and routes link to no other', () => {
  const headings = [...errorPage().matchAll(/^## (\S+)$/gm)].map(([, code]) => code);
  assert.deepEqual(headings, Object.keys(errors));

  const links = [...routePage().matchAll(/errors\.md#(\w+)/g)].map(([, code]) => code);
  assert.ok(links.length > 20);
  for (const code of links) assert.ok(headings.includes(code), code);
});

test('each code has its status, its type, whether a retry helps, and what to do', () => {
  for (const code of Object.keys(errors)) {
    const text = section(code);
    assert.match(text, /^- Status: (?:\d{3}|none)$/m, code);
    assert.match(text, new RegExp(`^- Type: \`urn:afterglow:error:${code}\`$`, 'm'));
    assert.match(text, /^- The same request can succeed later: (?:yes|no)$/m, code);
    assert.match(text, /^What to do: .+\.$/m, code);
    assert.doesNotMatch(text, /undefined|null$/m, code);
  }
});

test('a problem of the server says what the page says of its code', async () => {
  const server = await createTestServer();
  const ask = (path, init) => server.fetch(`${server.base}${path}`, init);
  const bearer = { Authorization: `Bearer ${server.keys.secret}` };
  const answers = await Promise.all([
    ask('/v1/nothing'),
    ask('/v1/members'),
    ask('/v1/members/mem_1', { headers: bearer }),
    ask('/v1/events', { method: 'POST', headers: bearer, body: '{}' }),
    ask('/v1/me', { headers: bearer }),
    ask('/v1/events', {
      method: 'POST',
      headers: { ...bearer, 'Content-Type': 'application/json' },
      body: JSON.stringify({ events: Array.from({ length: 501 }, () => ({})) }),
    }),
  ]);

  for (const answer of answers) {
    const { type, code, status, title, details } = await answer.json();
    const text = section(code);
    assert.ok(text.includes(`- Type: \`${type}\``), type);
    assert.ok(text.includes(`- Status: ${status}\n`), code);
    assert.ok(text.includes(`${title}.`), code);
    assert.deepEqual(Object.keys(details ?? {}), Object.keys(errorHelp[code].details ?? {}), code);
  }
});

test('no source gives a code of which the page says that nothing gives it', () => {
  const sources = ['server', 'engine', 'sdk'].flatMap((name) =>
    filesIn(`packages/${name}/src`, (path) => /(?<!\.test)\.ts$/.test(path)),
  );
  const texts = sources.map((path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
  const unused = Object.keys(errors).filter((code) => errorHelp[code].in.length === 0);

  assert.deepEqual(
    unused.filter((code) => texts.some((text) => text.includes(`'${code}'`))),
    [],
  );
});

test('each route says what it is for and who may call it', () => {
  const page = routePage();
  assert.match(
    page,
    /## POST \/v1\/events\n\nSend one event.+\n\nCalled by the clinic's backend, with a secret key\./,
  );
  assert.doesNotMatch(page, /undefined/);
});

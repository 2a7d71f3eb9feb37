import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { previewPage, previewPath } from './preview-page.js';

const key = `pk_test_${'aB3'.repeat(10)}cD`;
const get = (path: string, method = 'GET') =>
  previewPage(new Request(`http://localhost:4600${path}`, { method }));

async function html(path: string): Promise<string> {
  const answer = get(path);
  assert.ok(answer, path);
  return answer.text();
}

test('a clinic’s preview has its key on the script of the same origin', async () => {
  const page = await html(previewPath(key));

  assert.ok(page.includes(`src="/afterglow/1/afterglow.js" data-publishable-key="${key}"`));
  assert.match(page, /<points-balance><\/points-balance>/);
  assert.match(page, /\+1 312 555 0100, code 424242/);
  assert.doesNotMatch(page, /<html[^>]* lang=/, 'the program’s language holds');
});

test('a live clinic’s preview tells no test number and is not read again and again', async () => {
  const page = await html(previewPath(key.replace('test', 'live')));

  assert.doesNotMatch(page, /424242|data-live/);
});

test('its policy allows the style that it has and nothing unsafe', async () => {
  const answer = get(previewPath(key));
  const policy = answer?.headers.get('content-security-policy') ?? '';
  const style = /<style>(.*?)<\/style>/s.exec((await answer?.text()) ?? '')?.[1] ?? '';

  const hash = createHash('sha256').update(style).digest('base64');
  assert.ok(policy.includes(`'sha256-${hash}'`));
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(answer?.headers.get('x-robots-tag'), 'noindex');
});

test('language and colors are chosen by links that keep each other', async () => {
  const page = await html(`${previewPath(key)}?lang=ar&dark`);

  assert.match(page, /<html lang="ar" dir="rtl" class="dark">/);
  assert.match(page, /<a href="\?lang=es&amp;dark" lang="es">/);
  assert.match(page, /<a href="\?lang=ar" *>Light</);
  assert.match(page, /aria-current="true">العربية</);
});

test('a language that nobody speaks here is none', async () => {
  assert.doesNotMatch(await html(`${previewPath(key)}?lang=%22%3E%3Cscript%3E`), /<html[^>]* lang/);
});

test('what is no publishable key has no preview, and no other address is answered', () => {
  const others = ['pk_test_short', key.replace('pk', 'sk'), `${key}/x`, `${key}"><script>`, ''];

  for (const other of others) assert.equal(get(previewPath(other)), undefined, other);
  assert.equal(get('/v1/program'), undefined);
  assert.equal(get(previewPath(key), 'POST'), undefined);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { siteFiles } from './site-files.js';

const folder = fileURLToPath(new URL('../../../../../examples/clinic-site/', import.meta.url));
const values = { apiPort: 4600, placeholders: { PUBLISHABLE_KEY: 'pk_test_mine' } };

describe('example site', () => {
  const get = async (path: string, method = 'GET') =>
    (await siteFiles(folder)).answer(
      new Request(`http://localhost:4601${path}`, { method }),
      values,
    );

  it('has its keys and the API of the same host filled in', async () => {
    const page = await (await get('/')).text();

    assert.match(page, /src="http:\/\/localhost:4600\/afterglow\/1\/afterglow\.js"/);
    assert.match(page, /data-publishable-key="pk_test_mine"/);
    assert.doesNotMatch(page, /\{\{(AFTERGLOW_ORIGIN|PUBLISHABLE_KEY)\}\}/);
  });

  it('runs every page under the strict policy, with the API as the one other origin', async () => {
    for (const path of ['/', '/rewards.html', '/rewards', '/css/base.css', '/nothing.html']) {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      const origins = new Set(policy.match(/https?:\/\/[^\s;]+/g));

      assert.match(policy, /^default-src 'none'; script-src http:\/\/localhost:4600;/, path);
      assert.match(policy, /require-trusted-types-for 'script'; trusted-types afterglow$/, path);
      assert.deepEqual([...origins], ['http://localhost:4600'], path);
      assert.doesNotMatch(policy, /unsafe/, path);
    }
  });

  it('hands out the fonts of the packages that it names', async () => {
    const font = await get('/fonts/newsreader.woff2');

    assert.equal(font.headers.get('content-type'), 'font/woff2');
    assert.equal(
      Buffer.from(await font.arrayBuffer())
        .subarray(0, 4)
        .toString(),
      'wOF2',
    );
  });

  it('keeps what is no page to itself', async () => {
    for (const path of ['/package.json', '/site.json', '/README.md', '/../package.json', '/%zz'])
      assert.equal((await get(path)).status, 404, path);
    assert.equal((await get('/', 'POST')).status, 405);
  });
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { elementFiles } from './element-files.js';
import type { ElementFiles } from './element-files.js';

const script = `console.log(${JSON.stringify('x'.repeat(2000))})`;

describe('files of the elements', () => {
  let folder: string;
  let files: ElementFiles;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterglow-elements-'));
    const write = async (name: string, text: string | Uint8Array) => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    };
    await write('package.json', '{"version":"1.4.2"}');
    await write('secret.js', 'outside');
    await write('dist/cdn/afterglow.js', script);
    await write('dist/cdn/chunks/Ab3dEf9hK1/core.js', 'short');
    await write('dist/cdn/packed.js', script);
    await write('dist/cdn/packed.js.br', 'packed by the build');
    await write('dist/cdn/stale.js', script);
    await write('dist/cdn/stale.js.br', 'older than its file');
    await utimes(join(folder, 'dist/cdn/stale.js.br'), 1, 1);
    files = await elementFiles(folder);
  });
  after(() => rm(folder, { recursive: true }));

  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await files.answer(new Request(`http://api${path}`, { method, headers }));
    assert.ok(answer, `${path} is not answered`);
    return answer;
  };
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

  it('may be loaded by any page and are kept for five minutes', async () => {
    const { status, headers } = await get('/afterglow/1/afterglow.js');

    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(headers.get('cache-control'), 'public, max-age=300, stale-while-revalidate=86400');
    assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8');
  });

  it('are kept for ever where their name or address has the version', async () => {
    for (const path of ['/afterglow/1/chunks/Ab3dEf9hK1/core.js', '/afterglow/1.4.2/afterglow.js'])
      assert.match((await get(path)).headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await get('/afterglow/1.4.1/afterglow.js')).status, 404);
  });

  it('are packed as the browser takes them, and not sent again when it has them', async () => {
    const br = await get('/afterglow/1/afterglow.js', { 'accept-encoding': 'gzip, br' });
    const gz = await get('/afterglow/1/afterglow.js', { 'accept-encoding': 'gzip, br;q=0' });
    const plain = await get('/afterglow/1/afterglow.js');
    const again = await get('/afterglow/1/afterglow.js', {
      'accept-encoding': 'br',
      'if-none-match': br.headers.get('etag') ?? '',
    });

    assert.equal(br.headers.get('content-encoding'), 'br');
    assert.equal(brotliDecompressSync(await bytesOf(br)).toString(), script);
    assert.equal(gunzipSync(await bytesOf(gz)).toString(), script);
    assert.equal(await plain.text(), script);
    assert.equal(again.status, 304);
    assert.notEqual(br.headers.get('etag'), gz.headers.get('etag'));
    assert.equal(br.headers.get('vary'), 'Accept-Encoding');
  });

  it('come from the .br file of the build unless it is older', async () => {
    const headers = { 'accept-encoding': 'br' };

    assert.equal(
      String(await bytesOf(await get('/afterglow/1/packed.js', headers))),
      'packed by the build',
    );
    const stale = await bytesOf(await get('/afterglow/1/stale.js', headers));
    assert.equal(brotliDecompressSync(stale).toString(), script);
  });

  it('are nothing outside of their folder', async () => {
    const paths = [
      '..%2f..%2fsecret.js',
      '%2e%2e/secret.js',
      'nothing.js',
      '%zz.js',
      'packed.js.br',
    ];
    for (const path of [...paths, '', '.hidden.js', 'a%00.js'])
      assert.equal((await get(`/afterglow/1/${path}`)).status, 404, path);
  });

  it('answer HEAD without a body, a preflight, and nothing that writes', async () => {
    const head = await get('/afterglow/1/afterglow.js', {}, 'HEAD');

    assert.equal(head.headers.get('content-length'), String(script.length));
    assert.equal(await head.text(), '');
    assert.equal((await get('/afterglow/1/afterglow.js', {}, 'OPTIONS')).status, 204);
    assert.equal((await get('/afterglow/1/afterglow.js', {}, 'DELETE')).status, 405);
  });

  it('leave every other address to the API', async () => {
    assert.equal(await files.answer(new Request('http://api/v1/program')), undefined);
  });
});

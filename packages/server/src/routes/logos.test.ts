import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublicProgram } from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import { codeOf, openTrial, type TrialClinic } from '../trial/trial-clinic.js';

const inBase64 = (type: string, content: string, encoding: BufferEncoding = 'utf8') =>
  `data:image/${type};base64,${Buffer.from(content, encoding).toString('base64')}`;

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3z"/></svg>';
const logo = inBase64('svg+xml', drawing);

const publish = (clinic: TrialClinic, brand: object) =>
  clinic.call('POST /v1/program/versions', {
    key: clinic.secretKey,
    body: { program: { ...defaultProgram(), brand: { color: '#2b5a4c', ...brand } } },
  });

const shownBy = async (clinic: TrialClinic) =>
  ((await clinic.call(`GET /v1/program?key=${clinic.publishableKey}`)).body as PublicProgram).brand
    .logoUrl;

test('a logo in the program is served by the API, and stays there for pages that know it', async () => {
  const clinic = await openTrial();
  assert.equal(
    (await publish(clinic, { logo, logoUrl: 'https://cdn.example/old.png' })).status,
    201,
  );
  const first = (await shownBy(clinic)) ?? '';
  await publish(clinic, { logo: inBase64('svg+xml', drawing.replace('h9', 'h8')) });
  const second = (await shownBy(clinic)) ?? '';

  assert.match(first, /^\/v1\/logos\/cln_[a-z0-9]+\/[0-9a-f]{32}$/);
  assert.notEqual(second, first);
  for (const path of [first, second]) {
    const answer = await clinic.app.request(path);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'image/svg+xml');
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /default-src 'none'.*sandbox/,
    );
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  }
  assert.equal(await (await clinic.app.request(first)).text(), drawing);
});

test('a logo that lies elsewhere is told as it is, and none is none', async () => {
  const clinic = await openTrial();
  await publish(clinic, { logoUrl: 'https://cdn.example/logo.svg' });
  assert.equal(await shownBy(clinic), 'https://cdn.example/logo.svg');
  await publish(clinic, {});
  assert.equal(await shownBy(clinic), null);
});

test('what nobody has as a logo is not found', async () => {
  const [clinic, other] = [await openTrial(), await openTrial()];
  await publish(clinic, { logo });
  const name = (await shownBy(clinic))?.split('/').at(-1) ?? '';

  for (const path of [`cln_nobody/${name}`, `${other.id}/${name}`, `x/${'0'.repeat(32)}`, 'x/y']) {
    const answer = await clinic.app.request(`/v1/logos/${path}`);
    assert.equal(answer.status, 404, path);
    assert.equal(((await answer.json()) as { code: string }).code, 'not_found');
  }
});

const wrong: Readonly<Record<string, string>> = {
  'a page that says it is a drawing': inBase64('svg+xml', '<html><svg></svg></html>'),
  'a PNG that says it is a JPEG': inBase64('jpeg', '89504e470d0a1a0a00', 'hex'),
  'another type': inBase64('gif', 'GIF89a'),
  'a text that is no base64': 'data:image/png;base64,iVBORw0KGgo=?',
  'an address': 'https://cdn.example/logo.svg',
  'more than 32 KiB': inBase64('svg+xml', drawing + ' '.repeat(32 * 1024)),
};

for (const [what, value] of Object.entries(wrong))
  test(`refuses as a logo: ${what}`, async () => {
    const clinic = await openTrial();
    const answer = await publish(clinic, { logo: value });
    assert.deepEqual(
      [answer.status, codeOf(answer), (answer.body as { param?: string }).param],
      [400, 'invalid_field', 'program.brand.logo'],
    );
    assert.equal(await shownBy(clinic), null);
  });

test('takes pictures of every kind', async () => {
  const clinic = await openTrial();
  const kinds = {
    png: '89504e470d0a1a0a00',
    jpeg: 'ffd8ffe000',
    webp: '52494646000000005745425000',
  };
  for (const [kind, hex] of Object.entries(kinds)) {
    const made = await publish(clinic, { logo: inBase64(kind, hex, 'hex') });
    assert.equal(made.status, 201, kind);
    const answer = await clinic.app.request((await shownBy(clinic)) ?? '');
    assert.equal(answer.headers.get('content-type'), `image/${kind}`);
    assert.equal(Buffer.from(await answer.arrayBuffer()).toString('hex'), hex);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  errors,
  routes,
  type ErrorCode,
  type Problem,
  type Route,
  type RouteName,
} from '@afterglow/contract';
import { createApp } from './app.js';
import {
  codeOf,
  openTrial,
  receipt,
  type Answered,
  type TrialClinic,
} from './trial/trial-clinic.js';

const names = Object.keys(routes) as RouteName[];

/** An address of each route; parameters are those of the first clinic. */
function addressOf(name: RouteName, of: { readonly memberId: string }): string {
  const { method, path }: Route = routes[name];
  const filled = path.replace(':id', of.memberId).replace(':code', 'ABCD1234');
  return `${method.toUpperCase()} /v1/${filled}`;
}

function isProblem(answer: Answered): void {
  const problem = answer.body as Problem;
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(problem.status, answer.status);
  assert.ok(Object.hasOwn(errors, problem.code), problem.code);
  assert.equal(errors[problem.code as ErrorCode].status, answer.status);
  assert.ok(problem.detail.length > 20, problem.detail);
  assert.equal(problem.requestId, answer.headers.get('request-id'));
}

/** What every route says to every kind of credential, with no body: enough to see who gets in. */
const matrix: { who: string; kind: string | undefined; wrong: ErrorCode }[] = [
  { who: 'nobody', kind: undefined, wrong: 'credential_missing' },
  { who: 'a page', kind: 'page', wrong: 'credential_not_allowed' },
  { who: 'a patient', kind: 'patient', wrong: 'credential_not_allowed' },
  { who: "the clinic's backend", kind: 'secret', wrong: 'credential_not_allowed' },
];

for (const { who, kind, wrong } of matrix)
  test(`${who} gets into no route but those that the table allows`, async () => {
    const clinic = await openTrial();
    const { session, summary } = await clinic.signIn('+13125550142');
    const keys: Record<string, string> = {
      page: clinic.publishableKey,
      secret: clinic.secretKey,
    };

    for (const name of names) {
      const key =
        kind === 'patient'
          ? (await clinic.signIn('+13125550142')).session.accessToken
          : keys[kind ?? ''];
      const answer = await clinic.call(addressOf(name, { memberId: summary.member.id }), { key });
      const callers: readonly string[] = routes[name].callers;
      const code = codeOf(answer);
      const isRefresh = name === 'refreshSession';
      const gotIn = !['credential_missing', 'credential_not_allowed', 'key_invalid'].includes(code);
      if (isRefresh) assert.equal(code, 'unsupported_media_type');
      else if (kind !== undefined && callers.includes(kind)) assert.ok(gotIn, `${name}: ${code}`);
      else assert.equal(code, wrong, name);
      if (answer.status >= 400) isProblem(answer);
    }
    assert.ok(session.accessToken);
  });

test('a member sees the own account only, and a clinic its own members only', async () => {
  const clinic = await openTrial();
  const other = await openTrial({ beside: clinic });
  const ana = await clinic.signIn('+13125550142');
  const bea = await clinic.signIn('+13125550143');
  const { id } = ana.summary.member;

  const mine = await clinic.call('GET /v1/me', { key: bea.session.accessToken });
  const theirs = await other.call(`GET /v1/members/${id}`, { key: other.secretKey });
  const entries = await other.call(`GET /v1/members/${id}/entries`, { key: other.secretKey });
  const change = await other.call(`PATCH /v1/members/${id}`, {
    key: other.secretKey,
    body: { firstName: 'Eve' },
  });
  const list = await other.call('GET /v1/members', { key: other.secretKey });
  const event = await other.call('POST /v1/events', {
    key: other.secretKey,
    body: { ...receipt('R-1'), member: { memberId: id } },
  });

  assert.ok(!JSON.stringify(mine.body).includes(id));
  for (const answer of [theirs, entries, change]) assert.equal(codeOf(answer), 'member_unknown');
  assert.deepEqual((list.body as { data: unknown[] }).data, []);
  assert.match(JSON.stringify(event.body), /member_unknown/);
});

test('a code, a challenge and a refresh of one clinic are nothing to another', async () => {
  const clinic = await openTrial();
  const other = await openTrial({ beside: clinic });
  const ana = await clinic.signIn('+13125550142');
  const sent = await clinic.call('POST /v1/sessions/codes', {
    key: clinic.publishableKey,
    body: { phone: '+13125550142' },
  });
  const { challengeId } = sent.body as { challengeId: string };

  const grant = { kind: 'code', challengeId, code: '424242' };
  const session = await other.call('POST /v1/sessions', {
    key: other.publishableKey,
    body: { grant },
  });
  const code = ana.summary.referral?.code ?? '';
  const lookup = await other.call(`GET /v1/referral-codes/${code}`, { key: other.publishableKey });

  assert.equal(codeOf(session), 'code_invalid');
  assert.equal((lookup.body as { good: boolean }).good, false);
});

const wrongKeys: [what: string, key: string, code: ErrorCode][] = [
  ['a key of the right form that nobody has', `pk_test_${'x'.repeat(32)}`, 'key_invalid'],
  ['half a key', 'pk_test_abc', 'key_invalid'],
  ['a token that nobody has', `agt_${'0'.repeat(52)}_${'x'.repeat(43)}`, 'session_expired'],
  ['letters', 'hello', 'key_invalid'],
];

for (const [what, key, code] of wrongKeys)
  test(`${what} is refused with ${code}`, async () => {
    const clinic = await openTrial();

    const answer = await clinic.call('GET /v1/me', { key });

    isProblem(answer);
    assert.equal(codeOf(answer), code);
    assert.ok(!JSON.stringify(answer.body).includes(key));
  });

test('a key that was withdrawn says so', async () => {
  const clinic = await openTrial();
  await clinic.ports.store.transaction(async (tx) => {
    const rows = await tx.range('keys', { index: 'byClinic', where: { clinicId: clinic.id } });
    for (const { hash } of rows) await tx.update('keys', { hash }, { revokedAt: 1 });
  });

  const answer = await clinic.call('GET /v1/members', { key: clinic.secretKey });

  assert.equal(codeOf(answer), 'key_revoked');
});

test('secret keys lie in the store as hashes only', async () => {
  const clinic = await openTrial();

  const rows = await clinic.ports.store.reader.range('keys', {
    index: 'byClinic',
    where: { clinicId: clinic.id },
  });

  assert.match(clinic.secretKey, /^sk_test_[0-9A-Za-z]{32}$/);
  assert.ok(!JSON.stringify(rows).includes(clinic.secretKey));
});

for (const header of ['origin', 'sec-fetch-site'])
  test(`a secret key with the header ${header} comes from a browser and is refused`, async () => {
    const clinic = await openTrial();

    const answer = await clinic.call('GET /v1/members', {
      key: clinic.secretKey,
      headers: { [header]: header === 'origin' ? 'http://localhost:3000' : 'cross-site' },
    });

    assert.equal(codeOf(answer), 'secret_key_in_browser');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  });

const origins: [origin: string, sandbox: boolean, allowed: boolean][] = [
  ['https://lumen-aesthetics.example', false, true],
  ['https://lumen-aesthetics.example.evil.example', false, false],
  ['http://lumen-aesthetics.example', false, false],
  ['http://localhost:4601', true, true],
  ['http://127.0.0.1:8080', true, true],
  ['http://localhost:4601', false, false],
  ['http://localhost.evil.example', true, false],
  ['null', true, false],
];

for (const [origin, sandbox, allowed] of origins)
  test(`a page of ${origin} is ${allowed ? 'served' : 'refused'} by a ${sandbox ? 'sandbox' : 'live clinic'}`, async () => {
    const clinic = await openTrial({ sandbox });

    const answer = await clinic.call('POST /v1/sessions/codes', {
      key: clinic.publishableKey,
      body: { phone: '+13122223344' },
      headers: { origin },
    });

    assert.equal(answer.status, allowed ? 200 : 403);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    if (allowed) return;
    const problem = answer.body as Problem;
    assert.equal(problem.code, 'origin_not_allowed');
    assert.deepEqual(problem.details, { origin });
    assert.match(problem.detail, /origins/);
  });

test('a preflight is answered for any origin, before keys, for two hours', async () => {
  const clinic = await openTrial();

  const answer = await clinic.call('OPTIONS /v1/me', {
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
  });

  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get('access-control-max-age'), '7200');
  assert.equal(
    answer.headers.get('access-control-allow-headers'),
    'authorization, content-type, idempotency-key, if-none-match',
  );
});

test('the program is a simple request for any origin, with finished colors and an ETag', async () => {
  const clinic = await openTrial({ sandbox: false });
  const address = `GET /v1/program?key=${clinic.publishableKey}`;

  const answer = await clinic.call(address, { headers: { origin: 'https://preview.example' } });
  const again = await clinic.call(address, {
    headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
  });

  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=60');
  const { brand } = answer.body as { brand: { roles: Record<string, unknown> } };
  assert.ok(brand.roles['brand-fill-loud']);
  assert.equal(again.status, 304);
  assert.equal(again.body, null);
});

test('the program of a sandbox is asked for anew each time, with a key in either place', async () => {
  const clinic = await openTrial();

  const byQuery = await clinic.call(`GET /v1/program?key=${clinic.publishableKey}`);
  const byHeader = await clinic.call('GET /v1/program', { key: clinic.publishableKey });
  const secret = await clinic.call(`GET /v1/program?key=${clinic.secretKey}`);

  assert.equal(byQuery.headers.get('cache-control'), 'no-cache');
  assert.deepEqual(
    [byQuery, byHeader].map(({ headers }) => headers.get('vary')),
    [null, 'Authorization'],
    'a cache that knows the address only would give one clinic the program of another',
  );
  assert.equal(byHeader.status, 200);
  assert.equal(codeOf(secret), 'credential_not_allowed');
  assert.equal(codeOf(await clinic.call('GET /v1/program')), 'credential_missing');
});

async function badRequest(clinic: TrialClinic, what: string): Promise<Answered> {
  const key = clinic.secretKey;
  const post = (body: unknown, headers?: Record<string, string>) =>
    clinic.call('POST /v1/members', { key, body, ...(headers ? { headers } : {}) });
  switch (what) {
    case 'half a JSON':
      return post('{"firstName":');
    case 'an empty body':
      return post('');
    case 'a list':
      return post([]);
    case 'no content type':
      return clinic.call('POST /v1/members', { key, headers: { 'content-type': '' } });
    case 'a form':
      return post('a=1', { 'content-type': 'application/x-www-form-urlencoded' });
    case '70 kB':
      return post({ firstName: 'x'.repeat(70_000) });
    case 'a strange field':
      return post({ firstName: 'Ana', plan: 'gold' });
    case 'a month 13':
      return post({ birthday: { month: 13, day: 1 } });
    case 'half a day':
      return post({ birthday: { month: 1.5, day: 1 } });
    case 'a name with U+0000':
      return post({ firstName: 'a\u0000b' });
    case 'the key __proto__':
      return post('{"__proto__":{"firstName":"x"}}');
    case 'a thousand brackets':
      return post('['.repeat(1000));
    case 'a limit of 1000':
      return clinic.call('GET /v1/members?limit=1000', { key });
    case 'a limit of x':
      return clinic.call('GET /v1/members?limit=x', { key });
    case 'a strange query':
      return clinic.call('GET /v1/members?sort=name', { key });
    case 'a cursor of nobody':
      return clinic.call('GET /v1/members?cursor=%F0%9F%98%80', { key });
    case 'half an escape':
      return clinic.call('GET /v1/members/%E0%A4%A', { key });
    case 'a clock in the year 3000 of some zone':
      return clinic.call('POST /v1/test/clock', {
        key,
        body: { now: '2999-12-31T23:59:00-12:00' },
      });
    case 'a clock in the year 2900':
      return clinic.call('POST /v1/test/clock', { key, body: { now: '2900-01-01T00:00:00Z' } });
    case '30 February as a birthday':
      return post({ birthday: { month: 2, day: 30 } });
    case 'a clock at no day':
      return clinic.call('POST /v1/test/clock', { key, body: { now: '2026-02-30T00:00:00Z' } });
    case 'an address of nothing':
      return clinic.call('GET /v1/members/x/y/z', { key });
    case 'another method':
      return clinic.call('PUT /v1/members', { key, body: {} });
    default:
      throw new TypeError(what);
  }
}

const badRequests: [what: string, code: ErrorCode, param?: string][] = [
  ['half a JSON', 'malformed_json'],
  ['an empty body', 'malformed_json'],
  ['a list', 'invalid_field'],
  ['no content type', 'unsupported_media_type'],
  ['a form', 'unsupported_media_type'],
  ['70 kB', 'body_too_large'],
  ['a strange field', 'unknown_field', 'plan'],
  ['a month 13', 'invalid_field', 'birthday.month'],
  ['half a day', 'fractional_amount', 'birthday.month'],
  ['a name with U+0000', 'invalid_field', 'firstName'],
  ['the key __proto__', 'unknown_field', '__proto__'],
  ['a thousand brackets', 'malformed_json'],
  ['a limit of 1000', 'invalid_field', 'limit'],
  ['a limit of x', 'invalid_field', 'limit'],
  ['a strange query', 'unknown_field', 'sort'],
  ['a cursor of nobody', 'invalid_field', 'cursor'],
  ['half an escape', 'member_unknown', 'id'],
  ['30 February as a birthday', 'no_such_day', 'birthday'],
  ['a clock at no day', 'no_such_day', 'now'],
  ['a clock in the year 3000 of some zone', 'invalid_field', 'now'],
  ['a clock in the year 2900', 'invalid_field', 'now'],
  ['an address of nothing', 'not_found'],
  ['another method', 'method_not_allowed'],
];

for (const [what, code, param] of badRequests)
  test(`${what} is refused with ${code}`, async () => {
    const clinic = await openTrial();

    const answer = await badRequest(clinic, what);

    isProblem(answer);
    assert.equal(codeOf(answer), code);
    assert.equal((answer.body as Problem).param, param ?? null);
  });

test('events may have a megabyte and not more, also when the length was not announced', async () => {
  const clinic = await openTrial();
  const post = (body: BodyInit, more: object = {}) =>
    clinic.app.request('/v1/events', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${clinic.secretKey}`,
        'content-type': 'application/json',
      },
      body,
      ...more,
    });
  const text = JSON.stringify({ events: [{ note: 'x'.repeat(1024 * 1024) }] });

  const announced = await post(text);
  const streamed = await post(new Blob([text]).stream(), { duplex: 'half' });
  const large = await post(JSON.stringify({ events: [{ note: 'x'.repeat(900_000) }] }));

  assert.deepEqual([announced.status, streamed.status, large.status], [413, 413, 200]);
});

test('our own failure is told without a stack and logged without its message', async () => {
  const clinic = await openTrial();
  const broken = createApp({
    ...clinic.ports,
    store: {
      ...clinic.ports.store,
      reader: {
        get: () => Promise.reject(new RangeError('canary +13125550100')),
        getMany: () => Promise.resolve([]),
        range: () => Promise.resolve([]),
      },
    },
  });

  const answer = await broken.request('/v1/me', {
    headers: { authorization: `Bearer ${clinic.publishableKey}` },
  });

  const text = await answer.text();
  assert.equal(answer.status, 500);
  assert.match(text, /"code":"internal"/);
  assert.ok(!text.includes('canary') && !text.includes('.ts'));
  assert.ok(!clinic.logged.join('\n').includes('canary'));
  assert.match(clinic.logged.join('\n'), /RangeError/);
});

test('every answer has a request id of its own, and what is personal is never stored', async () => {
  const clinic = await openTrial();
  const { session } = await clinic.signIn('+13125550142');

  const answers = await Promise.all([
    clinic.call('GET /v1/health'),
    clinic.call('GET /v1/me', { key: session.accessToken }),
    clinic.call('GET /v1/me/entries', { key: session.accessToken }),
    clinic.call('GET /v1/members', { key: clinic.secretKey }),
    clinic.call('GET /v1/nowhere'),
  ]);

  const ids = answers.map(({ headers }) => headers.get('request-id') ?? '');
  assert.ok(ids.every((id) => /^req_[\w-]{20}$/.test(id)));
  assert.equal(new Set(ids).size, ids.length);
  for (const { headers } of answers) assert.equal(headers.get('cache-control'), 'no-store');
  for (const { headers } of answers)
    assert.equal(
      headers.get('access-control-expose-headers'),
      'etag, request-id, retry-after, ratelimit, idempotent-replayed',
    );
});

test('nothing personal shows in the log or in an address, over a whole journey', async () => {
  const clinic = await openTrial();
  const canary = { firstName: 'Canaria', phone: '+13125550177', email: 'canaria@example.test' };
  const event = { ...receipt('R-1'), member: { externalId: 'C-77', ...canary } };
  await clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });
  const { summary, session } = await clinic.signIn(canary.phone);
  await clinic.call('GET /v1/me', { key: session.accessToken });
  await clinic.call(`GET /v1/members?phone=${encodeURIComponent(canary.phone)}`, {
    key: clinic.secretKey,
  });
  await clinic.call('POST /v1/members', { key: clinic.secretKey, body: { ...canary, x: 1 } });

  const log = clinic.logged.join('\n').toLowerCase();

  assert.ok(clinic.logged.length >= 6);
  for (const word of ['canaria', '3125550177', 'facial', session.accessToken.toLowerCase()])
    assert.ok(!log.includes(word), word);
  assert.ok(!(summary.referral?.link ?? '').toLowerCase().includes('canaria'));
});

test('a column that a table gains does not leave with an answer', async () => {
  const clinic = await openTrial();
  const { session, summary } = await clinic.signIn('+13125550142');

  const me = await clinic.call('GET /v1/me', { key: session.accessToken });

  const { member } = me.body as { member: object };
  assert.deepEqual(Object.keys(member).sort(), ['firstName', 'id', 'since']);
  assert.equal(JSON.stringify(summary).includes('consents'), false);
});

test('the document of the API is served and names every route', async () => {
  const clinic = await openTrial();

  const answer = await clinic.call('GET /v1/openapi.json');

  const { paths } = answer.body as { paths: Record<string, Record<string, object>> };
  const served = Object.values(paths).flatMap((path) => Object.keys(path)).length;
  assert.equal(served, names.length);
  assert.ok(paths['/v1/members/{id}']?.['patch']);
});

test('referral codes can be looked up twenty times an hour from one network', async () => {
  const clinic = await openTrial({ sandbox: false });
  const look = (address: string) =>
    clinic.call('GET /v1/referral-codes/ABCD1234', { key: clinic.publishableKey, address });

  for (let i = 0; i < 20; i++) assert.equal((await look('2001:db8:1:2::7')).status, 200);
  const refused = await look('2001:db8:1:2:ffff::1');

  assert.equal(codeOf(refused), 'rate_limited');
  assert.equal((await look('2001:db8:1:3::7')).status, 200);
});

test('a good code tells the offer and not whose it is, however it was typed', async () => {
  const clinic = await openTrial();
  const { summary } = await clinic.signIn('+13125550142', {
    firstName: 'Canaria',
    consents: { terms: true },
  });
  const code = summary.referral?.code ?? '';
  const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');

  const answer = await clinic.call(`GET /v1/referral-codes/${typed}`, {
    key: clinic.publishableKey,
  });

  const body = answer.body as { code: string; good: boolean; offer: unknown };
  assert.deepEqual([body.code, body.good], [code, true]);
  assert.ok(body.offer);
  assert.ok(!JSON.stringify(body).includes('Canaria'));
});

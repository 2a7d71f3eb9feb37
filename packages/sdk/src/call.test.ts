import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer, type Fault, type TestServer } from '@afterglow/testing';
import { isErrorCode, type Route } from '@afterglow/contract';
import { caller, type CallInit } from './call.js';
import type { AfterglowError } from './errors.js';
import { createServerClient } from './server.js';
import {
  createClient,
  isAfterglowError,
  isRefusedError,
  isTimedOutError,
  isUnreachableError,
} from './index.js';

const quick = { firstDelayMs: 1 };

const pageOf = (server: TestServer, more: { timeoutMs?: number } = {}) =>
  createClient({
    publishableKey: server.keys.publishable,
    apiBase: server.base,
    fetch: server.fetch,
    ...quick,
    ...more,
  });

const tillOf = (server: TestServer) =>
  createServerClient({
    secretKey: server.keys.secret,
    apiBase: server.base,
    fetch: server.fetch,
    ...quick,
  });

const healed: { fault: Fault; why: string }[] = [
  { fault: { network: true }, why: 'a broken connection' },
  { fault: { answerLost: true }, why: 'a lost answer' },
  { fault: { status: 408 }, why: '408' },
  { fault: { status: 429, retryAfter: 0 }, why: '429 with Retry-After' },
  { fault: { status: 429 }, why: '429 without Retry-After' },
  { fault: { status: 500 }, why: '500' },
  { fault: { status: 502 }, why: '502' },
  { fault: { status: 503 }, why: '503' },
  { fault: { status: 599 }, why: '599' },
];

for (const { fault, why } of healed) {
  test(`a read is tried twice more after ${why}`, async () => {
    const server = await createTestServer();
    server.failNext({ ...fault, times: 2 });

    const program = await pageOf(server).program();

    assert.equal(program.version, 1);
    assert.equal(server.seen.length, 3);
  });
}

test('a third failure is thrown as it is, with what the server said', async () => {
  const server = await createTestServer();
  server.failNext({ status: 503, times: 3 });

  const error = await thrownBy(pageOf(server).program());

  assert.equal(server.seen.length, 3);
  assert.ok(isRefusedError(error, 'unavailable'));
  assert.equal(error.status, 503);
  assert.equal(error.requestId, 'req_fault');
  assert.match(error.message, /GET program.*unavailable \(503\)/);
});

const final: { fault: Fault; code: string }[] = [
  { fault: { status: 400, code: 'invalid_field' }, code: 'invalid_field' },
  { fault: { status: 403, code: 'origin_not_allowed' }, code: 'origin_not_allowed' },
  { fault: { status: 404, code: 'not_found' }, code: 'not_found' },
  { fault: { status: 409, code: 'phone_taken' }, code: 'phone_taken' },
];

for (const { fault, code } of final) {
  test(`${fault.status} is not tried again`, async () => {
    const server = await createTestServer();
    server.failNext(fault);

    const error = await thrownBy(pageOf(server).program());

    assert.ok(isRefusedError(error, code));
    assert.equal(server.seen.length, 1);
  });
}

test('a Retry-After of more than a minute is thrown, with the time to come back', async () => {
  const server = await createTestServer();
  server.failNext({ status: 429, retryAfter: 61 });

  const error = await thrownBy(pageOf(server).program());

  assert.ok(isRefusedError(error, 'rate_limited'));
  assert.equal(error.retryAfterMs, 61_000);
  assert.equal(server.seen.length, 1);
});

test('a Retry-After of a second is waited for, longer than the own delay', async () => {
  const server = await createTestServer();
  server.failNext({ status: 503, retryAfter: 1 });
  const before = performance.now();

  await pageOf(server).program();

  assert.ok(performance.now() - before >= 990);
});

test('a network that stays away is an unreachable server, with its cause', async () => {
  const server = await createTestServer();
  server.failNext({ network: true, times: 3 });

  const error = await thrownBy(pageOf(server).program());

  assert.ok(isUnreachableError(error));
  assert.equal(error.code, 'network');
  assert.ok(error.cause instanceof TypeError);
});

test('an answer that does not come in time is tried again, then thrown as timed out', async () => {
  const server = await createTestServer();
  server.hold();

  const error = await thrownBy(pageOf(server, { timeoutMs: 20 }).program());

  assert.ok(isTimedOutError(error));
  assert.equal(error.code, 'timeout');
  assert.match(error.message, /20 ms/);
  assert.equal(server.seen.length, 3);
});

test('a body that stalls half-way counts as an answer that does not come', async () => {
  const server = await createTestServer();
  const stalls = () =>
    new Response(new ReadableStream({ start: (out) => out.enqueue(bytes('{')) }));
  server.failNext({ rewrite: stalls, times: 3 });

  const error = await thrownBy(pageOf(server, { timeoutMs: 20 }).program());

  assert.ok(isTimedOutError(error));
});

test('an abort stops a running request at once', async () => {
  const server = await createTestServer();
  server.hold();
  const stop = new AbortController();
  const asked = thrownBy(pageOf(server).program({ signal: stop.signal }));

  stop.abort(new Error('the page is gone'));
  const error = await asked;

  assert.ok(isUnreachableError(error));
  assert.equal(error.code, 'aborted');
  assert.equal((error.cause as Error).message, 'the page is gone');
  assert.equal(server.seen.length, 1);
});

test('an abort stops the wait between two tries', async () => {
  const server = await createTestServer();
  server.failNext({ status: 503, retryAfter: 50 });
  const stop = new AbortController();
  const asked = thrownBy(pageOf(server).program({ signal: stop.signal }));
  await until(() => server.seen[0]?.status === 503);

  stop.abort();
  const error = await asked;

  assert.equal((error as AfterglowError).code, 'aborted');
  assert.equal(server.seen.length, 1);
});

test('a signal that is aborted already sends nothing', async () => {
  const server = await createTestServer();

  const error = await thrownBy(pageOf(server).program({ signal: AbortSignal.abort() }));

  assert.equal((error as AfterglowError).code, 'aborted');
  assert.equal(server.seen.length, 0);
});

test('a write without a key is tried once', async () => {
  const server = await createTestServer();
  server.failNext({ answerLost: true });

  const error = await thrownBy(tillOf(server).members.create({ firstName: 'Eva' }));

  assert.ok(isUnreachableError(error));
  assert.equal(server.seen.length, 1);
});

test('a write with its key is tried again, with the same key and body', async () => {
  const server = await createTestServer();
  const keys: (string | null)[] = [];
  const call = caller({
    base: server.base,
    fetch: (input, init) => {
      keys.push((input as Request).headers.get('idempotency-key'));
      return server.fetch(input, init);
    },
    credential: () => Promise.resolve(server.keys.secret),
    ...quick,
  });
  server.failNext({ network: true, times: 2 });
  const init: CallInit<'createMember'> = { body: { firstName: 'Eva' }, idempotencyKey: 'key-1' };

  const member = await call('createMember', init);

  assert.equal(member.firstName, 'Eva');
  assert.deepEqual(keys, ['key-1', 'key-1', 'key-1']);
});

test('events are tried again after a lost answer and count once, by their own ids', async () => {
  const server = await createTestServer();
  server.failNext({ answerLost: true });

  const [result] = await tillOf(server).events.send({
    type: 'visit.completed',
    source: 'till',
    externalId: 'R-1',
    member: { phone: '+13125550110' },
    data: {
      lines: [{ lineId: '1', kind: 'treatment', price: { amount: 9_000, currency: 'USD' } }],
    },
  });

  assert.equal(result?.status, 'duplicate');
  assert.equal(server.seen.length, 2);
  const members = await server.backend.members.list({ phone: '+13125550110' }).page();
  assert.equal(members.data.length, 1);
});

test("a proxy's page is an answer not as agreed, which names the call and not the page", async () => {
  const server = await createTestServer();
  const page = () => new Response('<h1>Welcome to Ana’s wifi</h1>', { status: 200 });
  server.failNext({ rewrite: page });

  const error = await thrownBy(pageOf(server).program());

  assert.ok(isAfterglowError(error));
  assert.equal(error.name, 'AnswerInvalidError');
  assert.equal(error.code, 'answer_invalid');
  assert.doesNotMatch(error.message, /Ana/);
});

test('every code of a refusal by the real server is one of the catalogue', async () => {
  const server = await createTestServer();
  const stranger = createClient({
    publishableKey: 'pk_test_nobody',
    apiBase: server.base,
    fetch: server.fetch,
    ...quick,
  });

  const error = await thrownBy(stranger.program());

  assert.ok(isRefusedError(error, 'key_invalid'));
  assert.ok(isErrorCode(error.code));
  assert.match(error.requestId ?? '', /^req_/);
});

test('a path takes its parameters escaped', async () => {
  const server = await createTestServer();

  const error = await thrownBy(tillOf(server).members.get('mem_/../../keys'));

  assert.ok(isRefusedError(error));
  assert.equal(server.seen[0]?.path, 'members/mem_%2F..%2F..%2Fkeys');
});

test('the credential is asked for at each try', async () => {
  const server = await createTestServer();
  const asked: Route[] = [];
  const call = caller({
    base: server.base,
    fetch: server.fetch,
    credential: (route) => {
      asked.push(route);
      return Promise.resolve(asked.length === 1 ? 'sk_test_old' : server.keys.secret);
    },
    renew: () => Promise.resolve(true),
    ...quick,
  });

  await call('getTestClock');

  assert.equal(asked.length, 2);
});

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => assert.fail('nothing was thrown'),
    (error: unknown) => error,
  );
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

const bytes = (text: string) => new TextEncoder().encode(text);

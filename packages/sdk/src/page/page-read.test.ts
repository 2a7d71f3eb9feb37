import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer } from '@afterglow/testing';
import { programUrl, readProgram } from './page-read.js';
import { newKey } from '../random.js';
import { readSummary } from './summary-read.js';

const quick = { firstDelayMs: 1 };

test('the program is a simple request: nothing in it needs a preflight', async () => {
  const server = await createTestServer();
  const asked: Request[] = [];

  await readProgram(server.base, server.keys.publishable, {
    fetch: (input, init) => {
      asked.push(new Request(input, init));
      return server.fetch(input, init);
    },
  });

  assert.deepEqual(
    asked.map(({ method, url, headers }) => [method, url, [...headers]]),
    [['GET', programUrl(server.base, server.keys.publishable), []]],
  );
});

test('a summary comes once, and then only when something changed', async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const token = ana.session.freshToken!;
  const ask = (etag: string | null) =>
    readSummary(server.base, token, { fetch: server.fetch, etag, ...quick });

  const first = await ask(null);
  const same = await ask(first!.etag);
  await server.till.visit(ana.phone);
  const changed = await ask(first!.etag);

  assert.equal(same, undefined);
  assert.notEqual(changed?.etag, first?.etag);
  assert.ok(changed!.summary.points.balance > first!.summary.points.balance);
});

for (const fault of [{ network: true }, { status: 503 }, { status: 429, retryAfter: 0 }]) {
  test(`two failures (${JSON.stringify(fault)}) are overcome, a third is thrown`, async () => {
    const server = await createTestServer();
    const ask = () =>
      readProgram(server.base, server.keys.publishable, { fetch: server.fetch, ...quick });

    server.failNext({ ...fault, times: 2 });
    assert.equal((await ask()).version, 1);
    server.failNext({ ...fault, times: 3 });
    await assert.rejects(ask, { status: fault.status ?? 0 });
  });
}

test('a server that says "in an hour" is not waited for', async () => {
  const server = await createTestServer();
  server.failNext({ status: 429, retryAfter: 3600 });

  await assert.rejects(readProgram(server.base, server.keys.publishable, { fetch: server.fetch }), {
    name: 'RefusedError',
    code: 'rate_limited',
    retryAfterMs: 3_600_000,
  });

  assert.equal(server.seen.length, 1);
});

test('a request that was started and never answered is timed out and asked again', async (t) => {
  const server = await createTestServer();
  t.mock.timers.enable({ apis: ['setTimeout'] });

  const asked = readProgram(server.base, server.keys.publishable, {
    fetch: server.fetch,
    started: new Promise(() => {}),
    timeoutMs: 20,
    ...quick,
  });
  // No time passes from then on: the second try may take as long as the machine needs.
  while (server.seen.length === 0) {
    t.mock.timers.tick(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const program = await asked;

  assert.equal(program.version, 1);
  assert.equal(server.seen.length, 1);
});

test('an abort is thrown at once, with its reason', async () => {
  const server = await createTestServer();
  server.hold();
  const stop = new AbortController();
  const asked = readProgram(server.base, server.keys.publishable, {
    fetch: server.fetch,
    signal: stop.signal,
  });

  stop.abort('enough');

  await assert.rejects(asked, { name: 'UnreachableError', code: 'aborted', cause: 'enough' });
});

test("a proxy's page is an answer not as agreed", async () => {
  const server = await createTestServer();
  server.failNext({ rewrite: () => new Response('<h1>Sign in to the wifi</h1>') });

  await assert.rejects(
    readProgram(server.base, server.keys.publishable, { fetch: server.fetch, ...quick }),
    { name: 'AnswerInvalidError', code: 'answer_invalid' },
  );
});

test('keys are 22 characters that go anywhere, and no two are alike', () => {
  const keys = Array.from({ length: 1000 }, newKey);

  assert.ok(keys.every((key) => /^[\w-]{22}$/.test(key)));
  assert.equal(new Set(keys).size, 1000);
});

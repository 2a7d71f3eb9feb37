import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer, type TestServer } from '@afterglow/testing';
import { checkAnswer, createClient, isAfterglowError, isRefusedError } from './index.js';
import { createServerClient } from './server.js';

/** Texts in languages, colors and arithmetic are records: what is added there is no new field. */
const records = ['name', 'terms', 'friendOffer', 'ownerOffer', 'shareText', 'roles', 'args'];

/** What a later server may send: a field more in every object. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]): [string, unknown] => [
    name,
    records.includes(name) ? inner : withMore(inner),
  ]);
  return { ...Object.fromEntries(fields), addedLater: { deep: [1] } };
}

const rewritten = (change: (value: unknown) => unknown) => ({
  rewrite: async (answer: Response) =>
    new Response(JSON.stringify(change(await answer.json())), answer),
});

const clientOf = (server: TestServer) =>
  createClient({
    publishableKey: server.keys.publishable,
    apiBase: server.base,
    fetch: server.fetch,
    firstDelayMs: 1,
  });

test('a field more in every object of a program changes nothing', async () => {
  const server = await createTestServer();
  server.failNext(rewritten(withMore));

  const program = await clientOf(server).program();

  assert.equal(program.version, 1);
  assert.ok('addedLater' in program);
});

test('a field more in every object of a summary and of the ledger changes nothing', async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  server.failNext({ ...rewritten(withMore), path: 'me', times: 2 });

  const summary = await ana.client.me.summary();
  const entries = await ana.client.me.entries().page();

  assert.equal(summary.member.id, ana.memberId);
  assert.ok(entries.data.length > 0);
});

test('new values of lists and new kinds of grants are kept as they are', async () => {
  const server = await createTestServer();
  const future = { kind: 'hologram', watts: 3 };
  server.failNext(
    rewritten((value) => {
      const program = value as { referral: object; tiers: { levels: { benefits: unknown[] }[] } };
      program.tiers.levels[0]!.benefits.push({ id: 'new', name: 'New', kind: 'teleport' });
      return { ...program, referral: { ...program.referral, friend: future } };
    }),
  );

  const program = await clientOf(server).program();

  assert.deepEqual(program.referral.friend, future);
});

test('a new status of an event and a new cause of an entry do not throw', async () => {
  const server = await createTestServer();
  const client = createServerClient({
    secretKey: server.keys.secret,
    apiBase: server.base,
    fetch: server.fetch,
  });
  server.failNext(
    rewritten(() => ({
      results: [
        {
          externalId: 'R-1',
          status: 'queued',
          id: null,
          memberId: null,
          warnings: [],
          entries: [],
        },
      ],
    })),
  );

  const [result] = await client.events.send({
    type: 'activity.done',
    source: 'till',
    externalId: 'R-1',
    member: { phone: '+13125550150' },
    data: { activity: 'photos' },
  });

  assert.equal(result?.status, 'queued');
});

test('an error code that is not known yet is thrown as it is', async () => {
  const server = await createTestServer();
  server.failNext({ status: 418, code: 'too_early_in_the_day' });

  await assert.rejects(clientOf(server).program(), (error) =>
    isRefusedError(error, 'too_early_in_the_day'),
  );
});

test('a field that is missing is an answer not as agreed, by its place', async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  server.failNext({
    ...rewritten((value) => ({ ...(value as object), points: { balance: 'many' } })),
    path: 'me',
  });

  await assert.rejects(ana.client.me.summary(), (error) => {
    assert.ok(isAfterglowError(error));
    assert.equal(error.code, 'answer_invalid');
    assert.match(error.message, /GET me .*points\.balance/);
    assert.doesNotMatch(error.message, /many/);
    return true;
  });
});

test('a part of a union that is wrong in itself is not taken for something new', () => {
  const fault = checkAnswer('getReferralCode', {
    code: '7H3K9QWX',
    good: true,
    offer: null,
    friend: { kind: 'points', points: -5 },
  });

  assert.match(fault ?? '', /friend/);
});

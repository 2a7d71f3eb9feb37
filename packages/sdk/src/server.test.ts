import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer, type TestServer } from '@afterglow/testing';
import { createServerClient, isRefusedError, type EventInput } from './server.js';

const clientOf = (server: TestServer) =>
  createServerClient({
    secretKey: server.keys.secret,
    apiBase: server.base,
    fetch: server.fetch,
    firstDelayMs: 1,
  });

const visit = (externalId: string, amount = 10_000): EventInput => ({
  type: 'visit.completed',
  source: 'till',
  externalId,
  member: { phone: '+13125550140' },
  data: {
    lines: [{ lineId: '1', kind: 'treatment', price: { amount, currency: 'USD' } }],
    tenders: [{ kind: 'money', amount: { amount, currency: 'USD' } }],
  },
});

test('one event gives one result with its entries', async () => {
  const server = await createTestServer();

  const results = await clientOf(server).events.send(visit('R-1'));

  assert.deepEqual(
    results.map(({ externalId, status }) => [externalId, status]),
    [['R-1', 'applied']],
  );
  assert.ok(results[0]!.entries.length > 0);
});

test('1,001 events go in three requests, with the results in order', async () => {
  const server = await createTestServer();
  const events = Array.from({ length: 1001 }, (_, n) => visit(`R-${n}`, 100));

  const results = await clientOf(server).events.send(events);

  assert.equal(server.seen.length, 3);
  assert.deepEqual(
    results.map(({ externalId }) => externalId),
    events.map(({ externalId }) => externalId),
  );
});

test('no events cost no request', async () => {
  const server = await createTestServer();

  assert.deepEqual(await clientOf(server).events.send([]), []);

  assert.equal(server.seen.length, 0);
});

test('a bad event among good ones is rejected alone, and nothing is thrown', async () => {
  const server = await createTestServer();
  const euros = visit('R-2');
  if (euros.type === 'visit.completed') euros.data.lines[0]!.price.currency = 'EUR';

  const results = await clientOf(server).events.send([visit('R-1'), euros, visit('R-3')]);

  assert.deepEqual(
    results.map(({ status, code }) => [status, code]),
    [
      ['applied', undefined],
      ['rejected', 'currency_mismatch'],
      ['applied', undefined],
    ],
  );
});

test('members are made, found, changed and read', async () => {
  const server = await createTestServer();
  const { members } = clientOf(server);

  const made = await members.create({
    firstName: 'Eva',
    aliases: [{ source: 'till', externalId: 'C-9' }],
  });
  await members.update(made.id, { phone: '+13125550141' });
  const found = await members.list({ source: 'till', externalId: 'C-9' }).page();
  const read = await members.get(made.id);

  assert.deepEqual(
    found.data.map(({ id }) => id),
    [made.id],
  );
  assert.equal(read.phone, '+13125550141');
});

test('a member is erased', async () => {
  const server = await createTestServer();
  const { members } = clientOf(server);
  const { id } = await members.create({ firstName: 'Eva' });

  await members.erase(id);

  await assert.rejects(members.get(id), { code: 'member_erased', status: 410 });
});

test("a member's ledger is walked through by the clinic too", async () => {
  const server = await createTestServer();
  const client = clientOf(server);
  const [result] = await client.events.send(visit('R-1'));
  const keys: string[] = [];

  for await (const { key } of client.members.entries(result!.memberId!, { limit: 1 })) {
    keys.push(key);
  }

  assert.equal(keys.length, result!.entries.length);
});

test('a program is tried on events without being published', async () => {
  const server = await createTestServer();
  const { program } = clientOf(server);
  const price = { amount: 100_000, currency: 'USD' };
  const visit = {
    type: 'visit.completed' as const,
    source: 'till',
    externalId: 'R-1',
    occurredAt: '2026-05-01T12:00:00Z',
    member: { externalId: 'C-1' },
    data: { lines: [{ lineId: '1', kind: 'treatment' as const, category: 'facial', price }] },
  };

  const tried = await program.simulate({
    program: server.program,
    history: { events: [visit] },
    redemptionPercent: 50,
  });

  assert.deepEqual([tried.program.points.issued, tried.program.points.redeemed], [500, 250]);
  assert.equal((await program.versions()).length, 1);
});

test('a program is published as the next version', async () => {
  const server = await createTestServer();
  const { program } = clientOf(server);

  const published = await program.publish({ program: { ...server.program, joiningPoints: 75 } });

  assert.equal(published.version, 2);
  assert.deepEqual(
    (await program.versions()).map(({ version }) => version),
    [1, 2],
  );
});

test('a code for a partner is made and listed', async () => {
  const server = await createTestServer();
  const { codes } = clientOf(server);

  const made = await codes.create({ kind: 'partner', label: 'Yoga next door' });

  assert.match(made.code, /^[0-9A-HJKMNP-TV-Z]{8}$/);
  assert.deepEqual(await codes.list(), [made]);
});

test("a sandbox's clock is read and moved, and its messages can be looked at", async () => {
  const server = await createTestServer();
  const client = clientOf(server);

  const moved = await client.test.clock.move('2026-12-24T12:00:00.000Z');
  await server.signIn('+13125550142');

  assert.equal(moved.now, '2026-12-24T12:00:00.000Z');
  assert.equal((await client.test.clock.get()).frozen, true);
  assert.equal((await client.test.messages())[0]?.to, '+13125550142');
});

test('a publishable key opens nothing here', async () => {
  const server = await createTestServer();
  const client = createServerClient({
    secretKey: server.keys.publishable,
    apiBase: server.base,
    fetch: server.fetch,
  });

  await assert.rejects(client.members.list().page(), (error) =>
    isRefusedError(error, 'credential_not_allowed'),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer, testCode, type TestServer } from '@afterglow/testing';
import { createClient, isRefusedError, memoryStorage, type ClientOptions } from './index.js';

const phone = '+13125550120';

const consents = {
  terms: true,
  marketingSms: false,
  marketingEmail: false,
  shareFirstName: false,
};

const clientOf = (server: TestServer, more: Partial<ClientOptions> = {}) =>
  createClient({
    publishableKey: server.keys.publishable,
    apiBase: server.base,
    fetch: server.fetch,
    firstDelayMs: 1,
    ...more,
  });

test('reads the public program with the publishable key', async () => {
  const server = await createTestServer();

  const program = await clientOf(server).program();

  assert.equal(program.sandbox, true);
  assert.deepEqual(program.tiers, server.program.tiers);
});

test('gives the whole address of a logo that the API serves', async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const logo = `data:image/svg+xml;base64,${btoa(drawing)}`;
  const server = await createTestServer({
    program: (usual) => ({ ...usual, brand: { ...usual.brand, logo } }),
  });

  const { brand } = await clientOf(server).program();

  const answer = await server.fetch(brand.logoUrl ?? '');
  assert.equal(await answer.text(), drawing);
  const none = await clientOf(await createTestServer()).program();
  assert.equal(none.brand.logoUrl, null);
});

test('signs in step by step: a code, joining once, the summary in the same answer', async () => {
  const server = await createTestServer();
  const client = clientOf(server);

  const { challengeId, hint } = await client.session.sendCode({ phone });
  const grant = { kind: 'code', challengeId, code: testCode } as const;
  await assert.rejects(client.session.create({ grant }), (error) =>
    isRefusedError(error, 'join_required'),
  );
  const answer = await client.session.create({
    grant,
    joining: { firstName: 'Eva', consents },
  });

  assert.equal(hint, '··20');
  assert.equal(answer.joined, true);
  assert.equal(answer.summary.member.firstName, 'Eva');
  assert.equal(client.session.current, answer.session);
});

test('the next client of the browser is signed in', async () => {
  const server = await createTestServer();
  const eva = await server.signIn(phone);

  const summary = await clientOf(server, { storage: eva.storage }).me.summary();

  assert.equal(summary.member.id, eva.memberId);
});

test('what is about a person is refused to nobody, with a code', async () => {
  const server = await createTestServer();

  await assert.rejects(clientOf(server).me.summary(), (error) =>
    isRefusedError(error, 'credential_missing'),
  );
});

test('two clients with one session share it', async () => {
  const server = await createTestServer();
  const eva = await server.signIn(phone);
  const other = clientOf(server, { session: eva.session });

  await other.session.end();

  assert.equal(eva.client.session.current, undefined);
});

test('walks through the ledger, newest first', async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const amounts: number[] = [];

  for await (const entry of ana.client.me.entries({ limit: 2 })) {
    if (entry.asset === 'points') amounts.push(entry.amount);
  }

  const { points } = await ana.client.me.summary();
  assert.equal(
    amounts.reduce((sum, amount) => sum + amount, 0),
    points.balance,
  );
});

test('friends show their status and no name that was not shared', async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();

  const { data } = await ana.client.me.referrals().page();

  assert.equal(data.length, 1);
  assert.equal(data[0]?.status, 'completed');
  assert.equal(data[0]?.firstName, null);
});

test('a referral code is good or not, and never says whose it is', async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const { code } = ana.answer.summary.referral!;
  const visitor = clientOf(server);

  const good = await visitor.referralCodes.check(code);
  const bad = await visitor.referralCodes.check('00000000');

  assert.equal(good.good, true);
  assert.equal(bad.good, false);
  assert.doesNotMatch(JSON.stringify(good), /Ana|mem_/);
});

test('the locale of the client is that of its messages', async () => {
  const server = await createTestServer();

  await clientOf(server, { locale: 'es' }).session.sendCode({ phone });

  const [message] = await server.backend.test.messages();
  assert.match(message!.text, /código/i);
});

test('the page forgets at once even when the server cannot be told', async () => {
  const server = await createTestServer();
  const storage = memoryStorage();
  const eva = await server.signIn(phone);
  await storage.write((await eva.storage.read())!);
  const client = clientOf(server, { storage });
  await client.session.refresh();
  server.failNext({ network: true });

  await assert.rejects(client.session.end(), { code: 'network' });

  assert.equal(client.session.current, undefined);
  assert.equal(await storage.read(), undefined);
});

test('a signal stops a list between two pages', async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const stop = new AbortController();
  const rows: string[] = [];

  const walk = async () => {
    for await (const { id } of ana.client.me.entries({ limit: 1, signal: stop.signal })) {
      rows.push(id);
      stop.abort();
    }
  };

  await assert.rejects(walk(), { code: 'aborted' });
  assert.equal(rows.length, 1);
});

test('asks to be erased with a new code, hears when and what is lost, and is gone by then', async () => {
  const server = await createTestServer();
  const { client, memberId } = await server.signIn(phone);
  const { challengeId } = await client.session.sendCode({ phone });

  await assert.rejects(client.me.erase({ challengeId, code: '000000' }), (error) =>
    isRefusedError(error, 'code_invalid'),
  );
  const { erasesAt, lost } = await client.me.erase({ challengeId, code: testCode });
  await server.clock.set(erasesAt);

  assert.equal(erasesAt, '2026-12-05T15:30:00.000Z');
  assert.equal(lost.points, 50);
  await assert.rejects(server.backend.members.get(memberId), (error) =>
    isRefusedError(error, 'member_erased'),
  );
});

import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createClient } from '@afterglow/sdk';
import { createPageStore, type PageStore } from '@afterglow/sdk/page-store';
import { createTestServer, phones, type SignedIn, type TestServer } from './index.js';

function pageOf(t: TestContext, server: TestServer, somebody?: SignedIn): PageStore {
  const store = createPageStore({ ...server.page(somebody), firstDelayMs: 1 });
  t.after(() => store.dispose());
  store.start();
  return store;
}

test('two servers know nothing of each other', async () => {
  const [one, other] = await Promise.all([createTestServer(), createTestServer()]);

  await one.people.ana();

  assert.notEqual(one.keys.publishable, other.keys.publishable);
  assert.deepEqual((await other.backend.members.list().page()).data, []);
});

test('ana has points, a tier, a package with sessions left, and a friend who came', async () => {
  const server = await createTestServer();

  const ana = await server.people.ana();

  const summary = await ana.client.me.summary();
  assert.ok(summary.points.balance > 0);
  assert.ok(summary.tier.current);
  const [bought] = summary.packages;
  assert.equal(bought!.left, bought!.total - 1);
  assert.equal(summary.referral?.counts.completed, 1);
  assert.ok(summary.referral.pendingPoints > 0);
});

test("ana's referral is released when the hold is over, and pays once", async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const before = await ana.client.me.summary();
  const { owner, holdDays } = server.program.referral;

  await server.clock.advance({ days: holdDays + 1 });

  const after = await (await server.signIn(phones.ana)).client.me.summary();
  assert.equal(owner?.kind, 'points');
  assert.equal(after.points.balance - before.points.balance, owner.points);
  assert.equal(after.referral?.pendingPoints, 0);
});

test('dora joined a moment ago and has what joining gives', async () => {
  const server = await createTestServer();

  const dora = await server.people.dora();

  assert.equal(dora.answer.joined, true);
  assert.equal(dora.answer.summary.points.balance, server.program.joiningPoints);
  assert.deepEqual(dora.answer.summary.packages, []);
});

test('cleo is known to the clinic and has not joined', async () => {
  const server = await createTestServer();

  const cleo = await server.people.cleo();

  assert.equal((await server.backend.members.get(cleo.memberId)).status, 'known');
});

test('a year without a purchase takes the points, and the ledger says why', async () => {
  const server = await createTestServer();
  const ana = await server.people.ana();

  await server.clock.advance({ days: 400 });

  const later = await server.signIn(ana.phone);
  const { data } = await later.client.me.entries().page();
  assert.equal(later.answer.summary.points.balance, 0);
  assert.equal(data.find(({ asset }) => asset === 'points')?.cause.kind, 'lapse');
});

test('the clock goes on by what it is told, and stands still otherwise', async () => {
  const server = await createTestServer({ now: '2026-02-28T12:00:00Z' });

  await server.clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 });

  assert.equal(new Date(server.clock.now()).toISOString(), '2026-03-01T14:03:04.000Z');
  assert.equal((await server.backend.test.clock.get()).now, '2026-03-01T14:03:04.000Z');
});

test('what is no instant is refused with the value and an example', async () => {
  await assert.rejects(createTestServer({ now: 'yesterday' }), /"yesterday" is no instant.*2026-/);
});

test('the rules may be changed', async () => {
  const server = await createTestServer({ program: (usual) => ({ ...usual, joiningPoints: 9 }) });

  const dora = await server.people.dora();

  assert.equal(dora.answer.summary.points.balance, 9);
});

test('every state that a page can be in can be made', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const faceOf = (store: PageStore) => store.$member.get().state;

  const nobody = pageOf(t, server);
  await until(() => faceOf(nobody) !== 'waiting');
  assert.equal(faceOf(nobody), 'signed-out');

  server.hold();
  const held = pageOf(t, server, ana);
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(faceOf(held), 'waiting');
  server.release();
  await until(() => faceOf(held) === 'ready');

  server.failNext({ status: 503, times: 3 });
  await held.revalidate();
  assert.equal(faceOf(held), 'stale');

  server.failNext({ network: true, times: 6 });
  const cut = pageOf(t, server, ana);
  await until(() => faceOf(cut) !== 'waiting');
  assert.equal(faceOf(cut), 'failed');
});

test('a fault hits only the requests below its path', async () => {
  const server = await createTestServer();
  const client = createClient({
    publishableKey: server.keys.publishable,
    apiBase: server.base,
    fetch: server.fetch,
  });
  server.failNext({ status: 400, code: 'invalid_field', path: 'sessions' });

  const program = await client.program();

  assert.equal(program.version, 1);
  await assert.rejects(client.session.sendCode({ phone: phones.ana }), { code: 'invalid_field' });
});

test('a delay makes answers late and loses none', async () => {
  const server = await createTestServer();
  server.delay(30);
  const before = performance.now();

  await server.fetch(`${server.base}/v1/program?key=${server.keys.publishable}`);

  assert.ok(performance.now() - before >= 29);
});

test('a receipt that the server does not take is an error with its code', async () => {
  const server = await createTestServer();

  await assert.rejects(server.till.visit('+1312', { amount: 1 }), {
    name: 'ReceiptRefusedError',
    code: 'member_missing',
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

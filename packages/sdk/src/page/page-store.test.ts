import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createTestServer, type SignedIn, type TestServer } from '@afterglow/testing';
import { createPageStore, type PageStore, type PageStoreOptions } from './page-store.js';
import { programUrl } from './page-read.js';
import { startSession } from '../session/session-start.js';

const phone = '+13125550100';

interface PageInTest extends PageStore {
  /** Every state that the member was in, in order, repetitions left out. */
  readonly faces: string[];
}

/** A page of the browser of `somebody`, or of one in which nobody is signed in. */
function pageAt(
  t: TestContext,
  server: TestServer,
  somebody?: SignedIn,
  more: Partial<PageStoreOptions> = {},
): PageInTest {
  const store = createPageStore({ ...server.page(somebody), firstDelayMs: 1, ...more });
  const faces: string[] = [];
  store.$member.subscribe(({ state }) => {
    if (faces.at(-1) !== state) faces.push(state);
  });
  t.after(() => store.dispose());
  return { ...store, faces };
}

const settled = async (store: PageStore) => {
  await until(() => store.$member.get().state !== 'waiting');
  await until(() => store.$program.get().state !== 'waiting');
};

const requests = (server: TestServer) => server.seen.map(({ method, path }) => `${method} ${path}`);

test('a page of somebody who is signed in costs two requests', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  server.seen.length = 0;
  const store = pageAt(t, server, ana);

  store.start();
  await settled(store);

  assert.deepEqual(requests(server).sort(), ['GET program', 'POST sessions/refresh']);
  assert.equal(store.$program.get().value?.clinic.currency, 'USD');
  assert.equal(store.$member.get().value?.member.firstName, 'Ana');
  assert.deepEqual(store.faces, ['waiting', 'ready']);
});

test('a page of nobody costs one request and is signed out', async (t) => {
  const server = await createTestServer();
  const store = pageAt(t, server);

  store.start();
  store.start();
  await settled(store);

  assert.deepEqual(requests(server), ['GET program']);
  assert.deepEqual(store.faces, ['waiting', 'signed-out']);
});

test('requests that the loader started are taken over, and none is sent twice', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  server.seen.length = 0;
  const { base, key, fetch, now } = server.page();
  const started = {
    program: fetch(programUrl(base, key)),
    session: startSession({ base, key, fetch, now, storage: ana.storage }),
  };
  const store = pageAt(t, server, ana);

  store.start(started);
  await settled(store);

  assert.equal(server.seen.length, 2);
  assert.equal(store.$member.get().state, 'ready');
});

test('a started request that failed is tried again', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);

  store.start({
    program: Promise.reject(new TypeError('Failed to fetch')),
    session: Promise.resolve({
      kept: (await ana.storage.read())!,
      answer: Promise.reject(new TypeError('Failed to fetch')),
    }),
  });
  await settled(store);

  assert.equal(store.$program.get().state, 'ready');
  assert.equal(store.$member.get().state, 'ready');
});

test('a retry of the program is one of the member too, who is still asked for and fails', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  server.hold('sessions/refresh');
  server.failNext({ status: 403, path: 'program' });
  server.failNext({ status: 403, path: 'sessions/refresh' });
  const store = pageAt(t, server, ana);
  store.start();
  await until(() => store.$program.get().state === 'failed');

  const again = store.retry();
  server.release();
  await again;

  assert.deepEqual([store.$program.get().state, store.$member.get().state], ['ready', 'ready']);
});

test('a wrong key is a failed program with its code', async (t) => {
  const server = await createTestServer();
  const store = pageAt(t, server, undefined, { key: 'pk_test_nobody' });

  store.start();
  await settled(store);

  assert.deepEqual(store.$program.get(), {
    state: 'failed',
    value: undefined,
    code: 'key_invalid',
  });
});

test('without a network both fail, and a retry shows both', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  server.failNext({ network: true, times: 6 });
  const store = pageAt(t, server, ana);

  store.start();
  await settled(store);
  const failed = [store.$program.get(), store.$member.get()].map(({ state, code }) => [
    state,
    code,
  ]);
  await store.retry();

  assert.deepEqual(failed, [
    ['failed', 'network'],
    ['failed', 'network'],
  ]);
  assert.equal(store.$program.get().state, 'ready');
  assert.deepEqual(store.faces, ['waiting', 'failed', 'waiting', 'ready']);
});

test('a session that is over is signed out, and is not asked for on the next page', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  await server.clock.advance({ days: 1 });
  const store = pageAt(t, server, ana);

  store.start();
  await settled(store);
  await store.session();
  await until(() => store.$member.get().state === 'signed-out');

  assert.deepEqual(store.faces, ['waiting', 'signed-out']);
  assert.equal(await ana.storage.read(), undefined);
});

test('a session that is asked for while it is taken up is not refreshed twice', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  server.seen.length = 0;

  store.start();
  await until(() => server.seen.length === 2);
  const session = await store.session();
  await session.accessToken();

  assert.deepEqual(requests(server).sort(), ['GET program', 'POST sessions/refresh']);
});

test('a session that is asked for while the browser still reads it is not refreshed twice', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  let read = () => {};
  const reading = new Promise<void>((resolve) => (read = resolve));
  const storage = { ...ana.storage, read: () => reading.then(() => ana.storage.read()) };
  const store = pageAt(t, server, { ...ana, storage });
  server.seen.length = 0;

  store.start();
  const asked = store.session();
  await until(() => server.seen.length === 1);
  read();
  await (await asked).accessToken();
  await settled(store);

  assert.deepEqual(requests(server).sort(), ['GET program', 'POST sessions/refresh']);
});

test('own writes are read at once', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  store.start();
  await settled(store);
  const before = store.$member.get().value!.points.balance;

  await server.till.visit(ana.phone, { amount: 10_000 });
  await store.revalidate();

  assert.equal(store.$member.get().value?.points.balance, before + 60);
  assert.deepEqual(store.faces, ['waiting', 'ready']);
});

test('a summary that did not change is not sent again', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  store.start();
  await settled(store);
  await store.revalidate();
  const { value } = store.$member.get();
  server.seen.length = 0;

  await store.revalidate();

  assert.deepEqual(
    server.seen.map(({ path, status }) => [path, status]),
    [['me', 304]],
  );
  assert.equal(store.$member.get().value, value);
});

test('a failed read after the first leaves the summary, stale, until one succeeds', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  store.start();
  await settled(store);
  server.failNext({ status: 503, times: 3 });

  await store.revalidate();
  const stale = store.$member.get();
  await store.retry();

  assert.equal(stale.state, 'stale');
  assert.equal(stale.code, 'unavailable');
  assert.equal(stale.value?.member.firstName, 'Ana');
  assert.equal(store.$member.get().state, 'ready');
});

test('an access token that expired is renewed by the read itself', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  store.start();
  await settled(store);
  await store.session();
  await server.clock.advance({ hours: 1 });
  server.seen.length = 0;

  await store.revalidate();

  assert.deepEqual(requests(server), ['POST sessions/refresh']);
  assert.equal(store.$member.get().state, 'ready');
});

test('any number of reads at once are two: the one that runs, and one for what came after', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  store.start();
  await settled(store);
  await store.session();
  server.seen.length = 0;

  await Promise.all(Array.from({ length: 50 }, () => store.revalidate()));

  assert.deepEqual(requests(server), ['GET me', 'GET me']);
});

test('signing in on the page shows the member without another request', async (t) => {
  const server = await createTestServer();
  const store = pageAt(t, server);
  store.start();
  await settled(store);
  const ana = await server.signIn(phone);
  server.seen.length = 0;

  await store.signedIn(ana.answer);

  assert.deepEqual(requests(server), []);
  assert.deepEqual(store.faces, ['waiting', 'signed-out', 'ready']);
});

test('signing out is shown at once, and ends the session on the server', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  store.start();
  await settled(store);
  await store.session();
  server.hold();

  const done = store.signOut();
  await until(() => store.$member.get().state === 'signed-out');
  server.release();
  await done;

  assert.equal(server.seen.at(-1)?.method, 'DELETE');
  assert.equal(server.seen.at(-1)?.status, 204);
  assert.equal(await ana.storage.read(), undefined);
});

test('an answer that comes after the sign-out shows nobody', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  store.start();
  await settled(store);
  await store.session();
  server.hold('me');
  const reading = store.revalidate();
  await until(() => server.seen.at(-1)?.path === 'me');

  await (await store.session()).forget();
  server.release();
  await reading;

  assert.equal(store.$member.get().state, 'signed-out');
});

test("the clinic's own login signs in without a code, and not again after a sign-out", async (t) => {
  const server = await createTestServer();
  let asked = 0;
  const store = pageAt(t, server, undefined, {
    getIdentityToken: () => {
      asked += 1;
      return Promise.resolve(undefined);
    },
  });

  store.start();
  await settled(store);
  await store.signOut();
  await store.retry();

  assert.equal(asked, 1);
  assert.equal(store.$member.get().state, 'signed-out');
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createTestServer, type SignedIn, type TestServer } from '@afterglow/testing';
import { createPageStore, type PageStore, type PageStoreOptions } from './page-store.js';

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

test('coming to the front reads again after 30 seconds, and not before', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  const surroundings = createSurroundings();
  store.watch(surroundings);
  store.start();
  await settled(store);
  await store.session();
  server.seen.length = 0;

  await server.clock.advance({ seconds: 30 });
  surroundings.fire('visibilitychange');
  await store.session();
  const soon = requests(server);
  await server.clock.advance({ seconds: 1 });
  surroundings.fire('visibilitychange');
  await until(() => server.seen.length > 0);

  assert.deepEqual(soon, []);
  assert.deepEqual(requests(server), ['GET me']);
});

test('coming online tries again what failed', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  server.failNext({ network: true, times: 6 });
  const store = pageAt(t, server, ana);
  const surroundings = createSurroundings();
  store.watch(surroundings);
  store.start();
  await settled(store);

  surroundings.fire('online');
  await until(() => store.$member.get().state === 'ready');
  await until(() => store.$program.get().state === 'ready');

  assert.deepEqual(store.faces, ['waiting', 'failed', 'ready']);
});

test('a page that comes back shows the member only if nobody signed out meanwhile', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  const surroundings = createSurroundings();
  store.watch(surroundings);
  store.start();
  await settled(store);
  await store.session();
  await settleEpoch();

  surroundings.fire('pageshow', { persisted: true });
  const atOnce = store.$member.get().state;
  await until(() => store.$member.get().state === 'ready');
  await ana.session.forget();
  surroundings.fire('pageshow', { persisted: true });
  await until(() => store.$member.get().state === 'signed-out');

  assert.equal(atOnce, 'waiting');
  assert.deepEqual(store.faces, ['waiting', 'ready', 'waiting', 'ready', 'waiting', 'signed-out']);
});

test('"never" signs out after two minutes without a touch', async (t) => {
  const server = await createTestServer();
  const pauses: number[] = [];
  const store = pageAt(t, server, undefined, {
    wait: async (ms) => {
      pauses.push(ms);
      await server.clock.advance({ seconds: ms / 1000 });
      if (pauses.length === 1) surroundings.fire('pointerdown');
    },
  });
  const surroundings = createSurroundings();
  store.watch(surroundings);
  store.start();
  await settled(store);
  const ana = await server.signIn(phone, { remember: 'never' });

  await store.signedIn(ana.answer);
  await until(() => store.$member.get().state === 'signed-out');

  assert.deepEqual(pauses, [120_000, 120_000]);
});

test('a live page follows the till', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  let tick = () => {};
  const store = pageAt(t, server, ana, {
    live: true,
    wait: (_ms, signal) =>
      new Promise((resolve) => {
        tick = resolve;
        signal.addEventListener('abort', () => resolve());
      }),
  });
  store.start();
  await settled(store);
  await store.session();
  const before = store.$member.get().value!.points.balance;
  await server.till.visit(ana.phone, { amount: 10_000 });

  await until(() => {
    tick();
    return store.$member.get().value!.points.balance !== before;
  });

  assert.equal(store.$member.get().value?.points.balance, before + 60);
});

test('another tab hears of a write and reads', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const name = `test ${crypto.randomUUID()}`;
  const [here, there] = [1, 2].map(() =>
    pageAt(t, server, ana, { channel: new BroadcastChannel(name) }),
  );
  for (const store of [here!, there!]) {
    store.start();
    await settled(store);
    await store.session();
  }
  const before = there!.$member.get().value!.points.balance;
  await server.till.visit(ana.phone, { amount: 10_000 });

  await here!.revalidate();
  await until(() => there!.$member.get().value?.points.balance === before + 60);

  assert.equal(here!.$member.get().value?.points.balance, before + 60);
});

test('a program that changed is read again when the summary speaks of it', async (t) => {
  const server = await createTestServer();
  const ana = await server.people.ana();
  const store = pageAt(t, server, ana);
  store.start();
  await settled(store);
  await store.session();
  await server.backend.program.publish({
    program: { ...server.program, joiningPoints: 77 },
  });

  await server.clock.advance({ seconds: 1 });
  await store.revalidate();
  await until(() => store.$program.get().value?.version === 2);

  assert.equal(store.$program.get().value?.joiningPoints, 77);
});

/** A document and a window that a test fires events at. */
function createSurroundings() {
  const target = new EventTarget();
  return {
    document: Object.assign(target, { visibilityState: 'visible' as const }),
    window: target,
    fire: (kind: string, facts: object = {}) =>
      target.dispatchEvent(Object.assign(new Event(kind), facts)),
  };
}

const settleEpoch = () => new Promise((resolve) => setTimeout(resolve, 5));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

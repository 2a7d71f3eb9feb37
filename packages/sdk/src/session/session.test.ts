import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer, type TestServer } from '@afterglow/testing';
import { createClient, createPageSession, isRefusedError, memoryStorage } from '../index.js';
import { signIdentity } from '../server.js';
import type { PageSessionOptions, PageWarning } from './session.js';

const phone = '+13125550100';

/** Another page of the browser that keeps this storage. */
const sessionAt = (server: TestServer, more: Partial<PageSessionOptions>) =>
  createPageSession({ ...server.page(), firstDelayMs: 1, ...more });

const clientAt = (server: TestServer, session: ReturnType<typeof createPageSession>) =>
  createClient({
    publishableKey: server.keys.publishable,
    apiBase: server.base,
    fetch: server.fetch,
    session,
    firstDelayMs: 1,
  });

const count = (server: TestServer, path: string) =>
  server.seen.filter((one) => one.path === path).length;

test('the next page takes the session up with one request and no code', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  server.seen.length = 0;

  const answer = await sessionAt(server, { storage: ana.storage }).resume();

  assert.equal(answer?.summary.member.id, ana.memberId);
  assert.deepEqual(
    server.seen.map(({ path, status }) => [path, status]),
    [['sessions/refresh', 200]],
  );
});

test('a browser that keeps nothing is signed out without a request', async () => {
  const server = await createTestServer();

  const answer = await sessionAt(server, {}).resume();

  assert.equal(answer, undefined);
  assert.equal(server.seen.length, 0);
});

test('100 calls at once after expiry cause one refresh', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  await server.clock.advance({ minutes: 16 });
  server.seen.length = 0;

  const summaries = await Promise.all(Array.from({ length: 100 }, () => ana.client.me.summary()));

  assert.equal(new Set(summaries.map(({ member }) => member.id)).size, 1);
  assert.equal(count(server, 'sessions/refresh'), 1);
});

test('100 calls that are refused at once cause one refresh', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const fault = { status: 401, code: 'session_expired', path: 'me', times: 100 };
  server.failNext(fault);
  server.seen.length = 0;

  await Promise.all(Array.from({ length: 100 }, () => ana.client.me.summary()));

  assert.equal(count(server, 'sessions/refresh'), 1);
  assert.equal(count(server, 'me'), 200);
});

test('a refusal that a refresh does not cure is thrown after one refresh', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  server.failNext({ status: 401, code: 'session_expired', path: 'me', times: 5 });

  await assert.rejects(ana.client.me.summary(), (error) =>
    isRefusedError(error, 'session_expired'),
  );

  assert.equal(count(server, 'me'), 2);
});

test('a page whose clock is wrong signs once more with the time of the server', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const slow = sessionAt(server, {
    storage: ana.storage,
    now: () => server.clock.now() - 3_600_000,
  });
  server.seen.length = 0;

  const answer = await slow.resume();
  await slow.refresh();

  assert.equal(answer?.summary.member.id, ana.memberId);
  assert.deepEqual(
    server.seen.map(({ status }) => status),
    [401, 200, 200],
  );
});

test('a lost answer to a refresh ends nothing: the next try has a signature of its own', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  server.failNext({ answerLost: true, path: 'sessions/refresh' });

  const answer = await sessionAt(server, { storage: ana.storage }).resume();

  assert.equal(answer?.summary.member.id, ana.memberId);
});

test('an outage throws and keeps the session for later', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  server.failNext({ network: true, times: 3 });
  const session = sessionAt(server, { storage: ana.storage });

  await assert.rejects(session.resume(), { name: 'UnreachableError', code: 'network' });

  const answer = await session.resume();
  assert.equal(answer?.summary.member.id, ana.memberId);
});

test('a kept session that is over is wiped', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  await server.clock.advance({ hours: 13 });

  const answer = await sessionAt(server, { storage: ana.storage }).resume();

  assert.equal(answer, undefined);
  assert.equal(await ana.storage.read(), undefined);
});

test('"device" outlives what "visit" does not', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone, { remember: 'device' });
  await server.clock.advance({ days: 60 });

  const answer = await sessionAt(server, { storage: ana.storage }).resume();

  assert.equal(answer?.summary.member.id, ana.memberId);
});

test('"never" keeps nothing, and takes away what somebody before had kept', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const tablet = sessionAt(server, { storage: ana.storage });
  const client = clientAt(server, tablet);
  const { challengeId } = await client.session.sendCode({ phone: '+13125550104' });

  await client.session.create({
    grant: { kind: 'code', challengeId, code: '424242' },
    joining: {
      consents: {
        terms: true,
        marketingSms: false,
        marketingEmail: false,
        shareFirstName: false,
      },
    },
    remember: 'never',
  });

  assert.equal(await ana.storage.read(), undefined);
  assert.ok(tablet.current);
});

test('the key of a session cannot be taken out of the browser', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);

  const kept = await ana.storage.read();

  assert.equal(kept?.privateKey.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('jwk', kept!.privateKey));
});

test('what is kept says nothing about the person', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone, { joining: { firstName: 'Canary' } });

  const kept = await ana.storage.read();

  assert.deepEqual(Object.keys(kept ?? {}).sort(), ['privateKey', 'remember', 'token']);
  assert.doesNotMatch(JSON.stringify(kept), /Canary|5550100/);
});

test('signing out wipes, raises the epoch, and ends the session on the server', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const kept = await ana.storage.read();
  const epoch = await ana.session.epoch();

  await ana.client.session.end();

  assert.equal(ana.session.current, undefined);
  assert.equal(await ana.storage.read(), undefined);
  assert.ok((await ana.session.epoch()) > epoch);
  const thief = memoryStorage();
  await thief.write(kept!);
  assert.equal(await sessionAt(server, { storage: thief }).resume(), undefined);
});

test('signing out after the access token ended ends the session on the server too', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const thief = memoryStorage();
  await thief.write((await ana.storage.read())!);
  const client = clientAt(server, ana.session);
  await server.clock.advance({ minutes: 20 });

  await client.session.end();

  assert.equal(await ana.storage.read(), undefined);
  assert.equal(await sessionAt(server, { storage: thief }).resume(), undefined);
});

test('signing out on a page that asked nothing yet ends what the browser kept', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const thief = memoryStorage();
  await thief.write((await ana.storage.read())!);

  await clientAt(server, sessionAt(server, { storage: ana.storage })).session.end();

  assert.equal(await sessionAt(server, { storage: thief }).resume(), undefined);
});

test('signing out without a network forgets here and throws nothing', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const client = clientAt(server, ana.session);
  await server.clock.advance({ minutes: 20 });
  server.failNext({ network: true, times: 3 });

  await client.session.end();

  assert.equal(ana.session.current, undefined);
  assert.equal(await ana.storage.read(), undefined);
});

test('nothing is kept any longer when somebody hears of a sign-out, since they may leave at once', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const kept: unknown[] = [];
  const storage = {
    ...ana.storage,
    clear: async () => {
      await new Promise((later) => setTimeout(later, 20));
      await ana.storage.clear();
    },
  };
  const session = sessionAt(server, { storage });
  await session.resume();
  session.listen(() => void ana.storage.read().then((one) => kept.push(one)));

  await session.forget();

  assert.deepEqual(kept, [undefined]);
});

test('a refresh that begins while the browser still forgets asks nobody and finds nobody', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  let refreshing: Promise<unknown> | undefined;
  const storage = {
    ...ana.storage,
    clear: async () => {
      refreshing = session.refresh();
      // Long enough for an answer, had anybody been asked.
      await new Promise((later) => setTimeout(later, 50));
      await ana.storage.clear();
    },
  };
  const session = sessionAt(server, { storage });
  await session.resume();
  server.seen.length = 0;

  await session.forget();

  assert.equal(await refreshing, undefined);
  assert.equal(session.current, undefined);
  assert.deepEqual(server.seen, []);
});

test('storage that says nothing keeps nobody from signing out', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const session = sessionAt(server, {
    storage: { ...ana.storage, clear: () => new Promise<void>(() => undefined) },
  });
  await session.resume();
  const heard: string[] = [];
  session.listen(({ kind }) => heard.push(kind));

  assert.ok(await session.forget());

  assert.deepEqual(heard, ['signed-out']);
  assert.equal(session.current, undefined);
});

test('who signs in while a sign-out is being written stays signed in', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const session = sessionAt(server, { storage: ana.storage });
  await session.resume();
  const heard: string[] = [];
  session.listen(({ kind }) => heard.push(kind));

  const leaving = session.forget();
  await session.accept(ana.answer);
  await leaving;

  assert.equal(heard.at(-1), 'signed-in');
  assert.equal(session.current, ana.answer.session);
});

test('signing out wins over a refresh in flight', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  server.hold('sessions/refresh');
  const refreshing = ana.session.refresh();

  await ana.session.forget();
  server.release();

  assert.equal(await refreshing, undefined);
  assert.equal(ana.session.current, undefined);
});

test('two tabs refresh with one request, where the browser has locks', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const locks = createLocks();
  const name = `test ${crypto.randomUUID()}`;
  const tabs = [new BroadcastChannel(name), new BroadcastChannel(name)].map((channel) =>
    sessionAt(server, { storage: ana.storage, channel, locks }),
  );
  server.seen.length = 0;

  const answers = await Promise.all(tabs.map((tab) => tab.resume()));

  assert.equal(count(server, 'sessions/refresh'), 1);
  assert.deepEqual(answers[0], answers[1]);
  tabs.forEach((tab) => tab.dispose());
});

test('another tab hears of a sign-out and forgets', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  const name = `test ${crypto.randomUUID()}`;
  const [here, there] = [new BroadcastChannel(name), new BroadcastChannel(name)].map((channel) =>
    sessionAt(server, { storage: ana.storage, channel }),
  );
  await Promise.all([here!.resume(), there!.resume()]);
  const heard = new Promise((resolve) => there!.listen(resolve));

  await here!.forget();

  assert.deepEqual(await heard, { kind: 'signed-out', elsewhere: true });
  assert.equal(there!.current, undefined);
  here!.dispose();
  there!.dispose();
});

test('a page whose clock is set right later signs with the new time', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  let behindMs = 3_600_000;
  const session = sessionAt(server, {
    storage: ana.storage,
    now: () => server.clock.now() - behindMs,
  });
  await session.resume();

  behindMs = 0;

  assert.ok(await session.refresh());
});

test('who is signed in at the clinic’s own site is signed in without a code, on each page anew', async () => {
  const server = await createTestServer();
  const ana = await server.signIn(phone);
  await server.backend.members.update(ana.answer.summary.member.id, {
    addAliases: [{ source: 'site', externalId: 'user-7' }],
  });
  const session = sessionAt(server, {
    getIdentityToken: () =>
      signIdentity({
        privateKey: server.keys.identity,
        publishableKey: server.keys.publishable,
        member: { source: 'site', externalId: 'user-7' },
        now: server.clock.now(),
      }),
  });

  const first = await session.resume();
  await server.clock.advance({ minutes: 20 });
  const second = await session.refresh();

  assert.equal(first?.summary.member.id, ana.answer.summary.member.id);
  assert.equal(second?.summary.member.id, ana.answer.summary.member.id);
  assert.notEqual(second?.session.accessToken, first?.session.accessToken);
});

test('who is signed in at the clinic’s own site and has not joined is asked to sign in', async () => {
  const server = await createTestServer();
  const session = sessionAt(server, {
    getIdentityToken: () =>
      signIdentity({
        privateKey: server.keys.identity,
        publishableKey: server.keys.publishable,
        member: { source: 'site', externalId: 'user-8' },
        now: server.clock.now(),
      }),
  });

  assert.equal(await session.resume(), undefined);
});

test('a token that is not the clinic’s own is told with its code', async () => {
  const server = await createTestServer();
  const session = sessionAt(server, { getIdentityToken: () => Promise.resolve('a.b.c') });

  await assert.rejects(session.resume(), (error) => isRefusedError(error, 'identity_invalid'));
});

test('storage that is denied leaves the session in memory and warns the developer', async () => {
  const server = await createTestServer();
  const warnings: PageWarning[] = [];
  const denied = () => Promise.reject(new DOMException('denied'));
  const session = sessionAt(server, {
    storage: { read: denied, write: denied, clear: denied, epoch: denied },
    onWarning: (warning) => warnings.push(warning),
  });
  const ana = await server.signIn(phone);

  assert.equal(await session.resume(), undefined);
  await session.accept(ana.answer, await session.newSessionKey());

  assert.equal(session.current, ana.answer.session);
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['storage_unavailable'],
  );
});

/** One lock at a time, as navigator.locks gives; Node has none before 24. */
function createLocks(): LockManager {
  let held: Promise<unknown> | undefined;
  const request = async (
    _name: string,
    given: LockOptions | LockGrantedCallback<unknown>,
    callback?: LockGrantedCallback<unknown>,
  ): Promise<unknown> => {
    const work = typeof given === 'function' ? given : callback!;
    if (held && typeof given !== 'function' && given.ifAvailable) return work(null);
    while (held) await held;
    held = Promise.resolve(work({ name: 'test', mode: 'exclusive' }));
    return held.finally(() => {
      held = undefined;
    });
  };
  return { request, query: () => Promise.resolve({}) } as LockManager;
}

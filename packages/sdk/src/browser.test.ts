import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createTestServer, testCode, type TestServer } from '@afterglow/testing';
import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { createClient } from './page.js';
import type { createPageStore } from './page/page-store.js';
import type { programUrl } from './page/page-read.js';
import type { startSession } from './session/session-start.js';

/** What the script of these tests leaves on the page. */
interface OnPage {
  sdk: {
    createClient: typeof createClient;
    createPageStore: typeof createPageStore;
    programUrl: typeof programUrl;
    startSession: typeof startSession;
  };
  store: ReturnType<typeof createPageStore>;
}

declare const onPage: OnPage;
const phone = '+13125550160';

let server: TestServer;
let site: Server;
let origin: string;
let browser: Browser;

before(async () => {
  server = await createTestServer({ now: Date.now() });
  const script = await bundle();
  site = createServer((request, response) => {
    void answer(request.method!, request.url!, request).then(async (answered) => {
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      response.end(Buffer.from(await answered.arrayBuffer()));
    });

    async function answer(
      method: string,
      path: string,
      body: AsyncIterable<Uint8Array>,
    ): Promise<Response> {
      if (path === '/sdk.js') return text(script, 'text/javascript');
      if (!path.startsWith('/v1/')) return text('<!doctype html><title>Site</title>', 'text/html');

      const parts: Uint8Array[] = [];
      for await (const part of body) parts.push(part);
      const headers = request.headers as Record<string, string>;
      return server.fetch(server.base + path, {
        method,
        headers,
        ...(parts.length > 0 && { body: Buffer.concat(parts) }),
      });
    }
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run test:node` sets it.');
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
});

after(async () => {
  await browser?.close();
  await new Promise((resolve) => site.close(resolve));
});

test('a patient who signed in stays signed in on the next page, with two requests', async () => {
  const context = await browser.newContext();
  const page = await open(context);
  await signIn(page);
  // A page that is a minute off signs its refresh twice; the server's clock stands still since the start.
  await server.clock.set(Date.now());
  server.seen.length = 0;

  await page.goto(`${origin}/rewards`);
  await startStore(page);

  assert.deepEqual(await faceOf(page), { state: 'ready', firstName: 'Eva' });
  assert.deepEqual(server.seen.map(({ path }) => path).sort(), ['program', 'sessions/refresh']);
  await context.close();
});

test('the browser keeps a key that cannot be taken out, and nothing about the person', async () => {
  const context = await browser.newContext();
  const page = await open(context);
  await signIn(page);

  const kept = await page.evaluate(async () => {
    const [database] = await indexedDB.databases();
    const row = await new Promise<{ token: string; privateKey: CryptoKey }>((resolve) => {
      const opening = indexedDB.open(database!.name!);
      opening.onsuccess = () => {
        const rows = opening.result.transaction('kept').objectStore('kept');
        const request = rows.get('session');
        request.onsuccess = () => resolve(request.result as never);
      };
    });
    return {
      name: database!.name,
      fields: Object.keys(row).sort(),
      extractable: row.privateKey.extractable,
      texts: JSON.stringify([row, { ...localStorage }, { ...sessionStorage }]),
      cookie: document.cookie,
    };
  });

  assert.equal(kept.name, `afterglow:${server.keys.publishable}`);
  assert.deepEqual(kept.fields, ['privateKey', 'remember', 'token']);
  assert.equal(kept.extractable, false);
  assert.equal(kept.cookie, '');
  assert.doesNotMatch(kept.texts, /Eva|5550160/);
  await context.close();
});

test('signing out in one tab signs out the other, and wipes what was kept', async () => {
  const context = await browser.newContext();
  const here = await open(context);
  await signIn(here);
  const there = await open(context);
  await startStore(there);
  await loadSession(there);

  await here.evaluate(() => onPage.store.signOut());
  await there.waitForFunction(() => onPage.store.$member.get().state === 'signed-out');
  await there.reload();
  await there.addScriptTag({ url: '/sdk.js' });
  await startStore(there);

  assert.equal((await faceOf(there)).state, 'signed-out');
  await context.close();
});

test('signing in in one tab signs in the other', async () => {
  const context = await browser.newContext();
  const there = await open(context);
  await startStore(there);
  await loadSession(there);
  const here = await open(context);

  await signIn(here);
  await there.waitForFunction(() => onPage.store.$member.get().state === 'ready');

  assert.equal((await faceOf(there)).firstName, 'Eva');
  await context.close();
});

test('two tabs whose tokens expired refresh with one request', async () => {
  const context = await browser.newContext();
  const here = await open(context);
  await signIn(here);
  const there = await open(context);
  await startStore(there);
  await loadSession(there);
  await server.clock.advance({ minutes: 16 });
  server.hold('sessions/refresh');
  server.seen.length = 0;
  // The tab that waits asks the server itself when the other says nothing for a while: no time passes there.
  await there.clock.install();
  await there.clock.pauseAt(Date.now() + 1_000);

  const reread = (page: Page) =>
    page.evaluate(async () => (await onPage.store.session()).refresh());
  const first = reread(here);
  await lockIs('held', there);
  const second = reread(there);
  await lockIs('pending', there);
  server.release();
  await Promise.all([first, second]);

  const good = server.seen.filter(({ status }) => status === 200).map(({ path }) => path);
  assert.deepEqual(good, ['sessions/refresh']);
  await context.close();
});

test('a browser that denies storage is signed in until the page ends', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  const page = await open(context);
  await signIn(page);
  const onThisPage = await faceOf(page);

  await page.goto(`${origin}/rewards`);
  await startStore(page);

  assert.deepEqual(onThisPage, { state: 'ready', firstName: 'Eva' });
  assert.equal((await faceOf(page)).state, 'signed-out');
  await context.close();
});

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  return page;
}

/** What the loader and core do on a page: both requests at once, then the store takes them over. */
async function startStore(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'onPage' in globalThis)))
    await page.addScriptTag({ url: '/sdk.js' });
  await page.evaluate((key) => {
    const { createPageStore, programUrl, startSession } = onPage.sdk;
    onPage.store = createPageStore({ key, base: '' });
    onPage.store.watch({ document, window });
    onPage.store.start({
      program: fetch(programUrl('', key)),
      session: startSession({ key, base: '' }),
    });
  }, server.keys.publishable);
  await page.waitForFunction(() => onPage.store.$member.get().state !== 'waiting');
  await page.waitForFunction(() => onPage.store.$program.get().state === 'ready');
}

async function signIn(page: Page): Promise<void> {
  await startStore(page);
  await page.evaluate(
    async ({ key, phone: to, code }) => {
      const session = await onPage.store.session();
      const client = onPage.sdk.createClient({ publishableKey: key, session });
      const { challengeId } = await client.session.sendCode({ phone: to });
      await client.session.create({
        grant: { kind: 'code', challengeId, code },
        joining: {
          firstName: 'Eva',
          consents: {
            terms: true,
            marketingSms: false,
            marketingEmail: false,
            shareFirstName: false,
          },
        },
      });
    },
    { key: server.keys.publishable, phone, code: testCode },
  );
}

const loadSession = (page: Page) =>
  page.evaluate(async () => void (await (await onPage.store.session()).epoch()));

/** Waits until a tab of this page's browser has the lock of the refresh, or waits for it. */
const lockIs = (how: 'held' | 'pending', page: Page) =>
  page.waitForFunction(async (list) => (await navigator.locks.query())[list]?.length === 1, how);

const faceOf = (page: Page) =>
  page.evaluate(() => {
    const { state, value } = onPage.store.$member.get();
    return { state, firstName: value?.member.firstName };
  });

/** The SDK as a page loads it: one script, no schema library. */
async function bundle(): Promise<string> {
  const entry = `
    export { createClient } from './page.js';
    export { createPageStore } from './page/page-store.js';
    export { programUrl } from './page/page-read.js';
    export { startSession } from './session/session-start.js';`;
  const { outputFiles } = await build({
    stdin: {
      contents: entry,
      loader: 'ts',
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'sdk',
    footer: { js: 'globalThis.onPage = { sdk };' },
    target: 'es2022',
    conditions: ['afterglow-source'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]!.text;
}

const text = (body: string, type: string) =>
  new Response(body, { headers: { 'Content-Type': type } });

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joined } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build, preview } from 'vite';
import { join, openBrowser, openPage, untilFace, type Watched } from './browser.js';
import { startDemo, type Demo } from './demo.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** How long an example may take to start. */
const startMs = 30_000;

/** An example's own server. */
export interface Site {
  /** Its address, with a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts an example's server on a free port, as its own `npm start` does.
 *
 * @param args - What Node is started with, paths from the root of the repository.
 */
export async function startSite(demo: Demo, args: readonly string[]): Promise<Site> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      VITE_AFTERGLOW_KEY: demo.publishableKey,
      VITE_AFTERGLOW_API: demo.api,
      AFTERGLOW_KEY: demo.publishableKey,
      AFTERGLOW_API: demo.api,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    const fail = () => reject(new Error(`${args.join(' ')} said no address:\n${text}`));
    const late = setTimeout(fail, startMs);
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const [, address] = /(http:\/\/localhost:\d+)\b/.exec(text) ?? [];
      if (address) resolve(`${address}/`);
      if (address) clearTimeout(late);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', fail);
  });
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** A visit before joining, so that there is something to claim: 2,000 points. */
async function visitBefore(demo: Demo, phone: string): Promise<void> {
  const price = { amount: 400_000, currency: 'USD' };
  await demo.call(demo.secretKey, 'POST', '/v1/events', {
    type: 'visit.completed',
    source: 'till',
    externalId: `E2E-${phone}`,
    member: { phone },
    data: {
      lines: [{ lineId: '1', kind: 'treatment', code: 'FILLER', category: 'filler', price }],
    },
  });
}

/** The figure that the balance shows, in a single-page app that has one. */
async function balanceOn({ page }: Watched): Promise<string> {
  await untilFace(page, 'points-balance', 'ready');
  return page.locator('points-balance [part~="amount"]').innerText();
}

/** What changes the view: a button of one page, or a link to another one that a router shows. */
type Switch = 'button' | 'link';

/** Goes to the rewards and claims the first that is in reach. */
async function claimOne({ page }: Watched, by: Switch): Promise<void> {
  await page.getByRole(by, { name: 'Rewards' }).click();
  await untilFace(page, 'reward-list', 'ready');
  const rewards = page.locator('reward-list');
  await rewards
    .getByRole('button', { name: /^Claim/ })
    .first()
    .click();
  await rewards.getByRole('button', { name: /^Claim for/ }).click();
  await rewards.getByRole('button', { name: 'Done' }).click();
}

/** Leaves a view and comes back: elements are removed and made anew, and nothing is asked again. */
async function changeViews(watched: Watched, by: Switch): Promise<void> {
  const { page, calls } = watched;
  calls.length = 0;
  await page.getByRole(by, { name: 'Rewards' }).click();
  await untilFace(page, 'reward-list', 'ready');
  await page.getByRole(by, { name: 'Balance' }).click();
  await untilFace(page, 'tier-progress', 'ready');
  assert.deepEqual(calls, []);
}

/** What an account page in any framework has to do, signed in against the real demo. */
export function testAccount(start: (demo: Demo) => Promise<Site>, by: Switch = 'button'): void {
  const phone = '+13125550160';
  let demo: Demo;
  let browser: Browser;
  let site: Site;
  let watched: Watched;

  before(async () => {
    [demo, browser] = await Promise.all([startDemo({ salon: false }), openBrowser()]);
    await visitBefore(demo, phone);
    site = await start(demo);
    watched = await openPage(browser, { width: 390, silent: true });
  });

  after(async () => {
    await browser?.close();
    await site?.stop();
    await demo?.stop();
  });

  test('opens signed out, and nothing on the page moves', async () => {
    await watched.page.goto(site.url);

    await untilFace(watched.page, 'member-sign-in', 'signed-out');
    await untilFace(watched.page, 'points-balance', 'signed-out');
    assert.equal(await watched.layoutShift(), 0);
    assert.deepEqual(watched.calls, ['GET /v1/program']);
  });

  test('joins with a telephone and a code, and shows the balance', async () => {
    await join(watched.page, phone);

    assert.equal(await balanceOn(watched), '2,050');
  });

  test('changes views without asking anything again', async () => {
    await changeViews(watched, by);
  });

  test('hears of a claim by its event, and the balance follows', async () => {
    await claimOne(watched, by);

    await watched.page.getByText('Claimed on this page: 1').waitFor();
    await watched.page.getByRole(by, { name: 'Balance' }).click();
    await untilFace(watched.page, 'tier-progress', 'ready');
    const amount = watched.page.locator('points-balance [part~="amount"]');
    await amount.filter({ hasNotText: '2,050' }).waitFor();
  });

  test('opens signed in after a reload, and nothing on the page moves', async () => {
    await watched.page.reload();

    await untilFace(watched.page, 'points-balance', 'ready');
    await untilFace(watched.page, 'tier-progress', 'ready');
    assert.equal(await watched.layoutShift(), 0);
  });

  test('the whole time: an empty console', () => {
    assert.deepEqual(watched.faults, []);
  });
}

/** Builds an example with its own Vite settings, as its `npm run build` does, and serves the result. */
export async function buildSite(demo: Demo, folder: string): Promise<Site> {
  const outDir = await mkdtemp(joined(tmpdir(), 'afterglow-example-'));
  process.env['VITE_AFTERGLOW_KEY'] = demo.publishableKey;
  process.env['VITE_AFTERGLOW_API'] = demo.api;
  const settings = {
    root: folder,
    build: { outDir, emptyOutDir: true },
    logLevel: 'error',
  } as const;
  await build(settings);
  const server = await preview({ ...settings, preview: { port: 0, host: 'localhost' } });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}

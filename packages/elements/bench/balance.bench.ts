/**
 * How long a patient waits for the balance: from the start of the page to the frame that shows it,
 * against the same face written by hand that makes the same two requests (`by-hand/`), on a slow and
 * a fast 4G line (`network/`) with a processor four times slower. Prints the median of ten of both,
 * in turns, and their ratio, for a page whose files are not in the cache, for the same page again,
 * and for another page of the site.
 *
 * The API is the built server with the demo clinic; the site and the API are two origins. The
 * processor is slowed by the browser, so a busy machine makes both later. Needs a Chromium.
 */
import { createServer, request as ask, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { startDemo } from '../../../examples/clinic-site/e2e/demo.js'; // eslint-disable-line afterglow/import-direction -- what is measured is what `npm start` serves
import { openBrowser, signIn } from './browser/patient.js';
import { slowLink, type Network } from './network/slow-link.js';

const samples = 10;

const networks: readonly Network[] = [
  { name: 'slow 4G', roundTripMs: 150, down: 1_600_000, up: 750_000 },
  { name: 'fast 4G', roundTripMs: 60, down: 9_000_000, up: 1_500_000 },
];

const visits = ['cold', 'warm', 'second page'] as const;

const writers = ['afterglow', 'by hand'] as const;
type Writer = (typeof writers)[number];

/** The element by hand as one small file, packed as the server packs its own. */
function packedByHand(): Buffer {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('by-hand/hand-balance.ts', import.meta.url))],
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', write: false },
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild wrote nothing');
  return brotliCompressSync(file.contents);
}

function listen(answer: RequestListener): Promise<{ port: number; close: () => void }> {
  const server = createServer(answer);
  return new Promise((resolve) =>
    server.listen(0, 'localhost', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      }),
    ),
  );
}

/** The API with one file more: the element by hand comes over the connection that ours comes over. */
function listenAsApi(api: string) {
  const byHand = packedByHand();
  console.log(`balance: by hand ${(byHand.length / 1024).toFixed(2)} KiB`);
  return listen((request, response) => {
    if (request.url === '/by-hand.js') {
      response.writeHead(200, {
        'Content-Type': 'text/javascript',
        'Content-Encoding': 'br',
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'public, max-age=300',
      });
      response.end(byHand);
      return;
    }
    const { method, headers } = request;
    const passed = ask(new URL(request.url ?? '', api), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
}

/** What marks the frame that shows the balance; runs in the page before anything else. */
const watchBalance = `
  const look = () => {
    const root = document.querySelector('points-balance, hand-balance')?.shadowRoot;
    if (!root?.querySelector('[part~=amount]')?.textContent.trim()) return requestAnimationFrame(look);
    // The frame that draws it ends here.
    requestAnimationFrame(() => (globalThis.glowShownAt = performance.now()));
  };
  requestAnimationFrame(look);
  globalThis.glowShift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.glowShift += value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

async function shownAfter(page: Page, address: string): Promise<{ ms: number; shift: number }> {
  await page.goto(address);
  await page.waitForFunction('globalThis.glowShownAt');
  return page.evaluate('({ ms: glowShownAt, shift: glowShift })');
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return (low + high) / 2;
};

const demo = await startDemo({ salon: false });
const front = await listenAsApi(demo.api);
const browser = await openBrowser();

async function measure(network: Network): Promise<void> {
  const link = slowLink(network);
  const api = `http://localhost:${await link.before(front.port)}`;
  const key = demo.publishableKey;
  const bodies: Readonly<Record<Writer | 'sign in', string>> = {
    afterglow: `<link rel="stylesheet" href="${api}/afterglow/1/afterglow.css"><script type="module" src="${api}/afterglow/1/afterglow.js" data-publishable-key="${key}"></script><points-balance></points-balance>`,
    'by hand': `<script type="module" src="${api}/by-hand.js"></script><hand-balance data-base="${api}" data-key="${key}" style="min-height:158px"></hand-balance>`,
    'sign in': `<script type="module" src="${api}/afterglow/1/afterglow.js" data-publishable-key="${key}"></script><member-sign-in></member-sign-in>`,
  };
  const site = await listen((request, response) => {
    const [, name = ''] = (request.url ?? '').split('/').map(decodeURIComponent);
    const body = bodies[name as Writer];
    response.writeHead(body ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Glow</title><body>${body ?? ''}`,
    );
  });
  const origin = `http://localhost:${await link.before(site.port)}`;

  // One browser for all, as a patient has: both write the session where the other finds it.
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await signIn(page, `${origin}/sign in`);
  await page.addInitScript(watchBalance);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = new Map<string, number[]>();
  let shift = 0;
  for (let nth = 0; nth < samples; nth++) {
    for (const writer of nth % 2 ? writers : [...writers].reverse()) {
      await devtools.send('Network.clearBrowserCache');
      link.hangUp();
      for (const visit of visits) {
        const where = visit === 'second page' ? 'b' : 'a';
        const shown = await shownAfter(page, `${origin}/${writer}/${where}`);
        const name = `${writer} ${visit}`;
        times.set(name, [...(times.get(name) ?? []), shown.ms]);
        if (writer === 'afterglow') shift = Math.max(shift, shown.shift);
        // What is done at leisure is in the cache then, and the session kept.
        await page.waitForLoadState('networkidle');
      }
    }
    process.stderr.write(`\rbalance: ${network.name}, ${nth + 1} of ${samples} `);
  }
  await context.close();
  process.stderr.write('\r');
  for (const visit of visits) {
    const [ours, byHand] = writers.map((writer) => median(times.get(`${writer} ${visit}`) ?? []));
    if (ours === undefined || byHand === undefined) throw new TypeError('nothing was measured');
    console.log(
      `balance: ${network.name}, ${visit}: ${ours.toFixed(0)} ms, by hand ${byHand.toFixed(0)}, ratio ${(ours / byHand).toFixed(2)}`,
    );
  }
  console.log(`balance: ${network.name}, layout shift at most ${shift}`);
  site.close();
  link.close();
}

try {
  for (const network of networks) await measure(network);
} finally {
  await browser.close();
  front.close();
  await demo.stop();
}
process.exit(0);

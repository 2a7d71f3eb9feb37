/**
 * How long a page with 1,000 balances keeps the browser busy at one go: when it draws them first,
 * and when one visit changes them all. Prints the longest task of each; one over 50 ms is felt. The
 * page and the API are on this machine and nothing is slowed down.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startDemo } from '../../../examples/clinic-site/e2e/demo.js'; // eslint-disable-line afterglow/import-direction -- what is measured is what `npm start` serves
import { openBrowser, phone, signIn } from './browser/patient.js';

const count = 1000;

const demo = await startDemo({ salon: false });
const { api, publishableKey, secretKey } = demo;
const head = (more = '') =>
  `<!doctype html><html lang="en"><title>Glow</title><link rel="stylesheet" href="${api}/afterglow/1/afterglow.css"><script type="module" src="${api}/afterglow/1/afterglow.js" data-publishable-key="${publishableKey}" ${more}></script>`;
const pages: Readonly<Record<string, string>> = {
  '/sign-in': `${head()}<member-sign-in></member-sign-in>`,
  '/thousand': `${head('data-live')}${'<points-balance></points-balance>'.repeat(count)}`,
};
const site = createServer((request, response) => {
  const page = pages[request.url ?? ''];
  response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page);
});
await new Promise<void>((listening) => site.listen(0, 'localhost', listening));
const origin = `http://localhost:${(site.address() as AddressInfo).port}`;

const browser = await openBrowser();

/** Runs in the page before anything else: tasks over 50 ms, as the browser tells them. */
const watchTasks = `
  globalThis.glowTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) glowTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
`;

/** True when every balance shows the same figure, and not that one. */
const allShow = `(count, not) => {
  const figures = [...document.querySelectorAll('points-balance')].map(
    (each) => each.shadowRoot?.querySelector('[part~=amount]')?.textContent.trim());
  const [first] = figures;
  return first && first !== not && figures.every((each) => each === first) && first;
}`;

try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  await signIn(page, `${origin}/sign-in`);

  await page.addInitScript(watchTasks);
  await page.goto(`${origin}/thousand`);
  const drawn = await page.waitForFunction(`(${allShow})(${count})`);
  const before = String(await drawn.jsonValue());
  await tell('drawn first');

  await demo.call(secretKey, 'POST', '/v1/events', {
    type: 'visit.completed',
    source: 'till',
    externalId: 'R-thousand',
    member: { phone },
    data: {
      channel: 'till',
      location: 'main',
      lines: [
        {
          lineId: '1',
          kind: 'treatment',
          category: 'facial',
          price: { amount: 30_000, currency: 'USD' },
        },
      ],
    },
  });
  await page.waitForFunction(`(${allShow})(${count}, ${JSON.stringify(before)})`);
  await tell('changed by one visit');

  /** Prints what was noted since the last time. */
  async function tell(what: string): Promise<void> {
    // The browser tells of a task a moment after it.
    await page.evaluate('new Promise((done) => requestIdleCallback(() => setTimeout(done)))');
    const tasks: number[] = await page.evaluate('glowTasks.splice(0)');
    const longest = tasks.length > 0 ? `${Math.max(...tasks).toFixed(0)} ms` : 'under 50 ms';
    console.log(
      `thousand: ${count} balances ${what}: ${tasks.length} long tasks, the longest ${longest}`,
    );
  }
} finally {
  await browser.close();
  site.close();
  await demo.stop();
}
process.exit(0);

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { openSite, type ClinicSite, type SiteOptions } from './clinic-site.js';

export { strictPolicy } from './clinic-site.js';

/** A clinic's site, and the browser in which tests open it. */
export interface Clinic extends Omit<ClinicSite, 'close'> {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** What may differ from one clinic to another. */
export interface ClinicOptions extends SiteOptions {
  /** True keeps a page that one leaves, for the way back; playwright switches that off. */
  readonly keepsPages?: boolean;
}

/** Starts a clinic and the browser that `npm test` found; needs `npm run build` first. */
export async function openClinic({ keepsPages, ...options }: ClinicOptions = {}): Promise<Clinic> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run test:node` sets it.');
  const site = await openSite(options);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  });
  const closeSite = site.close;
  return Object.assign(site, {
    browser,
    close: async () => {
      await browser.close();
      closeSite();
    },
  });
}

/** The same, with Ana among its members. */
export async function openClinicOfAna(): Promise<Clinic> {
  const clinic = await openClinic();
  await clinic.server.people.ana();
  return clinic;
}

const program = fileURLToPath(new URL('../../server/bin/afterglow.mjs', import.meta.url));

/** What `afterglow` prints when it is called with these arguments. */
export async function printedBy(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('node', [program, ...args])).stdout;
}

/** A page, and what it wrote to the console as warnings and errors. */
export type HeardPage = Page & { readonly said: string[] };

/** As wide as a phone. */
const viewport = { width: 390, height: 800 };

/** Opens an address in a browser in which nobody was before. */
export async function openPage({ browser }: Clinic, url: string): Promise<HeardPage> {
  return openIn(await browser.newContext({ viewport }), url);
}

/** Opens an address in one more tab of a browser. */
export async function openIn(context: BrowserContext, url: string): Promise<HeardPage> {
  const page = Object.assign(await context.newPage(), { said: [] as string[] });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.said.push(message.text());
  });
  page.on('pageerror', (error) => page.said.push(error.message));
  await page.goto(url);
  return page;
}

/** Waits until an element shows one of its faces. */
export const face = (page: Page, tag: string, name: string): Promise<void> =>
  page.locator(`${tag} .card.${name}`).first().waitFor();

/** One request of a page: when it began and ended, in milliseconds of the page. */
export interface Asked {
  /** The address without origin and query. */
  readonly path: string;
  readonly began: number;
  readonly ended: number;
}

/** What a page asked for so far, as the browser's own timing tells it. */
export async function askedBy(page: Page): Promise<readonly Asked[]> {
  return page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => ({
      path: new URL(entry.name).pathname,
      began: entry.startTime,
      ended: (entry as PerformanceResourceTiming).responseEnd,
    })),
  );
}

/**
 * Keeps core back until the session of the next load is asked for, however long the browser's storage
 * and its signature take.
 */
export async function holdCore(page: Page): Promise<void> {
  const asked = page.waitForRequest('**/v1/sessions/refresh');
  await page.route('**/core.js', async (route) => {
    await asked;
    await route.continue();
  });
}

/** Signs a member in on a page with a `member-sign-in`, as a patient does. */
export async function signInOn(page: Page, phone: string, code: string): Promise<void> {
  await answerQuestions(page, phone, code);
  await page.locator('member-sign-in .card.ready').waitFor();
}

/** Answers the two questions of a sign-in, which is gone at once where it stands in a dialog. */
export async function answerQuestions(page: Page, phone: string, code: string): Promise<void> {
  await page.locator('member-sign-in #phone').fill(phone);
  await page.locator('member-sign-in button[type=submit]').click();
  await page.locator('member-sign-in #code').fill(code);
}

import { chromium, type Browser, type Page } from 'playwright-core';

/** Flags without which Chromium does not run as root, or asks hosts that are not there. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that a test rewrites has no address of its own, and may then not ask this machine.
  '--disable-features=LocalNetworkAccessChecks',
];

/** Opens the browser that `npm test` found or installed. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run test:node` sets it.');
  return chromium.launch({ executablePath, args: flags });
}

/** What went wrong on a page, from its first moment on. */
export interface Watched {
  readonly page: Page;
  /** Violations of the content policy, console errors, uncaught errors. */
  readonly faults: string[];
  /** Method and address of each request to the API, in order, without preflights. */
  readonly calls: string[];
  /** Sum of the layout shifts so far that no press of a key or pointer explains. */
  layoutShift(): Promise<number>;
}

/** What development servers and development builds of React say of themselves. */
const saysItself = /^\[vite\] |^\[HMR\] |^\[Fast Refresh\] |Download the React DevTools/;

/**
 * A new page in a context of its own (nobody signed in, nothing stored) that is watched.
 *
 * @param options.silent - Whatever stands in the console is a fault, not only errors.
 */
export async function openPage(
  browser: Browser,
  options: { width?: number; dark?: boolean; locale?: string; silent?: boolean } = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'en-US',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const calls: string[] = [];
  page.on('console', (message) => {
    // Who is new is told so by a refusal, 409 join_required, which the browser notes as an error.
    const isExpected =
      / 409 \(Conflict\)$/.test(message.text()) && message.location().url.endsWith('/v1/sessions');
    const isFault = options.silent ? !saysItself.test(message.text()) : message.type() === 'error';
    if (isFault && !isExpected) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v1/')) calls.push(`${request.method()} ${pathname}`);
  });
  await page.addInitScript(watchDocument);
  return {
    page,
    faults,
    calls,
    layoutShift: () => page.evaluate(() => (globalThis as unknown as Noted).glowShift),
  };
}

interface Noted {
  glowShift: number;
}

/** Runs in the page before anything else. */
function watchDocument() {
  const noted = globalThis as unknown as Noted;
  noted.glowShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!shift.hadRecentInput) noted.glowShift += shift.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

/** Signs in on a page that has a `member-sign-in`, with keys only, as a person would. */
export async function signIn(page: Page, phone: string): Promise<void> {
  await giveNumberAndCode(page, phone);
  await page.locator('points-balance [part~="amount"]').first().waitFor();
}

/** Signs in for the first time: agrees to the terms and becomes a member. */
export async function join(page: Page, phone: string): Promise<void> {
  await giveNumberAndCode(page, phone);
  await page.locator('member-sign-in input[name="terms"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.locator('points-balance [part~="amount"]').first().waitFor();
}

async function giveNumberAndCode(page: Page, phone: string): Promise<void> {
  const phoneField = page.locator('member-sign-in input[type="tel"]');
  await phoneField.click();
  await page.keyboard.type(phone);
  await page.keyboard.press('Enter');
  const codeField = page.locator('member-sign-in input[autocomplete="one-time-code"]');
  await codeField.waitFor();
  await codeField.focus();
  await page.keyboard.type('424242');
}

/** The face that an element on the page shows. */
export function faceOf(page: Page, tag: string): Promise<string> {
  return page
    .locator(tag)
    .first()
    .evaluate((element) => (element as HTMLElement & { state: string }).state);
}

/** Waits until an element shows a face. */
export async function untilFace(page: Page, tag: string, face: string): Promise<void> {
  await page.waitForFunction(
    ([name, wanted]) =>
      (document.querySelector(name!) as (HTMLElement & { state?: string }) | null)?.state ===
      wanted,
    [tag, face],
  );
}

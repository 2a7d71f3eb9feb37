import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startFirefox } from './bidi.js';
import { saidBy, start } from './child.js';
import { browserBehind, type Driver } from './classic.js';
import type { StartedBrowser } from './tab.js';

/** A browser on this machine; `scripts/browsers.mjs` finds and installs them. */
export interface FoundBrowser {
  readonly kind: 'firefox' | 'webkit' | 'chromium';
  readonly name: string;
  /** Paths of the browser, of its driver, and of the server that it draws on. */
  readonly programs: Readonly<Record<string, string>>;
}

interface Finder {
  findBrowsers(kinds?: readonly string[]): readonly FoundBrowser[];
}

const script = new URL('../../../../scripts/browsers.mjs', import.meta.url);
const { findBrowsers } = (await import(script.href)) as Finder;

/** Those that are here; `AFTERGLOW_BROWSERS=firefox,webkit` asks for some only. */
export const browsersHere = findBrowsers(process.env['AFTERGLOW_BROWSERS']?.split(','));

/** Starts a browser as somebody's own: with a window, in American English, nothing stored. */
export async function startBrowser({ kind, programs }: FoundBrowser): Promise<StartedBrowser> {
  const { browser = '', driver = '', screen = '' } = programs;
  if (kind === 'firefox') return startFirefox(browser);
  if (kind === 'chromium') return browserBehind(() => startChromium({ browser, driver }));

  const drawnOn = start(screen, [
    '-displayfd',
    '1',
    '-screen',
    '0',
    '1280x1024x24',
    '-nolisten',
    'tcp',
  ]);
  const display = `:${await saidBy(drawnOn.stdout, /(\d+)\n/)}`;
  return browserBehind(() => startWebKit({ browser, driver, display }), drawnOn.stop);
}

/** Language and region of whoever looks. */
const locale = { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' };

async function startWebKit(paths: {
  readonly browser: string;
  readonly driver: string;
  /** Number of the screen that it draws on, as `:0`. */
  readonly display: string;
}): Promise<Driver> {
  const port = await freePort();
  const driver = start(paths.driver, [`--port=${port}`], {
    ...locale,
    DISPLAY: paths.display,
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    // Its sandbox wants namespaces that a container does not give.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  });
  const address = `http://127.0.0.1:${port}`;
  await untilListening(address);
  return {
    address,
    capabilities: {
      'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
    },
    close: driver.stop,
  };
}

async function startChromium(paths: {
  readonly browser: string;
  readonly driver: string;
}): Promise<Driver> {
  const driver = start(paths.driver, ['--port=0'], locale);
  const port = await saidBy(driver.stdout, /on port (\d+)\./);
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return {
    address: `http://127.0.0.1:${port}`,
    capabilities: { 'goog:chromeOptions': { binary: paths.browser, args } },
    close: driver.stop,
  };
}

/** WebKit's driver takes a port and says nothing. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilListening(address: string): Promise<void> {
  for (const late = Date.now() + 10_000; ;) {
    const answer = await fetch(`${address}/status`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > late) throw new Error(`Nothing listens at ${address}.`);
  }
}

import axe from 'axe-core';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const built = fileURLToPath(new URL('../../../storybook-static/', import.meta.url));

/** A story, as the index of a built Storybook lists it. */
export interface StoryEntry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  /** From the repository's root: `./packages/…/points-balance.stories.ts`. */
  readonly importPath: string;
  readonly type: 'story' | 'docs';
}

/** What the built Storybook has; needs `npm run build:storybook` first. */
export function listStories(): readonly StoryEntry[] {
  const path = join(built, 'index.json');
  if (!existsSync(path)) {
    throw new Error('There is no Storybook to test: run `npm run build:storybook` first.');
  }
  const { entries } = JSON.parse(readFileSync(path, 'utf8')) as {
    entries: Record<string, StoryEntry>;
  };
  return Object.values(entries);
}

/** The built Storybook in a browser. */
export interface OpenStorybook {
  /** Works in a tab that nobody else uses meanwhile; tabs are kept a while, since opening one is slow. */
  inTab<Result>(work: (tab: StorybookTab) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** A tab in which stories are looked at, one after another, as in Storybook's own sidebar. */
export interface StorybookTab {
  readonly page: Page;
  /** Console errors, uncaught errors, requests that leave the machine, files that are missing. */
  readonly faults: string[];
  /** Goes to a story or a docs page, in light, and waits until it is drawn and played. */
  show(entry: StoryEntry): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const STORIES_PER_TAB = 40;

/**
 * Serves the built Storybook and opens a browser.
 *
 * @param globals - What Storybook's toolbar would choose, by name, such as `lang`.
 */
export async function openStorybook(
  globals: Readonly<Record<string, string>> = {},
): Promise<OpenStorybook> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const file = join(built, pathname);
    if (!file.startsWith(built) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      // Names carry a hash; the tabs share what one of them has fetched.
      'Cache-Control': 'max-age=600',
    });
    return response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await launch();
  const context = await browser.newContext({
    viewport: { width: 768, height: 900 },
    // Nothing moves while it is looked at: axe would read colors halfway.
    reducedMotion: 'reduce',
  });

  const free: StorybookTab[] = [];
  const shownIn = new Map<StorybookTab, number>();
  const openTab = async (): Promise<StorybookTab> => {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) faults.push(`asks ${url}`);
    });
    page.on('response', (answer) => {
      if (answer.status() >= 400) faults.push(`${answer.status()} for ${answer.url()}`);
    });
    await page.addInitScript(axe.source);
    return { page, faults, show: (entry) => show(page, { origin, globals }, entry) };
  };

  return {
    inTab: async (work) => {
      const tab = free.pop() ?? (await openTab());
      tab.faults.length = 0;
      const result = await work(tab);
      // A tab in which something failed is not used again, nor one that has shown many stories: the
      // preview keeps what it rendered, half a gigabyte after a hundred of them, and tabs crashed.
      const shown = (shownIn.get(tab) ?? 0) + 1;
      shownIn.set(tab, shown);
      if (shown < STORIES_PER_TAB) free.push(tab);
      else await tab.page.close();
      return result;
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function launch(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run test:node` sets it.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What Storybook's preview has on its window, as far as a test needs it. */
interface PreviewWindow {
  readonly __STORYBOOK_ADDONS_CHANNEL__?: {
    emit(event: string, ...values: unknown[]): void;
  };
  readonly __STORYBOOK_PREVIEW__?: {
    readonly currentRender?: {
      readonly id: string;
      readonly phase?: string;
      readonly story?: { readonly parameters: Record<string, unknown> };
    };
  };
}

/** Where the built Storybook is served, and how its toolbar stands. */
interface Place {
  readonly origin: string;
  readonly globals: Readonly<Record<string, string>>;
}

async function show(
  page: Page,
  { origin, globals }: Place,
  { id, type, title }: StoryEntry,
): Promise<void> {
  if (page.url().startsWith(origin)) {
    await page.evaluate(
      (selection) =>
        (window as unknown as PreviewWindow).__STORYBOOK_ADDONS_CHANNEL__?.emit(
          'setCurrentStory',
          selection,
        ),
      { storyId: id, viewMode: type },
    );
  } else {
    // The addon's own check is off: the test makes one, and two of them can't run at once.
    const chosen = Object.entries(globals).map(([name, value]) => `;${name}:${value}`);
    const toolbar = `a11y.manual:!true${chosen.join('')}`;
    await page.goto(`${origin}/iframe.html?id=${id}&viewMode=${type}&globals=${toolbar}`);
  }
  if (type === 'docs') {
    await page.locator('.sbdocs-title', { hasText: title.split('/').at(-1) ?? title }).waitFor();
    await page.locator('#storybook-docs .sb-story > *').first().waitFor();
    return;
  }
  const phase = await page.waitForFunction((wanted) => {
    const { currentRender } = (window as unknown as PreviewWindow).__STORYBOOK_PREVIEW__ ?? {};
    if (currentRender?.id !== wanted) return null;
    return ['completed', 'finished', 'errored', 'aborted'].find(
      (last) => currentRender.phase === last,
    );
  }, id);
  const reached = await phase.jsonValue();
  if (reached === 'errored' || reached === 'aborted') throw new Error(`${id} ${reached}.`);
}

/** Makes the page dark, as the preview's decorator does; colors are all that changes by it. */
export async function darken(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'dark'));
}

/** Which faces a story says that it shows, by tag; undefined where it says nothing. */
export async function promisedFaces(
  page: Page,
): Promise<Readonly<Record<string, string>> | undefined> {
  const shows = await parameterOf(page, 'shows');
  return shows as Readonly<Record<string, string>> | undefined;
}

/** True for a story that is a whole page, with landmarks and headings of its own. */
async function isWholePage(page: Page): Promise<boolean> {
  return (await parameterOf(page, 'isPage')) === true;
}

function parameterOf(page: Page, name: string): Promise<unknown> {
  return page.evaluate(
    (parameter) =>
      (window as unknown as PreviewWindow).__STORYBOOK_PREVIEW__?.currentRender?.story?.parameters[
        parameter
      ],
    name,
  );
}

/**
 * Waits until the elements on the page show the faces that are promised; answers what they show, by
 * tag, once they do or after fifteen seconds. A tag with several faces has them all in its text.
 */
export async function facesOnceSettled(
  page: Page,
  promised: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const read = (wanted: Readonly<Record<string, string>> | null) => {
    const faces: Record<string, string> = {};
    for (const element of document.querySelectorAll<HTMLElement & { state?: string }>('*')) {
      const { localName, state, shadowRoot } = element;
      if (!shadowRoot || state === undefined) continue;
      // A link that the page wrote stands for itself: then a slot is all there is.
      const isLink = element.querySelector(':scope > a[href]') && shadowRoot.querySelector('slot');
      const isDrawn = isLink || shadowRoot.querySelector('.card, .pill, .app');
      const shown = `${state}${isDrawn ? '' : ', not drawn'}`;
      const before = faces[localName];
      if (before === undefined) faces[localName] = shown;
      else if (!before.split(' and ').includes(shown)) faces[localName] = `${before} and ${shown}`;
    }
    const tags = Object.keys({ ...faces, ...wanted });
    return !wanted || tags.every((tag) => faces[tag] === wanted[tag]) ? faces : null;
  };
  const settled = await page
    .waitForFunction(read, promised, { timeout: 15_000 })
    .catch(() => undefined);
  return (await settled?.jsonValue()) ?? (await page.evaluate(read, null)) ?? {};
}

/**
 * What axe finds on a story, a line each.
 *
 * @param rules - Left out: those of WCAG 2.2 AA and good practice.
 */
export async function faultsByAxe(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  const isWhole = await isWholePage(page);
  return page.evaluate(
    async ({ isWhole, rules }) => {
      const engine = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await engine.run(isWhole ? 'body' : '#storybook-root', {
        runOnly: rules ?? [
          ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        ],
        // An element alone has no landmarks around it and is not the first heading.
        rules:
          isWhole || rules
            ? {}
            : { region: { enabled: false }, 'heading-order': { enabled: false } },
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`,
        ),
      );
    },
    { isWhole, rules: rules && [...rules] },
  );
}

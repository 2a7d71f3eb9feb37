import { createTestServer, type TestServer } from '@afterglow/testing';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const cdn = fileURLToPath(new URL('../dist/cdn/', import.meta.url));

/** The policy that a page needs which serves everything itself; nothing in it is unsafe. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  'trusted-types afterglow',
].join('; ');

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

/** How a page of the clinic's site is made. */
export interface SitePage {
  /** What stands in its body. */
  readonly body: string;
  /** What stands in its head; left out: the stylesheet and the script as a module. */
  readonly head?: string;
  readonly lang?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A clinic with its API, the built script, and a site on an origin of its own. */
export interface Clinic {
  readonly server: TestServer;
  /** Origin of the API and of the script. */
  readonly api: string;
  /** Origin of the clinic's site. */
  readonly site: string;
  readonly browser: Browser;
  /** Every tag that the build holds. */
  readonly tags: readonly string[];
  /** The two lines that a page embeds. */
  embed(attributes?: string): string;
  /** Puts a page on the site, or on the API's own origin. */
  put(path: string, page: SitePage): void;
  /** Files of the script that are answered so many milliseconds late, by a part of their name. */
  readonly late: Map<string, number>;
  close(): Promise<void>;
}

/** What may differ from one clinic to another. */
export interface ClinicOptions {
  /** The brand's color, `#rrggbb`. */
  readonly color?: string;
  /** True keeps a page that one leaves, for the way back; playwright switches that off. */
  readonly keepsPages?: boolean;
}

/** Starts a clinic for tests in a real browser; needs `npm run build` first. */
export async function openClinic({ color, keepsPages }: ClinicOptions = {}): Promise<Clinic> {
  if (!existsSync(join(cdn, 'afterglow.js'))) {
    throw new Error('There is no build of the elements to test: run `npm run build` first.');
  }
  const chunks = JSON.parse(readFileSync(join(cdn, 'chunks.json'), 'utf8')) as object;
  const pages = new Map<string, SitePage>();
  const late = new Map<string, number>();
  const listeners = await Promise.all([listen(), listen()]);
  const [api, site] = listeners.map(
    (each) => `http://localhost:${(each.address() as AddressInfo).port}`,
  ) as [string, string];
  const server = await createTestServer({
    now: Date.now(),
    program: (usual) => ({
      ...usual,
      origins: [api, site],
      ...(color && { brand: { ...usual.brand, color } }),
    }),
  });

  const answerPage = (path: string, response: ServerResponse) => {
    if (path === '/favicon.ico') return response.writeHead(204).end();
    const page = pages.get(path);
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html', ...page?.headers });
    response.end(
      page &&
        `<!doctype html><html lang="${page.lang ?? 'en'}"><head><meta charset="utf-8"><title>A page</title>${page.head ?? clinic.embed()}</head><body>${page.body}</body></html>`,
    );
  };
  listeners[1].on('request', (request, response) => answerPage(request.url ?? '', response));
  listeners[0].on('request', (request, response) => {
    const path = new URL(request.url ?? '', api).pathname;
    if (path.startsWith('/afterglow/1/')) void answerFile(path.slice(13), response, late);
    else if (path.startsWith('/v1/')) void passOn(server, request, response);
    else answerPage(path, response);
  });

  const executablePath = process.env['CHROME_PATH'];
  if (!executablePath) throw new Error('CHROME_PATH is not set; `npm run test:node` sets it.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  });
  const clinic: Clinic = {
    server,
    api,
    site,
    browser,
    tags: Object.keys(chunks).filter((name) => name !== 'core'),
    late,
    embed: (attributes = '') =>
      `<link rel="stylesheet" href="${api}/afterglow/1/afterglow.css">` +
      `<script type="module" src="${api}/afterglow/1/afterglow.js" data-publishable-key="${server.keys.publishable}" ${attributes}></script>`,
    put: (path, page) => pages.set(path, page),
    close: async () => {
      await browser.close();
      for (const each of listeners) {
        each.closeAllConnections();
        each.close();
      }
    },
  };
  return clinic;
}

function listen(): Promise<Server> {
  const made = createServer();
  return new Promise((resolve) => made.listen(0, 'localhost', () => resolve(made)));
}

async function answerFile(
  name: string,
  response: ServerResponse,
  late: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [part, ms] of late) {
    if (name.includes(part)) await new Promise((resolve) => setTimeout(resolve, ms));
  }
  const file = join(cdn, name);
  if (!file.startsWith(cdn) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-store',
  });
  response.end(readFileSync(file));
}

/** Hands a request of the browser to the server of the test kit. */
async function passOn(
  server: TestServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'host') headers.set(name, value);
  }
  const hasBody = !['GET', 'HEAD'].includes(request.method ?? 'GET');
  const answer = await server.fetch(new URL(request.url ?? '', server.base), {
    method: request.method ?? 'GET',
    headers,
    ...(hasBody && { body: Buffer.concat(parts) }),
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

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

import type { Program } from '@afterglow/contract';
import { createTestServer, type TestServer } from '@afterglow/testing';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

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
export interface ClinicSite {
  readonly server: TestServer;
  /** Origin of the API and of the script. */
  readonly api: string;
  /** Origin of the clinic's site. */
  readonly site: string;
  /** Every tag that the build holds. */
  readonly tags: readonly string[];
  /** The two lines that a page embeds. */
  embed(attributes?: string): string;
  /** Puts a page on the site, or on the API's own origin. */
  put(path: string, page: SitePage): void;
  /** Files of the script that are answered so many milliseconds late, by a part of their name. */
  readonly late: Map<string, number>;
  /** True while nothing gets through to the API. */
  isLost: boolean;
  /** What browsers reported to {@link reportsTo}, in order. */
  readonly reports: string[];
  close(): void;
}

/** Where browsers report what a page's policy forbade. */
export const reportsTo = '/reports';

/** What may differ from one clinic to another. */
export interface SiteOptions {
  /** The brand's color, `#rrggbb`. */
  readonly color?: string;
  /** Changes the clinic's rules; `site` is the origin of its site. */
  readonly program?: (usual: Program, site: string) => Program;
}

/** Starts a clinic for tests in a real browser; needs `npm run build` first. */
export async function openSite({
  color,
  program = (usual) => usual,
}: SiteOptions = {}): Promise<ClinicSite> {
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
      ...program(usual, site),
      origins: [api, site],
      ...(color && { brand: { ...usual.brand, color } }),
    }),
  });

  let inTime: Promise<void> = Promise.resolve();
  /** Browsers sign by the clock of this machine, and a file of tests may take minutes. */
  const keepTime = () =>
    (inTime = inTime.then(async () => {
      // Not where a test has moved it on.
      const now = Date.now();
      if (now > server.clock.now()) await server.clock.set(now);
    }));

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
    const [, file] = /^\/afterglow\/[^/]+\/(.*)$/.exec(path) ?? [];
    if (path === reportsTo) void keep(request, response, clinic.reports);
    else if (file !== undefined) void answerFile(file, response, late);
    else if (path.startsWith('/v1/') && clinic.isLost) request.socket.destroy();
    else if (path === '/v1/sessions/refresh')
      void keepTime().then(() => passOn(server, request, response));
    else if (path.startsWith('/v1/')) void passOn(server, request, response);
    else answerPage(path, response);
  });

  const clinic: ClinicSite = {
    server,
    api,
    site,
    tags: Object.keys(chunks).filter((name) => name !== 'core'),
    late,
    isLost: false,
    reports: [],
    embed: (attributes = '') =>
      `<link rel="stylesheet" href="${api}/afterglow/1/afterglow.css">` +
      `<script type="module" src="${api}/afterglow/1/afterglow.js" data-publishable-key="${server.keys.publishable}" ${attributes}></script>`,
    put: (path, page) => pages.set(path, page),
    close: () => {
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

async function keep(
  request: IncomingMessage,
  response: ServerResponse,
  reports: string[],
): Promise<void> {
  reports.push(await text(request));
  response.writeHead(204).end();
}

/** Hands a request of the browser to the server of the test kit. */
async function passOn(
  server: TestServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(request);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'host') headers.set(name, value);
  }
  const hasBody = !['GET', 'HEAD'].includes(request.method ?? 'GET');
  const answer = await server.fetch(new URL(request.url ?? '', server.base), {
    method: request.method ?? 'GET',
    headers,
    ...(hasBody && { body }),
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerFile } from './answer-file.js';
import { decodedPath, findFile, readFound, typeOf } from './folder.js';
import type { FoundFile } from './folder.js';

/** What a page is told when it is served. */
export interface SiteValues {
  /** Port of the API; its origin has the host that the page was asked from. */
  readonly apiPort: number;
  /** Text for each placeholder besides `AFTERGLOW_ORIGIN`, by its name. */
  readonly placeholders: Readonly<Record<string, string>>;
}

/** A folder of plain pages, served as an agency's web host would. */
export interface SiteFiles {
  answer(request: Request, values: SiteValues): Promise<Response>;
}

/**
 * Serves the example site. `{{NAME}}` in a page is filled in; `fonts` in its `site.json` says which
 * file of which package stands behind an address. Every answer carries the strict policy that the
 * elements promise to work under.
 */
export async function siteFiles(folder: string): Promise<SiteFiles> {
  const settings = JSON.parse(await readFile(join(folder, 'site.json'), 'utf8')) as {
    fonts?: Record<string, string>;
  };
  const resolve = createRequire(join(folder, 'package.json')).resolve;
  const fonts = new Map(Object.entries(settings.fonts ?? {}));

  return {
    async answer(request, values) {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return new Response('This site is read only.\n', { status: 405 });

      const { pathname, hostname } = new URL(request.url);
      const api = `http://${hostname}:${values.apiPort}`;
      const font = fonts.get(pathname);
      const file = font ? await packaged(resolve(font)) : await page(folder, pathname);
      const headers = { 'Content-Security-Policy': policy(api), 'Cache-Control': 'no-cache' };
      if (!file) return new Response('There is no such page.\n', { status: 404, headers });
      return answerFile(request, filled(file, { ...values.placeholders, AFTERGLOW_ORIGIN: api }), {
        ...headers,
        'Referrer-Policy': 'strict-origin-when-cross-origin',
      });
    },
  };
}

/** The strict policy of a page whose elements come from one other origin. */
export function policy(api: string): string {
  return [
    `default-src 'none'`,
    `script-src ${api}`,
    `style-src 'self' ${api}`,
    `connect-src ${api}`,
    `img-src 'self' data: ${api}`,
    `font-src 'self'`,
    `form-action mailto:`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types afterglow`,
  ].join('; ');
}

async function page(folder: string, pathname: string): Promise<FoundFile | undefined> {
  const path = decodedPath(pathname);
  const name = path === '' || path?.endsWith('/') ? `${path}index.html` : path;
  if (name === undefined || ['package.json', 'site.json'].includes(name)) return undefined;
  return (await findFile(folder, name)) ?? findFile(folder, `${name}.html`);
}

const packaged = (path: string) => readFound(path, typeOf(path) ?? 'application/octet-stream');

function filled(file: FoundFile, values: Readonly<Record<string, string>>): FoundFile {
  if (!file.type.startsWith('text/html')) return file;
  const text = new TextDecoder()
    .decode(file.bytes)
    .replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  const version = `${file.version}-${hash(JSON.stringify(values))}`;
  return { ...file, bytes: new TextEncoder().encode(text), version };
}

/** A short number that differs where the values do; nothing secret hangs on it. */
function hash(text: string): string {
  let sum = 5381;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 33) ^ text.charCodeAt(i)) >>> 0;
  return sum.toString(36);
}

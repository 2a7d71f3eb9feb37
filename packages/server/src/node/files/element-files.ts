import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { answerFile } from './answer-file.js';
import { decodedPath, findFile } from './folder.js';

/** What stands on every file of the elements: any page of any origin may load it. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

const forEver = 'public, max-age=31536000, immutable';
const forMinutes = 'public, max-age=300, stale-while-revalidate=86400';

/** Where the build puts files whose addresses change with their content. */
const hashedFolder = 'chunks/';

/** The script-tag files of `@afterglow/elements`. */
export interface ElementFiles {
  /** Answers addresses below `/afterglow/`; undefined for all others. */
  answer(request: Request): Promise<Response | undefined>;
}

/**
 * Serves the built elements: `/afterglow/1/…` for pages, and `/afterglow/<version>/…` for pages
 * that pin one version. Chunks, in a folder named after their content, and pinned versions may be
 * kept for ever.
 *
 * @param folder - Where the package lies; left out: where Node finds `@afterglow/elements`.
 */
export async function elementFiles(folder?: string): Promise<ElementFiles> {
  const root =
    folder ?? fileURLToPath(new URL('.', import.meta.resolve('@afterglow/elements/package.json')));
  const { version } = JSON.parse(
    await readFile(new URL('package.json', pathUrl(root)), 'utf8'),
  ) as {
    version: string;
  };
  const built = fileURLToPath(new URL('dist/cdn', pathUrl(root)));

  return {
    async answer(request) {
      const [, area, line, ...rest] = new URL(request.url).pathname.split('/');
      if (area !== 'afterglow') return undefined;
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: open });
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return plain(405, 'These files are read with GET.');

      const isPinned = line === version;
      const name = decodedPath(`/${rest.join('/')}`) ?? '';
      const file = isPinned || line === '1' ? await findFile(built, name) : undefined;
      if (!file)
        return plain(
          404,
          `There is no such file; this server has ${version}. If it was never built, run: npm run build`,
        );
      return answerFile(request, file, {
        ...open,
        'Cache-Control': isPinned || name.startsWith(hashedFolder) ? forEver : forMinutes,
      });
    },
  };
}

const pathUrl = (folder: string) => new URL(`file://${folder.replace(/\/?$/, '/')}`);

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { ...open, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

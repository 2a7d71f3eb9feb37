import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page that the cache keeps. */
interface Kept {
  readonly type: string;
  readonly body: Buffer;
}

/** What visitors ask in place of WordPress. */
export interface PageCache {
  /** The address of the site for everybody, without a slash at the end. */
  readonly address: string;
  /** The HTML that is kept for a path; undefined where nobody has asked for it. */
  kept(path: string): string | undefined;
  /** How often a page was answered without asking WordPress. */
  readonly hits: number;
  /** Names where WordPress is; until then nothing is answered. */
  lead(inside: string): void;
  close(): Promise<void>;
}

/** What no page cache keeps: signing in, the administration, the routes. */
const neverKept = /^\/wp-(?:login|admin|json|content|includes)/;

/**
 * The most careless page cache that there is: the first answer to a GET is the answer to everybody
 * from then on, whoever was signed in when it was made, and whoever asks.
 */
export async function startPageCache(): Promise<PageCache> {
  const pages = new Map<string, Kept>();
  let inside = '';
  let hits = 0;

  const server = createServer((asked, answer) => {
    const path = asked.url ?? '/';
    const page = asked.method === 'GET' ? pages.get(path) : undefined;
    if (page) {
      hits += 1;
      answer.writeHead(200, { 'Content-Type': page.type, 'X-Cache': 'hit' }).end(page.body);
      return;
    }
    const { method, headers } = asked;
    const passed = request(inside + path, { method, headers }, (found) => {
      const isKept = method === 'GET' && found.statusCode === 200 && !neverKept.test(path);
      if (isKept) void bodyOf(found).then((body) => pages.set(path, { type: typeOf(found), body }));
      answer.writeHead(found.statusCode ?? 502, found.headers);
      found.pipe(answer);
    });
    passed.on('error', () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');

  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    kept: (path) => pages.get(path)?.body.toString(),
    get hits() {
      return hits;
    },
    lead: (to) => {
      inside = to;
    },
    close: () => closed(server),
  };
}

const typeOf = ({ headers }: IncomingMessage) => headers['content-type'] ?? 'text/html';

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function closed(server: Server): Promise<void> {
  const end = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await end;
}

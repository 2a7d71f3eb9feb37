// A site without a framework: Node draws each page, and each carries the strictest policy.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createClient } from '@afterglow/sdk';
import { build } from 'esbuild';
import { bundlePage, scriptTagPage } from './pages.mjs';
import { bundlePolicy, scriptTagPolicy } from './policies.mjs';

const clinic = {
  publishableKey: process.env.AFTERGLOW_KEY ?? '',
  apiBase: process.env.AFTERGLOW_API ?? 'http://localhost:4600',
};
const client = createClient(clinic);

/** The bundle, by its paths: the site's own file and what it loads later. */
async function bundled() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('src/site.js', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    outdir: '/bundle',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return outputFiles.map(({ path, contents }) => [
    path.slice(path.lastIndexOf('/bundle/')).replaceAll('\\', '/'),
    { type: 'text/javascript', body: contents },
  ]);
}

const css = async (address) => ({ type: 'text/css', body: await readFile(new URL(address)) });
const files = new Map([
  ['/page.css', await css(new URL('page.css', import.meta.url))],
  ['/afterglow.css', await css(import.meta.resolve('@afterglow/elements/afterglow.css'))],
  ...(await bundled()),
]);

const pages = new Map([
  ['/', { draw: scriptTagPage, policy: scriptTagPolicy(clinic.apiBase) }],
  ['/bundle', { draw: bundlePage, policy: bundlePolicy(clinic.apiBase) }],
]);

async function answer(path) {
  const page = pages.get(path);
  if (!page) return files.get(path);
  const { draw, policy } = page;
  const headers = { 'Content-Security-Policy': policy };
  return { type: 'text/html', body: draw(clinic, await client.program(), policy), headers };
}

const listener = createServer(async (request, response) => {
  try {
    const { type, body, headers } = (await answer(request.url ?? '/')) ?? {};
    response.writeHead(body === undefined ? 404 : 200, {
      'X-Content-Type-Options': 'nosniff',
      ...(type && { 'Content-Type': `${type}; charset=utf-8` }),
      ...headers,
    });
    response.end(body);
  } catch (error) {
    console.error(error);
    response.writeHead(502).end();
  }
});
listener.listen(Number(process.env.PORT ?? 4614), 'localhost', () => {
  console.log(`http://localhost:${listener.address().port}/`);
});

// The example's server: Vite hands out the sources, react-dom draws the page before they arrive.
import { readFile } from 'node:fs/promises';
import { createServer as createListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const listener = createListener();
const vite = await createServer({
  root: fileURLToPath(new URL('.', import.meta.url)),
  appType: 'custom',
  logLevel: 'warn',
  server: { middlewareMode: true, hmr: { server: listener } },
  optimizeDeps: { entries: ['src/client.tsx'] },
});

listener.on('request', (request, response) => {
  vite.middlewares(request, response, async () => {
    try {
      const template = await readFile(new URL('index.html', import.meta.url), 'utf8');
      const page = await vite.transformIndexHtml(request.url ?? '/', template);
      const { render } = await vite.ssrLoadModule('/src/server.tsx');
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(page.replace('<!--app-->', render()));
    } catch (error) {
      console.error(error);
      response.writeHead(500).end();
    }
  });
});
listener.listen(Number(process.env.PORT ?? 4611), 'localhost', () => {
  console.log(`http://localhost:${listener.address().port}/`);
});

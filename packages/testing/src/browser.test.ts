import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

test('the kit runs where there is no Node: one script with what a browser has', async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./index.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'kit',
    conditions: ['afterglow-source'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const browser = {
    ...{ AbortController, AbortSignal, DOMException, Event, EventTarget, Headers },
    ...{ Request, Response, TextDecoder, TextEncoder, URL, URLSearchParams },
    ...{ atob, btoa, clearTimeout, crypto, fetch, setTimeout, queueMicrotask, performance },
  };

  const points: unknown = await runInContext(
    `${outputFiles[0]!.text}
    kit.createTestServer()
      .then((server) => server.people.dora())
      .then((dora) => dora.answer.summary.points.balance)`,
    createContext(browser),
  );

  assert.equal(points, 50);
});

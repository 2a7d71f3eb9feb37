import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { browserReporter } from './scripts/browser-reporter.mjs';
import { findChromium } from './scripts/find-chromium.mjs';
import { cjsDependencies } from './scripts/vendor-plugin.mjs';

/** nanostores reads NODE_ENV, which an unbundled page lacks. */
const shim = `<script>globalThis.process = { env: { NODE_ENV: 'development' } }</script>`;

export default {
  // One element: npm run test:elements -- packages/elements/src/points-balance/*.test.ts
  files: ['packages/elements/src/**/*.test.ts', '!packages/elements/src/**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['afterglow-source', 'browser', 'development'] },
  preserveSymlinks: false,
  concurrency: 1,
  concurrentBrowsers: 1,
  plugins: [
    cjsDependencies(['qrcode', 'axe-core']),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.base.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: findChromium(),
        headless: true,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), browserReporter()],
  coverageConfig: { include: ['packages/*/src/**'], reporters: ['text', 'lcov'] },
  testFramework: { config: { timeout: 5000 } },
  testRunnerHtml: (testFramework) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${shim}</head><body><script type="module" src="${testFramework}"></script></body></html>`,
};

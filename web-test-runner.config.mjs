import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserReporter } from './scripts/browser-reporter.mjs';
import { bundledTests } from './scripts/bundled-tests.mjs';
import { findChromium } from './scripts/find-chromium.mjs';

/** nanostores reads NODE_ENV, which an unbundled page lacks. */
const shim = `<script>globalThis.process = { env: { NODE_ENV: 'development' } }</script>`;

export default {
  // One element: npm run test:elements -- packages/elements/src/points-balance/*.test.ts
  files: ['packages/elements/src/**/*.test.ts', '!packages/elements/src/**/*.node.test.ts'],
  concurrency: 1,
  concurrentBrowsers: 1,
  plugins: [bundledTests()],
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
  testFramework: { config: { timeout: 15_000 } },
  testRunnerHtml: (testFramework) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${shim}</head><body><script type="module" src="${testFramework}"></script></body></html>`,
};

// `npm run test:browsers`: the journeys of patients in Firefox ESR, WebKitGTK and Chromium, through what
// `npm run build` made. Names choose: `npm run test:browsers firefox webkit`.
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './browsers.mjs';
import { journeyTests, runNodeTests } from './node-tests.mjs';

/** Runs them in each browser that is here or can be installed; one line says which can't. */
export function testBrowsers(kinds) {
  const found = ensureBrowsers(kinds);
  if (found.length === 0) return { passed: 0, failed: 0 };

  const env = { AFTERGLOW_BROWSERS: found.map(({ kind }) => kind).join() };
  return runNodeTests(journeyTests(), { built: true, env });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const { failed } = testBrowsers(asked.length ? asked : undefined);
  process.exitCode = failed ? 1 : 0;
}

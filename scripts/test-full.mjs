// `npm run test:full`: what is too long for `npm test`. Ends with `N passed, N failed`.
// Histories come from a fixed seed; with `AFTERGLOW_SEED=random` it looks for what nobody saw yet.
import { checkNode } from './check-node.mjs';

checkNode();
const { filesIn } = await import('./files.mjs');
const { nextTests, runNodeTests } = await import('./node-tests.mjs');
const { ensurePostgres } = await import('./postgres.mjs');
const { testBrowsers } = await import('./test-browsers.mjs');

/** Each a name and what to run; it answers how many passed and failed. */
const suites = {
  'servers that are killed': () =>
    runNodeTests(['packages/server/src/node/kill.test.ts'], { env: { AFTERGLOW_KILLS: '20' } }),
  'the laws of the engine': () =>
    runNodeTests(
      filesIn('packages/engine/src/laws', (path) => path.endsWith('.test.ts')),
      { env: { AFTERGLOW_LAW_RUNS: '2000' } },
    ),
  'faults from 2,000 seeds': () =>
    runNodeTests(['packages/server/src/faults/faults.test.ts'], {
      env: { AFTERGLOW_FAULT_SEEDS: '2000' },
    }),
  'journeys in other browsers': () => testBrowsers(),
  'the example in Next': () => runNodeTests(nextTests(), { built: true }),
};

try {
  ensurePostgres();
} catch (error) {
  console.log(`${error.message} The tests run without it.`);
}

const total = { passed: 0, failed: 0 };
for (const [name, run] of Object.entries(suites)) {
  console.log(`\n▸ ${name}`);
  const began = performance.now();
  const { passed, failed } = run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

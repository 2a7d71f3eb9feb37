// `npm run test:full`: what is too long for `npm test`. Ends with `N passed, N failed`.
// Histories come from a fixed seed; with `AFTERGLOW_SEED=random` it looks for what nobody saw yet.
import { checkNode } from './check-node.mjs';

checkNode();
const { ensureInstalled } = await import('./install.mjs');
ensureInstalled();
const { buildIfChanged } = await import('./build.mjs');
const { buildStorybookIfOlder } = await import('./shots/fresh.mjs');
const { filesIn } = await import('./files.mjs');
const { fullTests, nextTests, runNodeTests } = await import('./node-tests.mjs');
const { ensurePostgres } = await import('./postgres.mjs');
const { testBrowsers } = await import('./test-browsers.mjs');
const { ensureWordPress } = await import('./wordpress.mjs');

/** Each a name and what to run; it answers how many passed and failed. */
const suites = {
  'what is slow, on the sources: servers that are killed, two at once, a new element': () =>
    runNodeTests(fullTests().sources, { env: { AFTERGLOW_KILLS: '20' }, waitsForDisk: true }),
  'what is slow, on what was built: examples, the inspector, pictures of stories, WordPress': () =>
    runNodeTests(fullTests().built, { built: true }),
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

// After `npm test`, as in CI, both are there already.
buildIfChanged();
buildStorybookIfOlder();
bring(ensurePostgres, 'The tests run without it.');
bring(ensureWordPress, 'The plugin is not tested in one.');

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

/** What can't be had everywhere; one line says what is left out without it. */
function bring(ensure, without) {
  try {
    ensure();
  } catch (error) {
    console.log(`${error.message} ${without}`);
  }
}

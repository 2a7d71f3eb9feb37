// `npm test`, and with --check the part of it without tests (`npm run check`). Ends with `N passed, N failed`.
import { checkNode } from './check-node.mjs';

checkNode();
const { ensureInstalled } = await import('./install.mjs');
const { endToEndTests, nodeTests, runNodeTests } = await import('./node-tests.mjs');
const { ensureBrowser } = await import('./ensure-browser.mjs');
const { ensurePostgres } = await import('./postgres.mjs');
const { measure } = await import('./size.mjs');
const { build, writeManifest } = await import('./build.mjs');
const { tallyOf } = await import('./tally.mjs');
const { tool, toolBeside } = await import('./run.mjs');

const OPTIONAL = ['elements', 'docs'];
const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = [];

try {
  ensureInstalled();
} catch (error) {
  console.error(error.message);
  finish({ passed: 0, failed: 1, skipped: 0 });
}

// Storybook's preview imports it, so types and lint need it.
check('manifest', writeManifest);
// Two at a time, since neither uses more than one core.
await Promise.all([
  beside([
    ['format', 'prettier', ['--check', '--log-level=warn', '.']],
    ['lint', 'eslint', ['--max-warnings=0', '.']],
  ]),
  beside([
    ['types of the packages', 'tsc', ['-b'], { from: 'typescript' }],
    ['types of tests and stories', 'tsc', ['-p', 'tsconfig.tests.json'], { from: 'typescript' }],
    // Docblocks that typedoc warns of fail here; writing the pages would double the time.
    ['reference', 'typedoc', ['--emit', 'none']],
  ]),
]);

if (!process.argv.includes('--check')) runTests();
else {
  check('build', runs(build));
  check('size', measure);
}
finish(total);

function runTests() {
  // First, since tests under Node drive a browser too.
  check('browser', runs(ensureBrowser));
  bringPostgres();

  for (const [name, find] of Object.entries(nodeTests)) {
    const files = find();
    if (files.length || !OPTIONAL.includes(name)) {
      step(`${name} tests`, () => runNodeTests(files));
    }
  }

  step('element tests in the browser', () =>
    tallyOf((tally) => tool('wtr', [], { from: '@web/test-runner', env: tally })),
  );
  check('build', runs(build));
  check('size', measure);
  check('storybook', () =>
    tool('storybook', ['build', '-o', 'storybook-static', '--quiet', '--loglevel=warn']),
  );
  step('end-to-end tests', () => runNodeTests(endToEndTests(), { built: true }));
}

/** The store's third engine; where it can't be had, one line says so and the tests run on the others. */
function bringPostgres() {
  try {
    ensurePostgres();
  } catch (error) {
    console.log(`\n${error.message} The tests run on memory and SQLite only.`);
  }
}

/** A step without tests of its own counts as one. */
function check(title, run) {
  step(title, () => (run() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

/** Checks that read only, one after another beside others; what each says is told when it ends. */
async function beside(checks) {
  for (const [title, ...command] of checks) {
    const began = performance.now();
    const { passed, output } = await toolBeside(...command);
    console.log(`\n▸ ${title}${output ? `\n${output.trimEnd()}` : ''}`);
    count(title, passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, began);
  }
}

function step(title, run) {
  console.log(`\n▸ ${title}`);
  const began = performance.now();
  count(title, run(), began);
}

function count(title, { passed, failed, skipped = 0 }, began) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed) failedSteps.push(title);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${failed ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed (${seconds} s)`);
}

/** Turns "throws on failure" into true or false, with the message said. */
function runs(work) {
  return () => {
    try {
      work();
      return true;
    } catch (error) {
      console.error(error.message);
      return false;
    }
  };
}

function finish({ passed, failed, skipped }) {
  if (failedSteps.length) console.log(`\nFailed: ${failedSteps.join(', ')}`);
  if (skipped) console.log(`\n${skipped} skipped`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}

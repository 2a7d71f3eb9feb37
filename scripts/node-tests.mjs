import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import { filesIn } from './files.mjs';
import { findChromium } from './find-chromium.mjs';
import { findPostgres, startPostgres } from './postgres.mjs';
import { node, root } from './run.mjs';
import { tallyOf } from './tally.mjs';

const isTest = (path) => /\.test\.(?:ts|mjs)$/.test(path);

/** Which tests run under Node, by subject. */
export const nodeTests = {
  contract: () => filesIn('packages/contract/src', isTest),
  engine: () => filesIn('packages/engine/src', isTest),
  server: () => filesIn('packages/server/src', isTest),
  sdk: () => filesIn('packages/sdk/src', isTest),
  testing: () => filesIn('packages/testing/src', isTest),
  elements: () => filesIn('packages/elements/src', (path) => path.endsWith('.node.test.ts')),
  scripts: () => filesIn('scripts', isTest),
  docs: () => filesIn('docs', isTest),
};

const isInBrowsers = (path) => path.startsWith('packages/elements/e2e/browsers/');
const isInNext = (path) => path.startsWith('examples/next/');

const builtTests = () =>
  ['packages', 'examples'].flatMap((folder) =>
    filesIn(folder, (path) => /^\w+\/[^/]+\/e2e\//.test(path) && isTest(path)),
  );

/** The tests that drive a browser through the built packages. */
export const endToEndTests = () =>
  builtTests().filter((path) => !isInBrowsers(path) && !isInNext(path));

/** The journeys, which run in every browser that can be had; `npm run test:full` has time for them. */
export const journeyTests = () => builtTests().filter(isInBrowsers);

/** The example in Next, which installs 350 MB of its own; `npm run test:full` has time for it too. */
export const nextTests = () => builtTests().filter(isInNext);

/**
 * Runs test files, against the packages' sources unless `built` asks for what `npm run build` made.
 *
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function runNodeTests(files, { built = false, env = {}, quiet = false } = {}) {
  return tallyOf((tally) => {
    if (files.length === 0) return true;
    const args = [
      ...(built ? [] : ['--conditions=afterglow-source']),
      '--import=tsx',
      `--import=${new URL('seed-random-tests.mjs', import.meta.url)}`,
      '--test',
      '--test-concurrency=2',
      `--test-reporter=${new URL('node-reporter.mjs', import.meta.url)}`,
      '--test-reporter-destination=stdout',
      ...files,
    ];
    // tsx applies compiler options only to files that the config includes; the base includes all.
    const tsconfig = { TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') };
    return withPostgres(files, (postgres) =>
      node(args, { ...browserHere(), ...postgres, ...env, ...tally, ...tsconfig }, { quiet }),
    );
  });
}

/** Where tests find a PostgreSQL on which they may make databases. */
const POSTGRES = 'AFTERGLOW_TEST_POSTGRES';

/** For the tests that run on PostgreSQL too; without one they run on the other stores only. */
function withPostgres(files, run) {
  const programs = findPostgres();
  const asks = (file) =>
    /trial(?:Engines|Stores)\(/.test(readFileSync(resolve(root, file), 'utf8'));
  if (process.env[POSTGRES] !== undefined || !files.some(asks)) return run({});
  if (!programs) {
    console.log('No PostgreSQL here: these tests run without it.');
    return run({});
  }

  const server = startPostgres(programs);
  try {
    return run({ [POSTGRES]: server.url });
  } finally {
    server.stop();
  }
}

/** For the tests that drive a browser; without one they say so themselves. */
function browserHere() {
  try {
    return { CHROME_PATH: findChromium() };
  } catch {
    return {};
  }
}

/** The files of a subject, of a folder, or one file; a name that means none is a slip to be told of. */
function testsNamed(name) {
  const files = nodeTests[name]?.() ?? (isTest(name) ? [name] : filesIn(name, isTest));
  if (files.length === 0) throw new Error(`There is no test in ${name}.`);
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const names = asked.length ? asked : Object.keys(nodeTests);
  const files = names.flatMap(testsNamed);
  const endToEnd = new Set(builtTests());
  const groups = [
    { files: files.filter((file) => !endToEnd.has(file)), built: false },
    { files: files.filter((file) => endToEnd.has(file)), built: true },
  ];
  const ran = groups.filter((group) => group.files.length > 0);
  const results = ran.map((group) => runNodeTests(group.files, { built: group.built }));
  process.exitCode = results.some(({ failed }) => failed) ? 1 : 0;
}

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import { filesIn } from './files.mjs';
import { findChromium } from './find-chromium.mjs';
import { findPostgres, startPostgres } from './postgres.mjs';
import { node, root } from './run.mjs';
import { tallyOf } from './tally.mjs';

/** How the folder of a run's bundles begins. */
const BUNDLES = 'afterglow-tests-';

const isAnyTest = (path) => /\.test\.(?:ts|mjs)$/.test(path);

/** A test whose name says that `npm run test:full` has time for it; decision 37 says which these are. */
const isFull = (path) => /\.full\.test\.(?:ts|mjs)$/.test(path);

const isTest = (path) => isAnyTest(path) && !isFull(path);

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

const isBuilt = (path) => /^\w+\/[^/]+\/e2e\//.test(path);

const endToEnd = (fits) =>
  ['packages', 'examples'].flatMap((folder) =>
    filesIn(folder, (path) => isBuilt(path) && fits(path)),
  );

/** The tests that drive a browser through the built packages. */
export const endToEndTests = () =>
  endToEnd((path) => isTest(path) && !isInBrowsers(path) && !isInNext(path));

/** The journeys, which run in every browser that can be had; `npm run test:full` has time for them. */
export const journeyTests = () => endToEnd((path) => isTest(path) && isInBrowsers(path));

/** The example in Next, which installs 350 MB of its own; `npm run test:full` has time for it too. */
export const nextTests = () => endToEnd((path) => isTest(path) && isInNext(path));

/**
 * The tests that are slow and seldom the first to fail, by what they run on: `name.full.test.ts`.
 *
 * @returns {{ sources: string[], built: string[] }}
 */
export function fullTests() {
  const files = ['packages', 'examples', 'scripts', 'docs'].flatMap((folder) =>
    filesIn(folder, isFull),
  );
  return {
    sources: files.filter((path) => !isBuilt(path)),
    built: files.filter(isBuilt),
  };
}

/**
 * Runs test files, against the packages' sources unless `built` asks for what `npm run build` made, and
 * on a PostgreSQL that does not wait for the disk unless `waitsForDisk` asks for it.
 *
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function runNodeTests(
  files,
  { built = false, env = {}, quiet = false, waitsForDisk = false } = {},
) {
  return tallyOf((tally) => {
    if (files.length === 0) return true;
    return withBundles(files, built, (bundles) => {
      const args = [
        ...(built ? [] : ['--conditions=afterglow-source']),
        ...(files.every(isBundled) ? ['--enable-source-maps'] : ['--import=tsx']),
        `--import=${new URL('seed-random-tests.mjs', import.meta.url)}`,
        '--test',
        '--test-concurrency=2',
        `--test-reporter=${new URL('node-reporter.mjs', import.meta.url)}`,
        '--test-reporter-destination=stdout',
        ...bundles,
      ];
      return withPostgres(files, waitsForDisk, (postgres) =>
        node(args, { ...browserHere(), ...postgres, ...env, ...tally, ...compiler }, { quiet }),
      );
    });
  });
}

/** For tests that start programs from the sources: the config includes some of them, the base all. */
const compiler = { TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') };

/** Those of the docs and of the scripts import what they find, and so compile on the way. */
const isBundled = (path) => /^(?:packages|examples)\/.*\.ts$/.test(path);

/**
 * Runs with files that Node loads as they are. A test in TypeScript would compile what it imports
 * module by module: two seconds of the processor for each test of the server, where the bundles of all
 * take one and then load in a third of a second.
 */
function withBundles(files, built, run) {
  const sources = files.filter(isBundled);
  if (sources.length === 0) return run(files);

  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, BUNDLES));
  try {
    const packages = built ? 'built' : 'sources';
    if (!node(['scripts/bundle-node-tests.mjs', folder, packages, ...sources])) return false;
    return run(
      files.map((file) => (isBundled(file) ? join(folder, file.replace(/\.ts$/, '.mjs')) : file)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Where tests find a PostgreSQL on which they may make databases. */
const POSTGRES = 'AFTERGLOW_TEST_POSTGRES';

/** For the tests that run on PostgreSQL too; without one they run on the other stores only. */
function withPostgres(files, waitsForDisk, run) {
  const programs = findPostgres();
  const asks = (file) =>
    /trial(?:Engines|Stores)\(/.test(readFileSync(resolve(root, file), 'utf8'));
  if (process.env[POSTGRES] !== undefined || !files.some(asks)) return run({});
  if (!programs) {
    console.log('No PostgreSQL here: these tests run without it.');
    return run({});
  }

  const server = startPostgres(programs, { waitsForDisk });
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
  const files = nodeTests[name]?.() ?? (isAnyTest(name) ? [name] : filesIn(name, isTest));
  if (files.length === 0) throw new Error(`There is no test in ${name}.`);
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const names = asked.length ? asked : Object.keys(nodeTests);
  const files = names.flatMap(testsNamed);
  const groups = [
    { files: files.filter((file) => !isBuilt(file)), built: false },
    { files: files.filter(isBuilt), built: true },
  ];
  const ran = groups.filter((group) => group.files.length > 0);
  const results = ran.map((group) => runNodeTests(group.files, { built: group.built }));
  process.exitCode = results.some(({ failed }) => failed) ? 1 : 0;
}

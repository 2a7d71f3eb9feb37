import { buildIfChanged } from './build.mjs';
import { ensureBrowser } from './ensure-browser.mjs';
import { filesIn } from './files.mjs';
import { findPostgres, startPostgres } from './postgres.mjs';
import { node } from './run.mjs';

buildIfChanged();

// What is built is measured: the loader of TypeScript names each closure as it is made, which costs
// a fold about a tenth. Each bench has a process of its own, so that none warms up the next.
const benches = filesIn('packages', (path) => /^packages\/[^/]+\/bench\/[^/]+\.ts$/.test(path));
const programs = findPostgres();
const postgres = programs ? startPostgres(programs) : undefined;
if (!postgres)
  console.log('No PostgreSQL here: what is written durably is measured on SQLite only.');
/** For what is measured on a page; says itself what to do where there is none. */
function browserHere() {
  try {
    return { CHROME_PATH: ensureBrowser() };
  } catch (error) {
    console.log(error.message);
    return {};
  }
}

const env = {
  ...browserHere(),
  ...(process.argv.includes('--big') ? { AFTERGLOW_BENCH: 'big' } : {}),
  ...(postgres ? { AFTERGLOW_TEST_POSTGRES: postgres.url } : {}),
};
let failed = benches.length === 0;
for (const file of benches) {
  console.log(`\n▸ ${file}`);
  if (!node(['--import=tsx', file], env)) failed = true;
}
postgres?.stop();
process.exitCode = failed ? 1 : 0;

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn } from './files.mjs';
import { root, tool } from './run.mjs';

const STAMP = join(root, 'node_modules/.cache/afterglow-build');
const RESULTS = ['packages/server/dist/node/main.js', 'packages/elements/dist/index.js'];
const SETTINGS = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'rollup.config.mjs'];

/** Builds everything: modules and types, the script-tag files, the manifest. Throws where a part fails. */
export function build() {
  const before = fingerprint();
  part('modules and types', () => tool('tsc', ['-b'], { from: 'typescript' }));
  if (existsSync(join(root, 'rollup.config.mjs')))
    part('script-tag files', () => tool('rollup', ['-c', '--silent']));
  part('manifest', writeManifest);

  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, before);
}

/**
 * Writes custom-elements.json, which Storybook and editors read; needs no build. Whoever reads it
 * meanwhile, as tests do beside each other, finds it whole: the one of before or the new one.
 */
export function writeManifest() {
  const folder = 'packages/elements';
  // In the package, since a file is moved in one step on one disk only.
  const cache = join(root, folder, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const made = mkdtempSync(join(cache, 'manifest-'));
  try {
    const isMade = tool(
      'cem',
      ['analyze', '--quiet', '--outdir', relative(join(root, folder), made)],
      { from: '@custom-elements-manifest/analyzer', folder },
    );
    const name = 'custom-elements.json';
    if (isMade) renameSync(join(made, name), join(root, folder, name));
    return isMade;
  } finally {
    rmSync(made, { recursive: true });
  }
}

/** Builds only where a source changed since the last build. */
export function buildIfChanged() {
  const isBuilt = RESULTS.every((path) => existsSync(join(root, path)));
  if (isBuilt && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()) return;
  console.log('Building, under a minute …');
  build();
}

function part(title, run) {
  console.log(`  ${title}`);
  if (!run()) throw new Error(`The build failed at: ${title}.`);
}

/** Path, size and time of each source: cheap enough for every start. */
function fingerprint() {
  const sources = filesIn('packages', (path) => {
    const [, , place] = path.split('/');
    const isSource =
      /^(?:src|build|package\.json|tsconfig\.json)$/.test(place) && /\.\w+$/.test(path);
    return isSource && !/\.(?:test|stories)\.ts$/.test(path);
  });
  const hash = createHash('sha256');
  for (const path of [...SETTINGS, ...sources]) {
    const { size, mtimeMs } = statSync(join(root, path), { throwIfNoEntry: false }) ?? {};
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

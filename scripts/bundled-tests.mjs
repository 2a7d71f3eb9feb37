import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { filesIn } from './files.mjs';
import { root } from './run.mjs';

/** Where the parts that several tests share are served; no folder of the repository has this name. */
const SHARED = '__shared';

/** The tests that run in the browser. */
const elementTests = () =>
  filesIn('packages/elements/src', (path) => /(?<!\.node)\.test\.ts$/.test(path));

/**
 * Serves the elements' tests to the browser in few files, made once for a run: each test's page would
 * load some 400 modules otherwise, which takes longer than most tests. Nothing is shaken out, so that a
 * module runs as it does when it is loaded by itself.
 */
export function bundledTests() {
  let served;
  return {
    name: 'bundled-tests',
    async serve({ path }) {
      const isShared = path.startsWith(`/${SHARED}/`);
      if (!isShared && !path.endsWith('.test.ts')) return undefined;
      served ??= bundle();
      const body = (await served).get(path);
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}

/** What is served, by the path of its address. */
async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: elementTests(),
    outbase: root,
    outdir: root,
    chunkNames: `${SHARED}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    treeShaking: false,
    ignoreAnnotations: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['afterglow-source', 'browser', 'development'],
    tsconfig: fileURLToPath(new URL('../tsconfig.base.json', import.meta.url)),
    // The test runner's own, which only its server has.
    external: ['/__web-dev-server__web-socket.js'],
    sourcemap: 'inline',
    sourcesContent: false,
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const place = path.slice(root.length).replaceAll('\\', '/');
      return [`/${place.replace(/\.test\.js$/, '.test.ts')}`, text];
    }),
  );
}

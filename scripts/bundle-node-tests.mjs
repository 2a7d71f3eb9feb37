// Called by node-tests.mjs as a program: `bundle-node-tests.mjs FOLDER sources|built FILE…`.
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

const [folder, packages, ...files] = process.argv.slice(2);

/** What is bundled: our own TypeScript. All else Node loads from where it is. */
const isOurs = (path) =>
  path.startsWith(root) &&
  /\.(?:tsx?|json)$/.test(path) &&
  !path.includes(`${sep}node_modules${sep}`);

const byNode = {
  name: 'by-node',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === byNode) return undefined;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: byNode });
      if (found.errors.length > 0 || found.external || isOurs(found.path)) return found;
      // By its place, since another version may lie above the bundle.
      return { path: pathToFileURL(found.path).href, external: true };
    });
    // What lies beside a source is found from there.
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.filename', JSON.stringify(path))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

await build({
  absWorkingDir: root,
  entryPoints: files,
  outbase: root,
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'shared/[hash]',
  bundle: true,
  splitting: true,
  treeShaking: false,
  ignoreAnnotations: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: packages === 'sources' ? ['afterglow-source'] : [],
  tsconfig: `${root}tsconfig.base.json`,
  sourcemap: 'linked',
  sourcesContent: false,
  plugins: [byNode],
  logLevel: 'warning',
});

import { nodeResolve } from '@rollup/plugin-node-resolve';
import commonjs from '@rollup/plugin-commonjs';
import terser from '@rollup/plugin-terser';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'rollup-plugin-esbuild';
import literals from 'rollup-plugin-html-literals';
import { placeChunks } from './packages/elements/build/chunk-map.mjs';
import { coreChunk } from './packages/elements/build/core-chunk.mjs';
import {
  filesByTag,
  writeCompressed,
  writeIntegrity,
} from './packages/elements/build/finished-files.mjs';
import {
  productionOnly,
  renameTrustedTypesPolicy,
  slimElements,
  slimLit,
} from './packages/elements/build/lit-build.mjs';
import { readSource } from './packages/elements/build/read-source.mjs';
import { ownReserves } from './packages/elements/build/reserves.mjs';
import { pageStylesheet } from './packages/elements/build/stylesheet.mjs';
import { wordChunks } from './packages/elements/build/word-chunks.mjs';

// The minifier says of each file with `unsafeCSS` that its styles stay as they are. `ownReserves` sees
// to it that there are none, and a stranger's first `npm start` should not begin with warnings.
const { warn } = console;
console.warn = (said, ...more) => {
  if (!String(said).startsWith('minify-literals: unsafeCSS()')) warn(said, ...more);
};

/**
 * What a script tag serves, in packages/elements/dist/cdn: the loader `afterglow.js`, the stylesheet,
 * and chunks in a folder that is named after their content. docs/decisions/0004-load-graph.md says
 * why it is cut this way. (The npm packages are built by `tsc -b`.)
 */
const elements = fileURLToPath(new URL('packages/elements', import.meta.url));
const source = join(elements, 'src');
const cdn = join(elements, 'dist/cdn');
const { version } = JSON.parse(readFileSync(join(elements, 'package.json'), 'utf8'));

const tags = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.includes('-'))
  .map((entry) => entry.name)
  .filter((name) => existsSync(join(source, name, `${name}.ts`)));

/** Those that the faces have; every element has the same. */
const languages = readdirSync(join(source, 'internal/words')).map((file) => file.split('.')[1]);

/** What the app shows first. */
const { firstParts } = await readSource(join(source, 'loyalty-home/views.ts'));

const core = join(source, 'loader/core.ts');
const demo = join(source, 'loader/demo.ts');
const loader = join(source, 'loader/loader.ts');
const everything = join(source, 'loader/everything.ts');
const inspector = join(source, 'inspector/inspector.ts');
const reserveTable = join(source, 'internal/reserve.ts');

/** Finds what is imported, our own packages in their source. */
const packages = () => [
  nodeResolve({ browser: true, exportConditions: ['afterglow-source', 'browser', 'production'] }),
  commonjs(),
];

const compiled = { target: 'es2022', tsconfig: 'tsconfig.base.json' };

const plugins = () => [
  slimLit(),
  ...packages(),
  ownReserves(reserveTable),
  literals({ include: `${source}/**/*.ts`, failOnError: true }),
  esbuild(compiled),
  slimElements(),
  productionOnly(),
];

const minify = () =>
  terser({
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true },
    format: { comments: false },
  });

/** The map goes from the first build, which makes it, to the second, which puts it into the loader. */
let chunkMap;

const emptyFolder = {
  name: 'empty-folder',
  buildStart: () => rmSync(cdn, { recursive: true, force: true }),
};

/** Code that goes from a build of its own to a later one, by its file. */
const kept = {};

const keep = (file) => ({
  name: 'keep',
  generateBundle(_, bundle) {
    kept[file] = bundle[file].code;
    delete bundle[file];
  },
});

/**
 * The demo lies among the chunks. Built with them it would share modules with what writes, and these
 * would fall into more files on every page.
 */
const placedChunks = {
  name: 'placed-chunks',
  generateBundle(_, bundle) {
    const further = { 'demo.js': kept['demo.js'] };
    chunkMap = placeChunks(bundle, { 'loyalty-home': firstParts }, further);
    for (const [name, code] of Object.entries(further)) {
      this.emitFile({ type: 'asset', fileName: chunkMap.folder + name, source: code });
    }
  },
};

const insertChunkMap = {
  name: 'insert-chunk-map',
  transform(code, id) {
    if (id !== loader) return null;
    const inserted = code
      .replaceAll('__CHUNKS__', JSON.stringify(chunkMap))
      .replaceAll('__VERSION__', JSON.stringify(version));
    return { code: inserted, map: null };
  },
};

const takeChunk = join(source, 'loader/take-chunk.ts');

const chunksFromWithin = {
  name: 'chunks-from-within',
  resolveId: (id, importer) =>
    importer === loader && id === './fetch-chunk.js' ? takeChunk : null,
};

/**
 * All code of the elements is a function in `afterglow.all.js`: an old browser, or a page that has the
 * elements already, runs none of it. The last to transform, since that code has been through all the
 * others.
 */
const insertEverything = {
  name: 'insert-everything',
  transform(code, id) {
    if (id !== takeChunk) return null;
    const run = `(() => { ${kept['everything.js']}; return everything; })`;
    return { code: code.replace('__EVERYTHING__', () => run), map: null };
  },
};

const finish = {
  name: 'finish',
  async writeBundle() {
    writeFileSync(join(cdn, 'afterglow.css'), await pageStylesheet(reserveTable));
    const isTheme = (path) => !path.endsWith('.json');
    cpSync(join(elements, 'themes'), join(cdn, 'themes'), { recursive: true, filter: isTheme });
    writeFileSync(
      join(cdn, 'chunks.json'),
      `${JSON.stringify(filesByTag(cdn, chunkMap), null, 2)}\n`,
    );
    writeIntegrity(cdn);
    writeCompressed(cdn);
  },
};

export default [
  {
    input: demo,
    external: [core, inspector],
    plugins: [
      emptyFolder,
      ...packages(),
      esbuild(compiled),
      productionOnly(),
      minify(),
      keep('demo.js'),
    ],
    output: {
      dir: cdn,
      format: 'es',
      entryFileNames: 'demo.js',
      inlineDynamicImports: true,
      paths: { [core]: './core.js', [inspector]: './inspector.js' },
    },
  },
  {
    input: {
      core,
      ...Object.fromEntries(tags.map((tag) => [tag, join(source, tag, 'define.ts')])),
    },
    plugins: [
      ...plugins(),
      wordChunks(languages),
      renameTrustedTypesPolicy(),
      minify(),
      placedChunks,
    ],
    output: {
      dir: cdn,
      format: 'es',
      entryFileNames: 'chunks/[name].js',
      chunkFileNames: 'chunks/[name].js',
      manualChunks: coreChunk(core),
      // Without this a chunk would first name what its own imports import, which they do themselves.
      hoistTransitiveImports: false,
    },
    preserveEntrySignatures: 'allow-extension',
  },
  {
    input: everything,
    plugins: [...plugins(), renameTrustedTypesPolicy(), keep('everything.js')],
    output: {
      dir: cdn,
      format: 'iife',
      name: 'everything',
      entryFileNames: 'everything.js',
      inlineDynamicImports: true,
    },
  },
  {
    input: loader,
    plugins: [chunksFromWithin, ...plugins(), insertChunkMap, insertEverything, minify()],
    output: { file: join(cdn, 'afterglow.all.js'), format: 'iife' },
  },
  {
    input: loader,
    plugins: [...plugins(), insertChunkMap, minify(), finish],
    output: { file: join(cdn, 'afterglow.js'), format: 'iife' },
  },
];

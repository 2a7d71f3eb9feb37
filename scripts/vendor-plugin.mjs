import { build } from 'esbuild';

/** Serves packages that are CommonJS to the browser under test, each as one ES module. */
export function cjsDependencies(names) {
  const built = new Map();
  return {
    name: 'cjs-dependencies',
    resolveImport({ source }) {
      return names.includes(source) ? `/__cjs/${encodeURIComponent(source)}.js` : undefined;
    },
    async serve({ path }) {
      const name = /^\/__cjs\/(.+)\.js$/.exec(path)?.[1];
      if (!name) return undefined;
      if (!built.has(name)) built.set(name, bundle(decodeURIComponent(name)));
      return { body: await built.get(name), type: 'js' };
    },
  };
}

async function bundle(name) {
  const { outputFiles } = await build({
    stdin: { contents: `export { default } from '${name}';`, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0].text;
}

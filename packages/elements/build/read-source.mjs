import { build } from 'esbuild';

/**
 * What a source exports, as values; for those of constants, which the build must know.
 *
 * @param path - A file without an import that is more than a type.
 */
export async function readSource(path) {
  return evaluate({ entryPoints: [path] });
}

/** What a text of imports and exports gives, which are found from `folder`. */
export async function readText(contents, folder) {
  return evaluate({ stdin: { contents, resolveDir: folder } });
}

async function evaluate(input) {
  const { outputFiles } = await build({ ...input, bundle: true, format: 'esm', write: false });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

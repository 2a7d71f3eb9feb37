import { basename } from 'node:path';

const name = 'words-of';

/** An object of imports, as a `WordSource` is written: by language, all of one group. */
const source = /\{\s*(?:"?[\w-]+"?: \(\) => import\("[^"]+"\),?\s*)+\}/;
const entry = /"?([\w-]+)"?: \(\) => import\("([^"]+)"\)/g;

/**
 * Finds the chunks of words by their names, which follow from group and language, so that no element
 * lists six imports.
 *
 * @param languages - Those that every group has; a group with others stops the build.
 */
export function wordChunks(languages) {
  return {
    name: 'word-chunks',
    resolveId: (id) => (id === name ? name : null),
    load: (id) =>
      id === name
        ? `const languages = ${JSON.stringify(languages)};
export const wordsOf = (group) =>
  Object.fromEntries(languages.map((tag) => [tag, () => import(\`./\${group}.\${tag}.js\`)]));`
        : null,
    async transform(code, id) {
      const [found] = source.exec(code) ?? [];
      if (!found || !/words\.ts$/.test(id)) return null;

      const imports = Array.from(found.matchAll(entry), ([, tag, path]) => ({ tag, path }));
      const [group] = basename(imports[0].path).split('.');
      for (const { tag, path } of imports) {
        if (basename(path) !== `${group}.${tag}.js`) this.error(`${id}: ${path} is not of ${tag}`);
        const { id: file } = await this.resolve(path, id);
        this.emitFile({ type: 'chunk', id: file, name: `${group}.${tag}` });
      }
      const has = imports.map(({ tag }) => tag).sort();
      if (has.join() !== [...languages].sort().join()) this.error(`${id} has ${has.join()}`);

      return {
        code: `import { wordsOf } from '${name}';\n${code.replace(found, `wordsOf('${group}')`)}`,
        map: null,
      };
    },
  };
}

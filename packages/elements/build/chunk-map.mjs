import { basename, dirname } from 'node:path';

/** The map of a finished build, for the loader: see `src/loader/chunk-map.ts`. */
export function chunkMapOf(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const core = chunks.find(({ facadeModuleId }) => /[\\/]core\.ts$/.test(facadeModuleId ?? ''));
  const inCore = importsOf(core.fileName, bundle);
  const map = { core: nameOf(core.fileName), tags: {}, words: {}, ownWords: {} };

  for (const { facadeModuleId, fileName } of chunks) {
    const file = basename(facadeModuleId ?? '');
    const folder = basename(dirname(facadeModuleId ?? ''));
    if (file === 'define.ts') {
      const needed = importsOf(fileName, bundle).filter((name) => !inCore.includes(name));
      map.tags[folder] = needed.map(nameOf);
    }
    const [, group, language] = /^([\w-]+)\.([a-z]{2}(?:-\w+)?)\.ts$/.exec(file) ?? [];
    if (group === 'page') map.words[language] = nameOf(fileName);
    else if (group) (map.ownWords[folder] ??= {})[language] = nameOf(fileName);
  }
  return map;
}

/** A chunk, and all that must be there before it runs. */
function importsOf(fileName, bundle, seen = []) {
  if (seen.includes(fileName)) return seen;
  seen.push(fileName);
  for (const imported of bundle[fileName].imports) importsOf(imported, bundle, seen);
  return seen;
}

const nameOf = (fileName) => basename(fileName, '.js');

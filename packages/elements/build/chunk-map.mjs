import { basename, dirname } from 'node:path';

/** The map of a finished build, for the loader: see `src/loader/chunk-map.ts`. */
export function chunkMapOf(bundle) {
  const map = { core: '', tags: {}, words: {}, ownWords: {} };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk' || !chunk.facadeModuleId) continue;
    const file = basename(chunk.facadeModuleId);
    const folder = basename(dirname(chunk.facadeModuleId));
    if (file === 'core.ts') map.core = chunk.fileName;
    if (file === 'define.ts') map.tags[folder] = chunk.fileName;

    const [, group, language] = /^([\w-]+)\.([a-z]{2}(?:-\w+)?)\.ts$/.exec(file) ?? [];
    if (group === 'page') map.words[language] = chunk.fileName;
    else if (group) (map.ownWords[folder] ??= {})[language] = chunk.fileName;
  }
  return map;
}

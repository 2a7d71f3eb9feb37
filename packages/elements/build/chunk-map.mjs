import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';

/**
 * Puts the chunks of a finished build into a folder that is named after what all of them hold, and
 * makes the loader's map: see `src/loader/chunk-map.ts`. One name for all costs the loader a tenth
 * of what a name for each did.
 *
 * @param composed - For each tag that is made of others, those that it shows first.
 * @param further - Files that the build puts there too, code by name; the folder's name holds for them.
 */
export function placeChunks(bundle, composed, further = {}) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const beside = Object.entries(further).map(([fileName, code]) => ({ fileName, code }));
  const folder = `chunks/${hashOf([...chunks, ...beside])}/`;
  const map = { ...mapOf(chunks, bundle, composed), folder };
  for (const chunk of chunks) chunk.fileName = folder + basename(chunk.fileName);
  return map;
}

function mapOf(chunks, bundle, composed) {
  const fileOf = ({ facadeModuleId }) => basename(facadeModuleId ?? '');
  const folderOf = ({ facadeModuleId }) => basename(dirname(facadeModuleId ?? ''));
  const core = chunks.find((chunk) => fileOf(chunk) === 'core.ts');
  const inCore = importsOf(core.fileName, bundle);

  const groups = new Map();
  for (const chunk of chunks) {
    const [, group, language] = /^([\w-]+)\.([a-z]{2}(?:-\w+)?)\.ts$/.exec(fileOf(chunk)) ?? [];
    if (group) groups.set(group, [...(groups.get(group) ?? []), language]);
  }
  const tags = chunks
    .filter((chunk) => fileOf(chunk) === 'define.ts')
    .map((chunk) => {
      const tag = folderOf(chunk);
      const needed = importsOf(chunk.fileName, bundle).filter((name) => !inCore.includes(name));
      const others = needed.map(nameOf).filter((name) => name !== tag);
      return [groups.has(tag) ? `${tag}.` : tag, ...others, ...(composed[tag] ?? [])].join(' ');
    });
  const [first = [], ...others] = [...groups.values()];
  const languages = first.filter((tag) => others.every((tags) => tags.includes(tag)));
  return { languages: languages.sort(), core: ['core', 'page.'], tags: tags.join() };
}

/**
 * The names of the files that each tag needs, out of the map's `tags`. The loader reads it in the
 * same way, and follows what is a tag itself; here a tag has its own files only.
 */
export function filesOfTags(tags) {
  const entries = tags.split(',').map((entry) => entry.split(' '));
  const all = entries.map(([own]) => own.replace('.', ''));
  return Object.fromEntries(
    entries.map(([own, ...others], index) => {
      const files = others.filter((name) => !all.includes(name));
      return [all[index], [...new Set([all[index], own, ...files])]];
    }),
  );
}

function hashOf(chunks) {
  const hash = createHash('sha256');
  for (const { fileName, code } of [...chunks].sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
    hash.update(`${fileName}\n${code}\n`);
  }
  return hash.digest('base64url').slice(0, 10);
}

/** A chunk, and all that must be there before it runs. */
function importsOf(fileName, bundle, seen = []) {
  if (seen.includes(fileName)) return seen;
  seen.push(fileName);
  for (const imported of bundle[fileName].imports) importsOf(imported, bundle, seen);
  return seen;
}

const nameOf = (fileName) => basename(fileName, '.js');

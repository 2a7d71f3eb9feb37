import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { filesOfTags } from './chunk-map.mjs';

const compressed = /\.(?:js|css|json)$/;

/** Writes `integrity.json`, the hash of each file that a page may name in an `integrity` attribute. */
export function writeIntegrity(folder) {
  const hashes = Object.fromEntries(
    filesIn(folder)
      .filter((file) => /\.(?:js|css)$/.test(file))
      .map((file) => [file, `sha384-${sha384(readFileSync(join(folder, file)))}`]),
  );
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}

/** Writes a brotli copy beside each file, at the highest level: it is done once and served often. */
export function writeCompressed(folder) {
  for (const file of filesIn(folder).filter((name) => compressed.test(name))) {
    writeFileSync(join(folder, `${file}.br`), brotli(readFileSync(join(folder, file))));
  }
}

/**
 * What is loaded before an element can be painted, by tag, and `core` for all of them: code, and the
 * words of the language that needs the most bytes. For whoever measures or preloads.
 */
export function filesByTag(folder, { folder: place, languages, core, tags }) {
  const path = (name) => `${place}${name}.js`;
  const bytes = (name) => brotli(readFileSync(join(folder, path(name)))).length;
  const largest = (group) =>
    languages
      .map((language) => group + language)
      .reduce((most, name) => (bytes(name) > bytes(most) ? name : most));
  const paths = (names) => names.map((name) => path(name.endsWith('.') ? largest(name) : name));
  return Object.fromEntries(
    Object.entries({ core, ...filesOfTags(tags) }).map(([tag, names]) => [tag, paths(names)]),
  );
}

/** The bytes that go over the wire. */
export function brotli(content) {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function sha384(content) {
  return createHash('sha384').update(content).digest('base64');
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** By file, its hash as an `integrity` attribute has it. */
type Hashes = Readonly<Record<string, string>>;

/** How a page has the elements: in files that are loaded as it needs them, or all in one. */
export type Pinning = 'as-needed' | 'one-file';

/**
 * The lines that embed this version of the elements and no other: each file with its hash, so that a
 * browser runs nothing that differs by a byte. What the script loads later is in the import map; one
 * file loads none, and needs no map.
 *
 * @param origin - Where the files are served, such as `https://clinic-api.example`.
 * @param folder - Where the package lies; left out: where Node finds `@afterglow/elements`.
 * @throws An error with the code `ENOENT` before the elements were built.
 */
export async function pinnedLines(
  origin: string,
  pinning: Pinning = 'as-needed',
  folder = fileURLToPath(new URL('.', import.meta.resolve('@afterglow/elements/package.json'))),
): Promise<string> {
  const read = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8'));
  const { version } = (await read('package.json')) as { readonly version: string };
  const hashes = (await read('dist/cdn/integrity.json')) as Hashes;
  const address = (file: string) => `${origin}/afterglow/${version}/${file}`;
  const chunks = Object.entries(hashes).filter(([file]) => file.startsWith('chunks/'));
  const integrity = Object.fromEntries(chunks.map(([file, hash]) => [address(file), hash]));
  const attributes = (file: string) => `integrity="${hashes[file] ?? ''}" crossorigin`;
  const importMap = `<script type="importmap">
${JSON.stringify({ integrity }, undefined, 2)}
</script>
`;
  const script = pinning === 'one-file' ? 'afterglow.all.js' : 'afterglow.js';
  return `${pinning === 'one-file' ? '' : importMap}<link rel="stylesheet" href="${address('afterglow.css')}" ${attributes('afterglow.css')} />
<script
  type="module"
  src="${address(script)}"
  ${attributes(script)}
  data-publishable-key="pk_live_…"
></script>`;
}

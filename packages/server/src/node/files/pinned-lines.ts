import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** By file, its hash as an `integrity` attribute has it. */
type Hashes = Readonly<Record<string, string>>;

/**
 * The lines that embed this version of the elements and no other: each file with its hash, so that a
 * browser runs nothing that differs by a byte. What the script loads later is in the import map.
 *
 * @param origin - Where the files are served, such as `https://clinic-api.example`.
 * @param folder - Where the package lies; left out: where Node finds `@afterglow/elements`.
 * @throws An error with the code `ENOENT` before the elements were built.
 */
export async function pinnedLines(
  origin: string,
  folder = fileURLToPath(new URL('.', import.meta.resolve('@afterglow/elements/package.json'))),
): Promise<string> {
  const read = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8'));
  const { version } = (await read('package.json')) as { readonly version: string };
  const hashes = (await read('dist/cdn/integrity.json')) as Hashes;
  const address = (file: string) => `${origin}/afterglow/${version}/${file}`;
  const chunks = Object.entries(hashes).filter(([file]) => file.startsWith('chunks/'));
  const integrity = Object.fromEntries(chunks.map(([file, hash]) => [address(file), hash]));
  const attributes = (file: string) => `integrity="${hashes[file] ?? ''}" crossorigin`;
  return `<script type="importmap">
${JSON.stringify({ integrity }, undefined, 2)}
</script>
<link rel="stylesheet" href="${address('afterglow.css')}" ${attributes('afterglow.css')} />
<script
  type="module"
  src="${address('afterglow.js')}"
  ${attributes('afterglow.js')}
  data-publishable-key="pk_live_…"
></script>`;
}

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const root = fileURLToPath(new URL('../../../', import.meta.url));
const example = fileURLToPath(new URL('..', import.meta.url));

/** Our packages that the example needs, one through the other. */
const packages = ['contract', 'engine', 'sdk', 'elements'];

/** What lies in the example's folder and is no part of the site. */
const notTheSite = new Set(['e2e', 'node_modules', '.next']);

interface Manifest {
  dependencies: Record<string, string>;
}

/**
 * Puts the site into a folder of its own and installs it there, our packages as they would be
 * published: nothing of this repository is above it, as with a clinic's own site.
 *
 * @returns The folder.
 */
export async function installSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-next-'));
  await cp(example, folder, {
    recursive: true,
    filter: (path) => !notTheSite.has(basename(path)),
  });
  const asked = packages.flatMap((name) => ['-w', `@afterglow/${name}`]);
  await run('npm', ['pack', ...asked, '--silent', '--pack-destination', folder], { cwd: root });

  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  for (const name of packages)
    manifest.dependencies[`@afterglow/${name}`] = `file:afterglow-${name}-0.1.0.tgz`;
  await writeFile(path, JSON.stringify(manifest));
  await run('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: folder });
  return folder;
}

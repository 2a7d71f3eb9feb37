import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptDownload, aptInstall, mayInstall } from './apt.mjs';
import { isExecutable } from './files.mjs';
import { root } from './run.mjs';

/** Debian puts servers where a user's `PATH` does not look. */
const SYSTEM = ['/usr/sbin', '/usr/bin'];

/** Where the files of WordPress are kept between runs. */
const KEPT = join(root, 'node_modules/.cache/wordpress');

/**
 * What a WordPress for tests is made of; undefined where a part is missing.
 *
 * @typedef {{ php: string, mariadb: string, core: string }} WordPressParts `core` is the folder with
 *   WordPress's own files and a theme.
 * @returns {WordPressParts | undefined}
 */
export function findWordPress() {
  const php = findPhp();
  const mariadb = findProgram('mariadbd');
  const core = [KEPT, '/usr/share/wordpress'].find((folder) =>
    existsSync(join(folder, 'wp-settings.php')),
  );
  return php && mariadb && core && hasMysqli(php) ? { php, mariadb, core } : undefined;
}

/** PHP's command, which is enough for the tests of the token; undefined where there is none. */
export function findPhp() {
  return findProgram('php');
}

/**
 * The same as {@link findWordPress}; installs Debian's PHP and MariaDB first where that is allowed, and
 * unpacks Debian's WordPress. It is not installed, since it would bring a web server that runs.
 * Throws one line where it can't.
 */
export function ensureWordPress() {
  const found = findWordPress();
  if (found) return found;
  if (!mayInstall()) throw new Error('No WordPress here with PHP and MariaDB.');

  console.log('No WordPress here yet: installing Debian’s PHP and MariaDB, unpacking WordPress …');
  aptInstall(['php-cli', 'php-mysql', 'mariadb-server-core'], 'Install PHP and MariaDB by hand.');
  if (!findWordPress()) unpackCore();
  const made = findWordPress();
  if (!made) throw new Error('The packages brought no WordPress that can be started.');
  return made;
}

/** Underscore is apart in Debian, and the editor needs it. */
function unpackCore() {
  const folder = `${KEPT}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  aptDownload(
    ['wordpress', 'wordpress-theme-twentytwentythree', 'libjs-underscore'],
    folder,
    'Put the files of WordPress into /usr/share/wordpress by hand.',
  );
  for (const name of readdirSync(folder)) {
    const { status } = spawnSync('dpkg-deb', ['-x', name, '.'], { cwd: folder, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${name} could not be unpacked.`);
  }
  // Links between the packages are relative, so they hold only while what they lead to is beside them.
  const copy = ['-rL', join(folder, 'usr/share/wordpress'), `${folder}.core`];
  spawnSync('cp', copy, { stdio: 'ignore' });
  rmSync(KEPT, { recursive: true, force: true });
  renameSync(`${folder}.core`, KEPT);
  rmSync(folder, { recursive: true });
}

const hasMysqli = (php) =>
  spawnSync(php, ['-r', 'exit((int) !extension_loaded("mysqli"));']).status === 0;

function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { mayInstall, aptInstall } from './apt.mjs';
import { isExecutable } from './files.mjs';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs: from `PATH`, then the newest where Debian puts them; undefined where there is none. */
export function findPostgres() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders, ...debianFolders()].find((folder) =>
    ['initdb', 'pg_ctl', 'postgres'].every((name) => isExecutable(join(folder, name))),
  );
}

/**
 * The same; installs Debian's package first where that is allowed and none is there.
 * Throws one line where it can't.
 */
export function ensurePostgres() {
  const found = findPostgres();
  if (found) return found;
  if (!mayInstall())
    throw new Error('No PostgreSQL here (Debian, Ubuntu: apt-get install -y postgresql).');

  console.log('No PostgreSQL here yet: installing Debian’s postgresql …');
  aptInstall('postgresql', 'Install PostgreSQL by hand.');
  const installed = findPostgres();
  if (!installed) throw new Error('The package postgresql brought no initdb.');
  return installed;
}

/**
 * Starts a PostgreSQL of its own in the temporary folder, reached through a socket in a folder that only
 * its user can read. It ends and its files go with `stop()`, or with this process, however that ends.
 *
 * @param {string} programs - What {@link findPostgres} answers.
 * @param {{ waitsForDisk?: boolean }} [options] - Left out, it has the settings that it comes with, and
 *   every commit waits for the disk. False where nobody pulls the plug: to make a database and to drop
 *   it takes two thirds of the time then.
 * @returns {{ url: string, stop(): void }}
 */
export function startPostgres(programs, { waitsForDisk = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-pg-'));
  const user = process.getuid?.() === 0 ? unprivilegedUser() : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const run = (name, ...args) => {
    const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], ...user };
    const { status, error, stderr } = spawnSync(join(programs, name), args, options);
    if (status !== 0) throw new Error(`${name} failed: ${error?.message ?? stderr.trim()}`);
  };

  let stop = () => rmSync(folder, { recursive: true, force: true });
  try {
    run('initdb', '-D', data, '-U', 'afterglow', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N');
    const disk = waitsForDisk ? '' : ' -c fsync=off';
    const settings = `-c listen_addresses= -c unix_socket_directories='${folder}'${disk}`;
    run('pg_ctl', 'start', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings);
    stop = keep(programs, { folder, data, user });
  } catch (error) {
    stop();
    throw error;
  }
  const query = new URLSearchParams({ host: folder });
  return { url: `postgres://afterglow@localhost/postgres?${query}`, stop };
}

/** Stops the server when asked to, and from a small process of its own when we end without asking. */
function keep(programs, { folder, data, user }) {
  const pgCtl = join(programs, 'pg_ctl');
  const stopArgs = ['stop', '-D', data, '-m', 'immediate', '-s'];
  const script = 'trap "" INT TERM HUP; cat; cd /; "$@"; rm -rf "$0"';
  const keeper = spawn('sh', ['-c', script, folder, pgCtl, ...stopArgs], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...user,
  });
  keeper.unref();
  keeper.stdin.unref();

  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    keeper.kill('SIGKILL');
    spawnSync(pgCtl, stopArgs, { cwd: folder, stdio: 'ignore', ...user });
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  return stop;
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser() {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((what) => {
      const { status, stdout } = spawnSync('id', [what, name], { encoding: 'utf8' });
      return status === 0 ? Number(stdout) : undefined;
    });
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
}

function debianFolders() {
  try {
    const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(DEBIAN, version, 'bin'));
  } catch {
    return [];
  }
}

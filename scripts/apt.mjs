import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether this is a Debian where we may install packages. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Installs a Debian package.
 *
 * @param {string} name - The package.
 * @param {string} otherwise - What to do by hand where this fails; ends the error's one line.
 */
export function aptInstall(name, otherwise) {
  apt(['update', '-qq'], otherwise);
  apt(['install', '-y', '-qq', '--no-install-recommends', name], otherwise);
}

function apt(args, otherwise) {
  const { status, error } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const reason = error?.message ?? `exit code ${status}`;
  throw new Error(`apt-get ${args[0]} failed (${reason}). ${otherwise}`);
}

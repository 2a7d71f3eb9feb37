import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether this is a Debian where we may install packages. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Installs Debian packages.
 *
 * @param {string | readonly string[]} names - One package, or several.
 * @param {string} otherwise - What to do by hand where this fails; ends the error's one line.
 */
export function aptInstall(names, otherwise) {
  apt(['update', '-qq'], otherwise);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...[names].flat()], otherwise);
}

/**
 * Puts the files of Debian packages into a folder, and installs nothing.
 *
 * @param {readonly string[]} names - The packages.
 * @param {string} folder - Where to.
 * @param {string} otherwise - As for {@link aptInstall}.
 */
export function aptDownload(names, folder, otherwise) {
  // As root apt would hand each to a user who may not write there, and warn of it.
  apt(['download', '-qq', '-o', 'APT::Sandbox::User=root', ...names], otherwise, folder);
}

function apt(args, otherwise, cwd) {
  const { status, error } = spawnSync('apt-get', args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  const reason = error?.message ?? `exit code ${status}`;
  throw new Error(`apt-get ${args[0]} failed (${reason}). ${otherwise}`);
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

/**
 * The browser's path; installs Debian's package first where that is allowed and none is there.
 * Throws one line that says what to do where it can't.
 */
export function ensureBrowser() {
  try {
    return findChromium();
  } catch (missing) {
    const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
    if (process.env.CHROME_PATH || !mayInstall) throw missing;

    console.log('No browser here yet: installing Debian’s chromium …');
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
    return findChromium();
  }
}

function apt(...args) {
  const { status, error } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0)
    throw new Error(
      `apt-get ${args[0]} failed (${error?.message ?? `exit code ${status}`}). Install Chromium by hand or set CHROME_PATH=/path/to/chrome.`,
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

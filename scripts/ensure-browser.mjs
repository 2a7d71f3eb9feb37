import { fileURLToPath } from 'node:url';
import { aptInstall, mayInstall } from './apt.mjs';
import { findChromium } from './find-chromium.mjs';

/**
 * The browser's path; installs Debian's package first where that is allowed and none is there.
 * Throws one line that says what to do where it can't.
 */
export function ensureBrowser() {
  try {
    return findChromium();
  } catch (missing) {
    if (process.env.CHROME_PATH || !mayInstall()) throw missing;

    console.log('No browser here yet: installing Debian’s chromium …');
    aptInstall('chromium', 'Install Chromium by hand or set CHROME_PATH=/path/to/chrome.');
    return findChromium();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isExecutable } from './files.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chromium-headless-shell',
];
const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Where the browser lies: `CHROME_PATH`, then `PATH`, then the usual places; throws what to do. */
export function findChromium() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROME_PATH=${given} does not exist.`);
    return given;
  }
  const found = [...onPath(), ...OUTSIDE_PATH].find(isExecutable);
  if (found) return found;
  throw new Error(
    'No Chromium or Chrome found. Install one (Debian, Ubuntu: apt-get install -y chromium) or set CHROME_PATH=/path/to/chrome.',
  );
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
}

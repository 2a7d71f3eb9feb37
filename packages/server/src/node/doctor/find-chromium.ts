import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chromium-headless-shell',
];
const outsidePath = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Where a Chromium lies: `CHROME_PATH`, then `PATH`, then the usual places; undefined for none. */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const given = environment['CHROME_PATH'];
  if (given) return isExecutable(given) ? given : undefined;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...outsidePath].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

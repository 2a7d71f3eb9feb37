import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall, mayInstall } from './apt.mjs';
import { isExecutable } from './files.mjs';

/** Where Debian puts the programs of WebKitGTK that no `PATH` has. */
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];

/**
 * The browsers beside Chromium in which the journeys run, and the Debian packages that bring each.
 * Chromium is there too where it has a driver of its own: what fails in all three is no difference
 * between browsers.
 *
 * @typedef {{ kind: string, name: string, programs: Record<string, string> }} FoundBrowser
 */
const browsers = [
  {
    kind: 'firefox',
    name: 'Firefox ESR',
    packages: ['firefox-esr'],
    programs: () => ({ browser: findProgram('firefox-esr') }),
  },
  {
    kind: 'webkit',
    name: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    programs: () => ({
      browser: findMiniBrowser(),
      driver: findProgram('WebKitWebDriver'),
      screen: findProgram('Xvfb'),
    }),
  },
  {
    kind: 'chromium',
    name: 'Chromium',
    packages: ['chromium', 'chromium-driver'],
    programs: () => ({ browser: findProgram('chromium'), driver: findProgram('chromedriver') }),
  },
];

/**
 * What is here, with the paths of its programs.
 *
 * @param {readonly string[]} kinds - Only these; left out: all.
 * @returns {FoundBrowser[]}
 */
export function findBrowsers(kinds = browsers.map(({ kind }) => kind)) {
  return browsers
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, name, programs }) => ({ kind, name, programs: programs() }))
    .filter(({ programs }) => Object.values(programs).every(Boolean));
}

/** The same; installs Debian's packages first where that is allowed. Says in a line what can't be had. */
export function ensureBrowsers(kinds) {
  const has = (kind) => findBrowsers([kind]).length > 0;
  const missing = browsers.filter(({ kind }) => (kinds?.includes(kind) ?? true) && !has(kind));
  for (const { kind, name, packages } of missing) {
    try {
      if (mayInstall()) {
        console.log(`No ${name} here yet: installing Debian’s ${packages.join(' and ')} …`);
        aptInstall(packages, `Install ${name} by hand.`);
      }
    } catch (error) {
      console.log(error.message);
    }
    if (!has(kind)) {
      console.log(
        `No ${name} here (Debian: apt-get install -y ${packages.join(' ')}). The journeys run without it.`,
      );
    }
  }
  return findBrowsers(kinds);
}

function findMiniBrowser() {
  for (const library of LIBRARIES) {
    for (const name of foldersIn(library).filter((each) => each.startsWith('webkit2gtk-'))) {
      const path = join(library, name, 'MiniBrowser');
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}

function foldersIn(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

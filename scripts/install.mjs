import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './run.mjs';

/** Installs what package-lock.json names, unless exactly that is there already. */
export function ensureInstalled() {
  if (isInstalled(readPackages('package-lock.json'), readPackages(HIDDEN_LOCK))) return;

  console.log('Installing dependencies, about a minute …');
  if (!npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']))
    throw new Error('npm ci failed; its message stands above.');
}

/** npm's own record of what it put into node_modules. */
const HIDDEN_LOCK = join('node_modules', '.package-lock.json');

/**
 * Whether the installed packages are those of the lock.
 *
 * @param {Record<string, Entry> | undefined} wanted - `packages` of package-lock.json.
 * @param {Record<string, Entry> | undefined} present - The same of npm's record; absent before the first install.
 *
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} Entry
 */
export function isInstalled(wanted, present) {
  if (!wanted) throw new Error('package-lock.json is missing or no JSON.');
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = present[path];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version && found.link === entry.link;
  });
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

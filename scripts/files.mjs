import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const LEFT_OUT = /(?:^|\/)(?:node_modules|dist|coverage)\//;

/** Paths below a folder of the repository that fit, with forward slashes, sorted; none if there is no such folder. */
export function filesIn(folder, fits) {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => !LEFT_OUT.test(path) && fits(path))
    .sort();
}

/** Whether there is a program at this path that may be run. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

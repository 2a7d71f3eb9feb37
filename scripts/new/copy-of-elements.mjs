import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../run.mjs';

/** The elements and what checks them, in a folder of their own; what is installed stays where it is. */
export function copyOfElements() {
  const folder = mkdtempSync(join(tmpdir(), 'afterglow-new-'));
  const settings = [
    ...['package.json', '.prettierrc.json', 'tsconfig.base.json', 'tsconfig.tests.json'],
    ...['eslint.config.mjs', 'web-test-runner.config.mjs', 'README.md'],
  ];
  const isSource = (path) => !['dist', 'node_modules', 'e2e', 'bench'].includes(basename(path));
  for (const path of [
    ...settings,
    'scripts',
    'packages/elements',
    'examples/wordpress/afterglow',
  ]) {
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: isSource });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Runs Node there; answers its exit code and all that it said. */
export function runIn(cwd, args) {
  // The runner's own variable would make a test file of what runs here.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, output: stderr + stdout };
}

import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder; every script runs there, wherever it was called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs Node with arguments, in a folder of the repository; output goes through unless `quiet`,
 * nothing is read from stdin. True if it exits 0.
 */
export function node(args, env = {}, options = {}) {
  return run(process.execPath, args, env, options);
}

/** Runs the command of an installed package, as `npx` would, but never one from elsewhere. */
export function tool(name, args = [], { from = name, env = {}, folder = '' } = {}) {
  return node([commandOf(name, from), ...args], env, { folder });
}

/**
 * The same beside other work: what it prints is kept until it ends.
 *
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
export function toolBeside(name, args = [], { from = name } = {}) {
  return new Promise((resolve) => {
    const command = [commandOf(name, from), ...args];
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', ({ message }) => resolve({ passed: false, output: message }));
    child.on('close', (code, signal) => {
      if (signal) output += `Ended by ${signal}.\n`;
      resolve({ passed: code === 0, output });
    });
  });
}

/** The file that a package's command runs. */
function commandOf(name, from) {
  const manifest = join(root, 'node_modules', from, 'package.json');
  const { bin } = createRequire(import.meta.url)(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
}

/** Runs npm itself, the one that runs us where there is one. */
export function npm(args, { env = {}, quiet = false } = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return node([cli, ...args], env, { quiet });
  return run('npm', args, env, { quiet, shell: process.platform === 'win32' });
}

function run(command, args, env, { quiet = false, folder = '', shell = false }) {
  const output = quiet ? 'ignore' : 'inherit';
  const { status, signal, error } = spawnSync(command, args, {
    cwd: join(root, folder),
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
    shell,
  });
  if (error) console.error(error.message);
  if (signal) console.error(`Ended by ${signal}.`);
  return status === 0;
}

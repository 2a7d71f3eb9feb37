import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WordPressParts } from './programs.js';

const plugin = fileURLToPath(new URL('../afterglow/', import.meta.url));

/** A fresh WordPress with the plugin, in the temporary folder. */
export interface WordPress {
  /** Its own address, behind what visitors ask; without a slash at the end. */
  readonly inside: string;
  /** Runs PHP inside WordPress; answers what it prints as JSON. */
  run<Answer>(php: string, ...args: readonly string[]): Answer;
  /** What PHP has said of the plugin: errors, warnings, notices, what is deprecated. */
  faults(): readonly string[];
  stop(): Promise<void>;
}

/** How a WordPress is set up. */
export interface WordPressInit {
  /** The address that visitors use, without a slash at the end. */
  readonly address: string;
  /** PHP for wp-config.php. */
  readonly config: string;
}

/**
 * Starts MariaDB and WordPress, each a process of its own, and installs both anew.
 *
 * MariaDB begins with an empty folder and without its tables of users: it listens on a socket in a
 * folder that only its user can read.
 */
export async function startWordPress(
  { php, mariadb, core }: WordPressParts,
  { address, config }: WordPressInit,
): Promise<WordPress> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-wordpress-'));
  const site = join(folder, 'site');
  await cp(core, site, { recursive: true });
  await cp(plugin, join(site, 'wp-content/plugins/afterglow'), { recursive: true });
  await writeFile(join(site, 'wp-config.php'), configOf(folder, address, config));

  const database = startMariadb(mariadb, folder);
  const port = await freePort();
  const server = spawn(php, ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', site], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    stdio: 'ignore',
    detached: true,
  });
  const killAll = () => [server, database].forEach((child) => killGroup(child, 'SIGKILL'));
  process.once('exit', killAll);
  const run = <Answer>(code: string, ...args: readonly string[]): Answer => {
    const text = execFileSync(php, ['-r', code, '--', ...args], { cwd: site, encoding: 'utf8' });
    return JSON.parse(text === '' ? 'null' : text) as Answer;
  };
  const stop = async () => {
    await Promise.all([ended(server, 'SIGTERM'), ended(database, 'SIGKILL')]);
    process.off('exit', killAll);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    run(install, join(folder, 'socket'), address);
    return {
      inside: `http://127.0.0.1:${port}`,
      run: (code, ...args) => run(load + code, ...args),
      faults: () => saidOfPlugin(join(folder, 'log')),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** PHP that makes WordPress's functions known. */
const load = `require 'wp-load.php'; `;

/** PHP that waits for the database, at most ten seconds, and installs WordPress with the plugin. */
const install = `
  mysqli_report(MYSQLI_REPORT_OFF);
  for ($n = 0; $n < 200; $n++) {
    $database = @new mysqli('localhost', 'wordpress', '', '', 0, $argv[1]);
    if (!$database->connect_errno) break;
    usleep(50000);
  }
  $database->query('create database wordpress character set utf8mb4');
  define('WP_INSTALLING', true);
  $_SERVER['HTTP_HOST'] = parse_url($argv[2], PHP_URL_HOST);
  require 'wp-load.php';
  require 'wp-admin/includes/upgrade.php';
  // Nobody here answers mail.
  add_filter('pre_wp_mail', '__return_true');
  ob_start();
  wp_install('Lumen Aesthetics', 'owner', 'owner@lumen.example', true, '', 'owner-of-lumen');
  update_option('permalink_structure', '/%postname%/');
  ob_end_clean();
`;

const configOf = (folder: string, address: string, more: string) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'wordpress');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${folder}/socket');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${address}');
define('WP_SITEURL', '${address}');
// Nothing leaves this machine, and nothing runs beside the requests of the test.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '${folder}/log');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
  define($name . '_KEY', 'key of ' . $name);
  define($name . '_SALT', 'salt of ' . $name);
}
${more}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require ABSPATH . 'wp-settings.php';
`;

/** WordPress itself uses what a newer PHP finds deprecated; that is not ours. */
function saidOfPlugin(log: string): readonly string[] {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  return lines.filter((line) => line.includes('/plugins/afterglow/'));
}

function startMariadb(program: string, folder: string): ChildProcess {
  const args = [
    '--no-defaults',
    `--datadir=${folder}`,
    `--aria-log-dir-path=${folder}`,
    `--socket=${join(folder, 'socket')}`,
    '--skip-networking',
    '--skip-grant-tables',
    // What a test writes may be lost with the machine.
    '--innodb-flush-log-at-trx-commit=0',
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ];
  return spawn(program, args, { stdio: 'ignore', detached: true });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  killGroup(child, signal);
  await exit;
}

/** PHP's server leaves its workers behind when it alone is ended. */
function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** PHP's server takes no port 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

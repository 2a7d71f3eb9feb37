import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { EventsAnswer } from '@afterglow/contract';
import { runCommand } from './run-command.js';
import { WrongSetting } from './settings.js';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const example = fileURLToPath(new URL('../../../../examples/salon-import/', import.meta.url));

/** Runs the command from source, as its user would. */
function start(args: readonly string[], environment: Record<string, string>): ChildProcess {
  const node = ['--conditions=afterglow-source', '--import', 'tsx', main, ...args];
  const { PATH = '' } = process.env;
  return spawn(process.execPath, node, { env: { PATH, ...environment } });
}

async function run(args: readonly string[], environment: Record<string, string> = {}) {
  const child = start(args, environment);
  let [out, error] = ['', ''];
  child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (error += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, error };
}

/** Starts a server and waits until it has said something that fits. */
async function serving(args: readonly string[], environment: Record<string, string>, said: RegExp) {
  const child = start(args, environment);
  let out = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      out += text.toString();
      if (said.test(out)) resolve();
    });
    child.on('close', () => reject(new Error(`it ended after saying: ${out}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    return ((await once(child, 'close')) as [number | null])[0];
  };
  return { out, stop };
}

describe('afterglow', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterglow-main-'));
  });
  after(() => rm(folder, { recursive: true }));
  const database = (name: string) => ({ AFTERGLOW_DATABASE: join(folder, name) });

  it('says in one line what is wrong with an argument or a setting', async () => {
    const wrong: [string[], Record<string, string>, RegExp][] = [
      [['serve', '--loud'], {}, /^Unknown option '--loud'\.?$/],
      [['serve', 'now'], {}, /^[^\n]*'now'[^\n]*$/],
      [['import'], {}, /^--clinic is missing\.$/],
      [['serve'], { PORT: 'x' }, /^PORT is "x"[^\n]*$/],
      [['verify'], { AFTERGLOW_DATABASE: folder }, /^The database [^\n]* is a folder;[^\n]*$/],
      [['verify'], { AFTERGLOW_DATABASE: main }, /^The database [^\n]* none of SQLite\.$/],
      [['verify'], { AFTERGLOW_DATABASE: join(main, 'x.db') }, /^The [^\n]* below a file[^\n]*$/],
      [
        ['verify'],
        { AFTERGLOW_DATABASE: 'postgres://user:canary@localhost:1/x' },
        /^The database localhost:1 (?![^]*canary)[^\n]* nobody answers[^\n]*$/,
      ],
      [['clinic', 'make'], {}, /^Say what to do: afterglow clinic create --name NAME, or /],
      [['clinic', 'origins', 'add', 'clinic.example', '--clinic', 'cln_x'], {}, /is no origin/],
      [['clinic', 'origins', 'add', 'https://a.example'], {}, /^--clinic is missing\.$/],
      [['keys', 'burn', '--clinic', 'cln_x'], database('a.db'), /^There is no clinic cln_x/],
      [['verify', '--clinic', 'cln_x'], database('a.db'), /^There is no clinic cln_x[^\n]*$/],
    ];
    for (const [args, environment, said] of wrong)
      await assert.rejects(
        runCommand(args, environment),
        (error) => error instanceof WrongSetting && said.test(error.message),
        args.join(' '),
      );
  });

  it('lists its commands when it is asked for one that it does not have', async () => {
    const { code, error, out } = await run(['servce']);

    assert.deepEqual([code, out], [2, '']);
    assert.match(error, /^There is no command "servce"\.\nafterglow COMMAND\n {2}serve /);
  });

  it('makes a clinic, brings a till in, verifies, adds a site, and lists and withdraws keys', async () => {
    const at = database('b.db');
    const program = join(example, 'program.json');
    const create = ['clinic', 'create', '--name', 'Salon', '--sandbox', '--program', program];
    const { out: made } = await run(create, at);
    const clinic = /cln_\w+/.exec(made)?.[0] ?? '';
    const secret = /sk_test_\w+/.exec(made)?.[0] ?? '';
    const files = ['receipts', 'services', 'products'].flatMap((name) => [
      `--${name}`,
      join(example, 'made', `${name}.csv`),
    ]);

    const mapping = ['--mapping', join(example, 'mapping.json')];
    const imported = await run(['import', '--clinic', clinic, ...mapping, ...files], at);
    assert.equal(imported.code, 1, 'some lines of that export do not fit');
    assert.match(imported.out, /^23 lines, 15 receipts|^23 lines, /);
    assert.match(imported.out, /\n {8}8 {2}not taken\n/);
    assert.match(imported.out, /\nLine 16, receipt 9: Date "02\/30\/2018" is no day/);

    const verified = await run(['verify'], at);
    assert.equal(verified.code, 0);
    assert.match(verified.out, /: 5 accounts, \d+ entries, all in order\n/);

    const addOrigin = ['clinic', 'origins', 'add', 'https://salon.example/', '--clinic', clinic];
    const once = await run(addOrigin, at);
    const twice = await run(addOrigin, at);
    assert.match(once.out, /^Pages of https:\/\/salon\.example may use cln_\w+ from version 2 /);
    assert.match(
      twice.out,
      /^https:\/\/salon\.example is among the origins of cln_\w+ already\.\n$/,
    );

    await run(['keys', 'revoke', secret, '--clinic', clinic], at);
    const { out: added } = await run(
      ['keys', 'create', '--kind', 'secret', '--clinic', clinic],
      at,
    );
    const { out: listed } = await run(['keys', '--clinic', clinic], at);
    assert.match(added, /^sk_test_\w{32}\n$/);
    const identity = ['keys', 'create', '--kind', 'identity', '--clinic', clinic];
    const { out: pem } = await run(identity, at);
    assert.match(pem, /^-----BEGIN PRIVATE KEY-----\n[\s\S]+\n-----END PRIVATE KEY-----\n$/);
    assert.match(listed, new RegExp(`sk_…${secret.slice(-4)}  made [\\d-]+, withdrawn\n`));
    assert.doesNotMatch(listed, /sk_test_/);
  });

  it('serves the demo with its history, and again with the same keys and data', async () => {
    const environment = { ...database('c.db'), PORT: '0', AFTERGLOW_SALON_DATA: folder };
    const first = await serving(['demo'], environment, /Ctrl-C/);
    const addressIn = (out: string, name: string) =>
      new RegExp(`${name}\\s+(http\\S+)`).exec(out)?.[1];
    const site = addressIn(first.out, 'Site') ?? '';
    const api = addressIn(first.out, 'API') ?? '';
    const secret = /sk_test_\w+/.exec(first.out)?.[0] ?? '';

    assert.match(first.out, /^Site {2,}http:\/\/localhost:\d+\/\n/);
    assert.notEqual(new URL(site).origin, new URL(api).origin);
    assert.match(first.out, /\+1 312 555 0100, code 424242/);
    assert.match(first.out, /Salon +not made: there is no receipts\.csv in /);
    const page = await (await fetch(site)).text();
    assert.match(page, new RegExp(`src="${new URL(api).origin}/afterglow/1/afterglow\\.js"`));
    const key = /pk_test_\w+/.exec(page)?.[0] ?? '';
    assert.equal((await fetch(`${api}/program?key=${key}`)).status, 200);
    const curl = /-d '(.*)'$/m.exec(first.out)?.[1]?.replace(/'\$\(date \+%s\)'/, '1') ?? '';
    const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' };
    const send = async (to: string) =>
      (await (
        await fetch(`${to}/events`, { method: 'POST', headers, body: curl })
      ).json()) as EventsAnswer;
    assert.equal((await send(api)).results[0]?.status, 'applied');
    assert.equal((await stat(`${environment.AFTERGLOW_DATABASE}.keys.json`)).mode & 0o077, 0);
    assert.equal(await first.stop(), 0);

    const second = await serving(['demo'], environment, /Ctrl-C/);
    assert.match(second.out, new RegExp(secret));
    const again = await send(addressIn(second.out, 'API') ?? '');
    assert.equal(again.results[0]?.status, 'duplicate');
    assert.equal(await second.stop(), 0);
  });

  it('says in one line that a port is taken', async () => {
    const taken = createServer().listen(0);
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };

    const { code, error } = await run(['serve'], { ...database('d.db'), PORT: String(port) });
    taken.close();

    assert.equal(code, 2);
    assert.match(error, new RegExp(`^Port ${port}, for the API, is taken\\.[^\n]*\n$`));
  });

  it('serves until it is told to stop, and closes the database', async () => {
    const server = await serving(['serve'], { ...database('e.db'), PORT: '0' }, /"serving"/);
    const { port } = JSON.parse(server.out.split('\n')[0] ?? '') as { port: number };

    assert.equal((await fetch(`http://localhost:${port}/v1/health`)).status, 200);
    assert.equal((await fetch(`http://localhost:${port}/v1/nothing`)).status, 404);
    assert.equal(await server.stop(), 0);
    await assert.rejects(stat(join(folder, 'e.db-wal')), { code: 'ENOENT' });
  });
});

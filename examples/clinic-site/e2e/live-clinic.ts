import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'examples/salon-import/program.json');

/** A clinic that is no sandbox, served by the built command from a database of its own. */
export interface LiveClinic {
  /** Origin of the API and of the script. */
  readonly api: string;
  readonly publishableKey: string;
  stop(): Promise<void>;
}

/** Makes it as an agency does, by `afterglow clinic create`, and serves it on a free port. */
export async function startLiveClinic(): Promise<LiveClinic> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-live-'));
  const run = (args: readonly string[]) =>
    spawn(process.execPath, ['packages/server/dist/node/main.js', ...args], {
      cwd: root,
      env: { ...process.env, PORT: '0', AFTERGLOW_DATABASE: join(folder, 'clinic.db') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  const create = ['clinic', 'create', '--name', 'Live', '--program', program];
  const [publishableKey] = await said(run(create), /pk_live_\w+(?=\s)/);
  const server = run(['serve']);
  const [, port] = await said(server, /"port":(\d+)/);
  return {
    api: `http://localhost:${port}`,
    publishableKey: publishableKey ?? '',
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What fits first in what a command prints. */
async function said(child: ChildProcess, pattern: RegExp): Promise<readonly string[]> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = pattern.exec(text);
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`it said no ${pattern}:\n${text}`)));
  });
}

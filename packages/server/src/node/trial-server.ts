import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** `afterglow serve` in a process of its own. */
export interface TrialServer {
  /** Where it listens, such as `http://localhost:4600`. */
  readonly address: string;
  /** Sends the signal; resolves when the process has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a server on a database and any free port; resolves once it listens. */
export async function startTrialServer(database: string): Promise<TrialServer> {
  const node = ['--conditions=afterglow-source', '--import', 'tsx', main, 'serve'];
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, node, {
    env: { PATH, AFTERGLOW_DATABASE: database, PORT: '0' },
  });
  const closed = once(child, 'close');
  let said = '';
  for await (const part of child.stdout) {
    said += String(part);
    const port = /"port":(\d+)/.exec(said)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return {
      address: `http://localhost:${port}`,
      async end(signal) {
        child.kill(signal);
        await closed;
      },
    };
  }
  throw new Error(`the server ended after saying: ${said}`);
}

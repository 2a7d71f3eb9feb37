import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** How long a first start may take, with everything built: the salon's import is part of it. */
const startMs = 120_000;

/** What `npm start` serves, on free ports and a database of its own. */
export interface Demo {
  /** Origin of the clinic's site. */
  readonly site: string;
  /** Origin of the API. */
  readonly api: string;
  /** What a page of the clinic's own says it is by. */
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly salonSecretKey: string | undefined;
  /** Calls the API with a key or token; throws on an answer that is no success. */
  call<Answer>(key: string, method: string, path: string, body?: object): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * Starts the demo as `npm start` does after building, and waits until it has said its addresses.
 *
 * @param options.salon - False leaves out the salon, whose import is most of the start.
 */
export async function startDemo({ salon = true } = {}): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-e2e-'));
  const child = spawn(process.execPath, ['packages/server/dist/node/main.js', 'demo'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      AFTERGLOW_DATABASE: join(folder, 'clinic.db'),
      ...(salon ? {} : { AFTERGLOW_SALON_DATA: folder }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await welcomeOf(child);

  const api = found(said, /API\s+(http\S+?)\/v1/);
  return {
    api,
    site: found(said, /Site\s+(http\S+?)\/\s/),
    publishableKey: found(said, /Page key\s+(pk_test_\w+)/),
    secretKey: found(said, /Secret key\s+(sk_test_\w+)/),
    salonSecretKey: /(sk_test_\w+) \(salon\)/.exec(said)?.[1],
    async call<Answer>(key: string, method: string, path: string, body?: object) {
      const answer = await fetch(`${api}${path}`, {
        method,
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return JSON.parse(text) as Answer;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`the demo did not say ${pattern}:\n${text}`);
  return match;
}

function welcomeOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the demo did not start within ${startMs} ms:\n${text}`));
    }, startMs);
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Ctrl-C stops it.')) {
        clearTimeout(late);
        resolve(text);
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the demo ended with ${code}:\n${text}`));
    });
  });
}

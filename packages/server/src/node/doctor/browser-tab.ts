import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A tab of a browser without a window, driven by the DevTools protocol over two pipes. */
export interface BrowserTab {
  /**
   * Calls a method such as `Page.navigate`.
   *
   * @throws BrowserFailed when the browser refuses it or has ended.
   */
  call(method: string, params?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** The browser can't be started, has ended, or does not know what it was asked for. */
export class BrowserFailed extends Error {
  override readonly name = 'BrowserFailed';
}

const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a browser gets to end by itself. */
const closeMs = 3_000;

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** @param executable - A Chromium or Chrome. */
export async function openTab(executable: string): Promise<BrowserTab> {
  const profile = await mkdtemp(join(tmpdir(), 'afterglow-doctor-'));
  // Chromium refuses to start as root with its sandbox on.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...flags, ...asRoot, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const call = connect(child, ended);
  const close = async () => {
    await Promise.race([call('Browser.close').catch(() => undefined), wait(closeMs)]);
    await Promise.race([ended, wait(closeMs)]);
    child.kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { targetId } = (await call('Target.createTarget', { url: 'about:blank' })) as {
      targetId: string;
    };
    const { sessionId } = (await call('Target.attachToTarget', {
      targetId,
      flatten: true,
    })) as { sessionId: string };
    return { call: (method, params) => call(method, params, sessionId), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Messages are JSON, each ended by a zero byte: Chromium reads from its third pipe, writes to its fourth. */
function connect(child: ChildProcess, ended: Promise<void>) {
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, { done(result: unknown): void; failed(why: Error): void }>();
  let [last, rest] = [0, ''];
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    for (const { failed } of waiting.values()) failed(new BrowserFailed('the browser has ended'));
  });
  // A browser that has ended reads no more; the calls are told by `ended`.
  input.on('error', () => undefined);
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id = 0, result, error } = JSON.parse(message) as Answer;
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.failed(new BrowserFailed(error.message));
      else call?.done(result);
    }
  });
  return (method: string, params: object = {}, sessionId?: string) =>
    new Promise<unknown>((done, failed) => {
      if (isOver) return failed(new BrowserFailed('the browser has ended'));
      const id = ++last;
      waiting.set(id, { done, failed });
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

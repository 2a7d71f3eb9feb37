import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** How long a browser or its driver may take to start. */
const startMs = 30_000;

/** A program that was started for tests. */
export interface Child {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Ends it, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts a program; what it says is read by {@link saidBy}, or dropped. */
export function start(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(path, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.resume();
  child.stderr.resume();
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  return {
    stdout: child.stdout,
    stderr: child.stderr,
    stop: async () => {
      process.off('exit', end);
      if (isOver(child)) return;
      const over = once(child, 'exit');
      child.kill('SIGTERM');
      await over;
    },
  };
}

const isOver = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Waits until a program has said something; answers the first group. */
export function saidBy(stream: Readable, what: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(
      () => reject(new Error(`A program did not say ${what} within ${startMs} ms:\n${text}`)),
      startMs,
    );
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = what.exec(text)?.[1];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
  });
}

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Ending } from '../trial-databases.js';

/** A request to the API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/v1/`. */
  readonly path: string;
  /** A key or a session's token. */
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What the API said; the body as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What one process of a race does: all of it at once. */
export interface Job {
  /** Its wall clock, epoch milliseconds. */
  readonly now: number;
  readonly calls: readonly Call[];
  /** Whether it runs a round of the scheduler as well. */
  readonly settle?: boolean;
}

/** Several processes with one database open, each with a whole server in it. */
export interface Race {
  /** Gives each process its job at the same moment; answers in their order. */
  run(jobs: readonly Job[]): Promise<readonly (readonly Answer[])[]>;
}

const contestant = fileURLToPath(new URL('./contestant.ts', import.meta.url));

/** Starts the processes; they end with the test. */
export async function startRace(t: Ending, database: string, processes: number): Promise<Race> {
  const execArgv = ['--conditions=afterglow-source', '--import', 'tsx'];
  const children = Array.from({ length: processes }, () =>
    fork(contestant, [database], { execArgv }),
  );
  t.after(async () => {
    for (const child of children) child.disconnect();
    await Promise.all(children.map((child) => once(child, 'exit')));
  });
  await Promise.all(children.map(nextMessage));
  return {
    async run(jobs) {
      const answers = children.map((child) => nextMessage(child) as Promise<readonly Answer[]>);
      for (const [index, child] of children.entries()) {
        const job = jobs[index];
        if (!job) throw new TypeError(`the race has ${processes} processes and ${index} jobs`);
        child.send(job);
      }
      return Promise.all(answers);
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const early = new AbortController();
  const { signal } = early;
  const [message] = (await Promise.race([
    once(child, 'message', { signal }),
    once(child, 'exit', { signal }).then(([code]) => {
      throw new Error(`a process of the race ended with ${String(code)}`);
    }),
  ]).finally(() => early.abort())) as [unknown];
  return message;
}

import { fork } from 'node:child_process';
import {
  addCounts,
  faultKinds,
  noFaults,
  type FaultCounts,
  type FaultKind,
} from './fault-kinds.js';
import { noneDone, type OperationCounts } from './operations/index.js';
import type { Run } from './run-seed.js';

/** Which seeds are run, each for so many steps. */
export interface Seeds {
  readonly from: number;
  readonly count: number;
  readonly steps: number;
  /** Only runs of few people who are mixed up and leave. Left out: what each seed says. */
  readonly leaving?: boolean;
}

/** What became of many runs. */
export interface Runs {
  readonly counts: FaultCounts;
  /** How often each operation was acknowledged, by its name. */
  readonly acknowledged: OperationCounts;
  /** Runs that were made; all of them where none failed. */
  readonly done: number;
  readonly steps: number;
  /** The fewest faults that a run took. */
  readonly leastFaults: number;
  /** The failed run with the lowest seed among those that ended. */
  readonly failed: Run | undefined;
}

/** Processes that share the seeds. */
const processCount = 2;

/** Sources run as they are. */
const execArgv = ['--conditions=afterglow-source', '--import', 'tsx'];

/**
 * Runs seeds in two processes until one fails. A seed gives the same in any of them, so how they are
 * shared out changes nothing but the time it takes.
 *
 * @param onRun - Told how many runs ended.
 */
export async function runSeeds(
  { from, count, steps, leaving = false }: Seeds,
  onRun: (done: number) => void = () => {},
): Promise<Runs> {
  const counts = noFaults();
  const acknowledged = noneDone();
  const failures: Run[] = [];
  let done = 0;
  let taken = 0;
  let leastFaults = Infinity;
  const stop = new AbortController();
  const took = (run: Run) => {
    addCounts(counts, run.counts);
    addCounts(acknowledged, run.done);
    done += 1;
    taken += run.steps;
    leastFaults = Math.min(leastFaults, sumOf(run.counts));
    if (run.failure) {
      failures.push(run);
      stop.abort();
    }
    onRun(done);
  };
  const processes = Math.min(processCount, count);
  await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      runEvery(
        { first: from + index, by: processes, end: from + count, steps, leaving },
        took,
        stop.signal,
      ),
    ),
  );
  const [failed] = failures.sort((a, b) => a.seed - b.seed);
  return { counts, acknowledged, done, steps: taken, leastFaults, failed };
}

/** What these runs say nothing about: operations never acknowledged and faults never taken, in words. */
export function neverTaken({ counts, acknowledged }: Runs): readonly string[] {
  const kinds = Object.keys(counts) as FaultKind[];
  return [
    ...Object.keys(acknowledged).filter((name) => acknowledged[name] === 0),
    ...kinds.filter((kind) => counts[kind] === 0).map((kind) => faultKinds[kind]),
  ];
}

const sumOf = (counts: FaultCounts) => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** Seeds of one process: the first, and then each by so many, below the end. */
export interface Share {
  readonly first: number;
  readonly by: number;
  readonly end: number;
  readonly steps: number;
  readonly leaving: boolean;
}

/** Runs a share in a process of its own. */
function runEvery(share: Share, took: (run: Run) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = fork(new URL('./seed-worker.ts', import.meta.url), [JSON.stringify(share)], {
      execArgv,
    });
    const end = () => void worker.kill();
    signal.addEventListener('abort', end);
    worker.on('message', (run) => took(run as Run));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', end);
      if (code === 0 || signal.aborted) resolve();
      else reject(new Error(`the process of seeds from ${share.first} ended with ${String(code)}`));
    });
  });
}

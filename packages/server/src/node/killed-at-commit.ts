/**
 * A process that answers one request and kills itself at its first commit, before or after it. It gets
 * the database, the request and the side of the commit as JSON.
 */
import { createApp } from '../app.js';
import type { Store } from '../ports.js';
import { openPorts } from './runtime.js';
import { readSettings } from './settings.js';

/** What the process is told. */
export interface Sentence {
  readonly database: string;
  readonly side: 'before' | 'after';
  /** Its wall clock, epoch milliseconds. */
  readonly now: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const { database, side, now, path, headers, body } = JSON.parse(
  process.argv[2] ?? '{}',
) as Sentence;
const ports = await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent');

/** Ends this process as the system would, and gives nothing more. */
const die = <T>(): Promise<T> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<T>(() => {});
};

const transaction: Store['transaction'] = async (work) => {
  await ports.store.transaction(async (tx) => {
    const made = await work(tx);
    return side === 'before' ? die<typeof made>() : made;
  });
  return die();
};
const store = { ...ports.store, reader: ports.store.reader, transaction };
const app = createApp({ ...ports, store, clock: { now: () => now } });
await app.request(path, { method: 'POST', headers, body });

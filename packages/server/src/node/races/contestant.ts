/** One process of a race: opens the database that it is given and does what it is told, all at once. */
import { once } from 'node:events';
import { createApp } from '../../app.js';
import type { App } from '../../app.js';
import { openPorts } from '../runtime.js';
import { settleAll } from '../scheduler.js';
import { readSettings } from '../settings.js';
import type { Answer, Call, Job } from './race.js';

async function answer(app: App, { method, path, key, headers, body }: Call): Promise<Answer> {
  const answered = await app.request(`/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answered.status, body: (await answered.json()) as unknown };
}

const [, , database = ''] = process.argv;
const time = { now: 0 };
const ports = {
  ...(await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent')),
  clock: { now: () => time.now },
};
const app = createApp(ports);

process.on('message', ({ now, calls, settle }: Job) => {
  time.now = now;
  const work = [...calls.map((call) => answer(app, call)), ...(settle ? [settleAll(ports)] : [])];
  void Promise.all(work).then((answers) => process.send?.(answers.slice(0, calls.length)));
});
process.send?.('ready');
await once(process, 'disconnect');
await ports.store.close();

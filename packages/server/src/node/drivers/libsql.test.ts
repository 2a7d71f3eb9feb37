import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openStore } from '../open-store.js';

const thisFile = fileURLToPath(import.meta.url);
const asWorker = '--increment';

/** Adds one to a row so and so often, each time in a transaction; sends the longest one's time. */
async function increment(database: string, times: number): Promise<void> {
  const store = await openStore(database);
  process.send?.('ready');
  await once(process, 'message');

  let longestMs = 0;
  for (let i = 0; i < times; i++) {
    const startedAt = performance.now();
    await store.transaction(async (tx) => {
      const row = await tx.lock('clinics', { id: 'c' });
      await tx.update('clinics', { id: 'c' }, { clockAt: (row?.clockAt ?? 0) + 1 });
    });
    longestMs = Math.max(longestMs, performance.now() - startedAt);
  }
  process.send?.(longestMs);
  await store.close();
  process.disconnect();
}

async function newDatabase(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-libsql-'));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, 'deeper', 'clinic.db');
}

const suite = () => {
  it('is shared by two processes without starving one of them', async (t) => {
    const database = await newDatabase(t);
    const store = await openStore(database);
    t.after(() => store.close());
    const row = { id: 'c', name: 'c', sandbox: 1, clockAt: 0, createdAt: 0, programRevision: 0 };
    await store.transaction((tx) => tx.insert('clinics', [row]));
    const execArgv = ['--conditions=afterglow-source', '--import', 'tsx'];
    const runs = [1, 2].map(() => fork(thisFile, [asWorker, database, '300'], { execArgv }));

    await Promise.all(runs.map((run) => once(run, 'message')));
    for (const run of runs) run.send('start');
    const waits = await Promise.all(runs.map(async (run) => (await once(run, 'message'))[0]));

    assert.equal((await store.reader.get('clinics', { id: 'c' }))?.clockAt, 600);
    for (const longestMs of waits)
      assert.ok(longestMs < 2000, `a transaction waited ${longestMs} ms for the other process`);
  });

  it('waits for the disk at each commit, except during work that can be done again', async (t) => {
    const store = await openStore(await newDatabase(t));
    t.after(() => store.close());
    const synchronous = async () =>
      (await sql<{ synchronous: number }>`pragma synchronous`.execute(store.db)).rows[0]
        ?.synchronous;
    const [full, normal] = [2, 1];
    assert.equal(await synchronous(), full);

    const during = await store.bulk(synchronous);
    await assert.rejects(
      store.bulk(() => Promise.reject(new RangeError('it failed'))),
      RangeError,
    );

    assert.equal(during, normal);
    assert.equal(await synchronous(), full);
  });

  it('refuses to bind what libsql would bend or die of', async (t) => {
    const store = await openStore(await newDatabase(t));
    t.after(() => store.close());

    for (const value of [true, 1.5, 'a\u0000b', undefined, {}])
      await assert.rejects(sql`select ${value}`.execute(store.db), TypeError);
  });
};

const [, , mode, database = '', times] = process.argv;
if (mode === asWorker) await increment(database, Number(times));
else describe('SQLite file', suite);

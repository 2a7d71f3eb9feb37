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
import type { Store } from '../../ports.js';
import { createSqlStore } from '../../stores/sql/sql-store.js';
import type { Tables } from '../../tables.js';
import { openStore } from '../open-store.js';
import { libsqlEngine } from './libsql.js';

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

const clinicsNamed = (many: number, name = 'clinic') =>
  Array.from({ length: many }, (_, nth) => ({
    id: `${name}-${nth}`,
    name,
    sandbox: 1,
    clockAt: 0,
    createdAt: 0,
    programRevision: 0,
  }));

type Row = Tables['clinics'];

const addClinic = (store: Store, row: Tables['clinics']) =>
  store.transaction((tx) => tx.insert('clinics', [row]));

async function newDatabase(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'afterglow-libsql-'));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, 'deeper', 'clinic.db');
}

/** A store whose disk has room for some rows and for no large one. */
async function openOnSmallDisk(t: TestContext) {
  const store = await openStore(await newDatabase(t));
  t.after(() => store.close());
  const { page_count: pages = 0 } =
    (await sql<{ page_count: number }>`pragma page_count`.execute(store.db)).rows[0] ?? {};
  await sql.raw(`pragma max_page_count=${pages + 8}`).execute(store.db);
  return store;
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

  it('shares a commit among transactions that wait at the same moment', async (t) => {
    const database = await newDatabase(t);
    await (await openStore(database)).close();
    const engine = libsqlEngine(database);
    const driver = engine.writing.createDriver();
    const commit = driver.commitTransaction.bind(driver);
    let commits = 0;
    driver.commitTransaction = (connection) => (commits++, commit(connection));
    const store = createSqlStore(engine);
    t.after(() => store.close());

    await Promise.all(clinicsNamed(40).map((row) => addClinic(store, row)));
    for (const row of clinicsNamed(3, 'later')) await addClinic(store, row);

    // The first takes along those that wait when it is done, up to 32; then those that are left.
    assert.equal(commits, 2 + 3);
    assert.equal((await sql`select id from clinics`.execute(store.db)).rows.length, 43);
  });

  it('answers and keeps alike when the disk is full for one of several at once', async (t) => {
    const store = await openOnSmallDisk(t);
    const rows = clinicsNamed(9).map((row, nth) =>
      nth === 4 ? { ...row, name: 'x'.repeat(200_000) } : row,
    );

    const ended = await Promise.allSettled(rows.map((row) => addClinic(store, row)));

    assert.equal(ended[4]?.status, 'rejected');
    const kept = (await sql<{ id: string }>`select id from clinics order by id`.execute(store.db))
      .rows;
    assert.deepEqual(
      kept.map(({ id }) => id),
      rows.filter((_, nth) => ended[nth]?.status === 'fulfilled').map(({ id }) => id),
    );
    for (const row of clinicsNamed(1, 'later')) await addClinic(store, row);
  });

  it('keeps nothing of work that goes on after the disk was full', async (t) => {
    const store = await openOnSmallDisk(t);
    const [first, large, last] = clinicsNamed(3) as [Row, Row, Row];

    const asked = store.transaction(async (tx) => {
      await tx.insert('clinics', [first]);
      await tx.insert('clinics', [{ ...large, name: 'x'.repeat(200_000) }]).catch(() => undefined);
      await tx.insert('clinics', [last]);
    });

    await assert.rejects(asked, /full/);
    assert.deepEqual((await sql`select id from clinics`.execute(store.db)).rows, []);
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

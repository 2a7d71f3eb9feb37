import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import type { RowAhead } from '../../ports.js';
import { migrationLock } from '../../stores/sql/migrate.js';
import { openStore } from '../open-store.js';
import { trialEngines } from '../trial-databases.js';

const row = {
  id: 'cli_1',
  name: 'One',
  sandbox: 0,
  clockAt: null,
  createdAt: 0,
  programRevision: 0,
};

for (const engine of trialEngines().filter(({ name }) => name === 'PostgreSQL'))
  describe('a store on PostgreSQL', () => {
    it('goes on after the database ended a connection with a transaction open', async (t) => {
      const database = await engine.create(t);
      const [store, other] = [await openStore(database), await openStore(database)];
      t.after(() => Promise.all([store.close(), other.close()]));
      const ended = store.transaction(async (tx) => {
        await tx.insert('clinics', [row]);
        const others = sql<{ pid: number }>`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`;
        assert.equal((await others.execute(other.db)).rows.length, 1);
        await tx.get('clinics', { id: 'cli_1' });
      });

      await assert.rejects(ended);
      assert.equal(await store.reader.get('clinics', { id: 'cli_1' }), undefined);
      await store.transaction((tx) => tx.insert('clinics', [row]));
    });

    it('refuses a number that is no safe integer, and goes on', async (t) => {
      const store = await openStore(await engine.create(t));
      t.after(() => store.close());
      await store.transaction((tx) => tx.insert('clinics', [row]));
      await sql`update clinics set "createdAt" = 9007199254740993`.execute(store.db);

      await assert.rejects(store.reader.get('clinics', row), RangeError);

      await sql`update clinics set "createdAt" = 1`.execute(store.db);
      assert.deepEqual(await store.reader.get('clinics', row), { ...row, createdAt: 1 });
    });

    it('lets others go first while a row of one transaction is held by another process', async (t) => {
      const database = await engine.create(t);
      const [store, other] = [await openStore(database), await openStore(database)];
      t.after(() => Promise.all([store.close(), other.close()]));
      await store.transaction((tx) => tx.insert('clinics', [row, { ...row, id: 'cli_2' }]));
      const rename = (id: string, name: string) =>
        store.transaction((tx) => tx.update('clinics', { id }, { name }));

      let waiting: Promise<unknown> = Promise.resolve();
      await other.transaction(async (tx) => {
        await tx.lock('clinics', { id: 'cli_1' });
        waiting = rename('cli_1', 'waited');
        await rename('cli_2', 'did not wait');
        assert.equal((await store.reader.get('clinics', { id: 'cli_2' }))?.name, 'did not wait');
      });

      await waiting;
      assert.equal((await store.reader.get('clinics', { id: 'cli_1' }))?.name, 'waited');
    });

    it('commits transactions that wait at the same moment together', async (t) => {
      const store = await openStore(await engine.create(t));
      t.after(() => store.close());
      const ids = Array.from({ length: 20 }, (_, nth) => `cli_${nth}`);
      const add = (id: string) => store.transaction((tx) => tx.insert('clinics', [{ ...row, id }]));

      await Promise.all(ids.map(add));

      const counted = sql<{ rows: number; commits: number }>`
        select count(*) as rows, count(distinct xmin::text) as commits from clinics`;
      assert.deepEqual((await counted.execute(store.db)).rows, [{ rows: 20, commits: 1 }]);
    });

    it('refuses whoever asked ahead for a row that cannot be read, and keeps the others once', async (t) => {
      const store = await openStore(await engine.create(t));
      t.after(() => store.close());
      await store.transaction((tx) => tx.insert('clinics', [row]));
      await sql`update clinics set "createdAt" = 9007199254740993`.execute(store.db);
      const add = (id: string, ahead: readonly RowAhead[]) =>
        store.transaction((tx) => tx.insert('clinics', [{ ...row, id }]), ahead);

      const ended = await Promise.allSettled([
        add('cli_2', []),
        add('cli_3', [{ table: 'clinics', key: { id: 'cli_1' } }]),
        add('cli_4', []),
      ]);

      assert.deepEqual(
        ended.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled'],
      );
      const { rows } = await sql`select id from clinics order by id`.execute(store.db);
      assert.deepEqual(rows, [{ id: 'cli_1' }, { id: 'cli_2' }, { id: 'cli_4' }]);
    });

    it('waits for another process that is at the tables, however long that takes', async (t) => {
      const database = await engine.create(t);
      const [store, other] = [await openStore(database), await openStore(database)];
      t.after(() => Promise.all([store.close(), other.close()]));

      let waiting: Promise<unknown> = Promise.resolve();
      await other.db.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx);
        waiting = Promise.allSettled([store.migrate()]);
        // Longer than a transaction waits for a row.
        await sql`select pg_sleep(1.3)`.execute(tx);
      });

      assert.deepEqual(await waiting, [{ status: 'fulfilled', value: [] }]);
    });

    it('answers transactions that still wait when it is closed', async (t) => {
      const store = await openStore(await engine.create(t));
      const rename = (name: string) =>
        store.transaction((tx) => tx.update('clinics', { id: 'cli_1' }, { name }));
      await store.transaction((tx) => tx.insert('clinics', [row]));

      const asked = ['one', 'two', 'three'].map(rename);
      const [ended] = await Promise.all([Promise.allSettled(asked), store.close()]);

      const refusals = ended.flatMap((one) => ('reason' in one ? [String(one.reason)] : []));
      assert.match(refusals.join('\n'), /the database is closed/);
    });

    it('has transactions that say nothing ended after a minute', async (t) => {
      const store = await openStore(await engine.create(t));
      t.after(() => store.close());

      const { rows } = await sql<{ ms: string }>`select setting as ms from pg_settings
        where name = 'idle_in_transaction_session_timeout'`.execute(store.db);

      assert.deepEqual(rows, [{ ms: '60000' }]);
    });
  });

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Driver } from 'kysely';
import { engineOf } from '../../node/open-store.js';
import { trialEngines } from '../../node/trial-databases.js';
import { createSqlStore } from './sql-store.js';

const row = (id: string) => ({
  id,
  name: 'One',
  sandbox: 0,
  clockAt: null,
  createdAt: 0,
  programRevision: 0,
});

for (const { name, create } of trialEngines())
  describe(`transactions that wait at the same moment on ${name}`, () => {
    /** A store whose driver is changed, and how often each work ran. */
    async function openWith(t: TestContext, change: (driver: Driver) => Partial<Driver>) {
      const engine = await engineOf(await create(t));
      const { writing } = engine;
      const createDriver = () => {
        const driver = writing.createDriver();
        const methods: Driver = {
          init: () => driver.init(),
          acquireConnection: () => driver.acquireConnection(),
          beginTransaction: (...of) => driver.beginTransaction(...of),
          commitTransaction: (...of) => driver.commitTransaction(...of),
          rollbackTransaction: (...of) => driver.rollbackTransaction(...of),
          releaseConnection: (...of) => driver.releaseConnection(...of),
          destroy: () => driver.destroy(),
        };
        return { ...methods, ...change(driver) };
      };
      const store = createSqlStore({
        ...engine,
        writing: {
          createAdapter: () => writing.createAdapter(),
          createIntrospector: (db) => writing.createIntrospector(db),
          createQueryCompiler: () => writing.createQueryCompiler(),
          createDriver,
        },
      });
      t.after(() => store.close());
      await store.migrate();
      const runs = new Map<string, number>();
      const add = (id: string, andThen: () => void = () => undefined) =>
        store.transaction(async (tx) => {
          runs.set(id, (runs.get(id) ?? 0) + 1);
          await tx.insert('clinics', [row(id)]);
          andThen();
        });
      const kept = async () =>
        (await store.reader.range('clinics', { index: 'key', where: {} })).map(({ id }) => id);
      return { add, kept, runs };
    }

    it('run again together, and who failed alone', async (t) => {
      let commits = 0;
      const { add, kept, runs } = await openWith(t, (driver) => ({
        commitTransaction: (connection) => (commits++, driver.commitTransaction(connection)),
      }));
      const fail = () => {
        throw new RangeError('not this one');
      };
      const ids = Array.from({ length: 10 }, (_, nth) => `c${nth}`);
      commits = 0;

      const ended = await Promise.allSettled(
        ids.map((id) => add(id, id === 'c4' ? fail : undefined)),
      );

      assert.deepEqual(
        ended.map(({ status }) => status === 'fulfilled'),
        ids.map((id) => id !== 'c4'),
      );
      assert.deepEqual(
        await kept(),
        ids.filter((id) => id !== 'c4'),
      );
      // Those before it ran with it, and those after it had not run yet.
      assert.deepEqual([...runs.values()], [2, 2, 2, 2, 2, 1, 1, 1, 1, 1]);
      assert.equal(commits, 1);
    });

    it('do not run again when nobody knows whether they are kept', async (t) => {
      let isArmed = false;
      const { add, kept, runs } = await openWith(t, (driver) => ({
        async commitTransaction(connection) {
          await driver.commitTransaction(connection);
          if (isArmed) throw new Error('the connection is lost');
        },
      }));
      isArmed = true;

      const ended = await Promise.allSettled([add('c0'), add('c1')]);

      for (const one of ended)
        assert.match(String(Reflect.get(one, 'reason')), /connection is lost/);
      assert.deepEqual([...runs.values()], [1, 1]);
      assert.deepEqual(await kept(), ['c0', 'c1']);
    });
  });

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { openStore } from '../../node/open-store.js';
import { trialEngines } from '../../node/trial-databases.js';

for (const { name, create } of trialEngines())
  describe(`the tables on ${name}`, () => {
    it('holds its insert-only tables against plain SQL too', async (t) => {
      const store = await openStore(await create(t));
      t.after(() => store.close());
      await sql`insert into history values ('c','a','s','x',1,'evt','visit',1,1,'{}')`.execute(
        store.db,
      );

      for (const statement of [sql`update history set at = 2`, sql`delete from history`])
        await assert.rejects(statement.execute(store.db), /can be added, never changed/);
    });

    it('gets its tables once, and what is missing of them later', async (t) => {
      const database = await create(t);
      const first = await openStore(database);
      assert.deepEqual(await first.migrate(), []);
      await sql`drop index "accounts_byDue"`.execute(first.db);
      await sql`alter table members drop column locale`.execute(first.db);
      await sql`drop table outbox`.execute(first.db);
      await sql`update migrations set shape = 'older'`.execute(first.db);

      const made = (await first.migrate()).filter((line) => !/if not exists|or replace/.test(line));
      const again = await openStore(database);
      t.after(() => Promise.all([first.close(), again.close()]));

      assert.equal(made.length, 2);
      assert.match(made.join('\n'), /add column "locale"[^]*create table "outbox"/);
      assert.deepEqual(await again.migrate(), []);
    });

    it('refuses a database with a column that must be filled and that is not known', async (t) => {
      const database = await create(t);
      const store = await openStore(database);
      await sql`drop table nonces`.execute(store.db);
      await sql`create table nonces (newer text not null)`.execute(store.db);
      await sql`update migrations set shape = 'newer'`.execute(store.db);
      await store.close();

      await assert.rejects(openStore(database), /nonces: this database has a column newer/);
    });
  });

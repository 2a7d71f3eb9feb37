import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStore } from '../node/open-store.js';
import { trialEngines } from '../node/trial-databases.js';
import type { Ending } from '../node/trial-databases.js';
import { RowExists } from '../ports.js';
import type { RowAhead, Store, Transaction } from '../ports.js';
import type { Tables } from '../tables.js';
import { createMemoryStore } from './memory/memory-store.js';
import { RowRefused } from './row.js';

const engines: Record<string, (user: Ending) => Promise<Store>> = {
  memory: async () => createMemoryStore(),
};
for (const { name, create } of trialEngines())
  engines[name] = async (user) => openStore(await create(user));

let clinics = 0;
/** A clinic of its own for each test, so that tests share a database without meeting. */
const newClinic = () => `cln_${process.pid}_${Date.now()}_${clinics++}`;

function account(clinicId: string, accountId: string, more: Partial<Tables['accounts']> = {}) {
  return {
    clinicId,
    accountId,
    edition: 1,
    programVersion: 1,
    stateJson: '{}',
    stale: 0,
    nextDue: null,
    entrySeq: 0,
    entryHash: '',
    updatedAt: 0,
    frozenAt: null,
    ...more,
  } satisfies Tables['accounts'];
}

function entry(clinicId: string, accountId: string, seq: number): Tables['entries'] {
  const about = { asset: 'points', causeKind: 'visit', causeId: null, key: 'k', becauseJson: '[]' };
  const amounts = { amount: 1, balanceAfter: seq, at: seq, postedAt: seq };
  return { clinicId, accountId, seq, id: `ent_${seq}`, hash: '', ...about, ...amounts };
}

for (const [name, open] of Object.entries(engines))
  describe(`store on ${name}`, () => {
    let store: Store;
    const endings: (() => Promise<void>)[] = [];
    before(async () => {
      store = await open({ after: (work) => void endings.push(work) });
    });
    after(async () => {
      await store.close();
      for (const end of endings) await end();
    });
    const idsOf = (rows: readonly Tables['accounts'][]) => rows.map((row) => row.accountId);
    const insert = (...rows: Tables['accounts'][]) =>
      store.transaction((tx) => tx.insert('accounts', rows));

    it('gives back what was inserted, and undefined for what was not', async () => {
      const clinicId = newClinic();
      const row = account(clinicId, 'a', { nextDue: 7 });
      await insert(row);

      assert.deepEqual({ ...(await store.reader.get('accounts', row)) }, row);
      const missing = await store.reader.get('accounts', { clinicId, accountId: 'b' });
      assert.equal(missing, undefined);
    });

    it('reads many rows by key and leaves out those that are missing', async () => {
      const clinicId = newClinic();
      const many = Array.from({ length: 250 }, (_, i) => account(clinicId, `m${i}`));
      await insert(...many);

      const keys = [...many, account(clinicId, 'nobody'), account(clinicId, 'm0')];
      const found = await store.reader.getMany('accounts', keys);

      assert.deepEqual(new Set(idsOf(found)), new Set(idsOf(many)));
      assert.equal(found.length, 250);
      assert.deepEqual(await store.reader.getMany('accounts', []), []);
    });

    it('reads a range in the order of its index, within exclusive bounds', async () => {
      const clinicId = newClinic();
      const due = [30, null, 10, 20, 20, 40];
      await insert(...due.map((nextDue, i) => account(clinicId, `a${i}`, { nextDue })));
      const other = account(newClinic(), 'a9', { nextDue: 20 });
      await insert(other);
      const where = { clinicId };
      const range = async (more: object) =>
        idsOf(await store.reader.range('accounts', { index: 'byDue', where, ...more }));

      assert.deepEqual(await range({}), ['a1', 'a2', 'a3', 'a4', 'a0', 'a5'], 'nulls first');
      assert.deepEqual(await range({ below: 30 }), ['a2', 'a3', 'a4'], 'nulls outside');
      assert.deepEqual(await range({ above: 10 }), ['a3', 'a4', 'a0', 'a5']);
      assert.deepEqual(await range({ above: 10, below: 40 }), ['a3', 'a4', 'a0']);
      assert.deepEqual(await range({ above: 40 }), []);
      assert.deepEqual(await range({ descending: true, limit: 2 }), ['a5', 'a0']);
      assert.deepEqual(await range({ descending: true, below: 30, limit: 2 }), ['a4', 'a3']);
      assert.deepEqual(await range({ descending: true }), ['a5', 'a0', 'a4', 'a3', 'a2', 'a1']);
      assert.deepEqual(await range({ limit: 0 }), []);
      assert.deepEqual(await range({ where: { clinicId, nextDue: 20 } }), ['a3', 'a4']);
      assert.deepEqual(await range({ where: { clinicId, nextDue: null } }), ['a1']);
    });

    it('pages through the primary key and compares text byte for byte', async () => {
      const clinicId = newClinic();
      const names = ['', ' ', 'B', 'a', 'b', 'bb', 'é', '\uFFFD', '😀'];
      await insert(...names.toReversed().map((accountId) => account(clinicId, accountId)));
      const page = (above?: string) =>
        store.reader.range('accounts', {
          index: 'key',
          where: { clinicId },
          ...(above === undefined ? {} : { above }),
          limit: 4,
        });

      assert.deepEqual(idsOf(await page()), names.slice(0, 4));
      assert.deepEqual(idsOf(await page('a')), names.slice(4, 8));
      assert.deepEqual(idsOf(await page('\uFFFD')), ['😀']);
    });

    it('refuses a range whose columns do not lead its index', async () => {
      const range = { index: 'byDue', where: { nextDue: 1 } } as const;

      await assert.rejects(async () => store.reader.range('accounts', range), RowRefused);
    });

    it('sees its own writes in a range before they are committed, and nobody else does', async () => {
      const clinicId = newClinic();
      await insert(account(clinicId, 'a'), account(clinicId, 'b'), account(clinicId, 'c'));
      const range = { index: 'key', where: { clinicId }, limit: 3 } as const;

      await store.transaction(async (tx) => {
        await tx.remove('accounts', { clinicId, accountId: 'a' });
        await tx.insert('accounts', [account(clinicId, 'bb')]);
        assert.deepEqual(idsOf(await tx.range('accounts', range)), ['b', 'bb', 'c']);
        assert.deepEqual(idsOf(await store.reader.range('accounts', range)), ['a', 'b', 'c']);
      });

      assert.deepEqual(idsOf(await store.reader.range('accounts', range)), ['b', 'bb', 'c']);
    });

    it('says what failed first of what is asked for together, and keeps nothing', async () => {
      const clinicId = newClinic();
      await insert(account(clinicId, 'a'));

      const run = store.transaction(async (tx) => {
        await tx.insert('accounts', [account(clinicId, 'b')]);
        await Promise.all([
          tx.insert('accounts', [account(clinicId, 'a')]),
          tx.get('accounts', { clinicId, accountId: 'b' }),
          tx.update('accounts', { clinicId, accountId: 'b' }, { stale: 1 }),
        ]);
      });

      await assert.rejects(run, RowExists);
      assert.equal(await store.reader.get('accounts', { clinicId, accountId: 'b' }), undefined);
    });

    it('throws RowExists when a key is taken and keeps nothing of that transaction', async () => {
      const clinicId = newClinic();
      await insert(account(clinicId, 'a', { updatedAt: 1 }));

      await assert.rejects(insert(account(clinicId, 'b'), account(clinicId, 'a')), RowExists);

      const rows = await store.reader.range('accounts', { index: 'key', where: { clinicId } });
      assert.deepEqual(idsOf(rows), ['a']);
    });

    it('keeps nothing of work that went on after a key was taken', async () => {
      const clinicId = newClinic();
      await insert(account(clinicId, 'a'));

      const goesOn = store.transaction(async (tx) => {
        await tx.insert('accounts', [account(clinicId, 'b')]);
        await tx.insert('accounts', [account(clinicId, 'a')]).catch(() => undefined);
      });

      await assert.rejects(goesOn, RowExists);
      const rows = await store.reader.range('accounts', { index: 'key', where: { clinicId } });
      assert.deepEqual(idsOf(rows), ['a']);
    });

    it('keeps nothing where one of several rows cannot be kept', async () => {
      const clinicId = newClinic();
      const broken = account(clinicId, 'c', { updatedAt: 1.5 });

      const written = store.transaction((tx) =>
        Promise.all([
          tx.insert('accounts', [account(clinicId, 'a')]),
          tx.insertMissing('accounts', [account(clinicId, 'b'), broken]),
          tx.save('accounts', [account(clinicId, 'd')]),
        ]),
      );

      await assert.rejects(written, RowRefused);
      const rows = await store.reader.range('accounts', { index: 'key', where: { clinicId } });
      assert.deepEqual(idsOf(rows), []);
    });

    it('adds the rows that are missing, and leaves those that are there', async () => {
      const clinicId = newClinic();
      await insert(account(clinicId, 'a', { updatedAt: 1 }));
      const rows = ['a', 'b', 'c', 'b'].map((id) => account(clinicId, id, { updatedAt: 2 }));

      await store.transaction((tx) => tx.insertMissing('accounts', rows));

      const there = await store.reader.range('accounts', { index: 'key', where: { clinicId } });
      assert.deepEqual(
        there.map(({ accountId, updatedAt }) => [accountId, updatedAt]),
        [
          ['a', 1],
          ['b', 2],
          ['c', 2],
        ],
      );
    });

    it('lets one of many that claim a key at once have it', async () => {
      const clinicId = newClinic();
      const claim = (updatedAt: number) =>
        store.transaction((tx) => tx.claim('accounts', account(clinicId, 'a', { updatedAt })));

      const had = await Promise.all([1, 2, 3, 4, 5, 6].map(claim));

      assert.equal(had.filter(Boolean).length, 1);
      const row = await store.reader.get('accounts', account(clinicId, 'a'));
      assert.equal(had[(row?.updatedAt ?? 0) - 1], true);
    });

    it('saves over the row of the same key, the last one winning', async () => {
      const clinicId = newClinic();
      await insert(account(clinicId, 'a', { nextDue: 5 }));
      const rows = [1, 2].map((updatedAt) => account(clinicId, 'a', { updatedAt }));

      await store.transaction((tx) => tx.save('accounts', [...rows, account(clinicId, 'b')]));

      const due = { index: 'byDue', where: { clinicId }, above: 0 } as const;
      assert.deepEqual(await store.reader.range('accounts', due), []);
      assert.equal((await store.reader.get('accounts', account(clinicId, 'a')))?.updatedAt, 2);
    });

    it('updates some columns, and removes rows and says whether there was one', async () => {
      const clinicId = newClinic();
      const key = { clinicId, accountId: 'a' };
      await insert(account(clinicId, 'a', { nextDue: 5, stateJson: 'kept' }));

      await store.transaction(async (tx) => {
        await tx.update('accounts', key, { nextDue: null, stale: 1 });
        await tx.update('accounts', { ...key, accountId: 'x' }, { stale: 1 });
        const changed = account(clinicId, 'a', { stale: 1, stateJson: 'kept' });
        assert.deepEqual({ ...(await tx.lock('accounts', key)) }, changed);
      });
      await store.transaction(async (tx) => {
        assert.equal(await tx.remove('accounts', key), true);
        assert.equal(await tx.remove('accounts', key), false);
      });

      assert.equal(await store.reader.get('accounts', key), undefined);
    });

    it('throws the error of the work on, and keeps nothing that it wrote', async () => {
      const clinicId = newClinic();
      const failure = new RangeError('the work failed');

      const run = store.transaction(async (tx) => {
        await tx.insert('accounts', [account(clinicId, 'a')]);
        throw failure;
      });

      await assert.rejects(run, failure);
      assert.equal(await store.reader.get('accounts', account(clinicId, 'a')), undefined);
    });

    it('keeps nothing of very many rows when the work throws after them', async () => {
      const clinicId = newClinic();
      const many = Array.from({ length: 250 }, (_, i) => account(clinicId, `m${i}`));

      const asked = store.transaction(async (tx) => {
        await tx.insert('accounts', many);
        throw new RangeError('not this one');
      });

      await assert.rejects(asked, RangeError);
      assert.deepEqual(
        await store.reader.range('accounts', { index: 'key', where: { clinicId } }),
        [],
      );
    });

    it('keeps nothing that is written once the transaction is over', async () => {
      const clinicId = newClinic();
      let tellOver = () => {};
      const over = new Promise<void>((resolve) => (tellOver = resolve));
      const late: Promise<void>[] = [];
      const write = async (tx: Transaction, id: string) => {
        await over;
        await tx.insert('accounts', [account(clinicId, id)]);
      };

      await store.transaction(async (tx) => void late.push(write(tx, 'kept')));
      const failing = store.transaction((tx) => {
        late.push(write(tx, 'failed'));
        return Promise.reject(new RangeError('not this one'));
      });
      await assert.rejects(failing, RangeError);
      tellOver();
      await Promise.allSettled(late);

      assert.deepEqual(
        await store.reader.range('accounts', { index: 'key', where: { clinicId } }),
        [],
      );
    });

    it('keeps all of those at once that succeed, and nothing of those that fail', async () => {
      const clinicId = newClinic();
      await insert(account(clinicId, 'a0'));
      const add = (nth: number) =>
        store.transaction(async (tx) => {
          await tx.insert('accounts', [account(clinicId, `b${nth}`)]);
          // Every third takes a key that is taken, every fifth fails by itself.
          await tx.insert('accounts', [
            account(clinicId, `a${nth % 3}-${nth}`.replace(/^a0-.*/, 'a0')),
          ]);
          if (nth % 5 === 0) throw new RangeError('the work failed');
        });

      const ended = await Promise.allSettled(Array.from({ length: 30 }, (_, nth) => add(nth)));

      const good = [...ended.keys()].filter((nth) => nth % 3 !== 0 && nth % 5 !== 0);
      assert.deepEqual(
        ended.flatMap(({ status }, nth) => (status === 'fulfilled' ? [nth] : [])),
        good,
      );
      for (const [nth, one] of ended.entries())
        if (one.status === 'rejected')
          assert.ok(one.reason instanceof (nth % 3 === 0 ? RowExists : RangeError), String(nth));
      const rows = await store.reader.range('accounts', { index: 'key', where: { clinicId } });
      const expected = good.flatMap((nth) => [`b${nth}`, `a${nth % 3}-${nth}`]);
      assert.deepEqual(new Set(idsOf(rows)), new Set(['a0', ...expected]));
    });

    it('counts every one of many increments at once', async () => {
      const clinicId = newClinic();
      const key = { clinicId, accountId: 'a' };
      await insert(account(clinicId, 'a'));
      const increment = () =>
        store.transaction(async (tx) => {
          const row = await tx.lock('accounts', key);
          await tx.update('accounts', key, { entrySeq: (row?.entrySeq ?? 0) + 1 });
        });

      await Promise.all(Array.from({ length: 40 }, increment));

      assert.equal((await store.reader.get('accounts', key))?.entrySeq, 40);
    });

    it('gives rows that are asked for ahead as those before left them', async () => {
      const clinicId = newClinic();
      const counter = { clinicId, accountId: 'a' };
      const other = { clinicId, accountId: 'b' };
      await insert(account(clinicId, 'a'));
      const ahead: readonly RowAhead[] = [
        { table: 'accounts', key: counter, lock: true },
        { table: 'accounts', key: other },
      ];
      const step = () =>
        store.transaction(async (tx) => {
          const entrySeq = (await tx.lock('accounts', counter))?.entrySeq ?? 0;
          const isThere = (await tx.get('accounts', other)) !== undefined;
          assert.equal(isThere, entrySeq % 2 === 1, `after ${entrySeq} steps`);
          if (isThere) await tx.remove('accounts', other);
          else await tx.insert('accounts', [account(clinicId, 'b')]);
          await tx.update('accounts', counter, { entrySeq: entrySeq + 1 });
          assert.equal((await tx.get('accounts', counter))?.entrySeq, entrySeq + 1);
        }, ahead);

      await Promise.all(Array.from({ length: 40 }, step));

      assert.equal((await store.reader.get('accounts', counter))?.entrySeq, 40);
    });

    it('gives back texts and whole numbers exactly as they were', async () => {
      const clinicId = newClinic();
      const texts = [
        `'"\`\\%_;--`,
        '👩🏽‍⚕️ é é',
        '\r\n\t\u0001',
        'x'.repeat(2_000_000),
        '{"a":[1,null]}',
      ];
      const numbers = [0, -1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1)];
      const rows = texts.map((stateJson, i) =>
        account(clinicId, `a${i}`, {
          stateJson,
          updatedAt: numbers[i] ?? 0,
          nextDue: numbers[i] ?? 0,
        }),
      );
      await insert(...rows);

      for (const row of rows)
        assert.deepEqual({ ...(await store.reader.get('accounts', row)) }, row);
      const range = { index: 'byDue', where: { clinicId }, above: 2 ** 53 - 2 } as const;
      assert.deepEqual(idsOf(await store.reader.range('accounts', range)), ['a3']);
    });

    it('refuses what a column cannot hold', async () => {
      const clinicId = newClinic();
      const wrong = [
        { stale: true },
        { stateJson: 'a\u0000b' },
        { updatedAt: 1.5 },
        { entrySeq: null },
      ];
      for (const columns of [
        ...wrong,
        { updatedAt: 2 ** 53 },
        { nextDue: undefined },
        { stray: 1 },
      ]) {
        const row = { ...account(clinicId, 'a'), ...columns } as unknown as Tables['accounts'];
        await assert.rejects(insert(row), RowRefused, Object.keys(columns).join());
      }
    });

    it('adds to history and journal, and never changes or removes a row of them', async () => {
      const clinicId = newClinic();
      const first = entry(clinicId, 'a', 1);
      await store.transaction((tx) => tx.insert('entries', [first, entry(clinicId, 'a', 2)]));

      await assert.rejects(
        store.transaction((tx) => tx.update('entries', first, { amount: 9 })),
        RowRefused,
      );
      await assert.rejects(
        store.transaction((tx) => tx.save('entries', [{ ...first, amount: 9 }])),
        RowRefused,
      );
      await assert.rejects(
        store.transaction((tx) => tx.remove('entries', first)),
        RowRefused,
      );
      assert.equal((await store.reader.get('entries', first))?.amount, 1);
    });
  });

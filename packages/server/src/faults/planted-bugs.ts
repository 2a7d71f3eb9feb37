import type { Transaction } from '../ports.js';
import type { TableName, Tables } from '../tables.js';
import type { Plant } from './server-process.js';

/** A mistake that somebody could make in the server. Some seed must find it. */
export interface PlantedBug {
  readonly name: string;
  /** The seed that found it last, which is tried first. */
  readonly seed: number;
  readonly plant: Plant;
}

/** The methods of a transaction, in some of which the mistake is. */
type Methods = { -readonly [Name in keyof Transaction]: Transaction[Name] };

/** A store whose transactions are wrong. */
const wrongTransactions =
  (change: (tx: Transaction) => Partial<Methods>): Plant =>
  (store) => ({
    ...store,
    transaction: (work) => store.transaction((tx) => work({ ...methodsOf(tx), ...change(tx) })),
  });

/** A transaction as an object that can be spread. */
function methodsOf(tx: Transaction): Methods {
  return {
    get: (...asked) => tx.get(...asked),
    getMany: (...asked) => tx.getMany(...asked),
    range: (...asked) => tx.range(...asked),
    lock: (...asked) => tx.lock(...asked),
    insert: (...asked) => tx.insert(...asked),
    insertMissing: (...asked) => tx.insertMissing(...asked),
    claim: (...asked) => tx.claim(...asked),
    save: (...asked) => tx.save(...asked),
    update: (...asked) => tx.update(...asked),
    remove: (...asked) => tx.remove(...asked),
  };
}

/** Changes of accounts on their way to the store. */
const changedAccounts = (
  change: (columns: Partial<Tables['accounts']>) => Partial<Tables['accounts']>,
): Plant =>
  wrongTransactions((tx) => ({
    update: (table, key, columns) =>
      tx.update(
        table,
        key,
        table === 'accounts'
          ? (change(columns as Partial<Tables['accounts']>) as typeof columns)
          : columns,
      ),
  }));

/** Rows of a table that never arrive. */
const lost = <Name extends TableName>(of: Name, isLost: (row: Tables[Name]) => boolean): Plant => {
  const kept = <Other extends TableName>(table: Other, rows: readonly Tables[Other][]) =>
    table === (of as TableName)
      ? rows.filter((row) => !isLost(row as unknown as Tables[Name]))
      : rows;
  return wrongTransactions((tx) => ({
    insert: (table, rows) => tx.insert(table, kept(table, rows)),
    insertMissing: (table, rows) => tx.insertMissing(table, kept(table, rows)),
    claim: async (table, row) => kept(table, [row]).length === 0 || tx.claim(table, row),
  }));
};

/** Changes of a table that leave out some columns. */
const unchanged = <Name extends TableName>(
  of: Name,
  leftOut: readonly (keyof Tables[Name] & string)[],
): Plant =>
  wrongTransactions((tx) => ({
    update: (table, key, change) =>
      tx.update(
        table,
        key,
        table === (of as TableName)
          ? (Object.fromEntries(
              Object.entries(change).filter(
                ([column]) => !(leftOut as readonly string[]).includes(column),
              ),
            ) as typeof change)
          : change,
      ),
  }));

/** Whether a record of the same write says that a merge ended. */
const endsMerge = (rows: readonly Tables['history'][]): boolean =>
  rows.some(({ type, externalId }) => type === 'withdrawn' && externalId === 'mergedInto');

/** What goes back with the end of a merge, without some of it. */
const leftBehind = (isLeft: (row: Tables['history']) => boolean): Plant =>
  wrongTransactions((tx) => ({
    insert(table, rows) {
      const records = rows as readonly unknown[] as readonly Tables['history'][];
      if (table !== 'history' || !endsMerge(records)) return tx.insert(table, rows);
      const kept = records.filter((row) => !isLeft(row));
      return tx.insert(table, kept as readonly unknown[] as typeof rows);
    },
  }));

/** Records whose insert waits until the transaction is over. */
const recordsAfterwards =
  (isLate: (row: Tables['history']) => boolean): Plant =>
  (store) => ({
    ...store,
    async transaction(work) {
      const late: Tables['history'][] = [];
      const keep = <Name extends TableName>(table: Name, rows: readonly Tables[Name][]) => {
        if (table !== 'history') return rows;
        const records = rows as readonly Tables['history'][];
        late.push(...records.filter(isLate));
        return records.filter(
          (row) => !isLate(row),
        ) as readonly unknown[] as readonly Tables[Name][];
      };
      const answer = await store.transaction((tx) =>
        work({
          ...methodsOf(tx),
          insert: (table, rows) => tx.insert(table, keep(table, rows)),
          insertMissing: (table, rows) => tx.insertMissing(table, keep(table, rows)),
        }),
      );
      if (late.length > 0) await store.transaction((tx) => tx.insertMissing('history', late));
      return answer;
    },
  });

/** A write as it was asked for. */
type Write = (tx: Transaction) => Promise<unknown>;

/** Work that decides on what it read, and writes later, when others may have written too. */
const withoutLock: Plant = (store) => ({
  ...store,
  async transaction(work) {
    const writes: Write[] = [];
    const taken = new Error('taken back');
    let answer: Awaited<ReturnType<typeof work>> | undefined;
    await store
      .transaction(async (tx) => {
        writes.length = 0;
        answer = await work({
          ...methodsOf(tx),
          insert(table, rows) {
            writes.push((to) => to.insert(table, rows));
            return tx.insert(table, rows);
          },
          insertMissing(table, rows) {
            writes.push((to) => to.insertMissing(table, rows));
            return tx.insertMissing(table, rows);
          },
          claim(table, row) {
            writes.push((to) => to.claim(table, row));
            return tx.claim(table, row);
          },
          save(table, rows) {
            writes.push((to) => to.save(table, rows));
            return tx.save(table, rows);
          },
          update(table, key, change) {
            writes.push((to) => to.update(table, key, change));
            return tx.update(table, key, change);
          },
        });
        throw taken;
      })
      .catch((error: unknown) => {
        if (error !== taken) throw error;
      });
    await store.transaction(async (tx) => {
      for (const write of writes) await write(tx);
    });
    return answer as Awaited<ReturnType<typeof work>>;
  },
});

const dayMs = 86_400_000;

/** The mistakes. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    seed: 1,
    name: 'events that were taken are not remembered',
    plant: wrongTransactions((tx) => ({
      getMany: async (table, keys) => (table === 'events' ? [] : tx.getMany(table, keys)),
    })),
  },
  {
    seed: 1,
    name: 'the answer that is kept is not the one that was given',
    plant: wrongTransactions((tx) => ({
      insert: (table, rows) =>
        tx.insert(
          table,
          table === 'events'
            ? rows.map((row) => ({ ...row, answerJson: '{"warnings":[],"entries":[]}' }))
            : rows,
        ),
    })),
  },
  { seed: 1, name: 'a lock was removed: work decides before it may write', plant: withoutLock },
  {
    seed: 30,
    name: 'what others are told is written after the transaction',
    plant: recordsAfterwards(({ type }) => type === 'friend'),
  },
  {
    seed: 1,
    name: 'facts are written after what they gave',
    plant: recordsAfterwards(({ type }) => type === 'visit'),
  },
  {
    seed: 1,
    name: 'a step that lost its ground is not withdrawn',
    plant: wrongTransactions((tx) => ({
      insertMissing: (table, rows) =>
        tx.insertMissing(
          table,
          rows.filter((row) => (row as { readonly type?: string }).type !== 'withdrawn'),
        ),
    })),
  },
  {
    seed: 1,
    name: 'a booking or joining that was told of another person stays where it was',
    plant: lost(
      'history',
      ({ type, source }) => type === 'withdrawn' && source !== 'till' && source !== 'afterglow',
    ),
  },
  {
    seed: 5,
    name: 'a joining or booking that was told again during a merge goes back as it was told first',
    plant: leftBehind(({ type }) => type === 'joined' || type === 'booking'),
  },
  {
    seed: 1,
    name: 'a booking that was put off stays on its first day',
    plant: lost('history', ({ type, revision }) => type === 'booking' && revision > 1),
  },
  {
    seed: 26,
    name: 'a visit does not find the refund that came before it, told of another person',
    plant: lost('events', ({ revision }) => revision === 0),
  },
  {
    seed: 1,
    name: 'what falls due is looked at a day late',
    plant: changedAccounts((columns) =>
      typeof columns.nextDue === 'number'
        ? { ...columns, nextDue: columns.nextDue + dayMs }
        : columns,
    ),
  },
  {
    seed: 2,
    name: 'an account that was told something is not made due',
    plant: changedAccounts((columns) => {
      const { nextDue: _, ...others } = columns;
      return columns.stale === 1 ? others : columns;
    }),
  },
  {
    seed: 1,
    name: 'first answers are not kept',
    plant: lost('idempotency', () => true),
  },
  {
    seed: 1,
    name: 'a claim is answered and not written down',
    plant: lost('history', ({ type }) => type === 'claim'),
  },
  {
    seed: 1,
    name: 'a voucher that was used is not written down',
    plant: lost('history', ({ type }) => type === 'voucherUsed'),
  },
  {
    seed: 2,
    name: 'what the staff decide about a friend is not written down',
    plant: lost('history', ({ externalId }) => externalId.startsWith('review:')),
  },
  {
    seed: 3,
    name: 'a decision does not know what is held for a bill',
    plant: wrongTransactions((tx) => {
      let isFirst = true;
      return {
        async lock(table, key) {
          const row = await tx.lock(table, key);
          if (table !== 'accounts' || !row || !isFirst) return row;
          isFirst = false;
          const { stateJson } = row as unknown as Tables['accounts'];
          const state = JSON.parse(stateJson) as object | null;
          if (state === null) return row;
          return { ...row, stateJson: JSON.stringify({ ...state, holds: [] }) };
        },
      };
    }),
  },
  {
    seed: 2,
    name: 'a birthday is answered and not kept',
    plant: unchanged('members', ['birthdayJson']),
  },
  {
    seed: 5,
    name: 'a merged record is not told which one it is part of',
    plant: unchanged('members', ['mergedInto']),
  },
  {
    seed: 12,
    name: 'an erased person keeps a phone',
    plant: unchanged('members', ['phone']),
  },
  {
    seed: 3,
    name: 'ids in other systems outlive an erasure',
    plant: wrongTransactions((tx) => ({
      remove: async (table, key) => (table === 'aliases' ? true : tx.remove(table, key)),
    })),
  },
  {
    seed: 11,
    name: 'who asked to be erased and came back is erased all the same',
    plant: wrongTransactions((tx) => ({
      update: async (table, key, change) => {
        if (JSON.stringify(change) !== '{"erasesAt":null}') await tx.update(table, key, change);
      },
    })),
  },
];

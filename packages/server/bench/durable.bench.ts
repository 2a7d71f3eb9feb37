/**
 * How many events are taken in durably, one transaction and one wait for the disk each, against the
 * same rows written by hand to the same kind of database in the same run: prepared statements, one
 * transaction for each event. On SQLite, and on PostgreSQL where `npm run bench` finds one. Prints
 * events/s of both and their ratio, the rows of an event by table, and its bytes.
 *
 * What is written by hand was recorded from the server itself, on the memory store. Both write in
 * turns, so that what else the machine does meets both.
 */
import Database from 'libsql';
import pg from 'pg';
import { createClinic } from '../src/clinics.js';
import { defaultProgram } from '../src/default-program.js';
import { recordFacts } from '../src/intake/record-facts.js';
import { openPorts } from '../src/node/runtime.js';
import type { NodePorts } from '../src/node/runtime.js';
import { readSettings } from '../src/node/settings.js';
import { trialEngines } from '../src/node/trial-databases.js';
import type { TrialEngine } from '../src/node/trial-databases.js';
import { openClinic } from '../src/programs.js';
import type { Ports, Transaction } from '../src/ports.js';
import { createMemoryStore } from '../src/stores/memory/memory-store.js';
import { tables } from '../src/tables.js';
import type { TableName } from '../src/tables.js';

const people = 100;
const rounds = 6;
const perRound = 100;

type Values = Readonly<Record<string, string | number | null>>;

/** One row that a transaction writes. */
interface Write {
  readonly table: TableName;
  readonly row: Values;
  /** The columns of the key of a row that is changed; undefined for one that is added. */
  readonly key?: readonly string[];
}

const eventOf = (nth: number) => ({
  type: 'visit.completed',
  source: 'till',
  externalId: `R-${nth}`,
  occurredAt: new Date(Date.UTC(2026, 0, 5, 16) + nth * 1_200_000).toISOString(),
  member: { externalId: `C-${nth % people}` },
  data: {
    channel: 'till',
    location: 'main',
    lines: [
      {
        lineId: '1',
        kind: 'treatment',
        code: 'TOX',
        category: 'neuromodulator',
        price: { amount: 9_000 + ((nth * 911) % 40_000), currency: 'USD' },
      },
      { lineId: '2', kind: 'product', code: 'SPF', price: { amount: 3_900, currency: 'USD' } },
    ],
  },
});

/** Takes each event in on its own. */
async function record(ports: Ports, clinicId: string, events: readonly object[]): Promise<void> {
  for (const event of events) {
    const clinic = await openClinic(ports, clinicId);
    if (!clinic) throw new TypeError('the clinic is not there');
    const [result] = await recordFacts(ports, clinic, [event]);
    if (result?.status !== 'applied') throw new TypeError(JSON.stringify(result));
  }
}

const clinicTo = {
  name: 'Bench',
  program: { ...defaultProgram(), earnBeforeJoining: true },
  sandbox: true,
  clockAt: Date.UTC(2026, 10, 22),
};

/** A transaction that notes what is written through it. */
function noting(tx: Transaction, writes: Write[]): Transaction {
  const added = (table: TableName, rows: readonly object[]) =>
    writes.push(...rows.map((row) => ({ table, row: row as Values })));
  return {
    get: (table, key) => tx.get(table, key),
    getMany: (table, keys) => tx.getMany(table, keys),
    range: (table, range) => tx.range(table, range),
    lock: (table, key) => tx.lock(table, key),
    remove: (table, key) => tx.remove(table, key),
    insert: (table, rows) => (added(table, rows), tx.insert(table, rows)),
    insertMissing: (table, rows) => (added(table, rows), tx.insertMissing(table, rows)),
    save: (table, rows) => (added(table, rows), tx.save(table, rows)),
    update(table, key, change) {
      const names: readonly string[] = tables[table].key;
      const given = key as Values;
      const named = Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
      writes.push({ table, row: { ...named, ...(change as Values) }, key: names });
      return tx.update(table, key, change);
    },
  };
}

/** What the server writes for each event, in order. */
async function writesOf(base: Ports, events: readonly object[]): Promise<readonly Write[][]> {
  const store = createMemoryStore();
  let open: Write[] = [];
  const ports: Ports = {
    ...base,
    store: {
      ...store,
      reader: store.reader,
      transaction: (work) =>
        store.transaction((tx) => {
          open = [];
          return work(noting(tx, open));
        }),
    },
  };
  const { id } = await createClinic(ports, clinicTo);
  const all: Write[][] = [];
  for (const event of events) {
    await record(ports, id, [event]);
    all.push(open);
  }
  return all;
}

const quoted = (names: readonly string[], mark: (nth: number) => string, by: string) =>
  names.map((name, nth) => `"${name}" = ${mark(nth)}`).join(by);

function statementOf({ table, row, key }: Write, mark: (nth: number) => string) {
  const names = Object.keys(row);
  if (!key) {
    const columns = names.map((name) => `"${name}"`).join(', ');
    const marks = names.map((_, nth) => mark(nth)).join(', ');
    return { sql: `insert into "${table}" (${columns}) values (${marks})`, names };
  }
  const changed = names.filter((name) => !key.includes(name));
  const where = quoted(key, (nth) => mark(changed.length + nth), ' and ');
  return {
    sql: `update "${table}" set ${quoted(changed, mark, ', ')} where ${where}`,
    names: [...changed, ...key],
  };
}

const valuesOf = ({ row }: Write, names: readonly string[]) =>
  names.map((name) => row[name] ?? null);

/** Writes the rows of one event in one transaction. */
interface Hand {
  write(writes: readonly Write[]): Promise<void>;
  close(): Promise<void>;
}

function handOnSqlite(path: string): Hand {
  const database = new Database(path);
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  const prepared = new Map<string, Database.Statement>();
  const run = (sql: string, values: readonly (string | bigint | null)[] = []) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    statement.run([...values]);
  };
  return {
    async write(writes) {
      run('begin immediate');
      for (const one of writes) {
        const { sql, names } = statementOf(one, () => '?');
        run(
          sql,
          valuesOf(one, names).map((value) => (typeof value === 'number' ? BigInt(value) : value)),
        );
      }
      run('commit');
    },
    async close() {
      database.close();
    },
  };
}

async function handOnPostgres(url: string): Promise<Hand> {
  const client = new pg.Client(url);
  await client.connect();
  const names = new Map<string, string>();
  return {
    async write(writes) {
      await client.query('begin');
      for (const one of writes) {
        const { sql, names: columns } = statementOf(one, (nth) => `$${nth + 1}`);
        const name = names.get(sql) ?? `hand${names.size}`;
        names.set(sql, name);
        await client.query({ name, text: sql, values: valuesOf(one, columns) });
      }
      await client.query('commit');
    },
    close: () => client.end(),
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function compare({ name, create }: TrialEngine): Promise<void> {
  const endings: (() => Promise<void>)[] = [];
  const user = { after: (work: () => Promise<void>) => void endings.unshift(work) };
  const open = async (): Promise<{ database: string; ports: NodePorts }> => {
    const database = await create(user);
    const ports = await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent');
    user.after(() => ports.store.close());
    return { database, ports };
  };
  const served = await open();
  const { database } = await open();
  const hand = name === 'SQLite' ? handOnSqlite(database) : await handOnPostgres(database);
  user.after(() => hand.close());

  const events = Array.from({ length: people + rounds * perRound }, (_, nth) => eventOf(nth));
  const writes = await writesOf(served.ports, events);
  const { id } = await createClinic(served.ports, clinicTo);
  // The first visit of each makes the person known; it is no part of the figures.
  await record(served.ports, id, events.slice(0, people));
  await hand.write(emptyAccounts(writes.slice(0, people)));
  for (const one of writes.slice(0, people)) await hand.write(one);

  const times = { server: [] as number[], hand: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const from = people + round * perRound;
    const part = events.slice(from, from + perRound);
    times.server.push(await timed(() => record(served.ports, id, part)));
    const rows = writes.slice(from, from + perRound);
    times.hand.push(
      await timed(async () => {
        for (const one of rows) await hand.write(one);
      }),
    );
  }
  const total = (list: readonly number[]) => list.reduce((sum, ms) => sum + ms, 0);
  const perSecond = (ms: number) => Math.round((rounds * perRound * 1000) / ms);
  const [server, byHand] = [total(times.server), total(times.hand)];
  console.log(
    `durable: ${name} ${perSecond(server)} events/s, by hand ${perSecond(byHand)}, ratio ${(server / byHand).toFixed(2)}`,
  );
  if (name === 'SQLite') describeRows(writes.slice(people));
  for (const end of endings) await end();
}

/** The rows that the first events of people change: the server made them with the people. */
function emptyAccounts(firsts: readonly Write[][]): readonly Write[] {
  const changed = firsts.flat().filter(({ table }) => table === 'accounts');
  return changed.map(({ table, row }) => ({ table, row: { ...row, stateJson: 'null' } }));
}

function describeRows(writes: readonly Write[][]): void {
  const rows = new Map<string, number>();
  let bytes = 0;
  for (const { table, row } of writes.flat()) {
    rows.set(table, (rows.get(table) ?? 0) + 1);
    for (const value of Object.values(row))
      bytes += typeof value === 'string' ? Buffer.byteLength(value) : 8;
  }
  const each = (count: number) => (count / writes.length).toFixed(2);
  const named = [...rows].map(([table, count]) => `${table} ${each(count)}`).join(', ');
  console.log(`durable: rows of an event: ${named}`);
  console.log(`durable: ${Math.round(bytes / writes.length)} bytes of an event`);
}

for (const engine of trialEngines()) await compare(engine);

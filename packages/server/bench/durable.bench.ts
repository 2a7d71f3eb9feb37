/**
 * How many events are taken in durably, one transaction and one wait for the disk each, against the
 * same rows written by hand to the same kind of database in the same run: prepared statements, one
 * transaction for each event. On SQLite, and on PostgreSQL where `npm run bench` finds one. Prints
 * events/s of both and their ratio for several ways to send them, and of the best way of each; the CPU
 * time of this process, the rows of an event by table, and its bytes.
 *
 * The events are those of a till that is open: each comes a minute after it happened. One that comes
 * late, after something fell due meanwhile, has its member's history folded anew and costs more.
 *
 * What is written by hand was recorded from the server itself, on the memory store. The two take turns
 * event by event, so that what else the machine does meets both, and so that both find the disk as a
 * till's event does: a commit takes longer the longer the disk was idle before it.
 */
import Database from 'libsql';
import pg from 'pg';
import type * as clinics from '../src/clinics.js';
import type * as defaults from '../src/default-program.js';
import type * as recording from '../src/intake/record-facts.js';
import type * as runtime from '../src/node/runtime.js';
import type * as settings from '../src/node/settings.js';
import { trialEngines } from '../src/node/trial-databases.js';
import type { TrialEngine } from '../src/node/trial-databases.js';
import type { Ports, Transaction } from '../src/ports.js';
import type * as programs from '../src/programs.js';
import type * as memory from '../src/stores/memory/memory-store.js';
import { tables } from '../src/tables.js';
import type { TableName } from '../src/tables.js';

/** A module as it was built: from its source the loader would make it slower than it runs. */
const built = async <Module>(path: string) =>
  (await import(new URL(`../dist/${path}.js`, import.meta.url).href)) as Module;

const { createClinic } = await built<typeof clinics>('clinics');
const { defaultProgram } = await built<typeof defaults>('default-program');
const { recordFacts } = await built<typeof recording>('intake/record-facts');
const { openPorts } = await built<typeof runtime>('node/runtime');
const { readSettings } = await built<typeof settings>('node/settings');
const { openClinic } = await built<typeof programs>('programs');
const { createMemoryStore } = await built<typeof memory>('stores/memory/memory-store');

const people = 400;
/** Before the figures: a server that has run for a minute has its code compiled, and so has the hand. */
const warmUps = 6_000;
const measured = 1_600;
/** How many tills send at the same moment. SQLite lets one write at a time, the hand as well. */
const inFlight = [1, 8];
/** How many events a till sends in one request, as when it tells of its day; by hand they are one after the other. */
const perRequest = 100;
const openedAt = Date.UTC(2026, 0, 5, 15);

/** The wall clock of the run. */
const time = { now: openedAt };

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
  occurredAt: new Date(openedAt + (nth + 3) * 1_200_000).toISOString(),
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

type TillEvent = ReturnType<typeof eventOf>;

/** Takes each event in on its own, a minute after it happened. */
async function record(ports: Ports, clinicId: string, events: readonly TillEvent[]): Promise<void> {
  for (const event of events) await recordAll(ports, clinicId, [event]);
}

/** Takes events in that come in one request, a minute after the last of them happened. */
async function recordAll(
  ports: Ports,
  clinicId: string,
  events: readonly TillEvent[],
): Promise<void> {
  time.now = Date.parse(events.at(-1)?.occurredAt ?? '') + 60_000;
  const clinic = await openClinic(ports, clinicId);
  if (!clinic) throw new TypeError('the clinic is not there');
  const results = await recordFacts(ports, clinic, events);
  const other = results.find(({ status }) => status !== 'applied');
  if (other) throw new TypeError(JSON.stringify(other));
}

const clinicTo = {
  name: 'Bench',
  program: { ...defaultProgram(), earnBeforeJoining: true },
  sandbox: false,
};

/** A clinic that opens now. */
function openNew(ports: Ports) {
  time.now = openedAt;
  return createClinic(ports, clinicTo);
}

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
    claim: (table, row) => (added(table, [row]), tx.claim(table, row)),
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
async function writesOf(base: Ports, events: readonly TillEvent[]): Promise<readonly Write[][]> {
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
  const { id } = await openNew(ports);
  const all: Write[][] = [];
  for (const event of events) {
    await record(ports, id, [event]);
    all.push(open);
  }
  return all;
}

const quoted = (names: readonly string[], mark: (nth: number) => string, by: string) =>
  names.map((name, nth) => `"${name}" = ${mark(nth)}`).join(by);

/** A write as SQL, with the columns whose values it takes in order. */
interface Statement {
  readonly sql: string;
  readonly names: readonly string[];
}

const sqliteMark = () => '?';
const postgresMark = (nth: number) => `$${nth + 1}`;

function statementOf({ table, row, key }: Write, mark: (nth: number) => string): Statement {
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

/** A write that is ready: who writes by hand has the text of each statement and the values. */
interface Ready {
  readonly sql: string;
  readonly values: readonly (string | number | bigint | null)[];
}

/** Writes the rows of one event in one transaction, each when the one before it is answered. */
interface Hand {
  ready(writes: readonly Write[]): readonly Ready[];
  write(writes: readonly Ready[]): Promise<void>;
  close(): Promise<void>;
}

function handOnSqlite(path: string): Hand {
  const database = new Database(path);
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  const prepared = new Map<string, Database.Statement>();
  const run = (sql: string, values: Ready['values'] = []) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    statement.run([...values]);
  };
  const bound = (value: string | number | null) =>
    typeof value === 'number' ? BigInt(value) : value;
  return {
    ready: (writes) =>
      writes.map((one) => {
        const { sql, names } = statementOf(one, sqliteMark);
        return { sql, values: valuesOf(one, names).map(bound) };
      }),
    async write(writes) {
      run('begin immediate');
      for (const { sql, values } of writes) run(sql, values);
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
    ready: (writes) =>
      writes.map((one) => {
        const { sql, names: columns } = statementOf(one, postgresMark);
        return { sql, values: valuesOf(one, columns) };
      }),
    async write(writes) {
      await client.query('begin');
      for (const { sql, values } of writes) {
        const name = names.get(sql) ?? `hand${names.size}`;
        names.set(sql, name);
        await client.query({ name, text: sql, values: [...values] });
      }
      await client.query('commit');
    },
    close: () => client.end(),
  };
}

/** What some work took, in milliseconds: of the clock, and of this process's own computing. */
interface Took {
  ms: number;
  cpuMs: number;
}

async function timed(works: readonly (() => Promise<void>)[]): Promise<Took> {
  await nextTurn();
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await Promise.all(works.map((work) => work()));
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
}

/** A request comes from a socket: the process has done by then what it does after an answer. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function add(sum: Took, { ms, cpuMs }: Took): void {
  sum.ms += ms;
  sum.cpuMs += cpuMs;
}

async function compare({ name, create }: TrialEngine): Promise<void> {
  const endings: (() => Promise<void>)[] = [];
  const user = { after: (work: () => Promise<void>) => void endings.unshift(work) };
  const open = async (): Promise<{ database: string; ports: runtime.NodePorts }> => {
    const database = await create(user);
    const opened = await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent');
    user.after(() => opened.store.close());
    return { database, ports: { ...opened, clock: { now: () => time.now } } };
  };
  const served = await open();
  const { database } = await open();
  const hands: [Hand, ...Hand[]] =
    name === 'SQLite' ? [handOnSqlite(database)] : [await handOnPostgres(database)];
  while (name !== 'SQLite' && hands.length < Math.max(...inFlight))
    hands.push(await handOnPostgres(database));
  for (const one of hands) user.after(() => one.close());

  const total = people + warmUps + (inFlight.length + 1) * measured;
  const events = Array.from({ length: total }, (_, nth) => eventOf(nth));
  const writes = await writesOf(served.ports, events);
  const { id } = await openNew(served.ports);
  // The first visit of each makes the person known; it is no part of the figures.
  await record(served.ports, id, events.slice(0, people));
  const [hand] = hands;
  await hand.write(hand.ready(emptyAccounts(writes.slice(0, people))));
  for (const one of writes.slice(0, people)) await hand.write(hand.ready(one));

  const handOf = (nth: number) => hands[nth % hands.length] ?? hand;
  /** Both take the next events in turn, so many at once; answers what each took. */
  let next = people;
  const takeTurns = async (many: number, atOnce: number) => {
    const server = { ms: 0, cpuMs: 0 };
    const byHand = { ms: 0, cpuMs: 0 };
    for (const end = next + many; next < end; next += atOnce) {
      const some = events.slice(next, next + atOnce);
      const rows = writes.slice(next, next + atOnce).map((one) => hand.ready(one));
      const each = some.map((event) => () => record(served.ports, id, [event]));
      add(server, await timed(each));
      add(byHand, await timed(rows.map((one, nth) => () => handOf(nth).write(one))));
    }
    return { server, byHand };
  };

  const takeTurnsByRequest = async (many: number) => {
    const server = { ms: 0, cpuMs: 0 };
    const byHand = { ms: 0, cpuMs: 0 };
    for (const end = next + many; next < end; next += perRequest) {
      const some = events.slice(next, next + perRequest);
      const rows = writes.slice(next, next + perRequest).map((one) => hand.ready(one));
      add(server, await timed([() => recordAll(served.ports, id, some)]));
      const byOne = async () => {
        for (const one of rows) await hand.write(one);
      };
      add(byHand, await timed([byOne]));
    }
    return { server, byHand };
  };

  await takeTurns(warmUps, 1);
  const perSecond = ({ ms }: Took) => Math.round((measured * 1000) / ms);
  const cpuOf = ({ cpuMs }: Took) => (cpuMs / measured).toFixed(2);
  const best = { server: 0, byHand: 0 };
  const print = (how: string, { server, byHand }: Awaited<ReturnType<typeof takeTurns>>) => {
    best.server = Math.max(best.server, perSecond(server));
    best.byHand = Math.max(best.byHand, perSecond(byHand));
    const ratio = (server.ms / byHand.ms).toFixed(2);
    console.log(
      `durable: ${name}, ${how}: ${perSecond(server)} events/s, by hand ${perSecond(byHand)}, ratio ${ratio}; CPU ${cpuOf(server)} and ${cpuOf(byHand)} ms an event`,
    );
  };
  for (const atOnce of inFlight) print(`${atOnce} at once`, await takeTurns(measured, atOnce));
  print(`${perRequest} in a request`, await takeTurnsByRequest(measured));
  const ratio = (best.byHand / best.server).toFixed(2);
  console.log(
    `durable: ${name}, the best of each: ${best.server} events/s, by hand ${best.byHand}, ratio ${ratio}`,
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

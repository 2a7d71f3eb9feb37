/**
 * How long `GET /v1/me` takes on loopback: the built server in a process of its own on SQLite, one
 * caller after the other, each request for another member. Prints p50 and p99 in milliseconds.
 *
 * Members have five visits each. The rows of a thousand are made by the engine's own fold, as one
 * write of each member would have left them, and put in directly; all others are copies of them under
 * other ids. How long that took is printed. With `AFTERGLOW_BENCH=big` there are 200,000 members and
 * a million entries, else 4,000 members.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyJournal, settleAccount } from '@afterglow/engine';
import type { HistoryRecord } from '@afterglow/engine';
import { emptyAccount, entryRows, historyRow } from '../src/accounts/rows.js';
import { createClinic } from '../src/clinics.js';
import { defaultProgram } from '../src/default-program.js';
import { ensured } from '../src/ensured.js';
import { derivedId } from '../src/ids.js';
import { newMember } from '../src/members/rows.js';
import { openPorts } from '../src/node/runtime.js';
import type { NodePorts } from '../src/node/runtime.js';
import { readSettings } from '../src/node/settings.js';
import { openClinic } from '../src/programs.js';
import type { Clinic } from '../src/programs.js';
import { newSession } from '../src/sessions/sessions.js';
import { copyMember, copyOf } from './filling/copy-members.js';

const members = process.env['AFTERGLOW_BENCH'] === 'big' ? 200_000 : 4_000;
const visits = 5;
/** Members whose rows are made; the others are copies. */
const made = 1_000;
const sessions = 2_000;
const requests = 6_000;
const dayMs = 86_400_000;
const count = new Intl.NumberFormat('en');

function visitOf(clinic: Clinic, member: number, nth: number): HistoryRecord {
  const name = `R-${member}-${nth}`;
  const price = { amount: 5000 + ((member * 37 + nth * 911) % 400) * 100, currency: 'USD' };
  const line = { kind: 'treatment', category: 'facial', quantity: 1, price } as const;
  return {
    id: derivedId('event', clinic.now, name),
    type: 'visit',
    source: 'till',
    externalId: name,
    revision: 1,
    at: clinic.now - (1 + nth * 60 + (member % 55)) * dayMs,
    recordedAt: clinic.now,
    data: { lines: [{ lineId: '1', ...line }] },
  };
}

/** The rows of one member with all visits. */
function rowsOf(ports: NodePorts, clinic: Clinic, nth: number) {
  const ana = newMember(ports, clinic, { firstName: 'Ana' }, clinic.now);
  const member = { ...ana, id: copyOf(ana.id, 0) };
  const key = { clinicId: clinic.id, accountId: member.id };
  const empty = emptyAccount(key);
  const written = Array.from({ length: visits }, (_, visit) => visitOf(clinic, nth, visit));
  const settled = settleAccount({
    accountId: member.id,
    programs: clinic.programs,
    account: undefined,
    count: 0,
    written,
    now: clinic.now,
    past: { records: [], journal: emptyJournal },
  });
  if (!settled) throw new TypeError('the engine asked for a past that it was given');
  const { account } = settled;
  const entries = entryRows(empty, settled.entries, clinic.now);
  return {
    member,
    history: written.map((record) => historyRow(key, record)),
    entries,
    account: {
      ...empty,
      edition: account.edition,
      programVersion: account.programVersion,
      stateJson: JSON.stringify(account),
      nextDue: account.nextDue,
      entrySeq: entries.length,
      entryHash: entries.at(-1)?.hash ?? empty.entryHash,
      updatedAt: clinic.now,
      frozenAt: null,
    },
  };
}

/** Fills the clinic; answers the tokens of some members, spread over all, and the number of entries. */
async function fill(ports: NodePorts, clinic: Clinic) {
  const all = Array.from({ length: made }, (_, nth) => rowsOf(ports, clinic, nth));
  const copies = members / made;
  const signedIn = Array.from({ length: sessions }, (_, nth) => {
    const { member } = ensured(all[nth % made], 'a member that was made');
    return newSession(ports, {
      clinicId: clinic.id,
      memberId: copyOf(member.id, (nth * 7) % copies),
      remember: 'never',
      publicKey: undefined,
    });
  });
  await ports.store.transaction(async (tx) => {
    await tx.insert(
      'members',
      all.map(({ member }) => member),
    );
    await tx.insert(
      'accounts',
      all.map(({ account }) => account),
    );
    await tx.insert(
      'history',
      all.flatMap(({ history }) => history),
    );
    await tx.insert(
      'entries',
      all.flatMap((one) => one.entries),
    );
    await tx.insert(
      'sessions',
      signedIn.map(({ row }) => row),
    );
  });
  for (const { member } of all)
    await copyMember(ports.store, {
      clinicId: clinic.id,
      memberId: member.id,
      count: copies - 1,
    });
  return {
    tokens: signedIn.map(({ session }) => session.accessToken),
    entries: copies * all.reduce((sum, one) => sum + one.entries.length, 0),
  };
}

/** The built server; answers its port and how to end it. */
async function serve(database: string) {
  const main = fileURLToPath(new URL('../dist/node/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { AFTERGLOW_DATABASE: database, PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-2000);
      const found = /"port":(\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
    child.once('close', () => reject(new Error(`the server ended after saying: ${said}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  return { port, stop };
}

async function ask(agent: Agent, port: number, token: string): Promise<number> {
  const startedAt = performance.now();
  const headers = { authorization: `Bearer ${token}` };
  const request = get({ agent, port, host: '127.0.0.1', path: '/v1/me', headers });
  const [answer] = await once(request, 'response');
  for await (const part of answer) void part;
  if (answer.statusCode !== 200) throw new Error(`GET /v1/me answered ${answer.statusCode}`);
  return performance.now() - startedAt;
}

const folder = await mkdtemp(join(tmpdir(), 'afterglow-me-'));
try {
  const database = join(folder, 'clinic.db');
  const ports = await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent');
  const startedAt = performance.now();
  const { id } = await createClinic(ports, {
    name: 'Bench',
    program: defaultProgram(),
    sandbox: true,
  });
  const clinic = await openClinic(ports, id);
  if (!clinic) throw new TypeError('the clinic is not there');
  const { tokens, entries } = await ports.store.bulk(() => fill(ports, clinic));
  await ports.store.close();
  const seconds = (performance.now() - startedAt) / 1000;
  const { size } = await stat(database);
  console.log(
    `me: ${count.format(members)} members and ${count.format(entries)} entries put in within ${seconds.toFixed(0)} s, ${count.format(Math.round(size / 2 ** 20))} MiB`,
  );

  const server = await serve(database);
  try {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const token = (nth: number) => tokens[(nth * 769) % tokens.length] ?? '';
    for (let nth = 0; nth < 500; nth++) await ask(agent, server.port, token(nth));
    const times: number[] = [];
    for (let nth = 0; nth < requests; nth++) times.push(await ask(agent, server.port, token(nth)));
    agent.destroy();
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? NaN).toFixed(2);
    console.log(`me: GET /v1/me p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${requests} requests`);
  } finally {
    await server.stop();
  }
} finally {
  await rm(folder, { recursive: true });
}

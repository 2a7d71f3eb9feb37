/**
 * How fast a clinic is swept after a version of its program was published: every account is folded
 * with it and written, on SQLite in a temporary file. Prints accounts/s and the total, and accounts
 * for each second of the processor's time, which says more on a machine that has other work.
 *
 *     node --import=tsx packages/server/bench/sweep.bench.ts --accounts 1000000
 *
 * Accounts have one visit each. They are made by the engine's own fold and put in directly; how long
 * that took is printed and no part of the figure.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { emptyJournal, settleAccount } from '@afterglow/engine';
import type { HistoryRecord } from '@afterglow/engine';
import { emptyAccount, entryRows, historyRow } from '../src/accounts/rows.js';
import { createClinic } from '../src/clinics.js';
import { defaultProgram } from '../src/default-program.js';
import { derivedId } from '../src/ids.js';
import { openPorts } from '../src/node/runtime.js';
import type { NodePorts } from '../src/node/runtime.js';
import { readSettings } from '../src/node/settings.js';
import { openClinic } from '../src/programs.js';
import type { Clinic } from '../src/programs.js';
import { publishProgram } from '../src/publish-program.js';
import { sweep } from '../src/sweep.js';

const { values } = parseArgs({ options: { accounts: { type: 'string' } } });
const most = process.env['AFTERGLOW_BENCH'] === 'big' ? 1_000_000 : 10_000;
const accounts = Number(values.accounts ?? most);
const dayMs = 86_400_000;
const perTransaction = 2000;
const count = new Intl.NumberFormat('en');

async function clinicOf(ports: NodePorts, id: string): Promise<Clinic> {
  const clinic = await openClinic(ports, id);
  if (!clinic) throw new TypeError(`there is no clinic ${id}`);
  return clinic;
}

/** The rows of an account with one visit, as one write would have left them. */
function rowsOf({ id: clinicId, programs, now }: Clinic, nth: number) {
  // One a millisecond, so that ids rise as those of people who came one after the other do.
  const accountId = derivedId('member', now - accounts + nth, `account ${nth}`);
  const visit: HistoryRecord = {
    id: derivedId('event', now, `visit ${nth}`),
    type: 'visit',
    source: 'till',
    externalId: `R-${nth}`,
    revision: 1,
    at: now - (1 + (nth % 300)) * dayMs,
    recordedAt: now,
    data: {
      lines: [
        {
          lineId: '1',
          kind: 'treatment',
          category: 'facial',
          quantity: 1,
          price: { amount: 5000 + (nth % 400) * 100, currency: 'USD' },
        },
      ],
    },
  };
  const past = { records: [], journal: emptyJournal };
  const written = [visit];
  const settled = settleAccount({
    accountId,
    programs,
    account: undefined,
    count: 0,
    written,
    now,
    past,
  });
  if (!settled) throw new TypeError('the engine asked for a past that it was given');
  const key = { clinicId, accountId };
  const empty = emptyAccount(key);
  const entries = entryRows(empty, settled.entries, now);
  const account = {
    ...empty,
    edition: settled.account.edition,
    programVersion: settled.account.programVersion,
    stateJson: JSON.stringify(settled.account),
    nextDue: settled.account.nextDue,
    entrySeq: entries.length,
    entryHash: entries.at(-1)?.hash ?? empty.entryHash,
    updatedAt: now,
    frozenAt: null,
  };
  return { account, history: historyRow(key, visit), entries };
}

async function fill(ports: NodePorts, clinic: Clinic): Promise<void> {
  for (let from = 0; from < accounts; from += perTransaction) {
    const size = Math.min(perTransaction, accounts - from);
    const made = Array.from({ length: size }, (_, i) => rowsOf(clinic, from + i));
    await ports.store.transaction(async (tx) => {
      await tx.insert(
        'accounts',
        made.map(({ account }) => account),
      );
      await tx.insert(
        'history',
        made.map(({ history }) => history),
      );
      await tx.insert(
        'entries',
        made.flatMap(({ entries }) => entries),
      );
    });
  }
}

const folder = await mkdtemp(join(tmpdir(), 'afterglow-sweep-'));
const settings = readSettings({ AFTERGLOW_DATABASE: join(folder, 'clinic.db') });
const ports = await openPorts(settings, 'warn');
try {
  const program = defaultProgram();
  const { id } = await createClinic(ports, { name: 'Bench', program, sandbox: false });
  const fillStart = performance.now();
  await ports.store.bulk(async () => fill(ports, await clinicOf(ports, id)));
  const filled = (performance.now() - fillStart) / 1000;
  console.log(`sweep: ${count.format(accounts)} accounts made in ${filled.toFixed(1)} s`);

  const clinic = await clinicOf(ports, id);
  await publishProgram(ports, clinic, { program, startsAt: clinic.now + dayMs });
  const start = performance.now();
  const cpuStart = process.cpuUsage();
  const swept = await sweep(ports, id);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpuStart);
  const cpuSeconds = (user + system) / 1e6;
  const rate = (by: number) => count.format(Math.round(swept / by));
  console.log(
    `sweep: ${rate(seconds)} accounts/s, ${count.format(swept)} in ${seconds.toFixed(1)} s; ${rate(cpuSeconds)} for each second that it had a core`,
  );
  if (swept !== accounts) throw new TypeError(`${swept} of ${accounts} accounts were swept`);
} finally {
  await ports.store.close();
  await rm(folder, { recursive: true });
}

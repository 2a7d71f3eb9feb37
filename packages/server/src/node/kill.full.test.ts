import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import type { EventResult, EventsAnswer } from '@afterglow/contract';
import { createApp } from '../app.js';
import { createClinic } from '../clinics.js';
import { defaultProgram } from '../default-program.js';
import { openTrial, receipt, trialStart } from '../trial/trial-clinic.js';
import type { Sentence } from './killed-at-commit.js';
import { openPorts } from './runtime.js';
import type { NodePorts } from './runtime.js';
import { readSettings } from './settings.js';
import { trialEngines } from './trial-databases.js';
import { startTrialServer } from './trial-server.js';
import { verifyClinic } from './verify/verify-clinic.js';

/** How many servers die on each engine; `npm run test:full` raises it. */
const kills = Number(process.env['AFTERGLOW_KILLS'] ?? 2);

/** Requests that are under way at any moment. */
const writers = 6;

/** People who come again and again; every fifth receipt is of somebody new. */
const regulars = 4;

const noonOn = (day: number) => new Date(Date.UTC(2026, 0, 1 + (day % 300), 18)).toISOString();

/** The receipt of this number, always the same. */
const receiptOf = (nth: number) =>
  receipt(`R-${nth}`, {
    client: nth % 5 === 0 ? `C-new-${nth}` : `C-${nth % regulars}`,
    amount: 10_000,
    at: noonOn(nth),
  });

async function send(address: string, key: string, nth: number): Promise<EventResult | undefined> {
  const answer = await fetch(`${address}/v1/events`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(receiptOf(nth)),
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  return ((await answer.json()) as EventsAnswer).results[0];
}

/** Opens the database for a moment: nobody else has it open, so SQLite mends what the kill left. */
async function look<T>(database: string, at: (ports: NodePorts) => Promise<T>): Promise<T> {
  const ports = await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent');
  try {
    return await at(ports);
  } finally {
    await ports.store.close();
  }
}

/** What the till knows of its receipts. */
interface Till {
  /** Our ids by the receipts' numbers. */
  readonly acknowledged: Map<number, string>;
  /** Sent, and without an answer so far. */
  readonly unanswered: Set<number>;
  next: number;
}

/**
 * Sends receipts, several at any moment and the unanswered ones of before first, until so many are
 * acknowledged in all; kills the server then, in the middle of the others.
 */
async function writeUntilKilled(till: Till, key: string, of: { database: string; enough: number }) {
  const server = await startTrialServer(of.database);
  const again = [...till.unanswered];
  let killed: Promise<void> | undefined;
  const write = async () => {
    for (;;) {
      const nth = again.shift() ?? till.next++;
      till.unanswered.add(nth);
      let result: EventResult | undefined;
      try {
        result = await send(server.address, key, nth);
      } catch (error) {
        // What was under way when the server died is there or is not; the next server is asked.
        if (killed && error instanceof TypeError) return;
        throw error;
      }
      assert.ok(['applied', 'duplicate'].includes(result?.status ?? ''));
      till.unanswered.delete(nth);
      till.acknowledged.set(nth, result?.id ?? '');
      if (till.acknowledged.size >= of.enough) killed ??= server.end('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  await killed;
}

for (const engine of trialEngines())
  describe(`a server on ${engine.name} that is killed ${kills} times`, () => {
    it('keeps each write that it acknowledged, and makes none twice', async (t) => {
      const database = await engine.create(t);
      // Each line makes one entry, and nothing else does.
      const program = { ...defaultProgram(), joiningPoints: 0, bonuses: [], milestones: [] };
      const { id: clinicId, secretKey } = await look(database, (ports) =>
        createClinic(ports, { name: 'Killed', program, sandbox: false }),
      );
      const till: Till = { acknowledged: new Map(), unanswered: new Set(), next: 0 };

      for (let kill = 1; kill <= kills; kill++) {
        const enough = till.acknowledged.size + 5 + ((kill * 11) % 40);
        await writeUntilKilled(till, secretKey, { database, enough });

        const rows = { index: 'key', where: { clinicId } } as const;
        const kept = await look(database, async (ports) => ({
          events: await ports.store.reader.range('events', rows),
          entries: await ports.store.reader.range('entries', rows),
          faults: (await verifyClinic(ports, clinicId)).faults,
        }));
        assert.deepEqual(kept.faults, []);
        const ids = new Map(kept.events.map(({ externalId, id }) => [externalId, id]));
        for (const [nth, id] of till.acknowledged) assert.equal(ids.get(`R-${nth}`), id);
        assert.deepEqual(
          kept.entries.map(({ causeId }) => causeId).sort(),
          [...ids.values()].sort(),
        );
        assert.ok(till.unanswered.size > 0, 'nothing was under way when the server was killed');
      }
    });
  });

const killedAtCommit = fileURLToPath(new URL('./killed-at-commit.ts', import.meta.url));

/** Sends a request to a process of its own, which is killed at its first commit. */
async function sendAndKill(sentence: Sentence): Promise<void> {
  const node = ['--conditions=afterglow-source', '--import', 'tsx', killedAtCommit];
  const { PATH = '', TSX_TSCONFIG_PATH = '' } = process.env;
  const child = spawn(process.execPath, [...node, JSON.stringify(sentence)], {
    env: { PATH, TSX_TSCONFIG_PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  assert.deepEqual(await once(child, 'close'), [null, 'SIGKILL']);
}

for (const engine of trialEngines())
  for (const [side, replayed] of [
    ['before', null],
    ['after', 'true'],
  ] as const)
    it(`a claim whose server on ${engine.name} is killed ${side} its commit is given once to who asks again`, async (t) => {
      const database = await engine.create(t);
      const [path, body] = ['/v1/me/claims', JSON.stringify({ rewardId: 'credit-50' })];
      const { id, headers } = await look(database, async ({ store }) => {
        const clinic = await openTrial({ store });
        const { session, summary } = await clinic.signIn('+13125550142');
        const visit = receipt('R-1', { amount: 200_000 });
        const member = { memberId: summary.member.id };
        await clinic.call('POST /v1/events', {
          key: clinic.secretKey,
          body: { ...visit, member },
        });
        const authorization = `Bearer ${session.accessToken}`;
        const sent = { authorization, 'content-type': 'application/json' };
        return { id: clinic.id, headers: { ...sent, 'idempotency-key': 'claim-1' } };
      });

      await sendAndKill({ database, side, now: trialStart, path, headers, body });

      await look(database, async (ports) => {
        const app = createApp({ ...ports, clock: { now: () => trialStart } });
        const ask = () => app.request(path, { method: 'POST', headers, body });
        const [first, second] = [await ask(), await ask()];
        assert.deepEqual([first.status, second.status], [201, 201]);
        assert.equal(first.headers.get('idempotent-replayed'), replayed);
        assert.equal(await second.text(), await first.text());
        const rows = { index: 'key', where: { clinicId: id } } as const;
        assert.equal((await ports.store.reader.range('vouchers', rows)).length, 1);
        assert.deepEqual((await verifyClinic(ports, id)).faults, []);
      });
    });

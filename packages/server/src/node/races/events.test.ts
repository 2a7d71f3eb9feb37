import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EventResult, EventsAnswer } from '@afterglow/contract';
import { createClinic } from '../../clinics.js';
import { defaultProgram } from '../../default-program.js';
import { receipt } from '../../trial/trial-clinic.js';
import { openPorts } from '../runtime.js';
import type { NodePorts } from '../runtime.js';
import { readSettings } from '../settings.js';
import { trialEngines } from '../trial-databases.js';
import { verifyClinic } from '../verify/verify-clinic.js';
import { startRace } from './race.js';
import type { Answer, Call, Race } from './race.js';

const processes = 3;
const now = Date.parse('2026-11-22T15:00:00.000Z');
const twoYears = 2 * 366 * 86_400_000;

/** A clinic in which each line makes one entry and nothing else does, whose clock is the wall clock that each job brings. */
async function openClinicOn(ports: NodePorts) {
  const program = { ...defaultProgram(), joiningPoints: 0, bonuses: [], milestones: [] };
  const clinic = await createClinic(ports, { name: 'Raced', program, sandbox: true });
  const where = { clinicId: clinic.id };
  return {
    send: (event: object): Call => ({
      method: 'POST',
      path: 'events',
      key: clinic.secretKey,
      body: event,
    }),
    accounts: () => ports.store.reader.range('accounts', { index: 'key', where }),
    entries: () => ports.store.reader.range('entries', { index: 'key', where }),
    faults: async () => (await verifyClinic(ports, clinic.id)).faults,
  };
}

const resultsOf = (answers: readonly (readonly Answer[])[]): readonly EventResult[] =>
  answers.flat().flatMap(({ status, body }) => {
    assert.equal(status, 200, JSON.stringify(body));
    return (body as EventsAnswer).results;
  });

const numbered = (count: number) => Array.from({ length: count }, (_, nth) => nth);
const countOf = (results: readonly EventResult[], status: string) =>
  results.filter((result) => result.status === status).length;

for (const engine of trialEngines())
  describe(`${processes} processes on ${engine.name}`, { timeout: 120_000 }, () => {
    const endings: (() => Promise<void>)[] = [];
    let ports: NodePorts;
    let race: Race;
    before(async () => {
      const user = { after: (work: () => Promise<void>) => void endings.unshift(work) };
      const database = await engine.create(user);
      ports = await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent');
      user.after(() => ports.store.close());
      race = await startRace(user, database, processes);
    });
    after(async () => {
      for (const end of endings) await end();
    });

    it('take an event once that arrives 60 times at once, of somebody new', async () => {
      const { send, accounts, entries, faults } = await openClinicOn(ports);
      const event = receipt('R-1', { client: 'C-1', amount: 10_000 });

      const calls = numbered(60 / processes).map(() => send(event));
      const results = resultsOf(await race.run(numbered(processes).map(() => ({ now, calls }))));

      assert.deepEqual([countOf(results, 'applied'), countOf(results, 'duplicate')], [1, 59]);
      assert.equal(new Set(results.map(({ id }) => id)).size, 1);
      assert.deepEqual([(await accounts()).length, (await entries()).length], [1, 1]);
      assert.deepEqual(await faults(), []);
    });

    it('lose nothing of what they write for one member at once', async () => {
      const { send, accounts, entries, faults } = await openClinicOn(ports);
      const each = 15;
      const jobOf = (process: number) => ({
        now,
        calls: numbered(each).map((nth) =>
          send(receipt(`R-${process}-${nth}`, { client: 'C-1', amount: 10_000 })),
        ),
      });

      const results = resultsOf(await race.run(numbered(processes).map(jobOf)));

      assert.equal(countOf(results, 'applied'), processes * each);
      const [account, ...others] = await accounts();
      assert.deepEqual(others, []);
      const posted = await entries();
      assert.equal(posted.length, processes * each);
      assert.equal(account?.entrySeq, posted.length);
      assert.equal(posted.at(-1)?.balanceAfter, 50 * processes * each);
      assert.deepEqual(await faults(), []);
    });

    it('post once what falls due while each runs its scheduler', async () => {
      const { send, accounts, entries, faults } = await openClinicOn(ports);
      const people = 24;
      const visits = numbered(people).map((nth) =>
        send(receipt(`R-${nth}`, { client: `C-${nth}`, amount: 10_000 })),
      );
      const idle = { now, calls: [] };
      resultsOf(
        await race.run([{ now, calls: visits }, ...numbered(processes - 1).map(() => idle)]),
      );
      const later = now + twoYears;

      const rounds = numbered(processes).map(() => ({ now: later, calls: [], settle: true }));
      await race.run(rounds);

      const lapsed = (await entries()).filter(({ amount }) => amount < 0);
      assert.equal(lapsed.length, people);
      assert.equal(new Set(lapsed.map(({ accountId }) => accountId)).size, people);
      assert.ok(lapsed.every(({ balanceAfter }) => balanceAfter === 0));
      assert.ok((await accounts()).every(({ nextDue }) => nextDue === null || nextDue > later));
      assert.deepEqual(await faults(), []);
    });
  });

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EventResult, EventsAnswer, Member, Page } from '@afterglow/contract';
import { defaultProgram } from '../../default-program.js';
import { openTrial, receipt, trialStart } from '../../trial/trial-clinic.js';
import { openPorts } from '../runtime.js';
import type { NodePorts } from '../runtime.js';
import { readSettings } from '../settings.js';
import { trialEngines } from '../trial-databases.js';
import { verifyClinic } from '../verify/verify-clinic.js';
import { startRace } from './race.js';
import type { Answer, Call, Race } from './race.js';

const processes = 3;
/** Receipts, each of a mother and a daughter of its own. */
const receipts = 20;

/** A clinic in which a receipt is worth 200 points, and whoever refunds says that it was the mother's. */
async function openClinic(ports: NodePorts) {
  const program = { ...defaultProgram(), joiningPoints: 0, bonuses: [], milestones: [] };
  const clinic = await openTrial({ store: ports.store, program });
  const { secretKey: key } = clinic;
  const send = (body: object): Call => ({ method: 'POST', path: 'events', key, body });
  return {
    visit: (nth: number, more: object = {}) =>
      send(receipt(`R-${nth}`, { client: `daughter-${nth}`, amount: 40_000, more })),
    refund: (nth: number) =>
      send({
        type: 'visit.refunded',
        source: 'till',
        externalId: `F-${nth}`,
        occurredAt: new Date(trialStart).toISOString(),
        member: { externalId: `mother-${nth}` },
        data: {
          visit: `R-${nth}`,
          lines: [{ lineId: '1', amount: { amount: 10_000, currency: 'USD' } }],
        },
      }),
    /** Points of all mothers, daughters or grandmothers, each amount once; 0 where nobody is known by the name. */
    async points(people: string) {
      const found = new Set<number>();
      for (const nth of numbered(receipts)) {
        const who = `source=till&externalId=${people}-${nth}`;
        const { body } = await clinic.call(`GET /v1/members?${who}`, { key });
        // A refund that comes after its visit is the daughter's, and makes no mother known.
        found.add((body as Page<Member>).data[0]?.points ?? 0);
      }
      return [...found];
    },
    faults: async () => (await verifyClinic(ports, clinic.id)).faults,
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_, nth) => nth);

/** Deals calls out to the processes in turn, so that neighbours are made by different ones. */
const dealt = (calls: readonly Call[]) =>
  numbered(processes).map((process) => ({
    now: trialStart,
    calls: calls.filter((_, nth) => nth % processes === process),
  }));

const statusesOf = (answers: readonly (readonly Answer[])[]): readonly string[] => [
  ...new Set(
    answers.flat().flatMap(({ status, body }) => {
      assert.equal(status, 200, JSON.stringify(body));
      return (body as EventsAnswer).results.map((result: EventResult) => result.status);
    }),
  ),
];

for (const engine of trialEngines())
  describe(`refunds of ${processes} processes on ${engine.name}`, { timeout: 120_000 }, () => {
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

    it('find the visit that is told at the same moment, of another person', async () => {
      const { visit, refund, points, faults } = await openClinic(ports);
      const calls = numbered(receipts).flatMap((nth) => [visit(nth), refund(nth)]);

      const statuses = statusesOf(await race.run(dealt(calls)));

      assert.deepEqual(statuses, ['applied']);
      assert.deepEqual([await points('daughter'), await points('mother')], [[150], [0]]);
      assert.deepEqual(await faults(), []);
    });

    it('go along with a visit that moves at the same moment', async () => {
      const { visit, refund, points, faults } = await openClinic(ports);
      statusesOf(await race.run(dealt(numbered(receipts).map((nth) => visit(nth)))));
      const moved = (nth: number) =>
        visit(nth, { revision: 2, member: { externalId: `grandmother-${nth}` } });

      const calls = numbered(receipts).flatMap((nth) => [moved(nth), refund(nth)]);
      const statuses = statusesOf(await race.run(dealt(calls)));

      assert.deepEqual(statuses, ['applied']);
      assert.deepEqual([await points('grandmother'), await points('daughter')], [[150], [0]]);
      assert.deepEqual(await faults(), []);
    });

    it('go along with twenty visits that move between the same two people at once', async () => {
      const { visit, refund, points, faults } = await openClinic(ports);
      const same = { member: { externalId: 'daughter-0' } };
      statusesOf(await race.run(dealt(numbered(receipts).map((nth) => visit(nth, same)))));
      const moved = (nth: number) =>
        visit(nth, { revision: 2, member: { externalId: 'grandmother-0' } });

      const calls = numbered(receipts).flatMap((nth) => [moved(nth), refund(nth)]);
      const statuses = statusesOf(await race.run(dealt(calls)));

      assert.deepEqual(statuses, ['applied']);
      const [herPoints = 0] = (await points('grandmother')).filter((sum) => sum > 0);
      assert.ok(herPoints >= receipts * 150, String(herPoints));
      assert.deepEqual(await points('daughter'), [0]);
      assert.deepEqual(await faults(), []);
    });
  });

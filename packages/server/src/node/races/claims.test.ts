import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Problem } from '@afterglow/contract';
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
const claims = 60;
const affordable = 5;
const price = 500;
const rest = 100;

/** A patient with the points for five rewards and a little more. */
async function openPatient(ports: NodePorts) {
  const program = { ...defaultProgram(), joiningPoints: 0, bonuses: [], milestones: [] };
  const clinic = await openTrial({ store: ports.store, program });
  const { session, summary } = await clinic.signIn('+13125550142');
  const accountId = summary.member.id;
  const amount = (affordable * price + rest) * 200;
  const visit = { ...receipt('R-1', { amount }), member: { memberId: accountId } };
  await clinic.call('POST /v1/events', { key: clinic.secretKey, body: visit });
  const where = { clinicId: clinic.id };
  return {
    claim: {
      method: 'POST',
      path: 'me/claims',
      key: session.accessToken,
      body: { rewardId: 'credit-50' },
    } satisfies Call,
    vouchers: () => ports.store.reader.range('vouchers', { index: 'key', where }),
    async points() {
      const rows = { ...where, accountId };
      const entries = await ports.store.reader.range('entries', { index: 'key', where: rows });
      return entries.filter(({ asset }) => asset === 'points');
    },
    faults: async () => (await verifyClinic(ports, clinic.id)).faults,
  };
}

const codesOf = (answers: readonly (readonly Answer[])[]): readonly string[] =>
  answers.flat().map(({ status, body }) => (status < 300 ? 'claimed' : (body as Problem).code));

const numbered = (count: number) => Array.from({ length: count }, (_, nth) => nth);

for (const engine of trialEngines())
  describe(`claims from ${processes} processes on ${engine.name}`, { timeout: 120_000 }, () => {
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

    const claimAtOnce = async (claim: Call) => {
      const calls = numbered(claims / processes).map(() => claim);
      const jobs = numbered(processes).map(() => ({ now: trialStart, calls }));
      return codesOf(await race.run(jobs));
    };

    it('spend no point twice: of 60 at once the five that the balance pays for are given', async () => {
      const { claim, vouchers, points, faults } = await openPatient(ports);

      const codes = await claimAtOnce(claim);

      assert.equal(codes.filter((code) => code === 'claimed').length, affordable);
      assert.equal(
        codes.filter((code) => code === 'points_insufficient').length,
        claims - affordable,
      );
      assert.equal((await vouchers()).length, affordable);
      const spent = (await points()).filter(({ amount }) => amount < 0);
      assert.deepEqual(
        spent.map(({ amount }) => amount),
        numbered(affordable).map(() => -price),
      );
      assert.equal((await points()).at(-1)?.balanceAfter, rest);
      assert.deepEqual(await faults(), []);
    });

    it('give once what 60 ask for with one key, and all get its answer', async () => {
      const { claim, vouchers, points, faults } = await openPatient(ports);

      const codes = await claimAtOnce({ ...claim, headers: { 'idempotency-key': 'claim-1' } });

      assert.deepEqual([...new Set(codes)], ['claimed']);
      assert.equal((await vouchers()).length, 1);
      assert.equal((await points()).at(-1)?.balanceAfter, affordable * price + rest - price);
      assert.deepEqual(await faults(), []);
    });
  });

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventsAnswer, Member, Page } from '@afterglow/contract';
import { verifyClinic } from '../node/verify/verify-clinic.js';
import { openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

const send = async (clinic: TrialClinic, ...events: object[]) => {
  const sent = await clinic.call('POST /v1/events', { key: clinic.secretKey, body: { events } });
  const { results } = sent.body as EventsAnswer;
  for (const { status } of results) assert.equal(status, 'applied');
};

async function memberOf(clinic: TrialClinic, client: string): Promise<Member | undefined> {
  const path = `/v1/members?source=till&externalId=${client}`;
  const found = await clinic.call(`GET ${path}`, { key: clinic.secretKey });
  return (found.body as Page<Member>).data[0];
}

const pointsOf = async (clinic: TrialClinic, client: string) =>
  (await memberOf(clinic, client))?.points;

const refund = (externalId: string, amount: number, more: object = {}) => ({
  type: 'visit.refunded',
  source: 'till',
  externalId,
  occurredAt: '2026-11-22T14:00:00.000Z',
  data: { visit: 'R-1', lines: [{ lineId: '1', amount: { amount, currency: 'USD' } }] },
  ...more,
});

const moved = (client: string, revision: number) => receipt('R-1', { client, more: { revision } });

test('a visit that moves to another person brings its refunds along', async () => {
  const clinic = await openTrial();
  await send(clinic, receipt('R-1', { client: 'C-1' }), receipt('R-2', { client: 'C-1' }));
  await send(clinic, refund('F-1', 20_000));

  await send(clinic, moved('C-2', 2));

  assert.equal(await pointsOf(clinic, 'C-1'), 200);
  assert.equal(await pointsOf(clinic, 'C-2'), 100);
});

test('a refund that came before its visit goes with it', async () => {
  const clinic = await openTrial();
  await send(clinic, refund('F-1', 20_000, { member: { externalId: 'C-1' } }));
  await send(clinic, receipt('R-1', { client: 'C-1' }));

  await send(clinic, moved('C-2', 2));

  assert.equal(await pointsOf(clinic, 'C-2'), 100);
});

test('what came before its visit goes to whomever the visit is told of', async () => {
  const clinic = await openTrial();
  const first = refund('F-1', 20_000, { member: { externalId: 'C-1' } });
  const second = refund('F-2', 10_000, { member: { externalId: 'C-3' } });
  await send(clinic, first);
  await send(clinic, second);

  await send(clinic, receipt('R-1', { client: 'C-2' }));
  const points = async (...clients: string[]) =>
    Promise.all(clients.map((client) => pointsOf(clinic, client)));
  assert.deepEqual(await points('C-1', 'C-2', 'C-3'), [0, 50, undefined]);
  await send(clinic, moved('C-3', 2));
  await send(clinic, refund('F-1', 40_000, { revision: 2, member: { externalId: 'C-1' } }));

  assert.deepEqual(await points('C-1', 'C-2', 'C-3'), [0, 0, 0]);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('a refund and its visit come together, whichever is first and whomever each names', async () => {
  const given = refund('F-1', 20_000, { member: { externalId: 'C-1' } });
  const sold = receipt('R-1', { client: 'C-2' });
  for (const events of [
    [given, sold],
    [sold, given],
  ]) {
    const clinic = await openTrial();

    await send(clinic, ...events);

    assert.equal(await pointsOf(clinic, 'C-2'), 100);
  }
});

test('a visit of somebody new is voided by what had come of another person', async () => {
  const clinic = await openTrial();
  await send(clinic, {
    ...{ type: 'visit.voided', source: 'till', externalId: 'V-1' },
    ...{ occurredAt: '2026-11-22T14:00:00.000Z', member: { externalId: 'C-1' } },
    data: { visit: 'R-1' },
  });

  await send(clinic, receipt('R-1', { client: 'C-2' }));

  assert.equal(await pointsOf(clinic, 'C-2'), 0);
});

test('a visit that was voided stays so wherever it moves', async () => {
  const clinic = await openTrial();
  const occurredAt = '2026-11-22T14:00:00.000Z';
  await send(clinic, receipt('R-1', { client: 'C-1' }));
  await send(clinic, {
    ...{ type: 'visit.voided', source: 'till', externalId: 'V-1', occurredAt },
    data: { visit: 'R-1' },
  });

  await send(clinic, moved('C-2', 2));

  assert.deepEqual([await pointsOf(clinic, 'C-1'), await pointsOf(clinic, 'C-2')], [0, 0]);
});

test('a refund that went along with a visit there and back is corrected by its next revision', async () => {
  const clinic = await openTrial();
  await send(clinic, receipt('R-1', { client: 'C-1' }));
  await send(clinic, refund('F-1', 20_000));
  for (const [client, revision] of [
    ['C-2', 2],
    ['C-1', 3],
    ['C-2', 4],
  ] as const)
    await send(clinic, moved(client, revision));

  await send(clinic, refund('F-1', 40_000, { revision: 2 }));

  assert.deepEqual([await pointsOf(clinic, 'C-1'), await pointsOf(clinic, 'C-2')], [0, 0]);
});

test('a visit that moved and came back by a merge counts once when it moves again', async () => {
  const clinic = await openTrial();
  await send(clinic, receipt('R-1', { client: 'C-1' }));
  await send(clinic, moved('C-2', 2));
  const [first, second] = [await memberOf(clinic, 'C-1'), await memberOf(clinic, 'C-2')];
  await clinic.call(`POST /v1/members/${first?.id ?? ''}/merge`, {
    key: clinic.secretKey,
    body: { from: second?.id, reason: 'duplicate' },
  });
  assert.equal(await pointsOf(clinic, 'C-1'), 200);

  await send(clinic, moved('C-3', 3));

  assert.deepEqual([await pointsOf(clinic, 'C-1'), await pointsOf(clinic, 'C-3')], [0, 200]);
});

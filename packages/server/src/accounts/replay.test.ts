import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionAnswer } from '@afterglow/contract';
import { replayJournal, type NewEntry } from '@afterglow/engine';
import { loadPrograms } from '../programs.js';
import { openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';
import { recordOf } from './rows.js';

const send = (clinic: TrialClinic, ...events: object[]) =>
  clinic.call('POST /v1/events', { key: clinic.secretKey, body: { events } });

const move = (clinic: TrialClinic, now: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

async function journals(clinic: TrialClinic, accountId: string) {
  const { reader } = clinic.ports.store;
  const where = { clinicId: clinic.id, accountId };
  const [history, entries, row, account] = await Promise.all([
    reader.range('history', { index: 'key', where }),
    reader.range('entries', { index: 'key', where }),
    reader.get('clinics', { id: clinic.id }),
    reader.get('accounts', where),
  ]);
  const replayed = replayJournal({
    accountId,
    programs: await loadPrograms(clinic.ports, clinic.id),
    records: history.map(recordOf),
    until: Math.max(row?.clockAt ?? clinic.ports.clock.now(), account?.updatedAt ?? 0),
  });
  return { kept: entries, replayed };
}

const line = (entry: Pick<NewEntry, 'id' | 'at' | 'asset' | 'amount' | 'balanceAfter' | 'key'>) => [
  entry.id,
  entry.at,
  entry.asset,
  entry.amount,
  entry.balanceAfter,
  entry.key,
];

test('a journal that grew on a clock that stands still is replayed entry for entry', async () => {
  const clinic = await openTrial();
  await move(clinic, '2026-11-22T15:00:00Z');
  const owner = await clinic.signIn('+13125550142');
  const friends: SessionAnswer[] = [];
  for (const phone of ['+13125550143', '+13125550144'])
    friends.push(
      await clinic.signIn(phone, {
        consents: { terms: true },
        code: owner.summary.referral?.code,
      }),
    );
  const of = (index: number) => ({ member: { memberId: friends[index]?.summary.member.id } });
  const mine = { member: { memberId: owner.summary.member.id } };

  await send(clinic, { ...receipt('R-1', { at: '2026-11-22T15:00:00Z' }), ...of(0) });
  await send(clinic, { ...receipt('R-2', { at: '2026-11-20T15:00:00Z' }), ...mine });
  await send(clinic, { ...receipt('R-2', { amount: 10_000, more: { revision: 2 } }), ...mine });
  await send(clinic, { ...receipt('R-3', { at: '2026-11-22T15:00:00Z' }), ...of(1) });
  await send(
    clinic,
    { ...receipt('R-4', { at: '2026-11-22T15:00:00Z' }), ...mine },
    {
      type: 'visit.voided',
      source: 'till',
      externalId: 'V-1',
      occurredAt: '2026-11-22T15:00:00Z',
      data: { visit: 'R-1' },
    },
  );
  await move(clinic, '2027-02-01T00:00:00Z');
  await send(clinic, { ...receipt('R-5', { at: '2026-06-01T00:00:00Z' }), ...mine });
  await move(clinic, '2028-06-01T00:00:00Z');

  for (const { summary } of [owner, ...friends]) {
    const { kept, replayed } = await journals(clinic, summary.member.id);
    assert.ok(kept.length > 1);
    assert.deepEqual(kept.map(line), replayed.map(line));
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventsAnswer, Summary } from '@afterglow/contract';
import { openTrial, receipt } from '../trial/trial-clinic.js';

const now = '2026-11-22T15:00:00.000Z';

test('where the clock stands still, a visit that is sent after a claim comes after it', async () => {
  const clinic = await openTrial();
  await clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });
  const { session, summary } = await clinic.signIn('+13125550142');
  const member = { memberId: summary.member.id };
  const send = async (externalId: string, more: object) => {
    const body = { ...receipt(externalId, more), member, occurredAt: undefined };
    const answer = await clinic.call('POST /v1/events', { key: clinic.secretKey, body });
    return (answer.body as EventsAnswer).results[0]!;
  };
  const me = async () =>
    (await clinic.call('GET /v1/me', { key: session.accessToken })).body as Summary;
  await send('R-1', { amount: 100_000 });
  assert.equal((await me()).points.balance, 550);
  const claimed = await clinic.call('POST /v1/me/claims', {
    ...{ key: session.accessToken, body: { rewardId: 'credit-50' } },
    headers: { 'idempotency-key': 'claim-1' },
  });
  assert.equal(claimed.status, 201, JSON.stringify(claimed.body));

  const data = {
    ...(receipt('R-2', { amount: 10_000 }) as { data: object }).data,
    tenders: [{ kind: 'points', count: 500 }],
  };
  const paid = await send('R-2', { amount: 10_000, more: { data } });
  const again = await send('R-2', { amount: 10_000, more: { data } });

  assert.deepEqual(paid.warnings, [{ code: 'points_insufficient', path: 'tenders[0]' }]);
  assert.equal(again.status, 'duplicate');
  assert.ok((await me()).points.balance >= 0, 'a claim and a bill spent the same points');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Adjustment,
  Page,
  Problem,
  RewardStanding,
  Summary,
  TierStanding,
} from '@afterglow/contract';
import { codeOf, openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

const adjust = (clinic: TrialClinic, id: string, body: object, idempotencyKey?: string) =>
  clinic.call(`POST /v1/members/${id}/adjustments`, {
    key: clinic.secretKey,
    body,
    headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey },
  });

const giveTier = (clinic: TrialClinic, id: string, body: object) =>
  clinic.call(`POST /v1/members/${id}/tier`, { key: clinic.secretKey, body });

const amounts = (body: unknown) =>
  (body as Adjustment).entries.map(({ asset, amount, balanceAfter, cause, because }) => [
    asset,
    amount,
    balanceAfter,
    cause.kind,
    because[0]?.args['reason'],
  ]);

async function member(clinic: TrialClinic) {
  const { session, summary } = await clinic.signIn('+13125550142');
  const me = async () =>
    (await clinic.call('GET /v1/me', { key: session.accessToken })).body as Summary;
  const rewardReason = async (reward: string) => {
    const answer = await clinic.call('GET /v1/me/rewards', { key: session.accessToken });
    const { data } = answer.body as Page<RewardStanding>;
    return data.find(({ id }) => id === reward)?.reason;
  };
  return { id: summary.member.id, me, rewardReason };
}

test('staff give and take points and credit with a reason; a balance may go below zero', async () => {
  const clinic = await openTrial();
  const { id, me } = await member(clinic);

  const given = await adjust(clinic, id, { asset: 'points', amount: 25, reason: 'complaint' });
  const taken = await adjust(clinic, id, { asset: 'points', amount: -100, reason: 'mistake' });
  const credit = await adjust(clinic, id, { asset: 'credit', amount: 1500, reason: 'complaint' });

  assert.equal(given.status, 201);
  assert.deepEqual(amounts(given.body), [['points', 25, 75, 'adjustment', 'complaint']]);
  assert.deepEqual(amounts(taken.body), [['points', -100, -25, 'adjustment', 'mistake']]);
  assert.deepEqual(amounts(credit.body), [['credit', 1500, 1500, 'adjustment', 'complaint']]);
  const { points, credit: shown } = await me();
  assert.deepEqual([points.balance, shown.balance.amount], [-25, 1500]);
});

test('sessions of a package are corrected, and none is taken that is not there', async () => {
  const clinic = await openTrial();
  const { id, me } = await member(clinic);
  const sold = { lineId: '1', kind: 'package', package: 'FACIAL5' };
  await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: {
      ...receipt('R-1'),
      member: { memberId: id },
      data: { lines: [{ ...sold, price: { amount: 72_500, currency: 'USD' } }] },
    },
  });
  const asset = `sessions:${(await me()).packages[0]!.id}`;

  const more = await adjust(clinic, id, { asset, amount: 1, reason: 'gift' });
  const less = await adjust(clinic, id, { asset, amount: -2, reason: 'used-elsewhere' });
  const tooMany = await adjust(clinic, id, { asset, amount: -5, reason: 'mistake' });
  const other = `sessions:pkg_${'0'.repeat(26)}`;
  const unknown = await adjust(clinic, id, { asset: other, amount: 1, reason: 'gift' });

  assert.deepEqual(amounts(more.body), [[asset, 1, 6, 'adjustment', 'gift']]);
  assert.deepEqual(amounts(less.body), [[asset, -2, 4, 'adjustment', 'used-elsewhere']]);
  assert.deepEqual(
    [codeOf(tooMany), (tooMany.body as Problem).details],
    ['session_unavailable', { left: 4 }],
  );
  assert.equal(codeOf(unknown), 'package_unknown');
  assert.deepEqual((await me()).packages[0]?.left, 4);
});

test('a package that has ended is given no sessions before it is extended', async () => {
  const clinic = await openTrial();
  const { id, me } = await member(clinic);
  const sold = { lineId: '1', kind: 'package', package: 'FACIAL5' };
  const lines = [{ ...sold, price: { amount: 72_500, currency: 'USD' } }];
  const event = { ...receipt('R-1'), member: { memberId: id }, data: { lines } };
  await clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });
  const { id: packageId, expiresOn } = (await me()).packages[0]!;
  await clinic.call('POST /v1/test/clock', {
    key: clinic.secretKey,
    body: { now: `${String(Number(expiresOn?.slice(0, 4)) + 1)}-01-01T12:00:00Z` },
  });

  const asset = `sessions:${packageId}`;
  const gift = await adjust(clinic, id, { asset, amount: 1, reason: 'gift' });

  assert.deepEqual(
    [codeOf(gift), (gift.body as Problem).details],
    ['session_unavailable', { left: 0, expiresOn }],
  );
});

test('a correction with a key happens once', async () => {
  const clinic = await openTrial();
  const { id, me } = await member(clinic);
  const body = { asset: 'points', amount: 25, reason: 'complaint' };

  const answers = [];
  for (let i = 0; i < 3; i++) answers.push(await adjust(clinic, id, body, 'k-1'));
  await adjust(clinic, id, body, 'k-2');

  assert.deepEqual(answers[1]?.body, answers[0]?.body);
  assert.equal((await me()).points.balance, 100);
});

test('a correction of nothing, without a reason or of nobody is refused', async () => {
  const clinic = await openTrial();
  const { id } = await member(clinic);

  const zero = await adjust(clinic, id, { asset: 'points', amount: 0, reason: 'none' });
  const noReason = await adjust(clinic, id, { asset: 'points', amount: 1 });
  const nobody = await adjust(clinic, `mem_${'0'.repeat(26)}`, {
    asset: 'points',
    amount: 1,
    reason: 'x',
  });

  assert.deepEqual(
    [codeOf(zero), codeOf(noReason), codeOf(nobody)],
    ['invalid_field', 'missing_field', 'member_unknown'],
  );
});

test('the owner of a staff code is corrected like a member', async () => {
  const clinic = await openTrial();
  const made = await clinic.call('POST /v1/codes', {
    key: clinic.secretKey,
    body: { kind: 'staff', label: 'Front desk' },
  });
  const { ownerId } = made.body as { ownerId: string };

  const answer = await adjust(clinic, ownerId, { asset: 'points', amount: 40, reason: 'bonus' });

  assert.deepEqual(amounts(answer.body), [['points', 40, 40, 'adjustment', 'bonus']]);
});

test('a given tier unlocks its rewards through its last day, and can be ended before', async () => {
  const clinic = await openTrial();
  const { id, me, rewardReason } = await member(clinic);
  const at = async (now: string) => {
    await clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });
    const { tier } = await me();
    return [tier.current?.id, tier.givenUntil];
  };

  const before = await rewardReason('credit-500');
  const given = await giveTier(clinic, id, {
    level: 'luminous',
    until: '2026-11-25',
    reason: 'press',
  });

  assert.deepEqual(
    [(given.body as TierStanding).current?.id, (given.body as TierStanding).givenUntil],
    ['luminous', '2026-11-25'],
  );
  assert.equal((given.body as TierStanding).givenFor, 'press');
  assert.equal((await me()).tier.givenFor, 'press');
  assert.deepEqual(
    [before, await rewardReason('credit-500')],
    ['tier_too_low', 'points_insufficient'],
  );
  assert.deepEqual(await at('2026-11-26T05:59:59Z'), ['luminous', '2026-11-25']);
  assert.deepEqual(await at('2026-11-26T06:00:00Z'), ['glow', null]);
  await giveTier(clinic, id, { level: 'radiant', until: '2027-01-01', reason: 'press' });
  await giveTier(clinic, id, { level: 'radiant', until: '2027-01-02', reason: 'family' });
  assert.equal((await me()).tier.givenFor, 'family');
  const ended = await giveTier(clinic, id, { level: null, reason: 'mistake' });
  const { givenUntil, givenFor } = ended.body as TierStanding;
  assert.deepEqual([givenUntil, givenFor, (await me()).tier.givenFor], [null, null, null]);
});

test('a tier that the program does not have, or whose day is over, is refused', async () => {
  const clinic = await openTrial();
  const { id } = await member(clinic);

  const unknown = await giveTier(clinic, id, { level: 'gold', until: '2027-01-01', reason: 'x' });
  const over = await giveTier(clinic, id, { level: 'glow', until: '2026-11-21', reason: 'x' });
  const endless = await giveTier(clinic, id, { level: 'glow', reason: 'x' });

  assert.deepEqual(
    [codeOf(unknown), (unknown.body as Problem).details],
    ['tier_unknown', { levels: ['glow', 'radiant', 'luminous'] }],
  );
  assert.deepEqual([codeOf(over), codeOf(endless)], ['invalid_field', 'missing_field']);
});

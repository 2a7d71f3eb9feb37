import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAnswer, Page, TestMessage } from '@afterglow/contract';
import { openTrial, type TrialClinic } from '../trial/trial-clinic.js';
import { forgetExpired } from './forget-expired.js';

const hourMs = 3_600_000;

const tables = ['challenges', 'sessions', 'idempotency', 'nonces'] as const;

/** How many rows each table has that are kept for a time only. */
const kept = async ({ ports, id }: TrialClinic) =>
  Promise.all(
    tables.map(async (table) => {
      const where = { clinicId: id };
      return (await ports.store.reader.range(table, { index: 'byExpiry', where })).length;
    }),
  );

const forget = ({ ports, id }: TrialClinic) => forgetExpired(ports, id);

test('codes, sessions and first answers go when their time is over, and not before', async () => {
  const clinic = await openTrial();
  await clinic.signIn('+13125550142');
  await clinic.call('POST /v1/members', {
    key: clinic.secretKey,
    body: { firstName: 'Ana' },
    headers: { 'idempotency-key': 'k-1' },
  });

  await forget(clinic);
  assert.deepEqual(await kept(clinic), [1, 1, 1, 0]);
  clinic.wait(25 * hourMs);
  await forget(clinic);
  assert.deepEqual(await kept(clinic), [0, 1, 1, 0], 'wrong codes count for a day');
  clinic.wait(7 * 24 * hourMs);
  await forget(clinic);
  assert.deepEqual(await kept(clinic), [0, 0, 0, 0]);
});

test('a code that a phone keeps stays for late receipts, and goes 90 days after its end', async () => {
  const clinic = await openTrial();
  const { summary } = await clinic.signIn('+13125550142');
  await clinic.call(`POST /v1/referral-codes/${summary.referral!.code}/keep`, {
    key: clinic.publishableKey,
    body: { phone: '+13125550143' },
  });
  const left = async () =>
    (await clinic.ports.store.reader.range('keptCodes', { index: 'key', where: {} })).length;

  clinic.wait(120 * 24 * hourMs);
  await forget(clinic);
  assert.equal(await left(), 1);
  clinic.wait(hourMs);
  await forget(clinic);

  assert.equal(await left(), 0);
});

test('any number of them goes at once', async () => {
  const clinic = await openTrial();
  for (let i = 0; i < 205; i++)
    await clinic.call('POST /v1/sessions/codes', {
      key: clinic.publishableKey,
      body: { phone: '+13125550142' },
    });

  clinic.wait(25 * hourMs);
  await forget(clinic);

  assert.deepEqual(await kept(clinic), [0, 0, 0, 0]);
});

test('the code in a message is gone when it is over; that it was sent stays', async () => {
  const clinic = await openTrial();
  const messages = async () =>
    (
      (await clinic.call('GET /v1/test/messages', { key: clinic.secretKey }))
        .body as Page<TestMessage>
    ).data;
  const sent = await clinic.call('POST /v1/sessions/codes', {
    key: clinic.publishableKey,
    body: { phone: '+13122223344' },
  });
  assert.ok((sent.body as CodeAnswer).challengeId);

  await forget(clinic);
  const [fresh] = await messages();
  clinic.wait(10 * 60_000 + 1);
  await forget(clinic);
  const [old] = await messages();

  assert.match(fresh?.text ?? '', /#\d{6}$/);
  assert.equal(old?.to, '+13122223344');
  assert.doesNotMatch(old.text, /\d{6}/);
});

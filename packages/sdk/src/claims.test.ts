import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer } from '@afterglow/testing';
import { isRefusedError } from './index.js';

/** Somebody who has 550 points: 50 for joining and 500 for a facial of 1,000 dollars. */
async function openWithPoints() {
  const server = await createTestServer();
  const dora = await server.people.dora();
  await server.till.visit(dora.phone, { amount: 100_000, category: 'facial' });
  return { server, me: dora.client.me };
}

test('a reward is claimed, its voucher listed and used once at the counter', async () => {
  const { server, me } = await openWithPoints();

  const voucher = await me.claims.create('credit-50');
  const { data } = await me.vouchers().page();
  const { voucher: used } = await server.backend.vouchers.redeem(voucher.code);

  assert.deepEqual(data, [voucher]);
  assert.equal(used.status, 'used');
  await assert.rejects(server.backend.vouchers.redeem(voucher.code), (error) =>
    isRefusedError(error, 'voucher_unavailable'),
  );
});

test('rewards tell what is in the way, and a claim that is refused says the same', async () => {
  const { me } = await openWithPoints();

  const reasons: Record<string, string | null> = {};
  for await (const { id, reason } of me.rewards({ limit: 1 })) reasons[id] = reason;

  assert.deepEqual([reasons['credit-50'], reasons['product-75']], [null, 'points_insufficient']);
  await assert.rejects(me.claims.create('product-75'), (error) =>
    isRefusedError(error, 'points_insufficient'),
  );
});

test('a claim that got lost on the way back is made once', async () => {
  const { server, me } = await openWithPoints();
  server.failNext({ answerLost: true });

  await me.claims.create('credit-50');
  const named = { idempotencyKey: 'claim-1' };
  await assert.rejects(me.claims.create('credit-50', named), { code: 'points_insufficient' });

  assert.equal((await me.vouchers().page()).data.length, 1);
});

test('a claim of one key is one claim, and a voucher is given back for its points', async () => {
  const { me } = await openWithPoints();
  const named = { idempotencyKey: 'claim-1' };

  const first = await me.claims.create('credit-50', named);
  const again = await me.claims.create('credit-50', named);
  await me.claims.delete(first.id);

  assert.deepEqual(again, first);
  assert.equal((await me.summary()).points.balance, 550);
});

test('a member changes the profile and takes everything along', async () => {
  const { me } = await openWithPoints();

  const profile = await me.update({ firstName: 'Anabel', locale: 'es' });
  const { profile: exported, entries } = await me.export();

  assert.deepEqual([profile.firstName, profile.locale], ['Anabel', 'es']);
  assert.deepEqual(exported, profile);
  assert.ok(entries.length > 0);
});

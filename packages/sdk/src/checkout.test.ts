import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer } from '@afterglow/testing';
import { isRefusedError } from './index.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const facial = {
  lineId: '1',
  kind: 'treatment',
  code: 'FACIAL',
  category: 'facial',
  listPrice: usd(16_500),
} as const;

/** Somebody with five prepaid facials. */
async function openWithPackage() {
  const server = await createTestServer();
  const dora = await server.people.dora();
  await server.till.sellPackage(dora.phone, 'FACIAL5');
  return { server, dora, checkout: server.backend.checkout };
}

test('a bill is quoted, sent as a visit that names it, and paid by what was held', async () => {
  const { server, dora, checkout } = await openWithPackage();

  const bill = await checkout.quote({ member: { phone: dora.phone }, lines: [facial] });
  const [sent] = await server.backend.events.send({
    ...{ type: 'visit.completed', source: 'till', externalId: 'R-2001' },
    member: { phone: dora.phone },
    data: {
      checkoutId: bill.id,
      lines: [{ ...facial, price: bill.lines[0]!.price }],
    },
  });

  assert.deepEqual([bill.lines[0]?.sessions.length, bill.due.amount], [1, 0]);
  assert.deepEqual(sent?.warnings, []);
  assert.equal((await dora.client.me.summary()).packages[0]?.left, 4);
});

test('a quote is released once, and a preview holds nothing', async () => {
  const { dora, checkout } = await openWithPackage();
  const five = { ...facial, quantity: 5, listPrice: usd(82_500) };

  const preview = await dora.client.me.visitPreview({ lines: [five] });
  const bill = await checkout.quote({ member: { memberId: dora.memberId }, lines: [five] });
  const held = await dora.client.me.visitPreview({ lines: [five] });
  await checkout.release(bill.id);
  const free = await dora.client.me.visitPreview({ lines: [five] });

  assert.deepEqual([preview.due.amount, held.due.amount, free.due.amount], [0, 82_500, 0]);
  await assert.rejects(checkout.release(bill.id), (error) =>
    isRefusedError(error, 'checkout_unknown'),
  );
});

test('a quote whose answer got lost holds once', async () => {
  const { server, dora, checkout } = await openWithPackage();
  const four = { ...facial, quantity: 4, listPrice: usd(66_000) };
  server.failNext({ answerLost: true, path: 'checkouts' });

  const bill = await checkout.quote({ member: { memberId: dora.memberId }, lines: [four] });
  const next = await dora.client.me.visitPreview({ lines: [facial] });

  assert.equal(bill.lines[0]?.sessions[0]?.count, 4);
  assert.equal(next.due.amount, 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer } from '@afterglow/testing';
import type { Entry } from '@afterglow/contract';

const phone = '+13125550130';

for (const limit of [1, 2, 3, 7, 100]) {
  test(`pages of ${limit} give no row twice and leave none out while rows are added`, async () => {
    const server = await createTestServer();
    const eva = await server.signIn(phone);
    for (let n = 0; n < 5; n++) await server.till.visit(phone, { amount: 10_000 + n });
    const before = await all(eva.client.me.entries());

    const seen: Entry[] = [];
    for await (const entry of eva.client.me.entries({ limit })) {
      seen.push(entry);
      await server.till.visit(phone, { amount: 20_000 });
    }

    const ids = seen.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      before.map(({ id }) => id).filter((id) => !ids.includes(id)),
      [],
    );
  });
}

test('a page carries the cursor of the next, and the last none', async () => {
  const server = await createTestServer();
  const eva = await server.signIn(phone);
  await server.till.visit(phone);
  const list = eva.client.me.entries({ limit: 1 });

  const first = await list.page();
  const second = await list.page({ cursor: first.nextCursor! });

  assert.ok(first.nextCursor);
  assert.equal(second.nextCursor, null);
  assert.notEqual(first.data[0]?.id, second.data[0]?.id);
});

test('a list can be walked through again, from its beginning', async () => {
  const server = await createTestServer();
  const eva = await server.signIn(phone);
  const list = eva.client.me.entries();

  const once = await all(list);
  const twice = await all(list);

  assert.deepEqual(once, twice);
});

test('leaving a list early asks for no further page', async () => {
  const server = await createTestServer();
  const eva = await server.signIn(phone);
  await server.till.visit(phone);
  server.seen.length = 0;

  const walk = eva.client.me.entries({ limit: 1 })[Symbol.asyncIterator]();
  await walk.next();
  await walk.return?.();

  assert.equal(server.seen.length, 1);
});

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

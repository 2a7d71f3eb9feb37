import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer } from '@afterglow/testing';
import { createStores } from './stores.js';

test('the requests start with the first listener, and are two for any number', async (t) => {
  const server = await createTestServer({ now: Date.now() });
  const ana = await server.people.ana();
  server.seen.length = 0;
  const { key, base, fetch, storage } = server.page(ana);

  const { $program, $member, page } = createStores({
    publishableKey: key,
    apiBase: base,
    fetch,
    storage,
  });
  t.after(() => page.dispose());
  const beforeListening = server.seen.length;
  const names: (string | null | undefined)[] = [];
  for (let n = 0; n < 100; n++) $program.listen(() => {});
  await new Promise<void>((resolve) => {
    $member.subscribe(({ value }) => {
      names.push(value?.member.firstName);
      if (value) resolve();
    });
  });

  assert.equal(beforeListening, 0);
  assert.deepEqual(names, [undefined, 'Ana']);
  assert.deepEqual(server.seen.map(({ path }) => path).sort(), ['program', 'sessions/refresh']);
});

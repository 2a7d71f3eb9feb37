import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inDatabase } from './session-database.js';

test('a database that says nothing is given up after five seconds', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const silent = { open: () => ({}) } as unknown as IDBFactory;
  const reading = inDatabase(silent, 'pk_test_silent', 'readonly', (rows) => rows.get('session'));
  let isOver = false;
  const over = reading.catch(() => (isOver = true));

  t.mock.timers.tick(4_999);
  await Promise.resolve();
  assert.equal(isOver, false);
  t.mock.timers.tick(1);

  await over;
  await assert.rejects(reading, { message: 'The database does not answer.' });
});

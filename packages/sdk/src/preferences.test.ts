import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestServer } from '@afterglow/testing';
import { isRefusedError } from './index.js';

const words = 'Text me offers. Reply STOP to end.';

async function openDora() {
  const server = await createTestServer();
  return { server, me: (await server.people.dora()).client.me };
}

test('a member says yes with the words of the page, and no without any', async () => {
  const { me } = await openDora();

  const asked = await me.preferences.update({ marketing: { sms: { given: true, words } } });
  const left = await me.preferences.update({ reminders: { sms: { given: false } }, locale: 'es' });

  assert.deepEqual([asked.marketing.sms, asked.reminders.sms], [true, true]);
  assert.deepEqual([left.marketing.sms, left.reminders.sms, left.locale], [true, false, 'es']);
  assert.deepEqual(await me.preferences.get(), left);
  assert.deepEqual((await me.summary()).preferences, left);
});

test('a yes that got lost on the way back is sent again and kept once', async () => {
  const { server, me } = await openDora();
  server.failNext({ answerLost: true });

  const { marketing } = await me.preferences.update({ marketing: { sms: { given: true, words } } });

  assert.equal(marketing.sms, true);
  assert.deepEqual(
    (await me.export()).consentChanges.map((one) => one.words),
    [words],
  );
});

test('a yes to e-mail without an e-mail address is refused', async () => {
  const { me } = await openDora();

  await assert.rejects(
    me.preferences.update({ marketing: { email: { given: true, words } } }),
    (error) => isRefusedError(error, 'channel_unreachable'),
  );
});

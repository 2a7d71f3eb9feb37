import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeRow, Page } from '@afterglow/contract';
import { createApp } from '../app.js';
import type { Ports } from '../ports.js';
import { codeOf, openTrial } from '../trial/trial-clinic.js';

test('a request whose answer was lost with its server is not carried out again', async () => {
  const clinic = await openTrial();
  const { store } = clinic.ports;
  let transactions = 0;
  // It takes the key, carries the request out, and dies before it has kept the answer.
  const dying: Ports = {
    ...clinic.ports,
    store: {
      ...store,
      transaction: (work) => (++transactions > 2 ? new Promise(() => {}) : store.transaction(work)),
    },
  };
  const sent = {
    key: clinic.secretKey,
    body: { kind: 'staff', label: 'Dana' },
    headers: { 'idempotency-key': 'key-1' },
  };
  void createApp(dying).request('/v1/codes', {
    method: 'POST',
    headers: {
      ...sent.headers,
      authorization: `Bearer ${sent.key}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(sent.body),
  });
  const codes = async () => {
    const listed = await clinic.call('GET /v1/codes', { key: clinic.secretKey });
    return (listed.body as Page<CodeRow>).data.length;
  };
  while ((await codes()) === 0) await new Promise((resolve) => setImmediate(resolve));

  clinic.wait(61_000);
  const again = await clinic.call('POST /v1/codes', sent);

  assert.equal(codeOf(again), 'idempotency_key_in_use');
  assert.equal(await codes(), 1);
});

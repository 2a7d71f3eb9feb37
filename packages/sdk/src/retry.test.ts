import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorthRetrying, retryAfterMs, withJitter } from './retry.js';

const now = Date.parse('2026-11-21T15:30:00Z');

const headers: { header: string | null; ms: number | null; why: string }[] = [
  { header: null, ms: null, why: 'no header' },
  { header: '', ms: null, why: 'an empty header' },
  { header: '0', ms: 0, why: 'at once' },
  { header: '60', ms: 60_000, why: 'seconds' },
  { header: 'Sat, 21 Nov 2026 15:31:00 GMT', ms: 60_000, why: 'a date' },
  { header: 'Sat, 21 Nov 2026 15:29:00 GMT', ms: 0, why: 'a date that has passed' },
  { header: 'soon', ms: null, why: 'neither seconds nor a date' },
];

for (const { header, ms, why } of headers) {
  test(`Retry-After ${JSON.stringify(header)} is ${ms}: ${why}`, () => {
    assert.equal(retryAfterMs(header, now), ms);
  });
}

test('only answers that may change are worth another try', () => {
  const statuses = [200, 304, 400, 401, 403, 404, 407, 408, 409, 413, 422, 428, 429, 430, 499, 500];

  assert.deepEqual(statuses.filter(isWorthRetrying), [408, 429, 500]);
});

test('jitter keeps a delay between its half and its whole', () => {
  assert.equal(withJitter(500, 0), 250);
  assert.equal(withJitter(500, 1), 500);
});

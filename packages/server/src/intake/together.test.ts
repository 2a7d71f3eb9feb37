import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ports, Store } from '../ports.js';
import { openClinic, type Clinic } from '../programs.js';
import { openTrial, receipt } from '../trial/trial-clinic.js';
import { recordFacts } from './record-facts.js';

/** A clinic that knows twenty people; `ran` says how many transactions ran since, and at once. */
async function openWatched() {
  const { ports, id } = await openTrial();
  const ran = { now: 0, most: 0, all: 0 };
  let failsAt: number | undefined;
  const transaction: Store['transaction'] = async (work) => {
    const nth = (ran.all += 1);
    ran.now += 1;
    ran.most = Math.max(ran.most, ran.now);
    try {
      if (nth === failsAt) throw new RangeError('the disk is gone');
      return await ports.store.transaction(work);
    } finally {
      ran.now -= 1;
    }
  };
  const watched: Ports = { ...ports, store: { ...ports.store, transaction } };
  const record = async (events: readonly object[]) =>
    recordFacts(watched, (await openClinic(ports, id)) as Clinic, events);
  await record(visits('first'));
  Object.assign(ran, { now: 0, most: 0, all: 0 });
  return { record, ran, failAt: (nth: number) => (failsAt = nth) };
}

const visits = (named: string) =>
  Array.from({ length: 20 }, (_, nth) => receipt(`${named}-${nth}`, { client: `C-${nth}` }));

describe('events of one request', () => {
  it('are written for eight members at once, and answered in their order', async () => {
    const { record, ran } = await openWatched();

    const results = await record(visits('later'));

    assert.deepEqual([ran.most, ran.all], [8, 20]);
    assert.deepEqual(
      results.map(({ externalId, status }) => `${externalId} ${status}`),
      Array.from({ length: 20 }, (_, nth) => `later-${nth} applied`),
    );
  });

  it('are at their end, all that began, when the request fails with one of them', async () => {
    const { record, ran, failAt } = await openWatched();
    failAt(3);

    await assert.rejects(record(visits('later')), RangeError);

    assert.deepEqual([ran.now, ran.all], [0, 8]);
  });
});

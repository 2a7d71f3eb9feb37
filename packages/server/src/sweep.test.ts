import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeAccount } from './accounts/write.js';
import { defaultProgram } from './default-program.js';
import { ensured } from './ensured.js';
import { settleAll } from './node/scheduler.js';
import type { Store } from './ports.js';
import { loadPrograms, openClinic } from './programs.js';
import { publishProgram } from './publish-program.js';
import { isSweeping, sweep } from './sweep.js';
import { openTrial, receipt, type TrialClinic } from './trial/trial-clinic.js';

const dayMs = 86_400_000;

/** A live clinic with some people, each with one visit. */
async function clinicWith(people: number): Promise<TrialClinic> {
  const clinic = await openTrial({ sandbox: false });
  for (let from = 0; from < people; from += 500) {
    const count = Math.min(500, people - from);
    const events = Array.from({ length: count }, (_, i) =>
      receipt(`R-${from + i}`, { client: `C-${from + i}` }),
    );
    await clinic.call('POST /v1/events', { key: clinic.secretKey, body: { events } });
  }
  return clinic;
}

const publish = async (clinic: TrialClinic, inDays = 1) => {
  const opened = ensured(await openClinic(clinic.ports, clinic.id), 'the clinic');
  const { version } = await publishProgram(clinic.ports, opened, {
    program: defaultProgram(),
    startsAt: opened.now + inDays * dayMs,
  });
  return version;
};

const accountsOf = async ({ ports, id }: TrialClinic) =>
  ports.store.reader.range('accounts', { index: 'key', where: { clinicId: id } });

const versionsOf = async (clinic: TrialClinic) =>
  new Set((await accountsOf(clinic)).map(({ programVersion }) => programVersion));

const sweepsOf = async ({ ports, id }: TrialClinic) =>
  ports.store.reader.range('sweeps', { index: 'key', where: { clinicId: id } });

test('publishing at a live clinic notes the sweep and leaves it to the schedulers', async () => {
  const clinic = await clinicWith(3);

  await publish(clinic);
  const before = await versionsOf(clinic);
  await settleAll(clinic.ports);

  assert.deepEqual([...before], [1]);
  assert.deepEqual([...(await versionsOf(clinic))], [2]);
  const [row] = await sweepsOf(clinic);
  assert.deepEqual([row?.version, row?.accounts], [2, 3]);
  assert.notEqual(row?.doneAt, null);
});

test('publishing at a sandbox has swept it when it answers', async () => {
  const clinic = await openTrial();
  await clinic.call('POST /v1/events', { key: clinic.secretKey, body: receipt('R-1') });

  await publish(clinic);

  assert.deepEqual([...(await versionsOf(clinic))], [2]);
  assert.equal(await isSweeping(clinic.ports, clinic.id), false);
});

test('a sweep goes in the order of ids and goes on where another process ended', async () => {
  const clinic = await clinicWith(450);
  await publish(clinic);

  await sweep(clinic.ports, clinic.id, { batches: 1 });
  const first = (await accountsOf(clinic)).map(({ programVersion }) => programVersion);
  const rest = await sweep(clinic.ports, clinic.id);

  assert.deepEqual(first, [...Array<number>(200).fill(2), ...Array<number>(250).fill(1)]);
  assert.equal(rest, 250);
  assert.deepEqual([...(await versionsOf(clinic))], [2]);
});

test('a process that dies inside a batch loses that batch only, and no account', async () => {
  const clinic = await clinicWith(450);
  await publish(clinic);
  const { store } = clinic.ports;
  let updates = 0;
  const dying: Store = {
    reader: store.reader,
    close: () => store.close(),
    transaction: (work) =>
      store.transaction((tx) =>
        work({
          get: (...args) => tx.get(...args),
          getMany: (...args) => tx.getMany(...args),
          range: (...args) => tx.range(...args),
          lock: (...args) => tx.lock(...args),
          insert: (...args) => tx.insert(...args),
          insertMissing: (...args) => tx.insertMissing(...args),
          claim: (...args) => tx.claim(...args),
          save: (...args) => tx.save(...args),
          remove: (...args) => tx.remove(...args),
          update: (...args) => {
            if (++updates > 300) return Promise.reject(new Error('power cut'));
            return tx.update(...args);
          },
        }),
      ),
  };

  await assert.rejects(sweep({ ...clinic.ports, store: dying }, clinic.id), /power cut/);
  const [half] = await sweepsOf(clinic);
  await settleAll(clinic.ports);

  assert.deepEqual([half?.accounts, half?.doneAt], [200, null]);
  assert.deepEqual([...(await versionsOf(clinic))], [2]);
  assert.equal((await sweepsOf(clinic))[0]?.accounts, 450);
});

test('two who sweep at once go through every account once', async () => {
  const clinic = await clinicWith(450);
  await publish(clinic);

  const counts = await Promise.all([1, 2, 3].map(() => sweep(clinic.ports, clinic.id)));

  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    450,
  );
  assert.equal((await sweepsOf(clinic))[0]?.accounts, 450);
});

test('a version that is published during a sweep ends it and is swept itself', async () => {
  const clinic = await clinicWith(450);
  await publish(clinic);
  await sweep(clinic.ports, clinic.id, { batches: 1 });
  await publish(clinic, 2);

  await sweep(clinic.ports, clinic.id);

  assert.deepEqual([...(await versionsOf(clinic))], [3]);
  assert.deepEqual(
    (await sweepsOf(clinic)).map(({ version, accounts }) => [version, accounts]),
    [
      [2, 200],
      [3, 450],
    ],
  );
});

test('a write that began before the version was published does not undo the sweep', async () => {
  const clinic = await clinicWith(1);
  const { ports, id } = clinic;
  const programs = await loadPrograms(ports, id);
  await publish(clinic);
  await sweep(ports, id);
  const [account] = await accountsOf(clinic);

  await ports.store.transaction((tx) =>
    writeAccount(
      tx,
      { clinicId: id, programs, now: ports.clock.now() },
      account?.accountId ?? '',
      [],
    ),
  );

  assert.deepEqual([...(await versionsOf(clinic))], [2]);
});

test('what is due before the sweep is posted at its own instant', async () => {
  const clinic = await clinicWith(2);
  clinic.wait(400 * dayMs);
  await publish(clinic);

  await sweep(clinic.ports, clinic.id);

  const where = { clinicId: clinic.id };
  const entries = await clinic.ports.store.reader.range('entries', { index: 'key', where });
  const lapses = entries.filter(({ causeKind }) => causeKind === 'lapse');
  assert.deepEqual(
    lapses.map(({ at }) => new Date(at).toISOString()),
    ['2027-11-22T06:00:00.000Z', '2027-11-22T06:00:00.000Z'],
  );
});

test('a sandbox whose clock stands still is swept by a scheduler when its process died', async () => {
  const clinic = await openTrial();
  const key = clinic.secretKey;
  await clinic.call('POST /v1/events', { key, body: receipt('R-1') });
  await clinic.call('POST /v1/test/clock', { key, body: { now: '2026-11-24T00:00:00Z' } });
  await publish(clinic);
  await clinic.ports.store.transaction((tx) =>
    tx.update('sweeps', { clinicId: clinic.id, version: 2 }, { cursor: '', doneAt: null }),
  );

  await settleAll(clinic.ports);

  assert.equal(await isSweeping(clinic.ports, clinic.id), false);
});

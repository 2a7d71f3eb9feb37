import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldAccount } from '@afterglow/engine';
import type { Judge } from './accounts/judge.js';
import { ensured } from './ensured.js';
import { editionOf, noteEdition, otherEditions } from './editions.js';
import { verifyClinic } from './node/verify/verify-clinic.js';
import { openClinic } from './programs.js';
import { rebuildClinic } from './rebuild.js';
import { refoldClinic } from './refold.js';
import { openTrial, receipt, type TrialClinic } from './trial/trial-clinic.js';

/** A change of the engine that somebody might make: retail counts double. */
const changed: Judge = (input) => {
  const fold = foldAccount(input);
  const desired = fold.desired.map((one) =>
    one.asset === 'points' && one.cause.kind === 'visit' ? { ...one, amount: one.amount + 7 } : one,
  );
  const more = desired.reduce(
    (sum, one, at) => sum + one.amount - (fold.desired[at]?.amount ?? 0),
    0,
  );
  return { ...fold, desired, account: { ...fold.account, points: fold.account.points + more } };
};

const openedOf = async ({ ports, id }: TrialClinic) =>
  ensured(await openClinic(ports, id), 'the clinic');

const accountsOf = async ({ ports, id }: TrialClinic) =>
  ports.store.reader.range('accounts', { index: 'key', where: { clinicId: id } });

const entriesOf = async ({ ports, id }: TrialClinic) =>
  ports.store.reader.range('entries', { index: 'key', where: { clinicId: id } });

async function clinicWithVisits(people: number): Promise<TrialClinic> {
  const clinic = await openTrial();
  const events = Array.from({ length: people }, (_, i) =>
    receipt(`R-${i}`, { client: `C-${i}`, amount: 10_000 }),
  );
  await clinic.call('POST /v1/events', { key: clinic.secretKey, body: { events } });
  return clinic;
}

const setAccounts = async (clinic: TrialClinic, change: object) => {
  for (const { clinicId, accountId } of await accountsOf(clinic))
    await clinic.ports.store.transaction((tx) =>
      tx.update('accounts', { clinicId, accountId }, change),
    );
};

test('a dry run says what judging the past again would change, and changes nothing', async () => {
  const clinic = await clinicWithVisits(3);
  const before = [await accountsOf(clinic), await entriesOf(clinic)];

  const would = await refoldClinic(clinic.ports, await openedOf(clinic), {
    dryRun: true,
    judge: changed,
  });

  assert.deepEqual(
    [would.accounts, would.changed.length, would.entries, would.assets],
    [3, 3, 3, { points: { given: 21, taken: 0 } }],
  );
  assert.deepEqual([await accountsOf(clinic), await entriesOf(clinic)], before);
});

test('without it, the differences are posted with the cause refold, once', async () => {
  const clinic = await clinicWithVisits(3);
  const clinicNow = await openedOf(clinic);

  await refoldClinic(clinic.ports, clinicNow, { dryRun: false, judge: changed });
  const again = await refoldClinic(clinic.ports, clinicNow, { dryRun: false, judge: changed });

  const posted = (await entriesOf(clinic)).filter(({ causeKind }) => causeKind === 'refold');
  assert.deepEqual(
    posted.map(({ amount, causeId, asset }) => [amount, causeId, asset]),
    Array.from({ length: 3 }, () => [7, null, 'points']),
  );
  assert.deepEqual([again.entries, again.changed], [0, []]);
  for (const row of await accountsOf(clinic)) {
    const last = (await entriesOf(clinic)).filter((entry) => entry.accountId === row.accountId);
    const { points } = JSON.parse(row.stateJson) as { points: number };
    assert.deepEqual(
      [row.entrySeq, row.entryHash, points],
      [last.length, last.at(-1)?.hash, last.at(-1)?.balanceAfter],
    );
  }
});

test('a change that is taken back takes its points back, and verify finds nothing', async () => {
  const clinic = await clinicWithVisits(2);
  const clinicNow = await openedOf(clinic);
  await refoldClinic(clinic.ports, clinicNow, { dryRun: false, judge: changed });
  const { faults } = await verifyClinic(clinic.ports, clinic.id);

  const back = await refoldClinic(clinic.ports, clinicNow, { dryRun: false });

  assert.equal(faults.length, 2);
  assert.deepEqual(back.assets, { points: { given: 0, taken: -14 } });
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('accounts of another edition that would be judged alike keep their journal and get the number', async () => {
  const clinic = await clinicWithVisits(2);
  await setAccounts(clinic, { edition: 7 });
  const before = await entriesOf(clinic);

  const done = await refoldClinic(clinic.ports, await openedOf(clinic), { dryRun: false });

  assert.deepEqual([done.accounts, done.entries], [2, 0]);
  assert.deepEqual(await entriesOf(clinic), before);
  assert.deepEqual(
    (await accountsOf(clinic)).map(({ edition }) => edition),
    [1, 1],
  );
});

test('the edition of a clinic is noted when it is made and when its past is judged again', async () => {
  const clinic = await clinicWithVisits(1);
  const { ports, id } = clinic;
  const { reader } = ports.store;
  const first = await editionOf(reader, id);

  const others = await otherEditions(reader, 2);
  await ports.store.transaction((tx) => noteEdition(tx, id, ports.clock.now()));

  assert.equal(first, 1);
  assert.deepEqual(others, [{ clinicId: id, edition: 1 }]);
  assert.deepEqual(await otherEditions(reader), []);
});

test('rebuilding makes a damaged or missing cache again, and no entry changes', async () => {
  const clinic = await clinicWithVisits(3);
  const before = [await accountsOf(clinic), await entriesOf(clinic)];
  await setAccounts(clinic, { stateJson: '{"points":1}', nextDue: 5, edition: 7 });

  const done = await rebuildClinic(clinic.ports, await openedOf(clinic));
  const again = await rebuildClinic(clinic.ports, await openedOf(clinic));

  assert.deepEqual([done.accounts, done.rebuilt, done.differing], [3, 3, []]);
  assert.deepEqual([again.accounts, again.rebuilt], [3, 0]);
  assert.deepEqual([await accountsOf(clinic), await entriesOf(clinic)], before);
});

test('rebuilding leaves an account alone whose journal is not what its history gives', async () => {
  const clinic = await clinicWithVisits(2);
  const clinicNow = await openedOf(clinic);
  await refoldClinic(clinic.ports, clinicNow, { dryRun: false, judge: changed });
  const before = await accountsOf(clinic);

  const done = await rebuildClinic(clinic.ports, clinicNow);

  assert.deepEqual(
    done.differing.map(({ entries }) => entries),
    [1, 1],
  );
  assert.deepEqual(await accountsOf(clinic), before);
});

test('a friend’s step that waits in an account stays waiting, and is taken up after a rebuild', async () => {
  const clinic = await openTrial();
  const owner = await clinic.signIn('+13125550142');
  const code = owner.summary.referral?.code;
  await clinic.signIn('+13125550143', { consents: { terms: true }, code });
  await clinic.ports.store.transaction((tx) =>
    tx.update(
      'accounts',
      { clinicId: clinic.id, accountId: owner.summary.member.id },
      { stale: 1, nextDue: 1 },
    ),
  );

  await rebuildClinic(clinic.ports, await openedOf(clinic));

  const row = (await accountsOf(clinic)).find(
    ({ accountId }) => accountId === owner.summary.member.id,
  );
  assert.deepEqual([row?.stale, row?.nextDue], [1, 1]);
});

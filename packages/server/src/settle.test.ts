import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClockAnswer, Entry, Page, Problem, Summary } from '@afterglow/contract';
import { chainHash, chainStart } from './accounts/chain.js';
import { ensured } from './ensured.js';
import { recordFacts } from './intake/record-facts.js';
import type { Ports } from './ports.js';
import { openClinic } from './programs.js';
import { settleDue } from './settle.js';
import { codeOf, openTrial, receipt, type TrialClinic } from './trial/trial-clinic.js';

const move = (clinic: TrialClinic, now: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

const send = (clinic: TrialClinic, body: unknown) =>
  clinic.call('POST /v1/events', { key: clinic.secretKey, body });

async function journalOf(clinic: TrialClinic, memberId: string): Promise<readonly Entry[]> {
  const answer = await clinic.call(`GET /v1/members/${memberId}/entries?limit=100`, {
    key: clinic.secretKey,
  });
  return (answer.body as Page<Entry>).data;
}

test('points lapse at the first instant of the day after a year, when the clock passes it', async () => {
  const clinic = await openTrial();
  const { summary } = await clinic.signIn('+13125550142');
  await send(clinic, { ...receipt('R-1'), member: { memberId: summary.member.id } });

  const before = await move(clinic, '2027-11-22T05:59:59.999Z');
  const kept = await journalOf(clinic, summary.member.id);
  const after = await move(clinic, '2027-11-22T06:00:00.000Z');
  const lapsed = await journalOf(clinic, summary.member.id);

  assert.equal((before.body as ClockAnswer).settled <= 1, true);
  // 50 for joining, 200 for the visit, 100 on its anniversary.
  assert.equal(kept[0]?.balanceAfter, 350);
  assert.deepEqual(
    { ...(after.body as ClockAnswer), settled: 1 },
    { now: '2027-11-22T06:00:00.000Z', frozen: true, settled: 1 },
  );
  assert.deepEqual(
    [lapsed[0]?.at, lapsed[0]?.amount, lapsed[0]?.cause.kind, lapsed[0]?.balanceAfter],
    ['2027-11-22T06:00:00.000Z', -350, 'lapse', 0],
  );
});

test('a read tells what is due though nothing posted it, and writes nothing', async () => {
  const clinic = await openTrial();
  const { summary } = await clinic.signIn('+13125550142');
  await send(clinic, { ...receipt('R-1'), member: { memberId: summary.member.id } });

  clinic.wait(400 * 86_400_000);
  const { session } = await clinic.signIn('+13125550142');
  const me = await clinic.call('GET /v1/me', { key: session.accessToken });
  const list = await clinic.call('GET /v1/me/entries', { key: session.accessToken });
  const posted = await clinic.ports.store.reader.range('entries', {
    index: 'key',
    where: { clinicId: clinic.id, accountId: summary.member.id },
  });

  assert.equal((me.body as Summary).points.balance, 0);
  assert.equal((me.body as Summary).entries[0]?.amount, -350);
  assert.equal((list.body as Page<Entry>).data[0]?.amount, -350);
  assert.deepEqual(
    posted.map(({ amount }) => amount),
    [50, 200],
  );
  await settleDue(clinic.ports, clinic.id, clinic.ports.clock.now());
  const after = await clinic.call('GET /v1/me/entries', { key: session.accessToken });
  assert.deepEqual(after.body, list.body);
});

test('a year in one step makes the same journal as the same year day by day', async () => {
  const [once, daily] = [await openTrial(), await openTrial()];
  const ids: string[] = [];
  for (const clinic of [once, daily]) {
    const owner = await clinic.signIn('+13125550142');
    const friend = await clinic.signIn('+13125550143', {
      consents: { terms: true },
      code: owner.summary.referral?.code,
    });
    ids.push(owner.summary.member.id);
    await send(clinic, {
      ...receipt('R-1', { at: '2026-11-22T15:00:00.000Z' }),
      member: { memberId: friend.summary.member.id },
    });
  }

  await move(once, '2027-12-01T00:00:00Z');
  for (let day = 0; day < 374; day++)
    await move(daily, new Date(Date.UTC(2026, 10, 23) + day * 86_400_000).toISOString());

  const shape = (entries: readonly Entry[]) =>
    entries.map(({ at, amount, cause, balanceAfter }) => [at, amount, cause.kind, balanceAfter]);
  const [one, many] = [await journalOf(once, ids[0]!), await journalOf(daily, ids[1]!)];
  assert.deepEqual(shape(one), shape(many));
  assert.ok(one.some(({ cause, amount }) => cause.kind === 'referral' && amount === 500));
});

test('a referral is released at the end of its hold, at that instant', async () => {
  const clinic = await openTrial();
  const owner = await clinic.signIn('+13125550142');
  const friend = await clinic.signIn('+13125550143', {
    consents: { terms: true },
    code: owner.summary.referral?.code,
  });

  await send(clinic, {
    ...receipt('R-1', { at: '2026-11-22T15:00:00.000Z' }),
    member: { memberId: friend.summary.member.id },
  });
  const pending = await clinic.call('GET /v1/me', { key: owner.session.accessToken });
  await move(clinic, '2027-01-01T00:00:00Z');
  const released = await clinic.call('GET /v1/me', { key: owner.session.accessToken });

  const of = ({ body }: { body: unknown }) => {
    const { points, referral, referrals } = body as Summary;
    return [points.balance, referral?.pendingPoints, referrals[0]?.status];
  };
  assert.deepEqual(of(pending), [50, 500, 'completed']);
  assert.deepEqual(of(released), [550, 0, 'released']);
  const [newest] = await journalOf(clinic, owner.summary.member.id);
  assert.ok((newest?.at ?? '') < '2026-12-08');
});

test('a late void takes a friend back out of the owner’s account', async () => {
  const clinic = await openTrial();
  const owner = await clinic.signIn('+13125550142');
  const friend = await clinic.signIn('+13125550143', {
    consents: { terms: true },
    code: owner.summary.referral?.code,
  });
  await send(clinic, {
    ...receipt('R-1', { at: '2026-11-22T15:00:00.000Z' }),
    member: { memberId: friend.summary.member.id },
  });

  await send(clinic, {
    type: 'visit.voided',
    source: 'till',
    externalId: 'V-1',
    occurredAt: '2026-11-22T15:00:00.000Z',
    data: { visit: 'R-1' },
  });

  const me = await clinic.call('GET /v1/me', { key: owner.session.accessToken });
  const { referral, referrals } = me.body as Summary;
  assert.deepEqual([referral?.pendingPoints, referrals[0]?.status], [0, 'joined']);
});

test('an event is taken though the account that it tells can’t be settled at once', async () => {
  const clinic = await openTrial();
  const owner = await clinic.signIn('+13125550142');
  const friend = await clinic.signIn('+13125550143', {
    consents: { terms: true },
    code: owner.summary.referral?.code,
  });
  const { store } = clinic.ports;
  let transactions = 0;
  const flaky: Ports = {
    ...clinic.ports,
    store: {
      reader: store.reader,
      close: () => store.close(),
      transaction: (work) => {
        if (++transactions > 1) return Promise.reject(new Error('disk full'));
        return store.transaction(work);
      },
    },
  };
  const opened = ensured(await openClinic(clinic.ports, clinic.id), 'the clinic');

  const [result] = await recordFacts(flaky, opened, [
    {
      ...receipt('R-1', { at: '2026-11-22T15:00:00.000Z' }),
      member: { memberId: friend.summary.member.id },
    },
  ]);

  assert.equal(result?.status, 'applied');
  assert.match(clinic.logged.at(-1) ?? '', /settling failed/);
  const me = await clinic.call('GET /v1/me', { key: owner.session.accessToken });
  assert.equal((me.body as Summary).referral?.pendingPoints, 500);
  assert.equal(await settleDue(clinic.ports, clinic.id, clinic.ports.clock.now()), 1);
});

test('two who settle at once post everything once', async () => {
  const clinic = await openTrial();
  for (let i = 0; i < 5; i++) await send(clinic, receipt(`R-${i}`, { client: `C-${i}` }));
  const until = Date.parse('2028-01-01T00:00:00Z');

  await Promise.all([1, 2, 3].map(() => settleDue(clinic.ports, clinic.id, until)));

  const rows = await clinic.ports.store.reader.range('entries', {
    index: 'key',
    where: { clinicId: clinic.id },
  });
  assert.equal(rows.filter(({ causeKind }) => causeKind === 'lapse').length, 5);
});

test('a sandbox’s clock stands still once set, and goes back only while nobody is there', async () => {
  const clinic = await openTrial();
  const read = async () =>
    (await clinic.call('GET /v1/test/clock', { key: clinic.secretKey })).body as ClockAnswer;

  assert.deepEqual(await read(), { now: '2026-11-22T15:00:00.000Z', frozen: false, settled: 0 });
  await move(clinic, '2018-07-30T12:00:00Z');
  clinic.wait(86_400_000);
  assert.deepEqual(await read(), { now: '2018-07-30T12:00:00.000Z', frozen: true, settled: 0 });
  await send(clinic, receipt('R-1', { at: '2018-07-30T10:00:00Z' }));
  const back = await move(clinic, '2018-07-29T12:00:00Z');
  assert.deepEqual([codeOf(back), (back.body as Problem).param], ['clock_backwards', 'now']);
});

test('a live clinic has no clock to move and no test messages', async () => {
  const clinic = await openTrial({ sandbox: false });
  const key = clinic.secretKey;

  assert.equal(codeOf(await move(clinic, '2030-01-01T00:00:00Z')), 'sandbox_only');
  assert.equal(codeOf(await clinic.call('GET /v1/test/clock', { key })), 'sandbox_only');
  assert.equal(codeOf(await clinic.call('GET /v1/test/messages', { key })), 'sandbox_only');
});

test('entries are chained: each hash is over the one before and every column', async () => {
  const clinic = await openTrial();
  for (let i = 0; i < 3; i++) await send(clinic, receipt(`R-${i}`));

  const rows = await clinic.ports.store.reader.range('entries', {
    index: 'key',
    where: { clinicId: clinic.id },
  });

  assert.equal(rows.length, 3);
  let previous = chainStart;
  for (const { hash, ...row } of rows) {
    assert.equal(chainHash(previous, row), hash);
    assert.notEqual(chainHash(previous, { ...row, amount: row.amount + 1 }), hash);
    previous = hash;
  }
});

test('an event costs three rows besides its entries', async () => {
  const clinic = await openTrial();
  await send(clinic, receipt('R-1'));
  const count = async () => {
    const where = { clinicId: clinic.id };
    const { reader } = clinic.ports.store;
    const rows = await Promise.all(
      (['members', 'aliases', 'events', 'history', 'accounts', 'outbox'] as const).map((table) =>
        reader.range(table, { index: 'key', where }),
      ),
    );
    return rows.reduce((sum, of) => sum + of.length, 0);
  };
  const before = await count();

  await send(clinic, receipt('R-2'));

  // The account is changed, an event and a record are added.
  assert.equal((await count()) - before, 2);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type {
  Checkout,
  EventsAnswer,
  Member,
  MergeAnswer,
  Page,
  Problem,
  ReferralRow,
  Session,
  Summary,
  UnmergeAnswer,
  Voucher,
} from '@afterglow/contract';
import type { Account } from '@afterglow/engine';
import { defaultProgram } from '../default-program.js';
import { verifyClinic } from '../node/verify/verify-clinic.js';
import { codeOf, openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

const at = '2026-11-22T15:00:00.000Z';

async function send(clinic: TrialClinic, event: object) {
  const answer = await clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });
  return (answer.body as EventsAnswer).results[0]!;
}

const merge = (clinic: TrialClinic, id: string, from: string, preview = false) =>
  clinic.call(`POST /v1/members/${id}/merge`, {
    key: clinic.secretKey,
    body: { from, preview, reason: 'duplicate' },
  });

const unmerge = (clinic: TrialClinic, id: string, from: string, preview = false) =>
  clinic.call(`POST /v1/members/${id}/unmerge`, { key: clinic.secretKey, body: { from, preview } });

const get = async (clinic: TrialClinic, id: string) =>
  (await clinic.call(`GET /v1/members/${id}`, { key: clinic.secretKey })).body as Member;

/** Net amounts by key of an account; a key that came to nothing is left out. */
async function netOf(clinic: TrialClinic, accountId: string) {
  const rows = await clinic.ports.store.reader.range('entries', {
    index: 'key',
    where: { clinicId: clinic.id, accountId },
  });
  const net = new Map<string, number>();
  for (const { key, asset, amount } of rows)
    net.set(`${key} ${asset}`, (net.get(`${key} ${asset}`) ?? 0) + amount);
  return Object.fromEntries([...net].filter(([, amount]) => amount !== 0).sort());
}

const sum = (net: Readonly<Record<string, number>>) =>
  Object.entries(net)
    .filter(([key]) => key.endsWith(' points'))
    .reduce((total, [, amount]) => total + amount, 0);

async function idOfTill(clinic: TrialClinic, externalId: string): Promise<string> {
  const answer = await clinic.call(`GET /v1/members?source=till&externalId=${externalId}`, {
    key: clinic.secretKey,
  });
  return (answer.body as Page<Member>).data[0]!.id;
}

/** An enrolled member, and what a till knows of her under another name. */
async function twoRecords(clinic: TrialClinic) {
  const { session, summary } = await clinic.signIn('+13125550142');
  const into = summary.member.id;
  await send(clinic, { ...receipt('R-1', { at }), member: { memberId: into } });
  await send(clinic, receipt('R-2', { at, client: 'C-9', amount: 60_000 }));
  const from = await idOfTill(clinic, 'C-9');
  const me = async () =>
    (await clinic.call('GET /v1/me', { key: session.accessToken })).body as Summary;
  return { into, from, me, code: summary.referral?.code };
}

test('the survivor has the visits of both, and the other leads to it', async () => {
  const clinic = await openTrial();
  const { into, from, me } = await twoRecords(clinic);

  const answer = await merge(clinic, into, from);

  const { preview, member, points } = answer.body as MergeAnswer;
  assert.deepEqual([answer.status, preview, member.id], [200, false, into]);
  assert.deepEqual(points, { before: 550, after: 550, goodwill: 0 });
  assert.deepEqual([(await me()).points.balance, (await me()).visits], [550, 2]);
  assert.equal((await get(clinic, from)).id, into);
  assert.equal(await idOfTill(clinic, 'C-9'), into);
  assert.deepEqual(await netOf(clinic, from), {});
  const all = await clinic.call('GET /v1/members', { key: clinic.secretKey });
  const merged = (all.body as Page<Member>).data.find(({ id }) => id === from);
  assert.deepEqual([merged?.status, merged?.mergedInto, merged?.points], ['merged', into, 0]);
});

test('what comes later for the other record is the survivor’s: visits, refunds and revisions', async () => {
  const clinic = await openTrial();
  const { into, from, me } = await twoRecords(clinic);
  await merge(clinic, into, from);

  const visit = await send(clinic, receipt('R-3', { at, client: 'C-9', amount: 10_000 }));
  const byId = await send(clinic, { ...receipt('R-4', { at }), member: { memberId: from } });
  const refund = await send(clinic, {
    type: 'visit.refunded',
    source: 'till',
    externalId: 'F-1',
    occurredAt: at,
    data: { visit: 'R-2', lines: [{ lineId: '1', amount: { amount: 60_000, currency: 'USD' } }] },
  });
  const edited = await send(clinic, {
    ...receipt('R-3', { at, client: 'C-9', amount: 20_000 }),
    revision: 2,
  });
  const again = await send(clinic, receipt('R-2', { at, client: 'C-9', amount: 60_000 }));

  assert.deepEqual(
    [visit, byId, refund, edited].map(({ status, memberId }) => [status, memberId]),
    Array.from({ length: 4 }, () => ['applied', into]),
  );
  assert.equal(again.status, 'duplicate');
  // 50 for joining, 200 and 200 for whole visits, 100 for the edited one, none for the refunded one.
  assert.equal((await me()).points.balance, 550);
});

test('goodwill makes up for what is given once, and a preview says so without doing it', async () => {
  const clinic = await openTrial();
  const a = (await clinic.signIn('+13125550142')).summary.member.id;
  const b = (await clinic.signIn('+13125550143')).summary.member.id;
  const before = [await netOf(clinic, a), await netOf(clinic, b)];

  const preview = await merge(clinic, a, b, true);
  assert.deepEqual([await netOf(clinic, a), await netOf(clinic, b)], before);
  const done = await merge(clinic, a, b);

  const { points } = preview.body as MergeAnswer;
  assert.deepEqual(points, { before: 100, after: 100, goodwill: 50 });
  assert.deepEqual((done.body as MergeAnswer).points, points);
  assert.equal((await get(clinic, a)).points, 100);
});

test('a merge that shows that somebody sent oneself takes the reward back', async () => {
  for (const isOwnerKept of [true, false]) {
    const clinic = await openTrial();
    const owner = await clinic.signIn('+13125550142');
    const code = owner.summary.referral?.code;
    const friend = await clinic.signIn('+13125550143', { consents: { terms: true }, code });
    const [a, b] = [owner.summary.member.id, friend.summary.member.id];
    await send(clinic, { ...receipt('R-1', { at }), member: { memberId: b } });
    const now = '2027-01-01T00:00:00Z';
    await clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });
    assert.equal((await get(clinic, a)).points, 550);

    const [into, from] = isOwnerKept ? [a, b] : [b, a];
    await merge(clinic, into, from);

    const net = await netOf(clinic, into);
    assert.ok(!Object.keys(net).some((key) => key.startsWith('referral:')), String(isOwnerKept));
    assert.equal(sum(net), 50 + 200 + 50);
    assert.equal((await get(clinic, into)).points, sum(net));
  }
});

test('the code, the session and the phone of the other record lead to the survivor', async () => {
  const clinic = await openTrial();
  const a = await clinic.signIn('+13125550142');
  const b = await clinic.signIn('+13125550143');
  const into = a.summary.member.id;
  await merge(clinic, into, b.summary.member.id);

  const me = await clinic.call('GET /v1/me', { key: b.session.accessToken });
  const again = await clinic.signIn('+13125550143');
  const joining = { consents: { terms: true }, code: b.summary.referral?.code };
  const friend = await clinic.signIn('+13125550144', joining);
  await send(clinic, {
    ...receipt('R-1', { at }),
    member: { memberId: friend.summary.member.id },
  });

  assert.equal((me.body as Summary).member.id, into);
  assert.equal(again.summary.member.id, into);
  const friends = await clinic.call('GET /v1/me/referrals', { key: a.session.accessToken });
  assert.deepEqual(
    (friends.body as Page<ReferralRow>).data.map(({ status }) => status),
    ['completed'],
  );
});

test('a friend of the other record who comes later is the survivor’s friend', async () => {
  const clinic = await openTrial();
  const { into } = await twoRecords(clinic);
  const other = await clinic.signIn('+13125550145');
  const joining = { consents: { terms: true }, code: other.summary.referral?.code };
  const friend = await clinic.signIn('+13125550144', joining);
  await merge(clinic, into, other.summary.member.id);

  await send(clinic, {
    ...receipt('R-9', { at }),
    member: { memberId: friend.summary.member.id },
  });
  const now = '2027-01-01T00:00:00Z';
  await clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

  const net = await netOf(clinic, into);
  assert.equal(Object.entries(net).find(([key]) => key.startsWith('referral:'))?.[1], 500);
});

test('a merge and its end leave both as they were, whatever they had', async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('visit' as const),
      who: fc.constantFrom('C-1', 'C-9'),
      amount: fc.integer({ min: 1, max: 300_000 }),
      day: fc.integer({ min: 1, max: 20 }),
    }),
    fc.record({
      kind: fc.constant('refund' as const),
      of: fc.nat({ max: 3 }),
      share: fc.constantFrom(1, 2),
    }),
    fc.record({
      kind: fc.constant('adjust' as const),
      who: fc.constantFrom('C-1', 'C-9'),
      amount: fc.integer({ min: -500, max: 500 }).filter((amount) => amount !== 0),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const clinic = await openTrial();
      for (const client of ['C-1', 'C-9'])
        await send(clinic, receipt(`R-${client}`, { client, at: '2026-11-01T15:00:00Z' }));
      const [into, from] = [await idOfTill(clinic, 'C-1'), await idOfTill(clinic, 'C-9')];
      const visits = [...['C-1', 'C-9'].map((client) => ({ id: `R-${client}`, amount: 40_000 }))];
      for (const [n, one] of steps.entries()) {
        if (one.kind === 'visit') {
          const day = `2026-11-${String(one.day).padStart(2, '0')}T16:00:00Z`;
          visits.push({ id: `R-${n}`, amount: one.amount });
          await send(clinic, receipt(`R-${n}`, { client: one.who, amount: one.amount, at: day }));
        } else if (one.kind === 'refund') {
          const visit = visits[one.of % visits.length]!;
          const amount = { amount: Math.floor(visit.amount / one.share), currency: 'USD' };
          await send(clinic, {
            type: 'visit.refunded',
            source: 'till',
            externalId: `F-${n}`,
            occurredAt: at,
            data: { visit: visit.id, lines: [{ lineId: '1', amount }] },
          });
        } else
          await clinic.call(`POST /v1/members/${one.who === 'C-1' ? into : from}/adjustments`, {
            key: clinic.secretKey,
            body: { asset: 'points', amount: one.amount, reason: 'test' },
          });
      }
      const before = [await netOf(clinic, into), await netOf(clinic, from)] as const;

      const preview = (await merge(clinic, into, from, true)).body as MergeAnswer;
      const done = (await merge(clinic, into, from)).body as MergeAnswer;
      const union = await netOf(clinic, into);
      assert.deepEqual(done.points, preview.points);
      assert.equal(done.points.after, sum(union));
      assert.ok(sum(union) >= sum(before[0]) + sum(before[1]));
      assert.deepEqual(await netOf(clinic, from), {});
      const back = await unmerge(clinic, into, from);

      assert.equal(back.status, 200);
      assert.deepEqual([await netOf(clinic, into), await netOf(clinic, from)], before);
      await merge(clinic, into, from);
      assert.deepEqual(sum(await netOf(clinic, into)), sum(union));
    }),
    { numRuns: 25 },
  );
});

test('the end of a merge is previewed: it says what each would be, and does nothing', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  await merge(clinic, into, from);
  await send(clinic, receipt('R-3', { at, client: 'C-9', amount: 10_000 }));
  await send(clinic, { ...receipt('R-2', { at, client: 'C-9', amount: 80_000 }), revision: 2 });
  const before = [await get(clinic, into), await netOf(clinic, into), await netOf(clinic, from)];

  const asked = await unmerge(clinic, into, from, true);
  const after = [await get(clinic, into), await netOf(clinic, into), await netOf(clinic, from)];
  const done = await unmerge(clinic, into, from);

  assert.deepEqual(after, before);
  const { preview, member, other, ...rest } = asked.body as UnmergeAnswer;
  assert.deepEqual([asked.status, preview, rest], [200, true, {}]);
  assert.deepEqual([member.id, member.points, other.id, other.points], [into, 300, from, 400]);
  assert.deepEqual([other.status, other.mergedInto, member.merged], ['known', null, []]);
  assert.deepEqual(done.body, { ...(asked.body as UnmergeAnswer), preview: false });
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
  const again = await unmerge(clinic, into, from, true);
  assert.deepEqual([again.status, codeOf(again)], [409, 'merge_impossible']);
});

test('what became of the other’s visits meanwhile goes back with them', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  const alone = await netOf(clinic, into);
  await merge(clinic, into, from);
  await send(clinic, {
    type: 'visit.refunded',
    source: 'till',
    externalId: 'F-1',
    occurredAt: at,
    data: { visit: 'R-2', lines: [{ lineId: '1', amount: { amount: 60_000, currency: 'USD' } }] },
  });

  await unmerge(clinic, into, from);

  assert.deepEqual(await netOf(clinic, into), alone);
  assert.deepEqual(await netOf(clinic, from), {});
});

test('records that can’t be made one are refused, each with its reason', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  const reasonOf = (answer: { body: unknown }) => (answer.body as Problem).details?.['reason'];

  assert.equal(reasonOf(await merge(clinic, into, into)), 'same');
  assert.equal(reasonOf(await merge(clinic, from, into)), 'enrolledIntoKnown');
  assert.equal(reasonOf(await unmerge(clinic, into, from)), 'notMerged');
  assert.equal(codeOf(await merge(clinic, into, `mem_${'0'.repeat(26)}`)), 'member_unknown');
  await merge(clinic, into, from);
  assert.equal(reasonOf(await merge(clinic, into, from)), 'merged');
});

test('twenty who merge the same two at once merge them once', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);

  const answers = await Promise.all(Array.from({ length: 20 }, () => merge(clinic, into, from)));

  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal((await get(clinic, into)).points, 550);
});

test('journals of both are what a replay makes', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  await merge(clinic, into, from);
  await unmerge(clinic, into, from);
  await merge(clinic, into, from);

  const report = await verifyClinic(clinic.ports, clinic.id);

  assert.deepEqual(report.faults, []);
});

test('the survivor learns what only the other record says, and forgets it when the merge ends', async () => {
  const clinic = await openTrial();
  const people: readonly object[] = [
    { email: 'ana@example.com' },
    {
      ...{ firstName: 'Ana', phone: '+13125550150', email: 'other@example.com' },
      birthday: { month: 3, day: 9 },
    },
  ];
  const ids: string[] = [];
  for (const body of people) {
    const made = await clinic.call('POST /v1/members', { key: clinic.secretKey, body });
    ids.push((made.body as Member).id);
  }
  const [into, from] = [ids[0]!, ids[1]!];
  const details = async (id: string) => {
    const { firstName, phone, email, birthday } = await get(clinic, id);
    return { firstName, phone, email, birthday };
  };
  const alone = await details(into);

  await merge(clinic, into, from, true);
  assert.deepEqual(await details(into), alone);
  await merge(clinic, into, from);
  assert.deepEqual(await details(into), { ...people[1], email: 'ana@example.com' });
  // The person says another name afterwards, which is the survivor's own.
  await clinic.call(`PATCH /v1/members/${into}`, {
    key: clinic.secretKey,
    body: { firstName: 'Anna' },
  });
  await unmerge(clinic, into, from);

  assert.deepEqual(await details(into), { ...alone, firstName: 'Anna' });
  assert.deepEqual(await details(from), people[1]);
});

test('a member names the records that are part of it, which leave in turn', async () => {
  const clinic = await openTrial();
  for (const client of ['A', 'B', 'C']) await send(clinic, receipt(`R-${client}`, { client, at }));
  const [a, b, c] = [
    await idOfTill(clinic, 'A'),
    await idOfTill(clinic, 'B'),
    await idOfTill(clinic, 'C'),
  ];
  await merge(clinic, b, c);
  await merge(clinic, a, b);

  assert.deepEqual((await get(clinic, c)).id, a);
  assert.deepEqual((await get(clinic, a)).merged, [b]);
  const inner = await unmerge(clinic, b, c);
  assert.deepEqual((inner.body as Problem).details, { reason: 'merged' });
  await unmerge(clinic, a, b);

  assert.deepEqual((await get(clinic, a)).merged, []);
  assert.deepEqual((await get(clinic, b)).merged, [c]);
  await unmerge(clinic, b, c);
  const points = [a, b, c].map(async (id) => (await get(clinic, id)).points);
  assert.deepEqual(await Promise.all(points), [200, 200, 200]);
});

/** Two owners of codes and a friend of each, who both came; the rewards of 500 points are on hold. */
async function twoFriends(clinic: TrialClinic) {
  const people: string[] = [];
  for (const [n, phone] of ['+13125550151', '+13125550152'].entries()) {
    const now = new Date(Date.parse(at) + n * 60_000).toISOString();
    await toClock(clinic, now);
    const owner = (await clinic.signIn(phone)).summary;
    const joining = { consents: { terms: true }, code: owner.referral?.code };
    const friend = (await clinic.signIn(`+1312555016${n}`, joining)).summary.member.id;
    await send(clinic, { ...receipt(`R-${friend}`, { at: now }), member: { memberId: friend } });
    people.push(owner.member.id, friend);
  }
  const [first, a, second, b] = people as [string, string, string, string];
  return { first, a, second, b };
}

const toClock = (clinic: TrialClinic, now: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

for (const isFirstKept of [true, false]) {
  const which = isFirstKept ? 'who came first' : 'who came second';

  test(`of two rewards on hold for one friend the first stays: merged into ${which}`, async () => {
    const clinic = await openTrial();
    const { first, a, second, b } = await twoFriends(clinic);
    const [into, from] = isFirstKept ? [a, b] : [b, a];

    await merge(clinic, into, from);
    await toClock(clinic, '2027-01-01T00:00:00Z');

    assert.equal((await get(clinic, first)).points, 550);
    assert.equal((await get(clinic, second)).points, 50);
    const report = await verifyClinic(clinic.ports, clinic.id);
    assert.deepEqual(report.faults, []);
    await unmerge(clinic, into, from);
    assert.equal((await get(clinic, second)).points, 550);
  });

  test(`a merge takes no reward from a third person that had left: merged into ${which}`, async () => {
    const clinic = await openTrial();
    const { first, a, second, b } = await twoFriends(clinic);
    await toClock(clinic, '2027-01-01T00:00:00Z');
    const before = [await netOf(clinic, first), await netOf(clinic, second)];
    const points = [(await get(clinic, first)).points, (await get(clinic, second)).points];
    assert.deepEqual(points, [550, 550]);
    const [into, from] = isFirstKept ? [a, b] : [b, a];

    await merge(clinic, into, from);
    const sums = [sum(await netOf(clinic, first)), sum(await netOf(clinic, second))];
    assert.deepEqual(sums, [550, 550]);
    await send(clinic, {
      ...receipt('R-9', { at: '2026-12-31T15:00:00.000Z' }),
      member: { memberId: into },
    });
    await toClock(clinic, '2027-03-01T00:00:00Z');
    assert.equal((await get(clinic, first)).points, 550);
    assert.equal((await get(clinic, second)).points, 550);
    assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
    await unmerge(clinic, into, from);

    assert.deepEqual([await netOf(clinic, first), await netOf(clinic, second)], before);
    // An owner who turns out to be the friend keeps nothing.
    await merge(clinic, into, from);
    await merge(clinic, second, into);
    const net = await netOf(clinic, second);
    assert.ok(!Object.keys(net).some((key) => key.startsWith('referral:')));
    assert.equal((await get(clinic, first)).points, 550);
  });
}

test('an offer that is held for a bill is held for the person', async () => {
  const program = defaultProgram({ holdDays: 14 });
  const clinic = await openTrial({ program });
  const owner = await clinic.signIn('+13125550151');
  const code = owner.summary.referral?.code;
  const other = await clinic.signIn('+13125550152', { consents: { terms: true }, code });
  clinic.wait(60_000);
  const into = (await clinic.signIn('+13125550153')).summary.member.id;
  const from = other.summary.member.id;
  assert.equal(other.summary.offers.length, 1);
  const quoted = await clinic.call('POST /v1/checkouts', {
    key: clinic.secretKey,
    body: {
      member: { memberId: from },
      lines: [
        {
          ...{ lineId: '1', kind: 'treatment', code: 'FACIAL', category: 'facial' },
          listPrice: { amount: 40_000, currency: 'USD' },
        },
      ],
      use: { offer: other.summary.offers[0]!.id },
    },
  });
  assert.equal(quoted.status, 201, JSON.stringify(quoted.body));

  await merge(clinic, into, from);

  const account = async (id: string) => {
    const where = { clinicId: clinic.id, accountId: id };
    const row = await clinic.ports.store.reader.get('accounts', where);
    return JSON.parse(row!.stateJson) as Account;
  };
  const { offers, holds } = await account(into);
  assert.equal(holds[0]?.offer, offers[0]?.id);
});

test('a visit that moved to a third person meanwhile does not come back with the end of the merge', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  await merge(clinic, into, from);
  await send(clinic, { ...receipt('R-2', { at, client: 'C-5', amount: 60_000 }), revision: 2 });

  await unmerge(clinic, into, from);

  assert.equal(sum(await netOf(clinic, await idOfTill(clinic, 'C-5'))), 300);
  assert.deepEqual(await netOf(clinic, from), {});
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('a joining that was corrected meanwhile is so for the other when the merge ends', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  const joined = (client: string, more: object = {}) => ({
    ...{ type: 'member.joined', source: 'desk', externalId: 'E-1', occurredAt: at, data: {} },
    member: { source: 'till', externalId: client },
    ...more,
  });
  await send(clinic, joined('C-9'));
  await merge(clinic, into, from);

  const occurredAt = '2026-11-20T15:00:00.000Z';
  await send(clinic, joined('C-9', { occurredAt, revision: 2 }));
  await unmerge(clinic, into, from);

  const where = { clinicId: clinic.id, accountId: from, source: 'desk', externalId: 'E-1' };
  const rows = await clinic.ports.store.reader.range('history', { index: 'key', where });
  assert.equal(rows.at(-1)?.at, Date.parse(occurredAt));
  await merge(clinic, into, from);
  await send(clinic, joined('C-5', { occurredAt, revision: 3 }));
  await unmerge(clinic, into, from);
  const gave = async (id: string) => (await netOf(clinic, id))['joined:points points'] ?? 0;
  assert.deepEqual([await gave(from), await gave(await idOfTill(clinic, 'C-5'))], [0, 50]);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('a visit that moved to a record which is merged too counts once, whichever merge ends first', async () => {
  for (const order of ['from first', 'third first'] as const) {
    const clinic = await openTrial();
    const { into, from } = await twoRecords(clinic);
    const alone = await netOf(clinic, into);
    await merge(clinic, into, from);
    await send(clinic, { ...receipt('R-2', { at, client: 'C-5', amount: 60_000 }), revision: 2 });
    const third = await idOfTill(clinic, 'C-5');
    await merge(clinic, into, third);
    await send(clinic, { ...receipt('R-2', { at, client: 'C-5', amount: 80_000 }), revision: 3 });

    for (const one of order === 'from first' ? [from, third] : [third, from])
      assert.equal((await unmerge(clinic, into, one)).status, 200);

    assert.deepEqual(await netOf(clinic, into), alone, order);
    assert.deepEqual(await netOf(clinic, from), {}, order);
    assert.equal(sum(await netOf(clinic, third)), 400, order);
    assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
  }
});

test('a visit that had moved from two records and is told again meanwhile goes with whichever leaves first', async () => {
  for (const teller of ['C-9', 'C-5'])
    for (const order of ['from first', 'third first'] as const) {
      const clinic = await openTrial();
      const { into, from } = await twoRecords(clinic);
      const alone = await netOf(clinic, into);
      const told = (client: string, revision: number) =>
        send(clinic, { ...receipt('R-2', { at, client, amount: 60_000 }), revision });
      await told('C-5', 2);
      await told('C-6', 3);
      const third = await idOfTill(clinic, 'C-5');
      for (const one of [from, third]) await merge(clinic, into, one);
      await told(teller, 4);

      for (const one of order === 'from first' ? [from, third] : [third, from])
        assert.equal((await unmerge(clinic, into, one)).status, 200);

      const [first, last] = order === 'from first' ? [from, third] : [third, from];
      assert.equal(sum(await netOf(clinic, first)), 300, `${teller}, ${order}`);
      const others = [await netOf(clinic, last), await netOf(clinic, into)];
      assert.deepEqual(others, [{}, alone], `${teller}, ${order}`);
      assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
    }
});

test('a visit that left with another record is not taken along a second time', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  const told = (client: string, revision: number) =>
    send(clinic, { ...receipt('R-2', { at, client, amount: 60_000 }), revision });
  await merge(clinic, into, from);
  await told('C-5', 2);
  await told('C-6', 3);
  const third = await idOfTill(clinic, 'C-5');
  await merge(clinic, into, third);
  await told('C-5', 4);

  for (const one of [third, from]) await unmerge(clinic, into, one);

  assert.deepEqual([sum(await netOf(clinic, third)), await netOf(clinic, from)], [300, {}]);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('a visit that moved from the other before the merge stays where it is when the merge ends', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  const more = { revision: 2, member: { memberId: into } };
  await send(clinic, receipt('R-2', { at, amount: 60_000, more }));
  const before = [await netOf(clinic, into), await netOf(clinic, from)];

  await merge(clinic, into, from);
  await unmerge(clinic, into, from);

  assert.equal(sum(before[0] ?? {}), 550);
  assert.deepEqual([await netOf(clinic, into), await netOf(clinic, from)], before);
});

test('a repetition gets its first answer after the event went back to the other record', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  await merge(clinic, into, from);
  const refund = {
    type: 'visit.refunded',
    source: 'till',
    externalId: 'F-1',
    occurredAt: at,
    data: { visit: 'R-2', lines: [{ lineId: '1', amount: { amount: 60_000, currency: 'USD' } }] },
  };
  const first = await send(clinic, refund);

  await unmerge(clinic, into, from);

  assert.equal(first.entries.length, 1);
  assert.deepEqual(await send(clinic, refund), { ...first, status: 'duplicate' });
});

test('a voucher of the other that was used meanwhile is used when the merge has ended', async () => {
  const clinic = await openTrial();
  const { into } = await twoRecords(clinic);
  const { session, summary } = await clinic.signIn('+13125550199');
  const other = summary.member.id;
  await send(clinic, {
    ...receipt('R-8', { at, amount: 100_000 }),
    member: { memberId: other },
  });
  const claimed = await clinic.call('POST /v1/me/claims', {
    key: session.accessToken,
    body: { rewardId: 'credit-50' },
  });
  const { code } = claimed.body as Voucher;
  await merge(clinic, into, other);
  const route = `POST /v1/vouchers/${code}/redeem`;
  const used = await clinic.call(route, { key: clinic.secretKey });

  await unmerge(clinic, into, other);

  const again = await clinic.call(route, { key: clinic.secretKey });
  assert.deepEqual([used.status, codeOf(again)], [200, 'voucher_unavailable']);
});

test('a claim that is repeated with its key after a merge is the first one', async () => {
  const clinic = await openTrial();
  const { into } = await twoRecords(clinic);
  const { session, summary } = await clinic.signIn('+13125550199');
  const other = summary.member.id;
  const member = { memberId: other };
  await send(clinic, { ...receipt('R-8', { at, amount: 300_000 }), member });
  const claim = () =>
    clinic.call('POST /v1/me/claims', {
      key: session.accessToken,
      headers: { 'idempotency-key': 'claim-1' },
      body: { rewardId: 'credit-50' },
    });
  const first = await claim();
  await merge(clinic, into, other);
  const { points } = await get(clinic, into);

  const again = await claim();

  assert.deepEqual([again.status, again.body], [first.status, first.body]);
  assert.equal((await get(clinic, into)).points, points);
});

test('a visit that uses what is the other’s goes to the other when the merge ends', async () => {
  for (const use of ['quote', 'voucher'] as const) {
    const clinic = await openTrial();
    const { into } = await twoRecords(clinic);
    const { session, summary } = await clinic.signIn('+13125550199');
    const other = summary.member.id;
    const member = { memberId: other };
    await send(clinic, { ...receipt('R-8', { at, amount: 100_000 }), member });
    const earned = sum(await netOf(clinic, other));
    const alone = await netOf(clinic, into);
    const used = use === 'quote' ? await quoted(clinic, other) : await claimed(clinic, session);

    await merge(clinic, into, other);
    const price = { amount: 40_000, currency: 'USD' };
    const data = { lines: [{ ...facial, price }], ...used };
    await send(clinic, receipt('R-9', { at, more: { member, data } }));
    await unmerge(clinic, into, other);

    // 500 points are used as money or for a voucher, and what they pay of the bill earns nothing.
    assert.equal(sum(await netOf(clinic, other)), earned - 500 + 175, use);
    assert.deepEqual(await netOf(clinic, into), alone, use);
    assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
  }
});

const facial = { lineId: '1', kind: 'treatment', code: 'FACIAL', category: 'facial' };

/** A quote that holds 500 points of a member, as a visit names it. */
async function quoted(clinic: TrialClinic, memberId: string): Promise<object> {
  const { body } = await clinic.call('POST /v1/checkouts', {
    key: clinic.secretKey,
    body: {
      member: { memberId },
      lines: [{ ...facial, listPrice: { amount: 40_000, currency: 'USD' } }],
      use: { points: 500 },
    },
  });
  const { id, due, points } = body as Checkout;
  assert.deepEqual([points.count, due.amount], [500, 35_000]);
  return { checkoutId: id, tenders: [{ kind: 'money', amount: due }] };
}

/** A voucher over 50 dollars that a member claims, as a visit names it. */
async function claimed(clinic: TrialClinic, { accessToken }: Session): Promise<object> {
  const { body } = await clinic.call('POST /v1/me/claims', {
    key: accessToken,
    body: { rewardId: 'credit-50' },
  });
  const { code } = body as Voucher;
  return {
    tenders: [
      { kind: 'voucher', reference: code, amount: { amount: 5_000, currency: 'USD' } },
      { kind: 'money', amount: { amount: 35_000, currency: 'USD' } },
    ],
  };
}

test('a visit that a refund of the other’s waited for goes to the other when the merge ends', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  const [alone, other] = [await netOf(clinic, into), await netOf(clinic, from)];
  await send(clinic, {
    type: 'visit.refunded',
    source: 'till',
    externalId: 'F-7',
    occurredAt: at,
    member: { externalId: 'C-9' },
    data: { visit: 'R-7', lines: [{ lineId: '1', amount: { amount: 40_000, currency: 'USD' } }] },
  });
  await merge(clinic, into, from);
  await send(clinic, receipt('R-7', { at, client: 'C-9', amount: 60_000 }));

  await unmerge(clinic, into, from);

  assert.deepEqual(await netOf(clinic, into), alone);
  assert.equal(sum(await netOf(clinic, from)), sum(other) + 100);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('what came meanwhile for a visit that the other waits for waits with the other', async () => {
  const clinic = await openTrial();
  const { into, from } = await twoRecords(clinic);
  const back = (externalId: string, member: object) => ({
    ...{ type: 'visit.refunded', source: 'till', externalId, occurredAt: at, member },
    data: { visit: 'R-7', lines: [{ lineId: '1', amount: { amount: 20_000, currency: 'USD' } }] },
  });
  await send(clinic, back('F-7', { externalId: 'C-9' }));
  await merge(clinic, into, from);
  await send(clinic, back('F-8', { memberId: into }));

  await unmerge(clinic, into, from);
  const other = sum(await netOf(clinic, from));
  await send(clinic, receipt('R-7', { at, client: 'C-9', amount: 60_000 }));

  assert.equal(sum(await netOf(clinic, from)), other + 100);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('what a package of the other was given meanwhile goes to the other when the merge ends', async () => {
  const clinic = await openTrial();
  const { into } = await twoRecords(clinic);
  const { session, summary } = await clinic.signIn('+13125550199');
  const other = summary.member.id;
  const packages = async () => {
    const { body } = await clinic.call('GET /v1/me', { key: session.accessToken });
    return (body as Summary).packages.map(({ left, expiresOn }) => [left, expiresOn]);
  };
  const price = { amount: 72_500, currency: 'USD' };
  const line = { lineId: '1', kind: 'package', code: 'FACIAL5', package: 'FACIAL5', price };
  const member = { memberId: other };
  await send(clinic, receipt('R-8', { at, more: { member, data: { lines: [line] } } }));
  await merge(clinic, into, other);
  const { body } = await clinic.call('GET /v1/me', { key: session.accessToken });
  const { id } = (body as Summary).packages[0]!;

  const data = { package: id, expiresOn: '2029-05-31' };
  const extended = { type: 'package.extended', source: 'desk', externalId: 'E-1', member, data };
  await toClock(clinic, '2026-11-23T15:00:00.000Z');
  await send(clinic, { ...extended, occurredAt: '2026-11-23T15:00:00.000Z' });
  await clinic.call(`POST /v1/members/${into}/adjustments`, {
    key: clinic.secretKey,
    body: { asset: `sessions:${id}`, amount: 2, reason: 'apology' },
  });
  const given = await packages();
  await unmerge(clinic, into, other);

  assert.deepEqual(given, [[7, '2029-05-31']]);
  assert.deepEqual(await packages(), given);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('a package answers to the id that it had before the merge', async () => {
  const clinic = await openTrial();
  const { into } = await twoRecords(clinic);
  const { session, summary } = await clinic.signIn('+13125550199');
  const other = summary.member.id;
  const packages = async () => {
    const { body } = await clinic.call('GET /v1/me', { key: session.accessToken });
    return (body as Summary).packages;
  };
  const shown = async () => (await packages()).map(({ left, expiresOn }) => [left, expiresOn]);
  const price = { amount: 72_500, currency: 'USD' };
  const line = { lineId: '1', kind: 'package', code: 'FACIAL5', package: 'FACIAL5', price };
  const member = { memberId: other };
  await send(clinic, receipt('R-8', { at, more: { member, data: { lines: [line] } } }));
  const [before] = await packages();
  await merge(clinic, into, other);
  const later = '2026-11-23T15:00:00.000Z';
  await toClock(clinic, later);

  const extended = await send(clinic, {
    ...{ type: 'package.extended', source: 'desk', externalId: 'E-1', occurredAt: later, member },
    data: { package: before!.id, expiresOn: '2029-05-31' },
  });
  const given = await clinic.call(`POST /v1/members/${into}/adjustments`, {
    key: clinic.secretKey,
    body: { asset: `sessions:${before!.id}`, amount: 2, reason: 'apology' },
  });
  const tenders = [{ kind: 'session', reference: before!.id }];
  const data = { lines: [{ ...facial, price: { amount: 16_500, currency: 'USD' } }], tenders };
  const used = await send(clinic, receipt('R-9', { at: later, more: { member, data } }));
  const merged = await packages();
  await unmerge(clinic, into, other);

  assert.deepEqual([extended.warnings, given.status, used.warnings], [[], 201, []]);
  assert.notEqual(merged[0]?.id, before?.id);
  assert.deepEqual(
    merged.map(({ left, expiresOn }) => [left, expiresOn]),
    [[6, '2029-05-31']],
  );
  assert.deepEqual(await shown(), [[6, '2029-05-31']]);
  assert.equal((await packages())[0]?.id, before?.id);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('what a quote used of the other’s meanwhile is used when the merge has ended', async () => {
  const clinic = await openTrial();
  const { into } = await twoRecords(clinic);
  const { session, summary } = await clinic.signIn('+13125550199');
  const other = summary.member.id;
  const member = { memberId: other };
  const price = { amount: 72_500, currency: 'USD' };
  const line = { lineId: '1', kind: 'package', code: 'FACIAL5', package: 'FACIAL5', price };
  await send(clinic, receipt('R-8', { at, more: { member, data: { lines: [line] } } }));
  await send(clinic, { ...receipt('R-7', { at, amount: 100_000 }), member });
  const { body } = await clinic.call('POST /v1/me/claims', {
    key: session.accessToken,
    body: { rewardId: 'credit-50' },
  });
  const { code } = body as Voucher;
  const me = async <Answer>(route: string) =>
    (await clinic.call(`GET /v1/me${route}`, { key: session.accessToken })).body as Answer;
  await merge(clinic, into, other);

  const laser = { ...facial, lineId: '2', code: 'LASER', category: 'laser' };
  const bill = [facial, laser].map((one) => ({
    ...one,
    listPrice: { amount: 20_000, currency: 'USD' },
  }));
  const quote = await clinic.call('POST /v1/checkouts', {
    key: clinic.secretKey,
    body: { member, lines: bill, use: { vouchers: [code], offer: null } },
  });
  const { id, lines, due } = quote.body as Checkout;
  const paid = {
    checkoutId: id,
    lines: bill.map((one) => ({ ...one, price: one.listPrice })),
    tenders: [{ kind: 'money', amount: due }],
  };
  const used = await send(clinic, receipt('R-9', { at, more: { member, data: paid } }));
  const open = await clinic.call('POST /v1/checkouts', {
    key: clinic.secretKey,
    body: { member, lines: [bill[0]], use: { offer: null } },
  });
  await unmerge(clinic, into, other);
  const held = async () => {
    const { reader } = clinic.ports.store;
    const row = await reader.get('accounts', { clinicId: clinic.id, accountId: other });
    return (JSON.parse(row!.stateJson) as Account).holds.length;
  };

  assert.equal(await held(), 1);
  const { id: openId } = open.body as Checkout;
  await clinic.call(`DELETE /v1/checkouts/${openId}`, { key: clinic.secretKey });
  assert.equal(await held(), 0);
  assert.deepEqual([lines[0]?.sessions[0]?.count, due.amount], [1, 15_000]);
  assert.deepEqual(used.warnings, []);
  const { packages } = await me<Summary>('');
  const { data } = await me<Page<Voucher>>('/vouchers');
  assert.deepEqual([packages[0]?.left, data[0]?.status], [4, 'used']);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('a birthday that a merge fills in counts from the merge on, and what it gave stays given', async () => {
  const program = {
    ...defaultProgram({ name: 'Lumen Aesthetics' }),
    occasions: [
      {
        id: 'birthday',
        kind: 'birthday' as const,
        offsetDays: 0,
        validDays: 30,
        grant: { kind: 'points' as const, points: 30 },
      },
    ],
  };
  const clinic = await openTrial({ program });
  const { into, from } = await twoRecords(clinic);
  const { key, day } = { key: clinic.secretKey, day: (now: string) => ({ body: { now } }) };
  const birthday = { month: 12, day: 24 };
  await clinic.call(`PATCH /v1/members/${from}`, { key, body: { birthday } });
  await clinic.call('POST /v1/test/clock', { key, ...day('2027-01-10T12:00:00Z') });

  await merge(clinic, into, from);
  await clinic.call('POST /v1/test/clock', { key, ...day('2028-01-10T12:00:00Z') });
  const merged = await netOf(clinic, into);
  await unmerge(clinic, into, from);

  assert.equal(merged['occasion:birthday:2026:points points'], undefined);
  assert.equal(merged['occasion:birthday:2027:points points'], 30);
  assert.equal((await netOf(clinic, into))['occasion:birthday:2027:points points'], 30);
  assert.equal((await get(clinic, into)).birthday, null);
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

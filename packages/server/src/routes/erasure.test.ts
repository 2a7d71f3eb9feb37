import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Entry,
  EventsAnswer,
  Member,
  Page,
  ReferralRow,
  SessionAnswer,
  Summary,
  Voucher,
} from '@afterglow/contract';
import { trialStores } from '../node/trial-stores.js';
import { verifyClinic } from '../node/verify/verify-clinic.js';
import { tables, type TableName } from '../tables.js';
import { birthdayPoints } from '../trial/birthday-points.js';
import { codeOf, openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

const phone = '+13125550142';
const now = '2026-11-22T15:00:00.000Z';

async function send(clinic: TrialClinic, event: object) {
  const answer = await clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });
  return (answer.body as EventsAnswer).results[0]!;
}

const erase = (clinic: TrialClinic, id: string) =>
  clinic.call(`DELETE /v1/members/${id}`, { key: clinic.secretKey });

const patch = (clinic: TrialClinic, id: string, body: object) =>
  clinic.call(`PATCH /v1/members/${id}`, { key: clinic.secretKey, body });

const move = (clinic: TrialClinic, to: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now: to } });

const idOf = ({ summary }: SessionAnswer) => summary.member.id;

/** Ana, of whom everything is known: she signed in, bought, claimed and had a birthday. */
async function knownAna(clinic: TrialClinic) {
  const ana = await clinic.signIn(phone, { firstName: 'Anabel', consents: { terms: true } });
  await patch(clinic, idOf(ana), {
    email: 'Anabel@example.com',
    birthday: { month: 12, day: 24 },
    locale: 'es-MX',
    addAliases: [{ source: 'till', externalId: 'C-ANA' }],
  });
  await send(clinic, receipt('R-1', { client: 'C-ANA', amount: 100_000, at: now }));
  const key = ana.session.accessToken;
  await clinic.call('PUT /v1/me/preferences', {
    key,
    body: { marketing: { email: { given: true, words: 'Ana reads our news.' } } },
    headers: { origin: 'https://lumen-aesthetics.example' },
    address: '203.0.113.7',
  });
  await clinic.call(`POST /v1/referral-codes/${ana.summary.referral!.code}/keep`, {
    key: clinic.publishableKey,
    body: { phone },
  });
  const claimed = await clinic.call('POST /v1/me/claims', { key, body: { rewardId: 'credit-50' } });
  return { ana, id: idOf(ana), key, voucher: claimed.body as Voucher };
}

/** Every row that the clinic keeps, as text. */
async function allText(clinic: TrialClinic): Promise<string> {
  const names = Object.keys(tables) as TableName[];
  const rows = await Promise.all(
    names.map((name) => clinic.ports.store.reader.range(name, { index: 'key', where: {} })),
  );
  return JSON.stringify(rows);
}

const ledger = async (clinic: TrialClinic, id: string) =>
  (await clinic.call(`GET /v1/members/${id}/entries`, { key: clinic.secretKey }))
    .body as Page<Entry>;

const faultsOf = async ({ ports, id }: TrialClinic) => (await verifyClinic(ports, id)).faults;

for (const { name, open } of trialStores())
  test(`nothing that says who somebody was is left after an erasure (${name})`, async (t) => {
    const clinic = await openTrial({ store: await open(t), program: birthdayPoints() });
    const { id, key, voucher } = await knownAna(clinic);
    await move(clinic, '2026-12-24T18:00:00.000Z');
    const before = await ledger(clinic, id);
    const words = ['Anabel', 'anabel@', phone, 'es-MX', 'C-ANA', '"12-24'];
    words.push('Ana reads our news.', '203.0.113.7');
    const known = await allText(clinic);
    for (const word of words) assert.ok(known.includes(word), word);

    assert.equal((await erase(clinic, id)).status, 204);

    const left = await allText(clinic);
    for (const word of words) assert.ok(!left.includes(word), word);
    const read = await clinic.call(`GET /v1/members/${id}`, { key: clinic.secretKey });
    assert.deepEqual([read.status, codeOf(read)], [410, 'member_erased']);
    assert.equal(codeOf(await clinic.call('GET /v1/me', { key })), 'session_revoked');
    const redeem = `POST /v1/vouchers/${voucher.code}/redeem`;
    assert.equal(codeOf(await clinic.call(redeem, { key: clinic.secretKey })), 'member_erased');
    assert.deepEqual(await ledger(clinic, id), before);
    assert.ok(before.data.some(({ cause }) => cause.kind === 'occasion'));
    assert.deepEqual(await faultsOf(clinic), []);
  });

test('the ledger of somebody who was erased stands still while the clinic’s clock goes on', async () => {
  const clinic = await openTrial();
  const { id } = await knownAna(clinic);
  await erase(clinic, id);
  const before = await ledger(clinic, id);

  await move(clinic, '2029-01-01T12:00:00.000Z');

  assert.deepEqual(await ledger(clinic, id), before);
  assert.deepEqual(await faultsOf(clinic), []);
});

test('events of somebody who was erased are refused, new ones and resent ones', async () => {
  const clinic = await openTrial();
  const { id } = await knownAna(clinic);
  await erase(clinic, id);

  const same = receipt('R-1', { client: 'C-ANA', amount: 100_000, at: now });
  const refund = {
    type: 'visit.refunded',
    source: 'till',
    externalId: 'F-1',
    occurredAt: now,
    data: { visit: 'R-1', lines: [{ lineId: '1', amount: { amount: 100, currency: 'USD' } }] },
  };
  const answers = [
    await send(clinic, same),
    await send(clinic, receipt('R-2', { client: 'C-ANA', at: now })),
    await send(clinic, { ...receipt('R-3', { at: now }), member: { memberId: id } }),
    await send(clinic, refund),
  ];

  assert.deepEqual(
    answers.map(({ status, code }) => `${status} ${code}`),
    answers.map(() => 'rejected member_erased'),
  );
  const list = await clinic.call('GET /v1/members', { key: clinic.secretKey });
  assert.equal((list.body as Page<Member>).data.length, 1);
});

test('an id of somebody who was erased goes to nobody but who joins again', async () => {
  const clinic = await openTrial();
  const { id } = await knownAna(clinic);
  await erase(clinic, id);
  const aliases = [{ source: 'till', externalId: 'C-ANA' }];

  const made = await clinic.call('POST /v1/members', { key: clinic.secretKey, body: { aliases } });
  const again = await clinic.signIn(phone);
  const given = await patch(clinic, idOf(again), { addAliases: aliases });
  const event = await send(clinic, receipt('R-9', { client: 'C-ANA', at: now }));

  assert.deepEqual([again.joined, again.summary.visits], [true, 0]);
  assert.notEqual(idOf(again), id);
  assert.equal(codeOf(made), 'member_erased');
  assert.equal(given.status, 200);
  assert.deepEqual([event.status, event.memberId], ['applied', idOf(again)]);
});

test('a friend who is erased loses the name and the owner keeps the reward', async () => {
  const clinic = await openTrial();
  const owner = await clinic.signIn('+13125550143');
  const key = owner.session.accessToken;
  const code = owner.summary.referral!.code;
  const friend = await clinic.signIn(phone, {
    firstName: 'Anabel',
    consents: { terms: true, shareFirstName: true },
    code,
  });
  const friendId = idOf(friend);
  await send(clinic, {
    ...receipt('R-1', { amount: 100_000, at: now }),
    member: { memberId: friendId },
  });
  const friends = async () =>
    (await clinic.call('GET /v1/me/referrals', { key })).body as Page<ReferralRow>;
  const named = await friends();
  await erase(clinic, friendId);

  const nameless = await friends();
  await move(clinic, '2026-12-20T12:00:00.000Z');
  const after = (await clinic.call('GET /v1/me', { key })).body as Summary;

  assert.equal(named.data[0]?.firstName, 'Anabel');
  assert.deepEqual(
    nameless.data.map(({ firstName, status }) => [firstName, status]),
    [[null, named.data[0]?.status]],
  );
  assert.equal(after.referrals[0]?.status, 'released');
  assert.ok(after.points.balance > owner.summary.points.balance);
  assert.deepEqual(await faultsOf(clinic), []);
});

test('the referral code of somebody who was erased is no code any more', async () => {
  const clinic = await openTrial();
  const { ana, id } = await knownAna(clinic);
  const code = ana.summary.referral!.code;
  await erase(clinic, id);

  const asked = await clinic.call(`GET /v1/referral-codes/${code}`, { key: clinic.publishableKey });
  const join = clinic.signIn('+13125550145', { consents: { terms: true }, code });

  assert.equal((asked.body as { good: boolean }).good, false);
  await assert.rejects(join, /referral_code_unknown/);
});

test('records that were merged are erased with the person, by the id of any of them', async () => {
  const clinic = await openTrial();
  const { id } = await knownAna(clinic);
  const visit = receipt('R-5', { client: 'C-OLD', amount: 20_000, at: now });
  const old = (
    await send(clinic, { ...visit, member: { externalId: 'C-OLD', firstName: 'Anita' } })
  ).memberId!;
  const merged = await clinic.call(`POST /v1/members/${id}/merge`, {
    key: clinic.secretKey,
    body: { from: old, reason: 'duplicate' },
  });

  const erased = await erase(clinic, old);

  assert.deepEqual([merged.status, erased.status], [200, 204]);
  const left = await allText(clinic);
  for (const word of ['Anita', 'C-OLD', 'Anabel', 'C-ANA']) assert.ok(!left.includes(word), word);
  for (const one of [id, old])
    assert.equal(
      codeOf(await clinic.call(`GET /v1/members/${one}`, { key: clinic.secretKey })),
      'member_erased',
    );
  const apart = await clinic.call(`POST /v1/members/${id}/unmerge`, {
    key: clinic.secretKey,
    body: { from: old },
  });
  assert.equal(codeOf(apart), 'merge_impossible');
  assert.equal((await send(clinic, visit)).code, 'member_erased');
  assert.deepEqual(await faultsOf(clinic), []);
});

test('a kept answer that named somebody who was erased is not given again', async () => {
  const clinic = await openTrial();
  const request = {
    key: clinic.secretKey,
    body: { firstName: 'Anabel' },
    headers: { 'idempotency-key': 'make-ana' },
  };
  const made = await clinic.call('POST /v1/members', request);
  await erase(clinic, (made.body as Member).id);

  const again = await clinic.call('POST /v1/members', request);

  assert.deepEqual([again.status, codeOf(again)], [410, 'member_erased']);
  assert.ok(!(await allText(clinic)).includes('Anabel'));
});

test('what staff decide about somebody who was erased is refused, and erasing again changes nothing', async () => {
  const clinic = await openTrial();
  const { id } = await knownAna(clinic);
  await erase(clinic, id);
  const before = await allText(clinic);
  const key = clinic.secretKey;

  const adjusted = await clinic.call(`POST /v1/members/${id}/adjustments`, {
    key,
    body: { asset: 'points', amount: 5, reason: 'gift' },
  });
  const renamed = await patch(clinic, id, { firstName: 'Ana' });
  const again = await erase(clinic, id);
  const nobody = await erase(clinic, `mem_${'0'.repeat(26)}`);

  assert.deepEqual([codeOf(adjusted), codeOf(renamed)], ['member_erased', 'member_erased']);
  assert.equal(again.status, 204);
  assert.deepEqual([nobody.status, codeOf(nobody)], [404, 'member_unknown']);
  assert.equal(await allText(clinic), before);
});

test('a phone alone does not tell that it was somebody who was erased: the person is new', async () => {
  const clinic = await openTrial();
  const { id } = await knownAna(clinic);
  await erase(clinic, id);

  const event = await send(clinic, { ...receipt('R-9', { at: now }), member: { phone } });

  const read = await clinic.call(`GET /v1/members/${event.memberId}`, { key: clinic.secretKey });
  const { status, firstName, aliases } = read.body as Member;
  assert.equal(event.status, 'applied');
  assert.notEqual(event.memberId, id);
  assert.deepEqual([status, firstName, aliases], ['known', null, []]);
});

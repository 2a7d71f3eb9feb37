import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Entry,
  ErasureAnswer,
  MemberExport,
  Page,
  Profile,
  Summary,
} from '@afterglow/contract';
import { toldBirthdays } from '../members/birthdays.js';
import { forgetAll } from '../node/scheduler.js';
import { verifyClinic } from '../node/verify/verify-clinic.js';
import { birthdayPoints } from '../trial/birthday-points.js';
import { codeOf, openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

const phone = '+13125550142';
const now = '2026-11-22T15:00:00.000Z';

const faultsOf = async ({ ports, id }: TrialClinic) => (await verifyClinic(ports, id)).faults;

/** Somebody who signed in, and her calls. */
async function openAna(clinic: TrialClinic) {
  const { session, summary } = await clinic.signIn(phone, {
    firstName: 'Anabel',
    consents: { terms: true, marketingEmail: true },
  });
  const key = session.accessToken;
  const update = (body: object) => clinic.call('PATCH /v1/me', { key, body });
  const exported = async () =>
    (await clinic.call('GET /v1/me/export', { key })).body as MemberExport;
  return { key, id: summary.member.id, code: summary.referral!.code, update, exported };
}

test('a member changes what is named, and null takes it away', async () => {
  const clinic = await openTrial();
  const { update, exported } = await openAna(clinic);

  await update({ email: 'Ana@Example.com', birthday: { month: 2, day: 29 }, locale: 'es' });
  const { body } = await update({ firstName: null });

  const { firstName, email, birthday, locale } = body as Profile;
  assert.deepEqual(
    [firstName, email, birthday, locale],
    [null, 'ana@example.com', { month: 2, day: 29 }, 'es'],
  );
  assert.deepEqual((await exported()).profile, body);
});

test('what a birthday gave stays when it is taken away, and the next one waits for the next year', async () => {
  const clinic = await openTrial({ program: birthdayPoints() });
  const { key, update } = await openAna(clinic);
  const points = async () =>
    ((await clinic.call('GET /v1/me', { key })).body as Summary).points.balance;
  const before = await points();

  await update({ birthday: { month: 12, day: 1 } });
  await moveTo(clinic, '2026-11-24T15:00:00.000Z');
  const given = await points();
  await update({ birthday: null });
  await moveTo(clinic, '2026-11-25T15:00:00.000Z');
  const taken = await points();
  await update({ birthday: { month: 12, day: 9 } });
  await moveTo(clinic, '2026-12-20T15:00:00.000Z');

  assert.deepEqual(
    [given, taken, await points()].map((now) => now - before),
    [70, 70, 70],
  );
  assert.deepEqual(await faultsOf(clinic), []);
});

test('the same birthday again is nothing new, and a year that is named with it is kept', async () => {
  const clinic = await openTrial();
  const { id, update, exported } = await openAna(clinic);
  const told = async () =>
    toldBirthdays((await clinic.ports.store.reader.get('members', { clinicId: clinic.id, id }))!);

  await update({ birthday: null });
  await update({ birthday: { month: 12, day: 24 } });
  await update({ birthday: { month: 12, day: 24, year: 1990 } });
  const once = await told();
  const { birthday } = (await exported()).profile;
  await update({ birthday: null });
  await update({ birthday: null });

  assert.deepEqual(once, [{ on: '12-24', toldOn: '2026-11-22' }]);
  assert.equal(birthday?.year, 1990);
  assert.deepEqual(await told(), [...once, { on: null, toldOn: '2026-11-22' }]);
  assert.equal((await exported()).profile.birthday, null);
});

test('the phone is not changed here, and a day that is none is refused', async () => {
  const { update } = await openAna(await openTrial());

  assert.equal(codeOf(await update({ phone: '+13125550143' })), 'unknown_field');
  assert.equal((await update({ birthday: { month: 2, day: 30 } })).status, 400);
});

test('the export holds everything about the member, and nobody else’s name or a secret', async () => {
  const clinic = await openTrial();
  const { id, key, code, exported } = await openAna(clinic);
  const send = (event: object) =>
    clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });
  await clinic.signIn('+13125550143', {
    firstName: 'Beatrix',
    consents: { terms: true, shareFirstName: true },
    code,
  });
  await clinic.call(`PATCH /v1/members/${id}`, {
    key: clinic.secretKey,
    body: { addAliases: [{ source: 'till', externalId: 'C-ANA' }] },
  });
  await send(receipt('R-1', { client: 'C-ANA', amount: 100_000, at: now }));
  await clinic.call('POST /v1/me/claims', { key, body: { rewardId: 'credit-50' } });

  const all = await exported();
  const listed = (await clinic.call('GET /v1/me/entries?limit=100', { key })).body as Page<Entry>;

  assert.deepEqual([all.profile.firstName, all.profile.phone], ['Anabel', phone]);
  assert.deepEqual(all.consents, {
    ...{ terms: true, marketingSms: false, marketingEmail: true, shareFirstName: false },
    textVersion: 2,
    at: now,
    ...{ phone, origin: null, address: null },
  });
  assert.deepEqual(all.aliases, [{ source: 'till', externalId: 'C-ANA' }]);
  assert.deepEqual(all.entries, listed.data);
  assert.deepEqual(
    all.referrals.map(({ firstName }) => firstName),
    [null],
  );
  assert.deepEqual([all.vouchers.length, all.sessions.length], [1, 1]);
  const text = JSON.stringify(all);
  for (const secret of ['Beatrix', key, 'agt_', 'agr_', 'Hash']) assert.ok(!text.includes(secret));
});

/** Asks to be erased with a code that was sent to a phone. */
async function leave(clinic: TrialClinic, key: string, to = phone) {
  return sendBack(clinic, key, await codeTo(clinic, to));
}

/** Sends a code to a phone; returns what is sent back with it. */
async function codeTo(clinic: TrialClinic, to: string) {
  const sent = await clinic.call('POST /v1/sessions/codes', {
    key: clinic.publishableKey,
    body: { phone: to },
  });
  return { challengeId: (sent.body as { challengeId: string }).challengeId, code: '424242' };
}

const sendBack = (clinic: TrialClinic, key: string, proof: object) =>
  clinic.call('DELETE /v1/me', { key, body: proof });

const moveTo = (clinic: TrialClinic, to: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now: to } });

const codeOfMember = async (clinic: TrialClinic, id: string) =>
  codeOf(await clinic.call(`GET /v1/members/${id}`, { key: clinic.secretKey }));

test('a member who asks is told what is lost, and is erased after 14 days', async () => {
  const clinic = await openTrial();
  const { id, key } = await openAna(clinic);

  const asked = await leave(clinic, key);
  await moveTo(clinic, '2026-12-06T14:59:59.999Z');
  const before = await codeOfMember(clinic, id);
  await moveTo(clinic, '2026-12-06T15:00:00.000Z');

  const { erasesAt, lost } = asked.body as ErasureAnswer;
  assert.equal(erasesAt, '2026-12-06T15:00:00.000Z');
  assert.deepEqual([lost.points, lost.credit.amount, lost.sessions], [50, 0, 0]);
  assert.deepEqual([before, await codeOfMember(clinic, id)], ['', 'member_erased']);
});

test('signing in takes the wish to be erased back', async () => {
  const clinic = await openTrial();
  const { id, key } = await openAna(clinic);
  await leave(clinic, key);

  await clinic.signIn(phone);
  await moveTo(clinic, '2027-01-10T15:00:00.000Z');

  assert.equal(await codeOfMember(clinic, id), '');
});

test('a code that went to another phone erases nobody', async () => {
  const clinic = await openTrial();
  const { id, key } = await openAna(clinic);

  const refused = await leave(clinic, key, '+13125550143');
  await moveTo(clinic, '2027-01-10T15:00:00.000Z');

  assert.equal(codeOf(refused), 'code_invalid');
  assert.equal(await codeOfMember(clinic, id), '');
});

test('the scheduler erases who asked for it when the clock of the clinic is there', async () => {
  const clinic = await openTrial();
  const { id, key } = await openAna(clinic);
  await leave(clinic, key);

  await forgetAll(clinic.ports);
  const before = await codeOfMember(clinic, id);
  clinic.wait(14 * 24 * 3_600_000);
  await forgetAll(clinic.ports);

  assert.deepEqual([before, await codeOfMember(clinic, id)], ['', 'member_erased']);
});

test('a code that is old or was used asks for nothing', async () => {
  const clinic = await openTrial();
  const { id, key } = await openAna(clinic);

  const proof = await codeTo(clinic, phone);
  clinic.wait(10 * 60_000);
  const old = await sendBack(clinic, key, proof);
  const used = await codeTo(clinic, phone);
  await sendBack(clinic, key, used);
  await clinic.signIn(phone);
  const again = await sendBack(clinic, key, used);
  await moveTo(clinic, '2027-01-10T15:00:00.000Z');

  assert.deepEqual(
    [old, again].map((answer) => [answer.status, codeOf(answer)]),
    [old, again].map(() => [401, 'code_expired']),
  );
  assert.equal(await codeOfMember(clinic, id), '');
});

const oldPhone = '+13125550143';

/** Ana once more, with another phone. */
async function openOldAna(clinic: TrialClinic) {
  const { session, summary } = await clinic.signIn(oldPhone, { consents: { terms: true } });
  return { key: session.accessToken, id: summary.member.id };
}

async function mergeOld(clinic: TrialClinic, into: string, from: string) {
  const merged = await clinic.call(`POST /v1/members/${into}/merge`, {
    key: clinic.secretKey,
    body: { from, reason: 'duplicate' },
  });
  assert.equal(merged.status, 200);
}

test('a wish to be erased goes along with a merge, and the sooner of two counts', async () => {
  for (const first of ['survivor', 'other'] as const) {
    const clinic = await openTrial();
    const ana = await openAna(clinic);
    const old = await openOldAna(clinic);
    const asks = [() => leave(clinic, ana.key), () => leave(clinic, old.key, oldPhone)] as const;
    const [one, two] = first === 'survivor' ? asks : [asks[1], asks[0]];
    await one();
    await moveTo(clinic, '2026-11-25T15:00:00.000Z');
    await two();
    await mergeOld(clinic, ana.id, old.id);

    const again = (await leave(clinic, old.key, oldPhone)).body as ErasureAnswer;
    await moveTo(clinic, '2026-12-06T15:00:00.000Z');

    assert.equal(again.erasesAt, '2026-12-06T15:00:00.000Z');
    for (const id of [ana.id, old.id])
      assert.equal(await codeOfMember(clinic, id), 'member_erased');
    assert.deepEqual(await faultsOf(clinic), []);
  }
});

test('signing in with the phone of either record takes the wish of both back', async () => {
  for (const by of [phone, oldPhone]) {
    const clinic = await openTrial();
    const ana = await openAna(clinic);
    const old = await openOldAna(clinic);
    await leave(clinic, old.key, oldPhone);
    await mergeOld(clinic, ana.id, old.id);

    await clinic.signIn(by);
    await moveTo(clinic, '2027-01-10T15:00:00.000Z');

    assert.equal(await codeOfMember(clinic, ana.id), '');
  }
});

test('a merge that is taken back erases who asked, and nobody else', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic);
  const old = await openOldAna(clinic);
  await leave(clinic, old.key, oldPhone);
  await mergeOld(clinic, ana.id, old.id);

  const apart = await clinic.call(`POST /v1/members/${ana.id}/unmerge`, {
    key: clinic.secretKey,
    body: { from: old.id },
  });
  await moveTo(clinic, '2027-01-10T15:00:00.000Z');

  assert.equal(apart.status, 200);
  assert.deepEqual(
    [await codeOfMember(clinic, ana.id), await codeOfMember(clinic, old.id)],
    ['', 'member_erased'],
  );
});

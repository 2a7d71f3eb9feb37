import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MemberExport, Page, Preferences, ReferralRow, Summary } from '@afterglow/contract';
import { trialStores } from '../node/trial-stores.js';
import { verifyClinic } from '../node/verify/verify-clinic.js';
import { codeOf, openTrial, type Sent, type TrialClinic } from '../trial/trial-clinic.js';

const phone = '+13125550142';
const now = '2026-11-22T15:00:00.000Z';
const page = { headers: { origin: 'https://lumen-aesthetics.example' }, address: '203.0.113.7' };
const words = 'Text me offers. Up to 4 a month. Reply STOP to end, HELP for help.';
const yes = { given: true, words };
const no = { given: false };

/** Somebody who joined, and her calls. */
async function openAna(
  clinic: TrialClinic,
  joining: object = { firstName: 'Ana', consents: { terms: true } },
) {
  const { session, summary } = await clinic.signIn(phone, joining);
  const key = session.accessToken;
  const put = async (body: object, sent: Partial<Sent> = page) =>
    clinic.call('PUT /v1/me/preferences', { key, body, ...sent });
  const read = async <T>(address: string) =>
    (await clinic.call(`GET /v1/me${address}`, { key })).body as T;
  return {
    ...{ key, id: summary.member.id, summary, put },
    preferences: () => read<Preferences>('/preferences'),
    said: async () => (await read<MemberExport>('/export')).consentChanges,
    me: () => read<Summary>(''),
  };
}

const staffChange = (clinic: TrialClinic, id: string, body: object) =>
  clinic.call(`PATCH /v1/members/${id}`, { key: clinic.secretKey, body });

test('who joined hears of the own points, and of no offer that was not asked for', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic);

  const preferences = await ana.preferences();

  assert.deepEqual(preferences, {
    locale: null,
    reminders: { sms: true, email: true },
    marketing: { sms: false, email: false },
    shareFirstName: null,
    reach: { sms: '··42', email: null },
  });
  assert.deepEqual((await ana.me()).preferences, preferences);
});

for (const { name, open } of trialStores())
  test(`a yes is kept with its words, page, address, number and time, and a no beside it (${name})`, async (t) => {
    const clinic = await openTrial({ store: await open(t) });
    const ana = await openAna(clinic);

    const given = await ana.put({ marketing: { sms: yes } });
    clinic.wait(60_000);
    const taken = await ana.put({ marketing: { sms: no } });

    assert.deepEqual(
      [given, taken].map(({ body }) => (body as Preferences).marketing.sms),
      [true, false],
    );
    const about = { memberId: ana.id, purpose: 'marketing', channel: 'sms', recipient: phone };
    const origin = page.headers.origin;
    assert.deepEqual(await ana.said(), [
      { ...about, at: now, given: true, words, origin, address: page.address },
      {
        ...about,
        at: '2026-11-22T15:01:00.000Z',
        given: false,
        words: null,
        origin,
        address: null,
      },
    ]);
  });

test('what is left out stays, and a request that comes twice is kept once', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic);
  await ana.put({ marketing: { sms: yes }, locale: 'es' });

  await ana.put({ reminders: { sms: no } });
  await ana.put({ reminders: { sms: no }, marketing: { sms: yes } });

  const { locale, marketing, reminders } = await ana.preferences();
  assert.deepEqual(
    [locale, marketing.sms, reminders.sms, reminders.email],
    ['es', true, false, true],
  );
  assert.deepEqual(
    (await ana.said()).map(({ purpose, given }) => `${purpose} ${given}`),
    ['marketing true', 'reminders false'],
  );
});

test('a yes to other words is kept beside the first', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic, { consents: { terms: true, marketingSms: true } });
  assert.equal((await ana.preferences()).marketing.sms, true);

  await ana.put({ marketing: { sms: yes } });
  await ana.put({ marketing: { sms: { given: true, words: 'Other words.' } } });

  assert.deepEqual(
    (await ana.said()).map((one) => one.words),
    [words, 'Other words.'],
  );
});

test('a yes without its words is refused, and so is one to an address that is not there', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic);

  const wordless = await ana.put({ marketing: { sms: { given: true } } });
  const unreachable = await ana.put({ marketing: { sms: yes, email: yes } });

  assert.deepEqual([wordless.status, codeOf(wordless)], [400, 'missing_field']);
  assert.deepEqual([unreachable.status, codeOf(unreachable)], [409, 'channel_unreachable']);
  assert.equal((unreachable.body as { param: string }).param, 'marketing.email');
  assert.deepEqual(await ana.said(), []);
});

test('a yes to offers holds for the number and the address that it was said for', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic);
  await staffChange(clinic, ana.id, { email: 'Ana@mail.example' });
  await ana.put({ marketing: { sms: yes, email: yes } });
  const marketing = async () => (await ana.preferences()).marketing;
  assert.deepEqual(await marketing(), { sms: true, email: true });

  await staffChange(clinic, ana.id, { phone: '+13125550149', email: 'ana@new.example' });
  const moved = await ana.preferences();
  await ana.put({ marketing: { email: yes } });

  assert.deepEqual(moved.marketing, { sms: false, email: false });
  assert.deepEqual(moved.reach, { sms: '··49', email: 'a··@new.example' });
  assert.deepEqual(await marketing(), { sms: false, email: true });
});

test('a yes at joining holds for the number that joined', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic, { consents: { terms: true, marketingSms: true } });

  await staffChange(clinic, ana.id, { phone: '+13125550149' });

  assert.equal((await ana.preferences()).marketing.sms, false);
});

test('the name leaves the list of whoever invited as soon as the friend takes it back', async () => {
  const clinic = await openTrial();
  const owner = await clinic.signIn('+13125550150');
  const code = owner.summary.referral!.code;
  const bea = await openAna(clinic, {
    firstName: 'Bea',
    consents: { terms: true, shareFirstName: true },
    code,
  });
  const seen = async () => {
    const key = owner.session.accessToken;
    const { body } = await clinic.call('GET /v1/me/referrals', { key });
    const { body: summary } = await clinic.call('GET /v1/me', { key });
    const lists = [(body as Page<ReferralRow>).data, (summary as Summary).referrals];
    return lists.map(([friend]) => friend?.firstName);
  };
  assert.equal((await bea.preferences()).shareFirstName, true);
  assert.deepEqual(await seen(), ['Bea', 'Bea']);

  await bea.put({ shareFirstName: no });
  const hidden = await seen();
  await bea.put({ shareFirstName: yes });

  assert.deepEqual(hidden, [null, null]);
  assert.deepEqual(await seen(), ['Bea', 'Bea']);
});

test('points know nothing of it', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic);
  const before = await ana.me();

  await ana.put({ marketing: { sms: yes }, reminders: { sms: no } });

  const after = await ana.me();
  assert.deepEqual(
    [after.preferences.marketing.sms, after.preferences.reminders.sms],
    [true, false],
  );
  assert.deepEqual(after, { ...before, preferences: after.preferences });
  assert.deepEqual((await verifyClinic(clinic.ports, clinic.id)).faults, []);
});

test('after a merge the member who stays decides, and what both said is in the export', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic);
  await ana.put({ marketing: { sms: yes } });
  const other = await clinic.signIn('+13125550143');
  const from = other.summary.member.id;
  const key = other.session.accessToken;
  await clinic.call('PUT /v1/me/preferences', { key, body: { reminders: { sms: no } } });

  const body = { from, reason: 'duplicate' };
  await clinic.call(`POST /v1/members/${ana.id}/merge`, { key: clinic.secretKey, body });
  const merged = await ana.preferences();
  // The session of the other record is the member's from here on.
  await clinic.call('PUT /v1/me/preferences', { key, body: { marketing: { sms: no } } });

  assert.deepEqual([merged.marketing.sms, merged.reminders.sms], [true, true]);
  assert.equal((await ana.preferences()).marketing.sms, false);
  assert.deepEqual(
    (await ana.said()).map(({ memberId, purpose, given }) => [memberId, purpose, given]),
    [
      [ana.id, 'marketing', true],
      [ana.id, 'marketing', false],
      [from, 'reminders', false],
    ],
  );
});

test('no line of the log has the address, the number or the words', async () => {
  const clinic = await openTrial();
  const ana = await openAna(clinic);

  await ana.put({ marketing: { sms: yes } });

  const log = clinic.logged.join('\n');
  for (const secret of [page.address, phone, words]) assert.ok(!log.includes(secret), secret);
});

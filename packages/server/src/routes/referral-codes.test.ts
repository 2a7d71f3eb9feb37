import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeRow,
  EventsAnswer,
  KeptReferralCode,
  Page,
  Problem,
  ReferralCodeAnswer,
  ReferralRow,
  SessionAnswer,
  Summary,
} from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import { trialStores } from '../node/trial-stores.js';
import { codeOf, openTrial, type TrialClinic } from '../trial/trial-clinic.js';

const owner = '+13125550141';
const friend = '+13125550142';
const dayMs = 24 * 3_600_000;

const keep = (clinic: TrialClinic, code: string, phone: string, address?: string) =>
  clinic.call(`POST /v1/referral-codes/${code}/keep`, {
    key: clinic.publishableKey,
    body: { phone },
    ...(address === undefined ? {} : { address }),
  });

const moveTo = (clinic: TrialClinic, now: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

const ownerOf = (clinic: TrialClinic) =>
  clinic.signIn(owner, { firstName: 'Ana', consents: { terms: true } });

const codeFrom = ({ summary }: SessionAnswer) => summary.referral!.code;

/** What the owner of the code sees of friends who came, in order; who keeps the offer is another matter. */
async function friendsOf(clinic: TrialClinic, { session }: SessionAnswer) {
  const { body } = await clinic.call('GET /v1/me', { key: session.accessToken });
  const statuses = (body as Summary).referrals.map(({ status }) => status);
  return statuses.filter((status) => status !== 'invited');
}

async function tell(clinic: TrialClinic, event: object) {
  const { body } = await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: {
      source: 'till',
      member: { source: 'till', externalId: 'C-1', phone: friend },
      ...event,
    },
  });
  const [result] = (body as EventsAnswer).results;
  assert.equal(result?.status, 'applied', JSON.stringify(result));
}

const visit = (externalId: string, occurredAt: string, more: object = {}, revision = 1) => ({
  type: 'visit.completed',
  ...{ externalId, occurredAt, revision },
  data: {
    lines: [
      {
        ...{ lineId: '1', kind: 'treatment', category: 'facial' },
        price: { amount: 20_000 + revision, currency: 'USD' },
      },
    ],
    tenders: [{ kind: 'money', amount: { amount: 20_000 + revision, currency: 'USD' } }],
    ...more,
  },
});

test('says whether a code is good and what the friend gets, and never whose it is', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  const ask = (code: string) =>
    clinic.call(`GET /v1/referral-codes/${code}`, { key: clinic.publishableKey });

  const good = await ask(codeFrom(ana).toLowerCase());
  const bad = await ask('ZZZZZZZZ');

  assert.equal((good.body as ReferralCodeAnswer).good, true);
  assert.deepEqual(Object.keys(good.body as object).sort(), ['code', 'friend', 'good', 'offer']);
  assert.ok(!JSON.stringify(good.body).includes('Ana'));
  assert.deepEqual(bad.body, { code: 'ZZZZZZZZ', good: false, offer: null, friend: null });
});

test('promises no offer for an invite of the practice, since joining with it brings none', async () => {
  const clinic = await openTrial();
  const made = await clinic.call('POST /v1/codes', {
    key: clinic.secretKey,
    body: { kind: 'practice', label: 'Open house' },
  });
  const { code } = made.body as CodeRow;

  const asked = await clinic.call(`GET /v1/referral-codes/${code}`, {
    key: clinic.publishableKey,
  });
  const kept = await keep(clinic, code, friend);
  const { summary } = await clinic.signIn(friend, { code, consents: { terms: true } });

  assert.deepEqual(asked.body, { code, good: true, offer: null, friend: null });
  assert.deepEqual([kept.status, codeOf(kept)], [404, 'referral_code_unknown']);
  assert.deepEqual(summary.offers, []);
});

test('keeps an offer for a phone, with the same answer whether the phone is known or not', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  const code = codeFrom(ana);

  const stranger = await keep(clinic, code, '(312) 555-0142');
  const member = await keep(clinic, code, owner);

  assert.equal(stranger.status, 200, codeOf(stranger));
  assert.equal(stranger.headers.get('cache-control'), 'no-store');
  assert.deepEqual(stranger.body, {
    code,
    offer: clinic.program.referral.friendOffer,
    friend: clinic.program.referral.friend,
    hint: '··42',
    keptUntil: '2026-12-22T15:00:00.000Z',
  } satisfies KeptReferralCode);
  assert.deepEqual(member.body, { ...(stranger.body as KeptReferralCode), hint: '··41' });
});

test('the owner sees a friend who keeps the offer as invited, and then as the friend who joined', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  const key = ana.session.accessToken;
  const rows = async () => {
    const { referrals, referral } = (await clinic.call('GET /v1/me', { key })).body as Summary;
    const list = await clinic.call('GET /v1/me/referrals', { key });
    assert.deepEqual((list.body as Page<ReferralRow>).data, referrals);
    assert.ok(!JSON.stringify(referrals).includes('555'), 'no phone is shown');
    return { shown: referrals.map((row) => [row.status, row.joinedOn]), counts: referral?.counts };
  };
  await keep(clinic, codeFrom(ana), owner);
  assert.deepEqual((await rows()).shown, []);

  await keep(clinic, codeFrom(ana), friend);
  await keep(clinic, codeFrom(ana), friend);
  await keep(clinic, codeFrom(ana), '+13125550160');
  await moveTo(clinic, '2026-11-23T15:00:00.000Z');
  const invited = await rows();
  await clinic.signIn(friend);
  const joined = await rows();
  await moveTo(clinic, '2026-12-22T15:00:00.000Z');
  const later = await rows();

  const row = ['invited', '2026-11-22'];
  assert.deepEqual(invited.shown, [row, row]);
  assert.deepEqual(invited.counts, { joined: 0, completed: 0, released: 0 });
  assert.deepEqual(joined.shown, [['joined', '2026-11-23'], row]);
  assert.deepEqual(later.shown, [['joined', '2026-11-23']]);
});

test('a patient who keeps an offer is shown like anybody, so that nobody learns who is one', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  await clinic.signIn('+13125550161');

  await keep(clinic, codeFrom(ana), '+13125550161');

  const { body } = await clinic.call('GET /v1/me', { key: ana.session.accessToken });
  assert.deepEqual(
    (body as Summary).referrals.map(({ status }) => status),
    ['invited'],
  );
});

test('refuses a phone that does not exist, a code that nobody has, and any while there is no offer', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  const usual = defaultProgram();
  const off = await openTrial({
    program: { ...usual, referral: { ...usual.referral, legalMode: 'off' } },
  });
  const bea = await off.call('POST /v1/codes', {
    key: off.secretKey,
    body: { kind: 'staff', label: 'Bea' },
  });

  const phone = await keep(clinic, codeFrom(ana), '12');
  const code = await keep(clinic, 'ZZZZZZZZ', friend);
  const none = await keep(off, (bea.body as CodeRow).code, friend);

  assert.deepEqual([phone.status, (phone.body as Problem).code], [400, 'phone_invalid']);
  assert.deepEqual([code.status, codeOf(code)], [404, 'referral_code_unknown']);
  assert.deepEqual([none.status, codeOf(none)], [404, 'referral_code_unknown']);
});

test('is limited for each phone and for each address', async () => {
  const clinic = await openTrial({ sandbox: false });
  const made = await clinic.call('POST /v1/codes', {
    key: clinic.secretKey,
    body: { kind: 'staff', label: 'Mia' },
  });
  const { code } = made.body as CodeRow;

  const onePhone: number[] = [];
  for (let index = 0; index < 7; index++)
    onePhone.push((await keep(clinic, code, '+13122223344', `10.0.0.${index}`)).status);
  const oneAddress: number[] = [];
  for (let index = 0; index < 11; index++)
    oneAddress.push((await keep(clinic, code, `+131222233${50 + index}`, '10.0.1.1')).status);

  assert.deepEqual(onePhone, [...Array<number>(6).fill(200), 429]);
  assert.deepEqual(oneAddress, [...Array<number>(10).fill(200), 429]);
});

for (const { name, open } of trialStores()) {
  test(`who joins with the phone is the friend, without naming the code (${name})`, async (t) => {
    const clinic = await openTrial({ store: await open(t) });
    const ana = await ownerOf(clinic);
    await keep(clinic, codeFrom(ana), friend);

    const { summary } = await clinic.signIn(friend);

    assert.deepEqual(
      summary.offers.map(({ source }) => source),
      ['friend'],
    );
    assert.deepEqual(await friendsOf(clinic, ana), ['joined']);
  });

  test(`a first visit at a till that knows the phone counts, corrected or told late (${name})`, async (t) => {
    const clinic = await openTrial({ store: await open(t) });
    const ana = await ownerOf(clinic);
    await keep(clinic, codeFrom(ana), friend);
    const move = (now: string) =>
      clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });
    await move('2027-01-20T15:00:00.000Z');

    await tell(clinic, visit('R-1', '2026-12-20T15:00:00.000Z'));
    assert.deepEqual(await friendsOf(clinic, ana), ['released']);

    await move('2027-01-25T15:00:00.000Z');
    await tell(clinic, visit('R-1', '2026-12-20T16:00:00.000Z', {}, 2));
    assert.deepEqual(await friendsOf(clinic, ana), ['released']);
  });
}

test('the clinic’s own joining takes the kept code up', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  await keep(clinic, codeFrom(ana), friend);

  await tell(clinic, { type: 'member.joined', externalId: 'J-1', data: {} });

  assert.deepEqual(await friendsOf(clinic, ana), ['joined']);
});

test('a booking within the time counts, whenever the visit is', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  await keep(clinic, codeFrom(ana), friend);
  await tell(clinic, {
    type: 'booking.made',
    externalId: 'E-1',
    data: { booking: 'B-1', startsAt: '2027-02-01T16:00:00Z' },
  });
  await clinic.call('POST /v1/test/clock', {
    key: clinic.secretKey,
    body: { now: '2027-02-01T18:00:00.000Z' },
  });

  await tell(clinic, visit('R-1', '2027-02-01T16:00:00.000Z'));

  assert.deepEqual(await friendsOf(clinic, ana), ['completed']);
});

test('a kept code ends on its day, for joining and for a visit', async () => {
  const ends = Date.parse('2026-12-22T15:00:00.000Z');
  for (const [at, expected] of [
    [ends - 1, ['joined']],
    [ends, []],
  ] as const) {
    const clinic = await openTrial();
    const ana = await clinic.signIn(owner, { consents: { terms: true } });
    await keep(clinic, codeFrom(ana), friend);
    await clinic.call('POST /v1/test/clock', {
      key: clinic.secretKey,
      body: { now: new Date(at).toISOString() },
    });

    await clinic.signIn(friend);
    await clinic.signIn('+13125550143');

    const again = await clinic.signIn(owner);
    assert.deepEqual(await friendsOf(clinic, again), expected, new Date(at).toISOString());
  }
});

test('a visit before the day on which the code was kept credits nobody', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  await keep(clinic, codeFrom(ana), friend);

  await tell(clinic, visit('R-1', '2026-11-20T15:00:00.000Z'));

  assert.deepEqual(await friendsOf(clinic, ana), []);
});

test('a code that is named goes before the kept one, and of two kept codes the last counts', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  const bea = await clinic.signIn('+13125550144', { consents: { terms: true } });
  await keep(clinic, codeFrom(bea), friend);
  clinic.wait(dayMs);
  await keep(clinic, codeFrom(ana), friend);
  await keep(clinic, codeFrom(ana), '+13125550143');

  await clinic.signIn(friend);
  await clinic.signIn('+13125550143', { consents: { terms: true }, code: codeFrom(bea) });

  const [again, other] = [await clinic.signIn(owner), await clinic.signIn('+13125550144')];
  assert.deepEqual(await friendsOf(clinic, again), ['joined']);
  assert.deepEqual(await friendsOf(clinic, other), ['joined']);
});

test('nobody is credited for a patient who was here before', async () => {
  const clinic = await openTrial();
  const ana = await ownerOf(clinic);
  await tell(clinic, visit('R-1', '2026-11-20T15:00:00.000Z'));
  await keep(clinic, codeFrom(ana), friend);

  await tell(clinic, visit('R-2', '2026-11-22T15:00:00.000Z'));
  await clinic.signIn(friend);

  assert.deepEqual(await friendsOf(clinic, ana), []);
});

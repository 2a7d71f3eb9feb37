import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  EventsAnswer,
  Page,
  Problem,
  ReferralReview,
  ReferralRow,
  Summary,
} from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import { codeOf, openTrial, type TrialClinic } from '../trial/trial-clinic.js';

const at = '2026-11-22T15:00:00.000Z';

async function send(clinic: TrialClinic, event: object) {
  const body = { source: 'till', occurredAt: at, ...event };
  const answer = await clinic.call('POST /v1/events', { key: clinic.secretKey, body });
  const [result] = (answer.body as EventsAnswer).results;
  assert.equal(result?.status, 'applied', result?.detail);
  return result;
}

const visit = (externalId: string, member: object, data: object = {}) => ({
  type: 'visit.completed',
  externalId,
  member,
  data: {
    lines: [
      {
        lineId: '1',
        kind: 'treatment',
        code: 'FACIAL',
        category: 'facial',
        price: { amount: 40_000, currency: 'USD' },
      },
    ],
    ...data,
  },
});

async function owner(clinic: TrialClinic) {
  const { session, summary } = await clinic.signIn('+13125550142');
  const key = session.accessToken;
  return {
    id: summary.member.id,
    code: summary.referral?.code,
    me: async () => (await clinic.call('GET /v1/me', { key })).body as Summary,
    status: async () => {
      const answer = await clinic.call('GET /v1/me/referrals', { key });
      return (answer.body as Page<ReferralRow>).data.map(({ status }) => status);
    },
  };
}

const move = (clinic: TrialClinic, now: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

async function queue(clinic: TrialClinic, status = 'held') {
  const answer = await clinic.call(`GET /v1/referrals?status=${status}`, {
    key: clinic.secretKey,
  });
  return (answer.body as Page<ReferralReview>).data;
}

const review = (clinic: TrialClinic, id: string, decision: string, reason = 'family') =>
  clinic.call(`POST /v1/referrals/${id}/review`, {
    key: clinic.secretKey,
    body: { decision, reason },
  });

/** A friend who joined at the clinic with the owner's own phone, and was treated. */
async function alike(clinic: TrialClinic, code: string | undefined) {
  // The till knows the owner by an id of her own, so that C-9 is another person with her phone.
  const member = { externalId: 'C-9', phone: '+13125550142' };
  await send(clinic, {
    type: 'member.updated',
    externalId: 'U-0',
    member: { externalId: 'C-1', phone: '+13125550142' },
    data: {},
  });
  await send(clinic, { type: 'member.joined', externalId: 'J-1', member, data: { code } });
  await send(clinic, visit('R-1', { externalId: 'C-9' }));
}

test('a friend with the phone of the owner is held, and nothing is released meanwhile', async () => {
  const clinic = await openTrial();
  const { id, code, me, status } = await owner(clinic);
  await alike(clinic, code);

  await move(clinic, '2027-01-01T00:00:00Z');

  assert.deepEqual(await status(), ['held']);
  assert.deepEqual([(await me()).points.balance, (await me()).referral?.pendingPoints], [50, 0]);
  const [held, ...more] = await queue(clinic);
  assert.deepEqual(
    [held?.ownerId, held?.status, held?.lookAlike, held?.reason, more.length],
    [id, 'held', 'phone', null, 0],
  );
});

test('an approved referral releases its reward when it is approved; a rejected one gives none', async () => {
  for (const [decision, points, shown] of [
    ['approve', 550, 'released'],
    ['reject', 50, 'rejected'],
  ] as const) {
    const clinic = await openTrial();
    const { code, me, status } = await owner(clinic);
    await alike(clinic, code);
    await move(clinic, '2027-01-01T00:00:00Z');
    const [held] = await queue(clinic);

    const answer = await review(clinic, held!.id, decision);
    await move(clinic, '2027-01-02T00:00:00Z');

    const { status: decided, reason, decidedAt } = answer.body as ReferralReview;
    assert.deepEqual(
      [decided, reason, decidedAt],
      [`${decision === 'approve' ? 'approved' : 'rejected'}`, 'family', '2027-01-01T00:00:00.000Z'],
    );
    assert.deepEqual([(await me()).points.balance, await status()], [points, [shown]]);
    assert.equal((await queue(clinic)).length, 0);
  }
});

test('of two decisions the last one counts', async () => {
  const clinic = await openTrial();
  const { code, me } = await owner(clinic);
  await alike(clinic, code);
  await move(clinic, '2027-01-01T00:00:00Z');
  const [held] = await queue(clinic);

  await review(clinic, held!.id, 'reject', 'same-person');
  await review(clinic, held!.id, 'approve');
  assert.equal((await me()).points.balance, 550);
  await review(clinic, held!.id, 'reject', 'same-person');
  assert.equal((await me()).points.balance, 50);
  assert.equal((await queue(clinic, 'rejected'))[0]?.reason, 'same-person');
});

test('a review that begins when the reward has left takes nothing of what it gave', async () => {
  const usual = defaultProgram({ holdDays: 14 });
  const more = { kind: 'multiplier', percent: 150, visits: 3 } as const;
  const clinic = await openTrial({
    program: { ...usual, referral: { ...usual.referral, owner: more } },
  });
  const { id, code, me, status } = await owner(clinic);
  const receipt = visit('R-1', { externalId: 'C-9' }, { referralCode: code });
  await send(clinic, receipt);
  await move(clinic, '2026-12-10T15:00:00Z');
  await send(clinic, { ...visit('R-2', { memberId: id }), occurredAt: '2026-12-10T15:00:00Z' });
  const given = (await me()).points.balance;

  // The corrected receipt has the telephone number, and it is the owner's.
  const phone = '+13125550142';
  await send(clinic, { ...receipt, revision: 2, member: { externalId: 'C-9', phone } });
  await move(clinic, '2026-12-20T15:00:00Z');
  const [held] = await queue(clinic);
  const answer = await review(clinic, held!.id, 'approve');

  assert.deepEqual([answer.status, given], [200, 50 + 300]);
  assert.deepEqual([(await me()).points.balance, await status()], [given, ['released']]);
});

test('a referral that was never held is not reviewed', async () => {
  const clinic = await openTrial();

  const answer = await review(clinic, `ref_${'0'.repeat(26)}`, 'approve');

  assert.deepEqual([codeOf(answer), (answer.body as Problem).param], ['referral_unknown', 'id']);
});

test('a friend with the e-mail of the owner is held when she joins on the page', async () => {
  const clinic = await openTrial();
  const { id, code, status } = await owner(clinic);
  await clinic.call(`PATCH /v1/members/${id}`, {
    key: clinic.secretKey,
    body: { email: 'Home@example.com' },
  });
  await clinic.call('POST /v1/members', {
    key: clinic.secretKey,
    body: { phone: '+13125550143', email: 'home@example.com' },
  });

  await clinic.signIn('+13125550143', { consents: { terms: true }, code });

  assert.deepEqual(await status(), ['held']);
  assert.equal((await queue(clinic))[0]?.lookAlike, 'email');
});

test('who names a code at the till credits its owner without joining; a code of nobody is told', async () => {
  const clinic = await openTrial();
  const { code, me, status } = await owner(clinic);

  const known = await send(clinic, visit('R-1', { externalId: 'C-9' }, { referralCode: code }));
  const unknown = await send(
    clinic,
    visit('R-2', { externalId: 'C-8' }, { referralCode: 'ZZZZZZZZ' }),
  );

  assert.deepEqual(known.warnings, []);
  assert.deepEqual(unknown.warnings, [
    { code: 'referral_code_unknown', path: 'data.referralCode' },
  ]);
  assert.deepEqual(await status(), ['completed']);
  await move(clinic, '2027-01-01T00:00:00Z');
  assert.equal((await me()).points.balance, 550);
});

test('a code named when booking counts at the first visit, unless the booking was cancelled', async () => {
  for (const [cancelled, expected] of [
    [false, ['completed']],
    [true, []],
  ] as const) {
    const clinic = await openTrial();
    const { code, status } = await owner(clinic);
    const booking = { source: 'book', member: { externalId: 'C-9' } };
    await send(clinic, {
      ...booking,
      type: 'booking.made',
      externalId: 'B-1',
      occurredAt: '2026-11-20T15:00:00.000Z',
      data: { booking: 'B-1', startsAt: at, referralCode: code },
    });
    if (cancelled)
      await send(clinic, {
        ...booking,
        type: 'booking.cancelled',
        externalId: 'B-2',
        occurredAt: '2026-11-21T15:00:00.000Z',
        data: { booking: 'B-1' },
      });

    await send(clinic, visit('R-1', { source: 'book', externalId: 'C-9' }));

    assert.deepEqual(await status(), expected);
  }
});

test('who named a code when booking and joins on the page is the friend, with the welcome', async () => {
  const clinic = await openTrial();
  const { code, status } = await owner(clinic);
  await send(clinic, {
    type: 'booking.made',
    source: 'book',
    externalId: 'B-1',
    occurredAt: '2026-11-22T14:00:00.000Z',
    member: { externalId: 'C-9', phone: '+13125550143' },
    data: { booking: 'B-1', startsAt: '2026-11-25T15:00:00.000Z', referralCode: code },
  });

  const { summary } = await clinic.signIn('+13125550143');

  assert.deepEqual(await status(), ['joined']);
  assert.deepEqual(
    summary.offers.map(({ source }) => source),
    ['friend'],
  );
});

test('a consultation that never earns is no first treatment of a friend', async () => {
  const usual = defaultProgram({ holdDays: 14 });
  const ineligible = [...usual.ineligible, { categories: ['consultation'] }];
  const clinic = await openTrial({ program: { ...usual, ineligible } });
  const { code, status } = await owner(clinic);
  const { summary } = await clinic.signIn('+13125550143', { consents: { terms: true }, code });
  const { id: memberId } = summary.member;
  const price = { amount: 20_000, currency: 'USD' };
  const consultation = { lineId: '1', kind: 'treatment', category: 'consultation', price };

  await send(clinic, visit('R-1', { memberId }, { lines: [consultation] }));
  assert.deepEqual(await status(), ['joined']);
  await send(clinic, visit('R-2', { memberId }));
  assert.deepEqual(await status(), ['completed']);
});

test('who was a patient before joining at the desk credits nobody', async () => {
  const clinic = await openTrial();
  const { code, status } = await owner(clinic);
  await send(clinic, {
    ...visit('R-1', { externalId: 'C-9' }),
    occurredAt: '2026-11-01T15:00:00Z',
  });

  await send(clinic, {
    type: 'member.joined',
    externalId: 'J-1',
    member: { externalId: 'C-9' },
    data: { code },
  });
  await send(clinic, visit('R-2', { externalId: 'C-9' }));

  assert.deepEqual(await status(), []);
});

test('a friend who booked and one who never came are shown as such', async () => {
  const usual = defaultProgram({ holdDays: 14 });
  const program = { ...usual, referral: { ...usual.referral, completeWithinDays: 90 } };
  const clinic = await openTrial({ program });
  const { code, status } = await owner(clinic);
  const { summary } = await clinic.signIn('+13125550143', { consents: { terms: true }, code });
  await send(clinic, {
    type: 'booking.made',
    externalId: 'B-1',
    member: { memberId: summary.member.id },
    data: { booking: 'B-1', startsAt: '2026-11-29T15:00:00.000Z' },
  });

  assert.deepEqual(await status(), ['booked']);
  await move(clinic, '2028-01-01T00:00:00Z');
  assert.deepEqual(await status(), ['expired']);
});

test('the owner of an influencer’s code is credited at the friend’s first purchase', async () => {
  const clinic = await openTrial();
  const made = await clinic.call('POST /v1/codes', {
    key: clinic.secretKey,
    body: { kind: 'influencer', label: 'Mia', externalId: 'mia' },
  });
  const { code, ownerId } = made.body as { code: string; ownerId: string };
  await clinic.signIn('+13125550143', { consents: { terms: true }, code });
  await send(clinic, visit('R-1', { phone: '+13125550143' }));

  await move(clinic, '2027-01-01T00:00:00Z');

  const entries = await clinic.call(`GET /v1/members/${ownerId}/entries`, {
    key: clinic.secretKey,
  });
  const { data } = entries.body as Page<{ amount: number; cause: { kind: string } }>;
  assert.deepEqual(
    data.map(({ amount, cause }) => [amount, cause.kind]),
    [[500, 'referral']],
  );
});

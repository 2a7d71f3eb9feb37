import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Page,
  Problem,
  Program,
  RedeemedVoucher,
  RewardStanding,
  Summary,
  Voucher,
} from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import { trialStores } from '../node/trial-stores.js';
import {
  codeOf,
  openTrial,
  receipt,
  type Answered,
  type TrialClinic,
} from '../trial/trial-clinic.js';

/** A patient who is signed in. */
interface Patient {
  readonly id: string;
  readonly token: string;
}

const join = async (clinic: TrialClinic, phone = '+13125550142'): Promise<Patient> => {
  const { summary, session } = await clinic.signIn(phone);
  return { id: summary.member.id, token: session.accessToken };
};

let receipts = 0;

/** A facial that earns half a point for each cent of a dollar: 100 dollars make 50 points. */
const buy = (clinic: TrialClinic, { id }: Patient, dollars: number) =>
  clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: {
      ...receipt(`R-${receipts++}`, { amount: dollars * 100, at: '2026-11-22T15:00:00.000Z' }),
      member: { memberId: id },
    },
  });

const claim = (
  clinic: TrialClinic,
  { token }: Patient,
  rewardId: string,
  headers: Record<string, string> = {},
) => clinic.call('POST /v1/me/claims', { key: token, body: { rewardId }, headers });

const summary = async (clinic: TrialClinic, { token }: Patient): Promise<Summary> =>
  (await clinic.call('GET /v1/me', { key: token })).body as Summary;

const vouchers = async (clinic: TrialClinic, { token }: Patient): Promise<Page<Voucher>> =>
  (await clinic.call('GET /v1/me/vouchers', { key: token })).body as Page<Voucher>;

const redeem = (clinic: TrialClinic, code: string, headers: Record<string, string> = {}) =>
  clinic.call(`POST /v1/vouchers/${code}/redeem`, { key: clinic.secretKey, headers });

const move = (clinic: TrialClinic, now: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

const detailsOf = (answer: Answered) => (answer.body as Problem).details;

/** The usual program with changes to its rewards and to what limits points as money. */
function programWith(change: {
  readonly rewards?: Partial<Program['rewards'][number]>;
  readonly redemption?: Program['points']['redemption'];
}): Program {
  const program = defaultProgram();
  const [first, ...others] = program.rewards;
  assert.ok(first);
  return {
    ...program,
    points: { ...program.points, ...(change.redemption && { redemption: change.redemption }) },
    rewards: [{ ...first, ...change.rewards }, ...others],
  };
}

test('a claim spends points at once and gives a voucher with a code that can be read out', async () => {
  const clinic = await openTrial();
  const ana = await join(clinic);
  await buy(clinic, ana, 1_000);

  const made = await claim(clinic, ana, 'credit-50');

  const voucher = made.body as Voucher;
  assert.equal(made.status, 201);
  assert.match(voucher.id, /^vch_/);
  assert.match(voucher.code, /^[0-9A-HJKMNP-TV-Z]{8}$/);
  assert.deepEqual(
    [voucher.reward, voucher.status, voucher.costPoints, voucher.grant, voucher.expiresOn],
    [
      'credit-50',
      'open',
      500,
      { kind: 'credit', amount: { amount: 5_000, currency: 'USD' } },
      '2027-02-20',
    ],
  );
  const { points, vouchers: usable, entries } = await summary(clinic, ana);
  assert.deepEqual([points.balance, usable], [50, [voucher]]);
  assert.deepEqual(
    [entries[0]?.amount, entries[0]?.cause.kind, entries[0]?.because[0]?.rule],
    [-500, 'claim', 'credit-50'],
  );
});

test('rewards say what is in the way, in the order of the program, page by page', async () => {
  const clinic = await openTrial();
  const ana = await join(clinic);
  await buy(clinic, ana, 1_000);

  const first = await clinic.call('GET /v1/me/rewards?limit=2', { key: ana.token });
  const { data, nextCursor } = first.body as Page<RewardStanding>;
  const second = await clinic.call(`GET /v1/me/rewards?cursor=${nextCursor}`, { key: ana.token });

  assert.deepEqual(
    [...data, ...(second.body as Page<RewardStanding>).data].map(
      ({ id, claimable, missingPoints, reason }) => [id, claimable, missingPoints, reason],
    ),
    [
      ['credit-50', true, 0, null],
      ['product-75', false, 150, 'points_insufficient'],
      ['facial', false, 950, 'tier_too_low'],
      ['credit-500', false, 4_450, 'tier_too_low'],
    ],
  );
  assert.equal((second.body as Page<RewardStanding>).nextCursor, null);
  const { rewards } = (await clinic.call('GET /v1/me', { key: ana.token })).body as Summary;
  assert.deepEqual(
    rewards.map(({ reason }) => reason),
    [null, 'points_insufficient', 'tier_too_low', 'tier_too_low'],
  );
});

const refusals: [
  what: string,
  program: Program | undefined,
  rewardId: string,
  before: (clinic: TrialClinic, ana: Patient) => Promise<unknown>,
  code: string,
  details: Problem['details'],
][] = [
  ['a reward that is none', undefined, 'nothing', () => Promise.resolve(), 'reward_unknown', null],
  [
    'too few points',
    undefined,
    'credit-50',
    (clinic, ana) => buy(clinic, ana, 800),
    'points_insufficient',
    { missing: 50 },
  ],
  [
    'a tier that is too low',
    undefined,
    'facial',
    (clinic, ana) => buy(clinic, ana, 100),
    'tier_too_low',
    { tier: 'radiant' },
  ],
  [
    'as many claims as a year allows',
    programWith({ rewards: { perYear: 1 } }),
    'credit-50',
    async (clinic, ana) => {
      await buy(clinic, ana, 3_000);
      await claim(clinic, ana, 'credit-50');
    },
    'claim_limit_reached',
    { perYear: 1 },
  ],
  [
    'more points as money than a year allows',
    programWith({ redemption: { maxPerYear: { amount: 7_000, currency: 'USD' } } }),
    'credit-50',
    async (clinic, ana) => {
      await buy(clinic, ana, 3_000);
      await claim(clinic, ana, 'credit-50');
    },
    'cash_cap_reached',
    { left: 2_000 },
  ],
  [
    'a balance below zero',
    undefined,
    'credit-50',
    async (clinic, ana) => {
      const visit = await buy(clinic, ana, 1_000);
      await claim(clinic, ana, 'credit-50');
      const { externalId } = (visit.body as { results: { externalId: string }[] }).results[0]!;
      await clinic.call('POST /v1/events', {
        key: clinic.secretKey,
        body: {
          type: 'visit.voided',
          source: 'till',
          externalId: `V-${externalId}`,
          occurredAt: '2026-11-22T15:00:00.000Z',
          data: { visit: externalId },
        },
      });
    },
    'balance_negative',
    { balance: -450 },
  ],
];

for (const [what, program, rewardId, before, code, details] of refusals)
  test(`a claim is refused and leaves everything as it was: ${what}`, async () => {
    const clinic = await openTrial(program === undefined ? {} : { program });
    const ana = await join(clinic);
    await before(clinic, ana);
    const [points, had] = [(await summary(clinic, ana)).points, await vouchers(clinic, ana)];

    const refused = await claim(clinic, ana, rewardId);

    assert.deepEqual([codeOf(refused), detailsOf(refused)], [code, details]);
    assert.deepEqual((await summary(clinic, ana)).points, points);
    assert.deepEqual(await vouchers(clinic, ana), had);
  });

test('an open voucher is given back once, and its points are there again', async () => {
  const clinic = await openTrial();
  const ana = await join(clinic);
  await buy(clinic, ana, 1_000);
  const { id } = (await claim(clinic, ana, 'credit-50')).body as Voucher;

  const back = await clinic.call(`DELETE /v1/me/claims/${id}`, { key: ana.token });
  const again = await clinic.call(`DELETE /v1/me/claims/${id}`, { key: ana.token });

  assert.deepEqual([back.status, back.body], [204, null]);
  assert.deepEqual(
    [codeOf(again), detailsOf(again)],
    ['voucher_unavailable', { status: 'returned' }],
  );
  assert.equal((await summary(clinic, ana)).points.balance, 550);
  assert.deepEqual(
    (await vouchers(clinic, ana)).data.map(({ status }) => status),
    ['returned'],
  );
});

test("nobody gives back another's voucher, or one that is none", async () => {
  const clinic = await openTrial();
  const [ana, eva] = [await join(clinic), await join(clinic, '+13125550143')];
  await buy(clinic, ana, 1_000);
  const { id } = (await claim(clinic, ana, 'credit-50')).body as Voucher;

  const foreign = await clinic.call(`DELETE /v1/me/claims/${id}`, { key: eva.token });
  const none = await clinic.call('DELETE /v1/me/claims/x', { key: eva.token });

  assert.deepEqual([codeOf(foreign), codeOf(none)], ['voucher_unknown', 'voucher_unknown']);
});

test('a voucher is used once, by its code in capitals or not', async () => {
  const clinic = await openTrial();
  const ana = await join(clinic);
  await buy(clinic, ana, 1_000);
  const { code, id } = (await claim(clinic, ana, 'credit-50')).body as Voucher;

  const used = await redeem(clinic, code.toLowerCase());
  const again = await redeem(clinic, code);
  const back = await clinic.call(`DELETE /v1/me/claims/${id}`, { key: ana.token });

  const { voucher, memberId } = used.body as RedeemedVoucher;
  assert.deepEqual([used.status, voucher.status, memberId], [200, 'used', ana.id]);
  assert.deepEqual([codeOf(again), detailsOf(again)], ['voucher_unavailable', { status: 'used' }]);
  assert.deepEqual([codeOf(back), detailsOf(back)], ['voucher_unavailable', { status: 'used' }]);
  assert.equal(codeOf(await redeem(clinic, '00000000')), 'voucher_unknown');
});

test('a voucher ends after its last day at the clinic, and its points stay spent', async () => {
  const clinic = await openTrial();
  const ana = await join(clinic);
  await buy(clinic, ana, 1_000);
  const { code } = (await claim(clinic, ana, 'credit-50')).body as Voucher;

  await move(clinic, '2027-02-21T05:59:59.999Z');
  const last = await summary(clinic, ana);
  await move(clinic, '2027-02-21T06:00:00.000Z');
  const late = await redeem(clinic, code);

  assert.deepEqual(
    last.vouchers.map(({ status }) => status),
    ['open'],
  );
  assert.deepEqual([codeOf(late), detailsOf(late)], ['voucher_unavailable', { status: 'expired' }]);
  assert.equal((await summary(clinic, ana)).points.balance, 50);
});

test('a voucher of somebody who was erased is used by nobody', async () => {
  const clinic = await openTrial();
  const ana = await join(clinic);
  await buy(clinic, ana, 1_000);
  const { code } = (await claim(clinic, ana, 'credit-50')).body as Voucher;
  await clinic.ports.store.transaction((tx) =>
    tx.update('members', { clinicId: clinic.id, id: ana.id }, { status: 'erased' }),
  );

  assert.equal(codeOf(await redeem(clinic, code)), 'member_erased');
});

test('the same Idempotency-Key claims once and redeems once, and belongs to one patient', async () => {
  const clinic = await openTrial();
  const [ana, eva] = [await join(clinic), await join(clinic, '+13125550143')];
  await buy(clinic, ana, 2_000);
  await buy(clinic, eva, 1_000);
  const headers = { 'idempotency-key': 'claim-1' };

  const first = await claim(clinic, ana, 'credit-50', headers);
  const again = await claim(clinic, ana, 'credit-50', headers);
  const other = await claim(clinic, eva, 'credit-50', headers);
  const { code } = first.body as Voucher;
  const used = await redeem(clinic, code, { 'idempotency-key': 'redeem-1' });
  const replayed = await redeem(clinic, code, { 'idempotency-key': 'redeem-1' });

  assert.deepEqual([again.body, replayed.body], [first.body, used.body]);
  assert.equal(again.headers.get('idempotent-replayed'), 'true');
  assert.notEqual((other.body as Voucher).code, code);
  assert.equal((await summary(clinic, ana)).points.balance, 550);
});

test('only a patient claims, and only the clinic redeems', async () => {
  const clinic = await openTrial();
  const ana = await join(clinic);

  const byClinic = await claim(clinic, { ...ana, token: clinic.secretKey }, 'credit-50');
  const byPatient = await clinic.call('POST /v1/vouchers/00000000/redeem', { key: ana.token });

  assert.deepEqual(
    [codeOf(byClinic), codeOf(byPatient)],
    ['credential_not_allowed', 'credential_not_allowed'],
  );
});

for (const { name, open } of trialStores())
  test(`of 60 claims at once those that there are points for are granted, on ${name}`, async (t) => {
    const clinic = await openTrial({ store: await open({ after: (work) => t.after(work) }) });
    const ana = await join(clinic);
    await buy(clinic, ana, 5_000);

    const answers = await Promise.all(
      Array.from({ length: 60 }, () => claim(clinic, ana, 'credit-50')),
    );

    const granted = answers.filter(({ status }) => status === 201);
    const refused = answers.filter((answer) => codeOf(answer) === 'points_insufficient');
    assert.deepEqual([granted.length, refused.length], [5, 55]);
    assert.equal((await summary(clinic, ana)).points.balance, 50);
    assert.equal(new Set(granted.map(({ body }) => (body as Voucher).code)).size, 5);
    assert.equal((await vouchers(clinic, ana)).data.length, 5);
  });

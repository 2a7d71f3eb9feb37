import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  Checkout,
  EventResult,
  EventsAnswer,
  Problem,
  Program,
  Summary,
  VisitPreview,
  Voucher,
} from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import { bringPeople } from '../members/bring-people.js';
import { trialStores } from '../node/trial-stores.js';
import type { Store } from '../ports.js';
import { openClinic } from '../programs.js';
import { codeOf, openTrial, type TrialClinic } from '../trial/trial-clinic.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const now = '2026-11-22T15:00:00.000Z';

interface Patient {
  readonly id: string;
  readonly token: string;
}

const join = async (clinic: TrialClinic, phone = '+13125550142'): Promise<Patient> => {
  const { summary, session } = await clinic.signIn(phone);
  return { id: summary.member.id, token: session.accessToken };
};

let receipts = 0;

/** Sends a visit of a member; its data may name a checkout. */
async function visit(clinic: TrialClinic, memberId: string, data: object): Promise<EventResult> {
  const event = {
    ...{ type: 'visit.completed', source: 'till', externalId: `R-${receipts++}` },
    member: { memberId },
    data,
  };
  const answer = await clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });
  const [result] = (answer.body as EventsAnswer).results;
  assert.equal(result?.status, 'applied', JSON.stringify(answer.body));
  return result;
}

const facial = (dollars: number, more: object = {}) => ({
  ...{ lineId: '1', kind: 'treatment', code: 'FACIAL', category: 'facial' },
  ...{ listPrice: usd(dollars * 100), ...more },
});

/** The lines of a quote as the till sends them. */
const billed = (lines: readonly object[], quote: Checkout) =>
  lines.map((line, index) => ({
    ...line,
    discount: quote.lines[index]?.discount,
    price: quote.lines[index]?.price,
  }));

const quote = (clinic: TrialClinic, member: object, lines: readonly object[], use?: object) =>
  clinic.call('POST /v1/checkouts', {
    key: clinic.secretKey,
    body: { member, lines, ...(use && { use }) },
  });

async function quoted(
  clinic: TrialClinic,
  { id }: Patient,
  lines: readonly object[],
  use?: object,
): Promise<Checkout> {
  const answer = await quote(clinic, { memberId: id }, lines, use);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body as Checkout;
}

const release = (clinic: TrialClinic, id: string) =>
  clinic.call(`DELETE /v1/checkouts/${id}`, { key: clinic.secretKey });

const summary = async (clinic: TrialClinic, { token }: Patient): Promise<Summary> =>
  (await clinic.call('GET /v1/me', { key: token })).body as Summary;

const move = (clinic: TrialClinic, to: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now: to } });

/** 100 dollars of credit at the first visit, and nothing at random beside it. */
const program: Program = {
  ...defaultProgram(),
  milestones: [{ visits: 1, grant: { kind: 'credit', amount: usd(10_000) } }],
};

/** A clinic whose clock stands still, and somebody with points, credit, a package and a voucher. */
async function openFunded(store?: Store) {
  const clinic = await openTrial({ program, ...(store && { store }) });
  await move(clinic, now);
  const ana = await join(clinic);
  const sold = { lineId: '1', kind: 'package', code: 'FACIAL5', price: usd(72_500) };
  await visit(clinic, ana.id, { lines: [sold] });
  await visit(clinic, ana.id, {
    lines: [{ ...facial(0), lineId: '1', listPrice: undefined, price: usd(200_000) }],
  });
  const claimed = await clinic.call('POST /v1/me/claims', {
    key: ana.token,
    body: { rewardId: 'credit-50' },
  });
  return { clinic, ana, voucher: claimed.body as Voucher };
}

const lines = [
  facial(165),
  { lineId: '2', kind: 'treatment', code: 'PEEL', category: 'peel', listPrice: usd(19_000) },
  { lineId: '3', kind: 'product', code: 'SERUM', category: 'skincare', listPrice: usd(8_000) },
  { lineId: '4', kind: 'tip', listPrice: usd(2_000) },
];

test('a bill is quoted, what pays is held, and the visit that names the checkout posts it', async () => {
  const { clinic, ana, voucher } = await openFunded();
  const before = await summary(clinic, ana);

  const bill = await quoted(clinic, ana, lines, { points: 'max', vouchers: [voucher.code] });
  const sent = await visit(clinic, ana.id, { checkoutId: bill.id, lines: billed(lines, bill) });

  const after = await summary(clinic, ana);
  assert.equal(bill.expiresAt, '2026-11-22T15:30:00.000Z');
  assert.deepEqual(
    bill.lines[0]?.sessions.map(({ code, count }) => [code, count]),
    [['FACIAL5', 1]],
  );
  assert.equal(bill.vouchers[0]?.worth.amount, 5_000);
  assert.equal(bill.credit.amount, 10_000);
  const prices = bill.lines.map(({ price }) => price.amount);
  assert.equal(
    prices[0]! + 5_000 + 10_000 + bill.points.worth.amount + bill.due.amount,
    prices.reduce((sum, price) => sum + price, 0),
  );
  assert.ok(bill.due.amount >= 2_000, 'a tip is paid with money');
  assert.deepEqual(sent.warnings, []);
  const earned = sent.entries.filter(({ asset, amount }) => asset === 'points' && amount > 0);
  assert.equal(
    earned.reduce((sum, { amount }) => sum + amount, 0),
    bill.earns.points,
  );
  assert.equal(after.points.balance, before.points.balance - bill.points.count + bill.earns.points);
  assert.deepEqual(
    [after.packages[0]?.left, after.credit.balance.amount, after.vouchers],
    [before.packages[0]!.left - 1, 0, []],
  );
  assert.equal(codeOf(await release(clinic, bill.id)), '');
});

test('an offer that a bill used is used, and no other bill gets it meanwhile', async () => {
  const clinic = await openTrial({ program: defaultProgram() });
  await move(clinic, now);
  const ana = await join(clinic);
  const product = { lineId: '1', kind: 'product', listPrice: usd(5_000) };
  for (const day of ['20', '21'])
    await visit(clinic, ana.id, { lines: [{ lineId: day, kind: 'treatment', price: usd(5_000) }] });

  const bill = await quoted(clinic, ana, [product]);
  const other = await quoted(clinic, ana, [product]);
  const named = await quote(clinic, { memberId: ana.id }, [product], { offer: bill.offer?.id });
  await visit(clinic, ana.id, { checkoutId: bill.id, lines: billed([product], bill) });

  assert.deepEqual([bill.lines[0]?.price.amount, bill.offer?.worth.amount], [3_500, 1_500]);
  assert.deepEqual([other.lines[0]?.price.amount, other.offer], [5_000, null]);
  assert.deepEqual(
    [codeOf(named), (named.body as Problem).details],
    ['offer_unavailable', { status: 'held' }],
  );
  assert.deepEqual((await summary(clinic, ana)).offers, []);
});

test('an add-on of the tier is free so often in a quarter, and is held like all else', async () => {
  const benefit = { id: 'led', name: 'An LED add-on', kind: 'addOn' as const, perQuarter: 1 };
  const level = {
    ...{ id: 'glow', name: 'Glow', threshold: usd(0) },
    benefits: [{ ...benefit, match: { codes: ['LED'] } }],
  };
  const tiers = { ...program.tiers, levels: [level] };
  const clinic = await openTrial({
    program: { ...program, tiers, milestones: [], rewards: [], promotions: [] },
  });
  await move(clinic, now);
  const ana = await join(clinic);
  const led = { ...facial(60), lineId: '2', code: 'LED', category: 'light' };
  const bill = [facial(165), led];
  const ask = () => quoted(clinic, ana, bill);
  const left = async () => (await summary(clinic, ana)).tier.addOns;
  assert.deepEqual(await left(), [{ benefit: 'led', left: 1, until: '2026-12-31' }]);

  const first = await ask();
  assert.equal((await left())[0]?.left, 0);
  const second = await ask();
  const { lines: sold, due } = first;
  const paid = { checkoutId: first.id, lines: billed(bill, first) };
  const { externalId } = await visit(clinic, ana.id, {
    ...paid,
    tenders: [{ kind: 'money', amount: due }],
  });
  const afterwards = await ask();
  await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: {
      ...{ type: 'visit.voided', source: 'till', externalId: `V-${externalId}` },
      data: { visit: externalId },
    },
  });
  // What was quoted for it is held until its half hour is over.
  await move(clinic, '2026-11-22T16:00:00.000Z');
  assert.equal((await left())[0]?.left, 1);
  const voided = await ask();
  await visit(clinic, ana.id, { checkoutId: voided.id, lines: billed(bill, voided) });
  await move(clinic, '2026-12-31T18:00:00.000Z');
  const sameQuarter = await ask();
  assert.deepEqual(await left(), [{ benefit: 'led', left: 0, until: '2026-12-31' }]);
  await move(clinic, '2027-01-01T18:00:00.000Z');
  assert.deepEqual(await left(), [{ benefit: 'led', left: 1, until: '2027-03-31' }]);
  const next = await ask();

  assert.deepEqual(sold[1]?.reason, { kind: 'tier', id: 'led' });
  assert.deepEqual([sold[1]?.price, sold[1]?.discount, due], [usd(0), usd(6_000), usd(16_500)]);
  const dues = [second, afterwards, voided, sameQuarter, next].map((one) => one.due.amount);
  assert.deepEqual(dues, [22_500, 22_500, 16_500, 22_500, 16_500]);
});

/** A clinic whose friends are welcomed with $50 off, and somebody who has not joined and comes tomorrow. */
async function openInvited() {
  const referral = { ...program.referral, legalMode: 'reward' as const };
  const clinic = await openTrial({ program: { ...program, referral } });
  await move(clinic, now);
  const { referral: own } = await summary(clinic, await join(clinic));
  const phone = '+13125550150';
  const code = own?.code ?? '';
  const stranger = { source: 'book', externalId: 'X', phone };
  return {
    clinic,
    phone,
    code,
    stranger,
    book: (more: object, type = 'booking.made') =>
      clinic.call('POST /v1/events', {
        key: clinic.secretKey,
        body: {
          ...{ type, source: 'book', externalId: `${type}-1`, member: stranger },
          data: { booking: 'B-1', startsAt: '2026-11-25T15:00:00.000Z', ...more },
        },
      }),
  };
}

test('a friend who named the code when booking has the offer on the first bill without joining', async () => {
  const { clinic, stranger, code, book } = await openInvited();
  const bill = [facial(165)];
  await book({ referralCode: code });

  const first = (await quote(clinic, stranger, bill)).body as Checkout;
  const atOnce = (await quote(clinic, stranger, bill)).body as Checkout;
  await visit(clinic, first.memberId, { checkoutId: first.id, lines: billed(bill, first) });
  await move(clinic, '2026-11-23T15:00:00.000Z');
  const second = (await quote(clinic, stranger, bill)).body as Checkout;

  const { name, worth } = first.offer!;
  assert.deepEqual([name, worth], [program.referral.friendOffer, usd(5_000)]);
  assert.deepEqual([first.due, atOnce.offer, second.offer], [usd(11_500), null, null]);
});

test('a kept code brings the offer too, and a booking that was cancelled none', async () => {
  const { clinic, stranger, phone, code, book } = await openInvited();
  await book({ referralCode: code });
  await move(clinic, '2026-11-22T15:01:00.000Z');
  await book({}, 'booking.cancelled');

  const cancelled = (await quote(clinic, stranger, [facial(165)])).body as Checkout;
  await clinic.call(`POST /v1/referral-codes/${code}/keep`, {
    key: clinic.publishableKey,
    body: { phone },
  });
  const kept = (await quote(clinic, stranger, [facial(165)])).body as Checkout;

  assert.deepEqual([cancelled.offer, kept.offer?.worth], [null, usd(5_000)]);
});

test('who is quoted as a stranger and joins before paying has the offer once', async () => {
  const { clinic, stranger, phone, code, book } = await openInvited();
  const bill = [facial(165)];
  await book({ referralCode: code });
  const quoted = (await quote(clinic, stranger, bill)).body as Checkout;
  await move(clinic, '2026-11-22T15:05:00.000Z');

  const friend = await join(clinic, phone);
  assert.equal((await summary(clinic, friend)).offers.length, 1);
  await move(clinic, '2026-11-22T15:10:00.000Z');
  await visit(clinic, friend.id, { checkoutId: quoted.id, lines: billed(bill, quoted) });

  assert.deepEqual((await summary(clinic, friend)).offers, []);
});

test('two bills, one quoted before joining and one after, have the offer of a friend once', async () => {
  const { clinic, stranger, phone, code, book } = await openInvited();
  const bill = [facial(165)];
  await book({ referralCode: code });
  const before = (await quote(clinic, stranger, bill)).body as Checkout;
  await move(clinic, '2026-11-22T15:05:00.000Z');
  const friend = await join(clinic, phone);
  await move(clinic, '2026-11-22T15:10:00.000Z');

  const after = await quoted(clinic, friend, bill);
  const offer = (await summary(clinic, friend)).offers[0]?.id;
  const named = await quote(clinic, { memberId: friend.id }, bill, { offer });

  assert.deepEqual([before.offer?.worth, after.offer], [usd(5_000), null]);
  assert.deepEqual(
    [codeOf(named), (named.body as Problem).details?.['status']],
    ['offer_unavailable', 'held'],
  );
});

test('who was quoted as a stranger has the offer once, though the quote had ended when the bill was paid', async () => {
  const { clinic, stranger, phone, code, book } = await openInvited();
  const bill = [facial(165)];
  await book({ referralCode: code });
  const first = (await quote(clinic, stranger, bill)).body as Checkout;
  await move(clinic, '2026-11-22T15:05:00.000Z');
  const friend = await join(clinic, phone);
  await move(clinic, '2026-11-22T15:40:00.000Z');

  await visit(clinic, friend.id, {
    checkoutId: first.id,
    lines: billed(bill, first),
    discounts: [{ amount: usd(0), reason: first.offer?.id }],
  });

  assert.deepEqual((await summary(clinic, friend)).offers, []);
});

test('a free consultation takes nothing of the offer of a friend who has not joined, and one bill all', async () => {
  const { clinic, stranger, code, book } = await openInvited();
  const bill = [{ lineId: '1', kind: 'product', listPrice: usd(9_000) }];
  await book({ referralCode: code });
  const { memberId } = (await quote(clinic, stranger, bill)).body as Checkout;
  await visit(clinic, memberId, { lines: [{ ...facial(0), price: usd(0) }], booking: 'B-1' });
  await move(clinic, '2026-11-22T16:00:00.000Z');

  const first = (await quote(clinic, stranger, bill)).body as Checkout;
  await visit(clinic, memberId, { checkoutId: first.id, lines: billed(bill, first) });
  await move(clinic, '2026-11-22T17:00:00.000Z');
  const second = (await quote(clinic, stranger, bill)).body as Checkout;

  assert.deepEqual([first.offer?.worth, second.offer], [usd(5_000), null]);
});

test('somebody of the patient list is nobody’s friend without joining either', async () => {
  const { clinic, stranger, phone, code, book } = await openInvited();
  const { ports } = clinic;
  const own = await openClinic(ports, clinic.id);
  assert.ok(own);
  await bringPeople(ports, own, [
    { aliases: [{ source: 'book', externalId: 'X' }], phone, since: '2024-05-02' },
  ]);
  await book({ referralCode: code });
  await clinic.call(`POST /v1/referral-codes/${code}/keep`, {
    key: clinic.publishableKey,
    body: { phone },
  });

  const bill = (await quote(clinic, stranger, [facial(165)])).body as Checkout;

  assert.equal(bill.offer, null);
});

test('what is released is free again, once', async () => {
  const { clinic, ana, voucher } = await openFunded();
  const bill = await quoted(clinic, ana, lines, { vouchers: [voucher.code] });
  const redeem = () =>
    clinic.call(`POST /v1/vouchers/${voucher.code}/redeem`, { key: clinic.secretKey });

  const held = await redeem();
  const released = await release(clinic, bill.id);
  const again = await release(clinic, bill.id);
  const free = await redeem();

  assert.deepEqual(
    [codeOf(held), (held.body as Problem).details],
    ['voucher_unavailable', { status: 'held' }],
  );
  assert.deepEqual([released.status, codeOf(again), free.status], [204, 'checkout_unknown', 200]);
});

test('a checkout ends after half an hour of the clinic, and what it held is free', async () => {
  const { clinic, ana } = await openFunded();
  const bill = await quoted(clinic, ana, lines);

  await move(clinic, '2026-11-22T15:29:59.999Z');
  const before = await quoted(clinic, ana, lines);
  await move(clinic, '2026-11-22T15:30:00.000Z');
  const after = await quoted(clinic, ana, lines);

  assert.deepEqual([before.credit.amount, after.credit.amount], [0, 10_000]);
  assert.equal(codeOf(await release(clinic, bill.id)), 'checkout_unknown');
  assert.equal(codeOf(await release(clinic, 'chk_none')), 'checkout_unknown');
});

for (const { name, open } of trialStores())
  test(`bills at once never hold the same session, credit or points twice, on ${name}`, async (t) => {
    const { clinic, ana } = await openFunded(await open({ after: (work) => t.after(work) }));
    const { points, packages, credit } = await summary(clinic, ana);
    const bill = [facial(165), { ...facial(800, { code: 'PEEL', category: 'peel' }), lineId: '2' }];

    const bills = await Promise.all(
      Array.from({ length: 20 }, () => quoted(clinic, ana, bill, { points: 100 })),
    );

    const sum = (of: (one: Checkout) => number) => bills.reduce((all, one) => all + of(one), 0);
    assert.equal(
      sum((one) => one.lines[0]!.sessions.length),
      packages[0]?.left,
    );
    assert.equal(
      sum((one) => one.credit.amount),
      credit.balance.amount,
    );
    assert.ok(sum((one) => one.points.count) <= points.balance);
    assert.ok(sum((one) => one.points.count) > points.balance - 100);
  });

test('a visit without a checkout takes what is free, and staff are told of what is not', async () => {
  const { clinic, ana } = await openFunded();
  await quoted(clinic, ana, [{ ...facial(80), code: 'PEEL', category: 'peel' }]);
  await move(clinic, '2026-11-22T15:01:00.000Z');
  const line = { lineId: '1', kind: 'treatment', price: usd(10_000) };

  const sent = await visit(clinic, ana.id, {
    lines: [line],
    tenders: [
      { kind: 'credit', amount: usd(2_000) },
      { kind: 'credit', amount: usd(8_000) },
    ],
  });

  assert.deepEqual(sent.warnings, [{ code: 'credit_insufficient', path: 'tenders[1]' }]);
  assert.equal((await summary(clinic, ana)).credit.balance.amount, 8_000);
});

test('a visit that the till dates before the quote uses it all the same', async () => {
  const clinic = await openTrial({ program });
  const ana = await join(clinic);
  await visit(clinic, ana.id, { lines: [{ lineId: '1', kind: 'treatment', price: usd(5_000) }] });
  clinic.wait(600_000);
  const bill = await quoted(clinic, ana, [facial(165)]);
  clinic.wait(60_000);

  const event = {
    ...{ type: 'visit.completed', source: 'till', externalId: `R-${receipts++}` },
    occurredAt: new Date(Date.parse(bill.expiresAt) - 35 * 60_000).toISOString(),
    member: { memberId: ana.id },
    data: { checkoutId: bill.id, lines: billed([facial(165)], bill) },
  };
  await clinic.call('POST /v1/events', { key: clinic.secretKey, body: event });
  const next = await quoted(clinic, ana, [facial(165)]);

  assert.equal(bill.credit.amount, 10_000);
  assert.deepEqual(
    [(await summary(clinic, ana)).credit.balance.amount, next.credit.amount],
    [0, 0],
  );
});

test('a preview is what the quoted visit then earns, holds nothing and writes nothing', async () => {
  const { clinic, ana } = await openFunded();
  const history = () =>
    clinic.ports.store.reader.range('history', { index: 'key', where: { clinicId: clinic.id } });
  const rows = await history();

  const preview = await clinic.call('POST /v1/me/visit-preview', {
    key: ana.token,
    body: { lines },
  });
  const { due, earns } = preview.body as VisitPreview;
  const kept = await history();
  const bill = await quoted(clinic, ana, lines);
  const sent = await visit(clinic, ana.id, { checkoutId: bill.id, lines: billed(lines, bill) });

  const earned = sent.entries.filter(({ asset, amount }) => asset === 'points' && amount > 0);
  const { tier } = await summary(clinic, ana);
  assert.deepEqual([preview.status, kept], [200, rows]);
  assert.deepEqual([due, earns], [bill.due, bill.earns]);
  assert.equal(
    earned.reduce((sum, { amount }) => sum + amount, 0),
    earns.points,
  );
  assert.deepEqual(
    [tier.current, tier.next, tier.missing],
    [earns.tier, earns.next, earns.missing],
  );
});

test('a preview tells the tier that a visit reaches, and what is missing then', async () => {
  const clinic = await openTrial();
  const ana = await join(clinic);
  const body = { lines: [facial(2_000)] };

  const preview = await clinic.call('POST /v1/me/visit-preview', { key: ana.token, body });

  const { earns } = preview.body as VisitPreview;
  assert.deepEqual(
    [earns.points, earns.tier?.id, earns.rises, earns.next?.id, earns.missing?.amount],
    [1_000, 'radiant', true, 'luminous', 200_000],
  );
});

test('the member of a bill is found as those of events are, and is never made by it', async () => {
  const clinic = await openTrial();
  await visit(clinic, (await join(clinic)).id, {
    lines: [{ lineId: '1', kind: 'treatment', price: usd(100) }],
  });

  const byPhone = await quote(clinic, { phone: '(312) 555-0142' }, lines);
  const refused = [
    await quote(clinic, {}, lines),
    await quote(clinic, { phone: '+13125550199' }, lines),
    await quote(clinic, { externalId: 'C-1' }, lines),
    await quote(clinic, { memberId: `mem_${'0'.repeat(26)}` }, lines),
    await quote(clinic, { phone: '+13125550142', shoe: 1 }, lines),
  ];

  assert.equal(byPhone.status, 201);
  assert.deepEqual(
    refused.map((answer) => [codeOf(answer), (answer.body as Problem).param]),
    [
      ['member_missing', 'member'],
      ['member_unknown', 'member'],
      ['missing_field', 'member.source'],
      ['member_unknown', 'id'],
      ['unknown_field', 'member.shoe'],
    ],
  );
});

test('the same Idempotency-Key quotes and holds once', async () => {
  const { clinic, ana } = await openFunded();
  const body = { member: { memberId: ana.id }, lines };
  const sent = { key: clinic.secretKey, body, headers: { 'idempotency-key': 'bill-1' } };

  const first = await clinic.call('POST /v1/checkouts', sent);
  const again = await clinic.call('POST /v1/checkouts', sent);

  assert.deepEqual(again.body, first.body);
  assert.equal((first.body as Checkout).credit.amount, 10_000);
});

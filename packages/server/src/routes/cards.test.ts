import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  EventResult,
  EventsAnswer,
  Page,
  ReferralReview,
  ReferralRow,
} from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import { hashText } from '../hashing.js';
import { tables, type TableName } from '../tables.js';
import { openTrial, type TrialClinic } from '../trial/trial-clinic.js';

const at = '2026-11-22T15:00:00.000Z';
const card = 'sq-1-HnL9fingerprintOfTheFamily';
const otherCard = 'sq-1-ofTheFriendAlone';
const usd = (amount: number) => ({ amount, currency: 'USD' });
const money = (of?: string) => ({
  kind: 'money',
  amount: usd(40_000),
  ...(of === undefined ? {} : { card: of }),
});

/** A receipt of a treatment that was paid with money, by a card where one is named. */
const visit = (externalId: string, member: object, paid?: string, data: object = {}) => ({
  type: 'visit.completed',
  source: 'till',
  externalId,
  occurredAt: at,
  member,
  data: {
    lines: [
      { lineId: '1', kind: 'treatment', code: 'FACIAL', category: 'facial', price: usd(40_000) },
    ],
    tenders: [money(paid)],
    ...data,
  },
});

async function tell(clinic: TrialClinic, ...events: object[]): Promise<readonly EventResult[]> {
  const answer = await clinic.call('POST /v1/events', { key: clinic.secretKey, body: { events } });
  return (answer.body as EventsAnswer).results;
}

async function send(clinic: TrialClinic, ...events: object[]): Promise<void> {
  for (const { status, detail } of await tell(clinic, ...events))
    assert.equal(status, 'applied', detail);
}

const member = async (clinic: TrialClinic, phone: string, code?: string | null) => {
  const joining = { consents: { terms: true }, ...(code ? { code } : {}) };
  const { session, summary } = await clinic.signIn(phone, joining);
  const key = session.accessToken;
  return { id: summary.member.id, code: summary.referral?.code, key };
};

/** Ana, who has paid with the card of the family, and Ben, who joined with her code. */
async function pair(program = defaultProgram({ holdDays: 14 })) {
  const clinic = await openTrial({ program });
  const ana = await member(clinic, '+13125550142');
  await send(clinic, visit('A-1', { memberId: ana.id }, card));
  const ben = await member(clinic, '+13125550143', ana.code);
  return { clinic, ana, ben };
}

const move = (clinic: TrialClinic, now: string) =>
  clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });

async function statusOf(clinic: TrialClinic, { key }: { readonly key: string }) {
  const answer = await clinic.call('GET /v1/me/referrals', { key });
  return (answer.body as Page<ReferralRow>).data.map(({ status }) => status);
}

async function queue(clinic: TrialClinic) {
  const answer = await clinic.call('GET /v1/referrals?status=held', { key: clinic.secretKey });
  return (answer.body as Page<ReferralReview>).data;
}

const alikeIn = async (clinic: TrialClinic) =>
  (await queue(clinic)).map(({ lookAlike }) => lookAlike);

async function allRows(clinic: TrialClinic): Promise<string> {
  const { reader } = clinic.ports.store;
  const read = async (name: TableName) => reader.range(name, { index: 'key', where: {} });
  return JSON.stringify(await Promise.all((Object.keys(tables) as TableName[]).map(read)));
}

const cardRows = async ({ ports }: TrialClinic) =>
  ports.store.reader.range('cards', { index: 'key', where: {} });

test('a friend who pays with a card of the owner is held when the treatment is told', async () => {
  const { clinic, ana, ben } = await pair();
  assert.deepEqual(await statusOf(clinic, ana), ['joined']);

  await send(clinic, visit('B-1', { memberId: ben.id }, card));

  assert.deepEqual(await statusOf(clinic, ana), ['held']);
  await move(clinic, '2027-01-01T00:00:00Z');
  assert.deepEqual(await statusOf(clinic, ana), ['held']);
  const held = await queue(clinic);
  assert.deepEqual(
    held.map(({ ownerId, friendId, lookAlike }) => [ownerId, friendId, lookAlike]),
    [[ana.id, ben.id, 'card']],
  );
  const body = { decision: 'approve', reason: 'family' };
  await clinic.call(`POST /v1/referrals/${held[0]!.id}/review`, { key: clinic.secretKey, body });
  assert.deepEqual(await statusOf(clinic, ana), ['released']);
});

test('so is one of a program without days of hold', async () => {
  const { clinic, ana, ben } = await pair(defaultProgram({ holdDays: 0 }));

  await send(clinic, visit('B-1', { memberId: ben.id }, card));

  assert.deepEqual([await statusOf(clinic, ana), await alikeIn(clinic)], [['held'], ['card']]);
});

test('nobody is held for a card of one’s own, or who pays in cash', async () => {
  for (const paid of [otherCard, undefined]) {
    const { clinic, ana, ben } = await pair();

    await send(clinic, visit('B-1', { memberId: ben.id }, paid));

    assert.deepEqual([await statusOf(clinic, ana), await alikeIn(clinic)], [['completed'], []]);
  }
});

test('what a card of another clinic is called is no card of this one', async () => {
  const { clinic, ana, ben } = await pair();
  const other = await openTrial({ beside: clinic });
  await send(other, visit('A-1', { phone: '+13125550142' }, otherCard));

  await send(clinic, visit('B-1', { memberId: ben.id }, otherCard));

  assert.deepEqual(await statusOf(clinic, ana), ['completed']);
  assert.equal(new Set((await cardRows(clinic)).map(({ hash }) => hash)).size, 3);
});

test('a card that the owner uses after the visit was told is not looked for', async () => {
  const { clinic, ana, ben } = await pair();
  await send(clinic, visit('B-1', { memberId: ben.id }, otherCard));

  await send(clinic, visit('A-2', { memberId: ana.id }, otherCard));

  assert.deepEqual(await statusOf(clinic, ana), ['completed']);
});

test('a card with which the friend paid for a cream before counts at the treatment', async () => {
  const { clinic, ana, ben } = await pair();
  const cream = { lineId: '1', kind: 'product', code: 'CREAM', price: usd(4_000) };
  const bought = visit('B-0', { memberId: ben.id }, otherCard, { lines: [cream] });
  await send(clinic, bought, visit('A-2', { memberId: ana.id }, otherCard));
  assert.deepEqual(await statusOf(clinic, ana), ['joined']);

  await send(clinic, visit('B-1', { memberId: ben.id }, 'sq-1-new'));

  assert.deepEqual([await statusOf(clinic, ana), await alikeIn(clinic)], [['held'], ['card']]);
});

test('who names the code at the till, when booking or at the desk is held for the card too', async () => {
  const ben = { externalId: 'C-9' };
  const head = { source: 'till', occurredAt: '2026-11-22T14:00:00.000Z', member: ben };
  for (const naming of ['visit', 'booking', 'joined'] as const) {
    const clinic = await openTrial();
    const ana = await member(clinic, '+13125550142');
    await send(clinic, visit('A-1', { memberId: ana.id }, card));
    const { code } = ana;
    const booking = { booking: 'K-1', startsAt: at, referralCode: code };
    const before = {
      visit: [],
      booking: [{ ...head, type: 'booking.made', externalId: 'K-1', data: booking }],
      joined: [{ ...head, type: 'member.joined', externalId: 'J-1', data: { code } }],
    }[naming];
    const named = naming === 'visit' ? { referralCode: code } : {};

    await send(clinic, ...before, visit('B-1', ben, card, named));

    assert.deepEqual([await statusOf(clinic, ana), await alikeIn(clinic)], [['held'], ['card']]);
  }
});

test('a card that is known when the code is named holds the friend from then on', async () => {
  const clinic = await openTrial();
  const ana = await member(clinic, '+13125550142');
  const ben = { externalId: 'C-9' };
  const joins = { type: 'member.joined', source: 'till', externalId: 'J-1', member: ben };
  const { code } = ana;
  await send(
    clinic,
    visit('A-1', { memberId: ana.id }, card),
    visit('B-1', ben, card),
    // The desk tells later of what was before the visit.
    { ...joins, occurredAt: '2026-11-22T14:00:00.000Z', data: { code } },
  );

  assert.deepEqual([await statusOf(clinic, ana), await alikeIn(clinic)], [['held'], ['card']]);
});

test('a correction that keeps the card keeps the hold; cash, a void and another person end it', async () => {
  const cases: readonly (readonly [string, (ben: string) => object, string[]])[] = [
    ['same card', (id) => ({ ...visit('B-1', { memberId: id }, card), revision: 2 }), ['held']],
    ['cash', (id) => ({ ...visit('B-1', { memberId: id }), revision: 2 }), ['completed']],
    [
      'void',
      (id) => ({
        ...visit('V-1', { memberId: id }),
        type: 'visit.voided',
        data: { visit: 'B-1' },
      }),
      ['joined'],
    ],
    [
      'moved',
      () => ({ ...visit('B-1', { phone: '+13125550144' }, card), revision: 2 }),
      ['joined'],
    ],
  ];
  for (const [why, correction, expected] of cases) {
    const { clinic, ana, ben } = await pair();
    const postal = { postalArea: '606' };
    await send(clinic, visit('B-1', { memberId: ben.id }, card, postal));
    assert.deepEqual(await statusOf(clinic, ana), ['held'], why);

    await send(clinic, correction(ben.id));

    assert.deepEqual(await statusOf(clinic, ana), expected, why);
    assert.deepEqual(await alikeIn(clinic), expected[0] === 'held' ? ['card'] : [], why);
  }
});

test('the text of a card is in no row, no answer and no line of the log', async () => {
  const { clinic, ben } = await pair();
  const receipt = visit('B-1', { memberId: ben.id }, card);

  const told = await tell(clinic, receipt, receipt);
  const answers = await Promise.all([
    clinic.call('GET /v1/me/export', { key: ben.key }),
    clinic.call(`GET /v1/members/${ben.id}`, { key: clinic.secretKey }),
    clinic.call(`GET /v1/members/${ben.id}/entries`, { key: clinic.secretKey }),
    clinic.call('GET /v1/referrals', { key: clinic.secretKey }),
  ]);

  assert.deepEqual(
    told.map(({ status }) => status),
    ['applied', 'duplicate'],
  );
  assert.ok(answers.every(({ status }) => status === 200));
  const places = [await allRows(clinic), JSON.stringify([told, answers]), clinic.logged.join()];
  assert.deepEqual(
    places.map((text) => text.includes(card)),
    [false, false, false],
  );
  assert.ok(places[0]?.includes(ben.id));
  const hash = hashText(JSON.stringify([clinic.id, card]));
  assert.equal((await cardRows(clinic)).filter((row) => row.hash === hash).length, 2);
});

test('the number of a card is refused, and never said again', async () => {
  const { clinic, ben } = await pair();
  const numbers = [
    '4111111111111111',
    '4111 1111 1111 1111',
    '3782-822463-10005',
    '６０１１00099013',
  ];
  for (const number of numbers) {
    const [result] = await tell(clinic, visit('B-1', { memberId: ben.id }, number));

    assert.deepEqual(
      [result?.status, result?.code, result?.param],
      ['rejected', 'card_number', 'data.tenders[0].card'],
    );
    const places = [await allRows(clinic), JSON.stringify(result), clinic.logged.join()];
    assert.ok(places.every((text) => !text.includes(number)));
  }
  const taken = ['12345678901', '12345678901234567890', 'sq-4111111111111111'];
  for (const [nth, text] of taken.entries())
    await send(clinic, visit(`B-${String(nth)}`, { memberId: ben.id }, text));
});

test('a card on what is no money is not remembered', async () => {
  const { clinic, ben } = await pair();
  const tenders = [{ kind: 'giftCard', amount: usd(40_000), card: otherCard }];

  await send(clinic, visit('B-1', { memberId: ben.id }, undefined, { tenders }));

  assert.equal((await cardRows(clinic)).length, 1);
  assert.ok(!(await allRows(clinic)).includes(otherCard));
});

test('an erasure takes the cards of the person away, and nobody else’s', async () => {
  const { clinic, ana, ben } = await pair();
  await send(clinic, visit('B-1', { memberId: ben.id }, card));

  await clinic.call(`DELETE /v1/members/${ana.id}`, { key: clinic.secretKey });

  assert.deepEqual(
    (await cardRows(clinic)).map(({ memberId }) => memberId),
    [ben.id],
  );
});

test('after a merge the cards of both records are the person’s; apart again, each has its own', async () => {
  for (const apart of [false, true]) {
    const { clinic, ana, ben } = await pair();
    const old = (await tell(clinic, visit('O-1', { externalId: 'C-7' }, otherCard)))[0]?.memberId;
    const pairing = { key: clinic.secretKey, body: { from: old, reason: 'same-person' } };
    const headers = (nth: string) => ({ 'idempotency-key': nth });
    const merged = await clinic.call(`POST /v1/members/${ana.id}/merge`, {
      ...pairing,
      headers: headers('1'),
    });
    assert.equal(merged.status, 200);
    if (apart)
      await clinic.call(`POST /v1/members/${ana.id}/unmerge`, {
        ...pairing,
        body: { from: old },
        headers: headers('2'),
      });

    await send(clinic, visit('B-1', { memberId: ben.id }, otherCard));

    assert.deepEqual(await statusOf(clinic, ana), [apart ? 'completed' : 'held']);
  }
});

test('of a friend whose records were merged the cards of both count', async () => {
  const { clinic, ana, ben } = await pair();
  const earlier = {
    ...visit('O-1', { externalId: 'C-7' }, card),
    occurredAt: '2026-11-22T14:00:00Z',
  };
  const [old] = await tell(clinic, earlier);
  await clinic.call(`POST /v1/members/${ben.id}/merge`, {
    key: clinic.secretKey,
    body: { from: old?.memberId, reason: 'same-person' },
    headers: { 'idempotency-key': '1' },
  });
  assert.deepEqual(await statusOf(clinic, ana), ['joined']);

  await send(clinic, visit('B-1', { memberId: ben.id }, otherCard));

  assert.deepEqual(await statusOf(clinic, ana), ['held']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventResult, EventsAnswer, Page, Entry, Member } from '@afterglow/contract';
import { codeOf, openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

async function send(clinic: TrialClinic, ...events: unknown[]): Promise<EventResult[]> {
  const body = { events };
  const answer = await clinic.call('POST /v1/events', { key: clinic.secretKey, body });
  assert.equal(answer.status, 200, codeOf(answer));
  return (answer.body as EventsAnswer).results;
}

async function memberOf(clinic: TrialClinic, client: string): Promise<Member | undefined> {
  const answer = await clinic.call(`GET /v1/members?source=till&externalId=${client}`, {
    key: clinic.secretKey,
  });
  return (answer.body as Page<Member>).data[0];
}

async function pointsOf(clinic: TrialClinic, client: string): Promise<number | undefined> {
  return (await memberOf(clinic, client))?.points;
}

test('a receipt makes a known member, whose points are posted with their reason', async () => {
  const clinic = await openTrial();

  const [result] = await send(clinic, receipt('R-1'));

  assert.equal(result?.status, 'applied');
  assert.deepEqual(
    result.entries.map(({ amount, balanceAfter, because }) => [amount, balanceAfter, because]),
    [
      [
        200,
        200,
        [
          {
            rule: 'treatments',
            version: 1,
            args: { paid: 40_000, points: 50, perMinorUnits: 10_000, earned: 200 },
          },
        ],
      ],
    ],
  );
  const member = await memberOf(clinic, 'C-77');
  assert.equal(member?.status, 'known');
  assert.equal(member.since, '2026-11-21');
  assert.equal(member.id, result.memberId);
});

test('the same event again gets the first answer and posts nothing', async () => {
  const clinic = await openTrial();
  const [first] = await send(clinic, receipt('R-1'));

  clinic.wait(400 * 86_400_000);
  const [again] = await send(clinic, receipt('R-1'));

  assert.deepEqual(again, { ...first, status: 'duplicate' });
  const journal = await clinic.call(`GET /v1/members/${String(first?.memberId)}/entries`, {
    key: clinic.secretKey,
  });
  const credited = (journal.body as Page<Entry>).data.filter(({ amount }) => amount > 0);
  assert.equal(credited.length, 1);
});

test('sixty of the same event at once credit once', async () => {
  const clinic = await openTrial();

  const answers = await Promise.all(Array.from({ length: 60 }, () => send(clinic, receipt('R-1'))));

  const applied = answers.flat().filter(({ status }) => status === 'applied');
  assert.equal(applied.length, 1);
  assert.equal(await pointsOf(clinic, 'C-77'), 200);
});

test('another body under the same id is refused, unless its revision is higher', async () => {
  const clinic = await openTrial();
  await send(clinic, receipt('R-1'));

  const [changed] = await send(clinic, receipt('R-1', { amount: 60_000 }));
  const [revised] = await send(clinic, receipt('R-1', { amount: 60_000, more: { revision: 2 } }));

  assert.equal(changed?.code, 'event_changed');
  assert.equal(revised?.status, 'applied');
  assert.equal(await pointsOf(clinic, 'C-77'), 300);
});

test('a revision moves a receipt to another person and takes it from the first', async () => {
  const clinic = await openTrial();
  await send(clinic, receipt('R-1'));

  await send(clinic, receipt('R-1', { client: 'C-78', more: { revision: 2 } }));

  assert.equal(await pointsOf(clinic, 'C-77'), 0);
  assert.equal(await pointsOf(clinic, 'C-78'), 200);
});

test('a revision that comes back finds the person as before', async () => {
  const clinic = await openTrial();

  await send(clinic, receipt('R-1'));
  await send(clinic, receipt('R-1', { client: 'C-78', more: { revision: 2 } }));
  await send(clinic, receipt('R-1', { client: 'C-77', more: { revision: 3 } }));

  assert.equal(await pointsOf(clinic, 'C-77'), 200);
  assert.equal(await pointsOf(clinic, 'C-78'), 0);
});

test('one bad event spoils no other and is not remembered', async () => {
  const clinic = await openTrial();
  const bad = receipt('R-2', { amount: 1.5 });

  const results = await send(clinic, receipt('R-1'), bad, receipt('R-3'));
  const [corrected] = await send(clinic, receipt('R-2', { amount: 10_000 }));

  assert.deepEqual(
    results.map(({ status, code, param }) => [status, code, param]),
    [
      ['applied', undefined, undefined],
      ['rejected', 'fractional_amount', 'data.lines[0].price.amount'],
      ['applied', undefined, undefined],
    ],
  );
  assert.equal(corrected?.status, 'applied');
  assert.equal(await pointsOf(clinic, 'C-77'), 450);
});

test('a batch answers in order, with the entries of each event at that event', async () => {
  const clinic = await openTrial();

  const results = await send(
    clinic,
    receipt('R-1', { amount: 10_000 }),
    receipt('R-2', { client: 'C-78', amount: 20_000 }),
    receipt('R-3', { amount: 30_000, at: '2026-11-21T16:00:00.000Z' }),
    receipt('R-1', { amount: 10_000 }),
  );

  assert.deepEqual(
    results.map(({ externalId, status, entries }) => [
      externalId,
      status,
      entries.map(({ amount }) => amount),
    ]),
    [
      ['R-1', 'applied', [50]],
      ['R-2', 'applied', [100]],
      ['R-3', 'applied', [150]],
      ['R-1', 'duplicate', [50]],
    ],
  );
});

test('events in any order give the same points', async () => {
  const refund = {
    type: 'visit.refunded',
    source: 'till',
    externalId: 'F-1',
    occurredAt: '2026-11-21T18:00:00.000Z',
    member: { externalId: 'C-77' },
    data: { visit: 'R-1', lines: [{ lineId: '1', amount: { amount: 10_000, currency: 'USD' } }] },
  };
  const [forward, backward] = [await openTrial(), await openTrial()];

  await send(forward, receipt('R-1'));
  await send(forward, refund);
  await send(backward, refund);
  await send(backward, receipt('R-1'));

  assert.equal(await pointsOf(forward, 'C-77'), 150);
  assert.equal(await pointsOf(backward, 'C-77'), 150);
});

test('a refund that names nobody is of whoever the visit is of', async () => {
  const clinic = await openTrial();

  const results = await send(clinic, receipt('R-1'), {
    type: 'visit.voided',
    source: 'till',
    externalId: 'V-1',
    occurredAt: '2026-11-21T18:00:00.000Z',
    data: { visit: 'R-1' },
  });

  assert.deepEqual(
    results.map(({ status }) => status),
    ['applied', 'applied'],
  );
  assert.equal(await pointsOf(clinic, 'C-77'), 0);
});

test('unknown fields are dropped and named by path, never by value', async () => {
  const clinic = await openTrial();
  const event = receipt('R-1', {
    more: {
      chart: 'canary',
      member: {
        externalId: 'C-77',
        diagnosis: 'canary',
        birthday: { month: 2, day: 3, sign: 'canary' },
      },
    },
  });

  const [result] = await send(clinic, event);

  assert.equal(result?.status, 'applied');
  assert.deepEqual(result.warnings, [
    { code: 'unknown_field', path: 'member.diagnosis' },
    { code: 'unknown_field', path: 'member.birthday.sign' },
    { code: 'unknown_field', path: 'chart' },
  ]);
  const history = await clinic.ports.store.reader.range('history', {
    index: 'key',
    where: { clinicId: clinic.id },
  });
  assert.ok(!JSON.stringify([history, result]).includes('canary'));
});

test('a sandbox fills in its now, which is no part of what a repetition is compared by', async () => {
  const clinic = await openTrial();
  const event = { ...receipt('R-1'), occurredAt: undefined };

  const [first] = await send(clinic, event);
  clinic.wait(60_000);
  const [again] = await send(clinic, event);

  assert.equal(first?.entries[0]?.at, '2026-11-22T15:00:00.000Z');
  assert.equal(again?.status, 'duplicate');
});

test('a live clinic needs to be told when it happened', async () => {
  const clinic = await openTrial({ sandbox: false });

  const [result] = await send(clinic, { ...receipt('R-1'), occurredAt: undefined });

  assert.deepEqual([result?.code, result?.param], ['missing_field', 'occurredAt']);
});

test('a day without a time counts as noon at the clinic, whatever the offset of others', async () => {
  const clinic = await openTrial();

  const [day] = await send(clinic, {
    ...receipt('R-1'),
    occurredAt: undefined,
    occurredOn: '2026-11-20',
  });
  const [offset] = await send(clinic, receipt('R-2', { at: '2026-11-20T23:30:00+05:30' }));

  assert.equal(day?.entries[0]?.at, '2026-11-20T18:00:00.000Z');
  assert.equal(offset?.entries[0]?.at, '2026-11-20T18:00:00.000Z');
});

const badEvents: [what: string, event: unknown, code: string, param?: string][] = [
  ['no object', 'x', 'invalid_field'],
  ['null', null, 'invalid_field'],
  [
    'a type that we do not know',
    { ...receipt('R'), type: 'visit.dreamed' },
    'event_type_unknown',
    'type',
  ],
  ['no type', { source: 'till', externalId: 'R' }, 'missing_field', 'type'],
  [
    'a day that does not exist',
    { ...receipt('R'), occurredAt: '2026-02-30T10:00:00Z' },
    'no_such_day',
    'occurredAt',
  ],
  [
    'more than five minutes ahead',
    { ...receipt('R'), occurredAt: '2026-11-22T15:06:00Z' },
    'event_in_future',
    'occurredAt',
  ],
  [
    'a negative price',
    receipt('R', { amount: -1 }),
    'negative_amount',
    'data.lines[0].price.amount',
  ],
  [
    'a fractional price',
    receipt('R', { amount: 0.5 }),
    'fractional_amount',
    'data.lines[0].price.amount',
  ],
  [
    'an amount beyond a billion',
    receipt('R', { amount: 2 ** 60 }),
    'invalid_field',
    'data.lines[0].price.amount',
  ],
  ['nobody', { ...receipt('R'), member: {} }, 'member_missing', 'member'],
  ['no member at all', { ...receipt('R'), member: undefined }, 'member_missing', 'member'],
  [
    'a member id of nobody',
    { ...receipt('R'), member: { memberId: `mem_${'0'.repeat(26)}` } },
    'member_unknown',
    'member.memberId',
  ],
  [
    'a phone only, and no telephone has it',
    { ...receipt('R'), member: { phone: '12' } },
    'member_missing',
    'member',
  ],
  ['a source that is ours', { ...receipt('R'), source: 'afterglow' }, 'invalid_field', 'source'],
  [
    'a person in a source that is ours',
    { ...receipt('R'), member: { source: 'code.staff', externalId: 'S-1' } },
    'invalid_field',
    'member.source',
  ],
  [
    'a change of details in the future',
    {
      type: 'member.updated',
      source: 'till',
      externalId: 'U',
      occurredAt: '2026-11-22T15:06:00Z',
      member: { externalId: 'C-77' },
      data: { firstName: 'Ana' },
    },
    'event_in_future',
    'occurredAt',
  ],
  [
    'an instant before any till',
    receipt('R', { at: '1900-01-01T00:00:00Z' }),
    'invalid_field',
    'occurredAt',
  ],
  [
    'a day before any till',
    { ...receipt('R'), occurredAt: undefined, occurredOn: '1900-01-01' },
    'visit_before_program',
    'occurredOn',
  ],
  [
    'a birthday that does not exist',
    { ...receipt('R'), member: { externalId: 'C-77', birthday: { month: 2, day: 30 } } },
    'no_such_day',
    'member.birthday',
  ],
  ['U+0000 in an id', { ...receipt('R'), externalId: 'a\u0000b' }, 'invalid_field', 'externalId'],
  [
    'half of a surrogate pair',
    { ...receipt('R'), externalId: 'a\ud800' },
    'invalid_field',
    'externalId',
  ],
  ['no lines', { ...receipt('R'), data: { lines: [] } }, 'invalid_field', 'data.lines'],
  [
    'another currency',
    {
      ...receipt('R'),
      data: { lines: [{ lineId: '1', kind: 'treatment', price: { amount: 1, currency: 'EUR' } }] },
    },
    'currency_mismatch',
  ],
];

for (const [what, event, code, param] of badEvents)
  test(`an event with ${what} is rejected with ${code}`, async () => {
    const clinic = await openTrial();

    const [result] = await send(clinic, event);

    assert.equal(result?.status, 'rejected');
    assert.equal(result.code, code);
    if (param !== undefined) assert.equal(result.param, param);
    assert.ok((result.detail ?? '').length > 20);
    const people = await clinic.call('GET /v1/members', { key: clinic.secretKey });
    assert.deepEqual((people.body as Page<Member>).data, []);
  });

test('one event may come by itself, without a list around it', async () => {
  const clinic = await openTrial();

  const answer = await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: receipt('R-1'),
  });

  assert.equal((answer.body as EventsAnswer).results[0]?.status, 'applied');
});

test('501 events, an empty list and strange fields beside the list are refused as a whole', async () => {
  const clinic = await openTrial();
  const refusedWith = async (body: unknown) =>
    codeOf(await clinic.call('POST /v1/events', { key: clinic.secretKey, body }));

  assert.equal(await refusedWith({ events: Array(501).fill({}) }), 'too_many_events');
  assert.equal(await refusedWith({ events: [] }), 'invalid_field');
  assert.equal(await refusedWith({ events: [{}], dryRun: true }), 'unknown_field');
  assert.equal(await refusedWith([receipt('R-1')]), 'invalid_field');
});

test('a phone that no telephone has is left out with a warning where the till knows the person', async () => {
  const clinic = await openTrial();

  const [result] = await send(clinic, {
    ...receipt('R-1'),
    member: { externalId: 'C-77', phone: 'ask at desk' },
  });

  assert.equal(result?.status, 'applied');
  assert.deepEqual(result.warnings, [{ code: 'phone_invalid', path: 'member.phone' }]);
});

test('two clients of one till with one phone stay two people', async () => {
  const clinic = await openTrial();
  const phone = '+13125550123';

  await send(
    clinic,
    { ...receipt('R-1'), member: { externalId: 'C-1', phone } },
    { ...receipt('R-2'), member: { externalId: 'C-2', phone } },
  );

  assert.equal(await pointsOf(clinic, 'C-1'), 200);
  assert.equal(await pointsOf(clinic, 'C-2'), 200);
});

test('another system that knows the phone finds the same person', async () => {
  const clinic = await openTrial();
  const phone = '(312) 555-0123';

  const [till] = await send(clinic, { ...receipt('R-1'), member: { externalId: 'C-1', phone } });
  const [booking] = await send(clinic, {
    ...receipt('B-1', { at: '2026-11-21T16:00:00Z' }),
    source: 'booking',
    member: { externalId: '991', phone: '+13125550123' },
  });

  assert.equal(booking?.memberId, till?.memberId);
  const member = await memberOf(clinic, 'C-1');
  assert.deepEqual(member?.aliases, [
    { source: 'booking', externalId: '991' },
    { source: 'till', externalId: 'C-1' },
  ]);
});

test('an update of details changes the person and posts nothing', async () => {
  const clinic = await openTrial();
  await send(clinic, receipt('R-1'));

  const [result] = await send(clinic, {
    type: 'member.updated',
    source: 'till',
    externalId: 'U-1',
    occurredAt: '2026-11-21T18:00:00.000Z',
    member: { externalId: 'C-77' },
    data: { firstName: 'Ana', phone: '312 555 0144' },
  });

  assert.deepEqual([result?.status, result?.entries], ['applied', []]);
  const member = await memberOf(clinic, 'C-77');
  assert.deepEqual([member?.firstName, member?.phone], ['Ana', '+13125550144']);
});

test('a strange field as deep as it likes is dropped, also beside one in a strict part', async () => {
  const clinic = await openTrial();
  const member = { externalId: 'C-77', birthday: { month: 2, day: 3, sign: 'x' } };
  const event = JSON.stringify(receipt('R-1', { more: { member, chart: 0 } }));
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  const answer = await clinic.call('POST /v1/events', {
    key: clinic.secretKey,
    body: event.replace('"chart":0', `"chart":${deep}`),
  });

  const { results } = answer.body as EventsAnswer;
  assert.deepEqual(
    results.map(({ status, warnings }) => [status, warnings.map(({ path }) => path)]),
    [['applied', ['member.birthday.sign', 'chart']]],
  );
});

const refundOf = (externalId: string, lineId: string, amount: number) => ({
  type: 'visit.refunded',
  source: 'till',
  externalId,
  occurredAt: '2026-11-21T18:00:00.000Z',
  data: { visit: 'R-1', lines: [{ lineId, amount: { amount, currency: 'USD' } }] },
});

test('a refund of a line that the visit does not have, or of more than it cost, is rejected', async () => {
  const clinic = await openTrial();
  await send(clinic, receipt('R-1'));

  const results = await send(
    clinic,
    refundOf('F-1', '9', 100),
    refundOf('F-2', '1', 40_001),
    refundOf('F-3', '1', 40_000),
  );

  assert.deepEqual(
    results.map(({ status, code, param }) => [status, code, param]),
    [
      ['rejected', 'line_unknown', 'data.lines[0].lineId'],
      ['rejected', 'refund_exceeds_line', 'data.lines[0].amount'],
      ['applied', undefined, undefined],
    ],
  );
  const [corrected] = await send(clinic, refundOf('F-1', '1', 0));
  assert.equal(corrected?.status, 'applied');
});

test('a refund is held against its visit in the same request, and waits for one that is not there', async () => {
  const clinic = await openTrial();

  const [, exceeding] = await send(clinic, receipt('R-1'), {
    ...refundOf('F-1', '1', 40_001),
    member: { externalId: 'C-77' },
  });
  const [early] = await send(clinic, {
    ...refundOf('F-2', '1', 50_000),
    member: { externalId: 'C-77' },
    data: { visit: 'R-2', lines: [{ lineId: '1', amount: { amount: 1, currency: 'USD' } }] },
  });

  assert.equal(exceeding?.code, 'refund_exceeds_line');
  assert.equal(early?.status, 'applied');
});

test('who joins at the desk with a code that nobody has joins without it, with a warning', async () => {
  const clinic = await openTrial();
  const event = {
    type: 'member.joined',
    source: 'till',
    externalId: 'J-1',
    occurredAt: '2026-11-21T15:30:00.000Z',
    member: { externalId: 'C-77' },
    data: { code: '00000000' },
  };

  const [first] = await send(clinic, event);
  const [again] = await send(clinic, event);

  const warnings = [{ code: 'referral_code_unknown', path: 'data.code' }];
  assert.deepEqual([first?.status, first?.warnings], ['applied', warnings]);
  assert.deepEqual([again?.status, again?.warnings], ['duplicate', warnings]);
});

test('a change of phone that was taken once stays a duplicate when somebody else has the phone', async () => {
  const clinic = await openTrial();
  await clinic.signIn('+13125550142');
  await send(clinic, { ...receipt('R-1'), member: { externalId: 'C-1', phone: '+13125550142' } });
  const update = {
    type: 'member.updated',
    source: 'till',
    externalId: 'U-1',
    occurredAt: '2026-11-21T18:00:00.000Z',
    member: { externalId: 'C-1' },
    data: { phone: '+13125550143' },
  };

  const [first] = await send(clinic, update);
  await send(clinic, { ...update, externalId: 'U-2', data: { phone: '+13125550144' } });
  await clinic.signIn('+13125550143');
  const [again] = await send(clinic, update);

  assert.deepEqual([first?.status, again?.status], ['applied', 'duplicate']);
});

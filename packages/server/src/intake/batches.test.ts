import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { EventsAnswer } from '@afterglow/contract';
import type { Randomness } from '../ports.js';
import { openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';

type Sent = Readonly<Record<string, unknown>>;

const day = (date: string) => `2026-11-${date}T15:00:00.000Z`;

/** What a clinic made of events, told in these requests: people by all that they are named by, and nets. */
async function told(requests: (code: string) => readonly (readonly object[])[]) {
  const clinic = await openTrial({ randomness: counting() });
  const { session, summary } = await clinic.signIn('+13125550142');
  assert.ok(session);
  const code = summary.referral?.code ?? '';
  for (const events of requests(code)) {
    const answer = await clinic.call('POST /v1/events', {
      key: clinic.secretKey,
      body: { events },
    });
    for (const { status, code: refused } of (answer.body as EventsAnswer).results)
      assert.equal(status, 'applied', refused);
  }
  return whatIsKept(clinic);
}

/** Bytes that count, so that of two people who are added in one instant the first has the lower id. */
function counting(): Randomness {
  let count = 0;
  return {
    bytes: (length) => {
      count++;
      return Uint8Array.from({ length }, (_, at) => (count / 32 ** (length - 1 - at)) % 32);
    },
  };
}

async function whatIsKept({ ports, id: clinicId }: TrialClinic) {
  const { reader } = ports.store;
  const all = { index: 'key', where: { clinicId } } as const;
  const [members, aliases, entries, history] = await Promise.all([
    reader.range('members', all),
    reader.range('aliases', all),
    reader.range('entries', all),
    reader.range('history', all),
  ]);
  return members
    .map(({ id, phone, firstName, since }) => {
      const net = new Map<string, number>();
      for (const { accountId, key, amount } of entries)
        if (accountId === id) net.set(nameless(key), (net.get(nameless(key)) ?? 0) + amount);
      const decided = history
        .filter(({ accountId, type }) => accountId === id && type === 'joined')
        .map(({ dataJson }) => JSON.parse(dataJson) as Record<string, unknown>)
        .map(({ existingPatient, lookAlike }) => ({ existingPatient, lookAlike }));
      const names = aliases
        .filter(({ memberId }) => memberId === id)
        .map(({ source, externalId }) => `${source} ${externalId}`);
      return {
        person: JSON.stringify([phone, firstName, since, names.sort()]),
        decided,
        net: [...net].filter(([, amount]) => amount !== 0).sort(),
      };
    })
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}

/** Keys name friends by ids of this run. */
const nameless = (key: string) => key.replaceAll(/[a-z]{3}_[0-9a-z]{26}/g, '…');

async function isTheSame(events: (code: string) => readonly object[]): Promise<void> {
  const together = await told((code) => [events(code)]);
  const alone = await told((code) => events(code).map((event) => [event]));

  assert.deepEqual(together, alone);
}

const joined = (client: string, data: object, more: object = {}): Sent => ({
  type: 'member.joined',
  source: 'desk',
  externalId: `J-${client}`,
  occurredAt: day('21'),
  member: { source: 'till', externalId: client, ...more },
  data,
});
const visit = (externalId: string, client: string, date: string, member: object = {}): object => ({
  ...receipt(externalId, { client, at: day(date) }),
  member: { externalId: client, ...member },
});

const update = (client: string, data: object): Sent => ({
  type: 'member.updated',
  source: 'desk',
  externalId: `U-${client}`,
  occurredAt: day('20'),
  member: { source: 'till', externalId: client },
  data,
});

const shapes: Readonly<Record<string, (code: string) => readonly object[]>> = {
  'one person twice': () => [visit('R-1', 'C-1', '19'), visit('R-2', 'C-1', '18')],
  'a visit and two revisions of it': () => [
    visit('R-1', 'C-1', '19'),
    { ...receipt('R-1', { client: 'C-1', amount: 10_000, at: day('19') }), revision: 2 },
    { ...receipt('R-1', { client: 'C-2', amount: 10_000, at: day('19') }), revision: 3 },
  ],
  'a visit with a refund and a void of another': () => [
    visit('R-1', 'C-1', '18'),
    visit('R-2', 'C-1', '18'),
    {
      type: 'visit.refunded',
      source: 'till',
      externalId: 'F-1',
      occurredAt: day('19'),
      data: { visit: 'R-1', lines: [{ lineId: '1', amount: { amount: 9_000, currency: 'USD' } }] },
    },
    {
      type: 'visit.voided',
      source: 'till',
      externalId: 'V-1',
      occurredAt: day('19'),
      data: { visit: 'R-2' },
    },
  ],
  'somebody who was here before joins with a code': (code) => [
    visit('R-1', 'C-1', '18'),
    joined('C-1', { code }),
    visit('R-2', 'C-1', '21'),
  ],
  'somebody joins with a code and comes': (code) => [
    joined('C-1', { code }),
    visit('R-1', 'C-1', '21'),
  ],
  'the till’s id of the owner, then somebody with the same phone who joins': (code) => [
    visit('R-0', 'C-0', '18', { phone: '+13125550142' }),
    visit('R-1', 'C-1', '22', { phone: '+13125550142' }),
    joined('C-1', { code }),
  ],
  'somebody who said the phone of the owner before joins': (code) => [
    visit('R-1', 'C-1', '22', { phone: '+13125550142' }),
    joined('C-1', { code }),
  ],
  'a code that is named at the till': (code) => [
    joined('C-1', {}),
    {
      ...receipt('R-1', { client: 'C-1', at: day('21') }),
      data: {
        referralCode: code,
        lines: [
          {
            lineId: '1',
            kind: 'treatment',
            code: 'FACIAL',
            price: { amount: 9_000, currency: 'USD' },
          },
        ],
      },
    },
  ],
  'a phone that is learned, and then names the person': () => [
    visit('R-1', 'C-1', '19'),
    visit('R-2', 'C-1', '20', { phone: '+13125550177' }),
    { ...visit('R-3', 'C-1', '20'), member: { phone: '+13125550177' } },
  ],
  'a phone that an update tells, and then names the person': () => [
    visit('R-1', 'C-1', '19'),
    update('C-1', { phone: '+13125550177' }),
    { ...visit('R-2', 'C-1', '20'), member: { phone: '+13125550177' } },
  ],
  'a phone that an update takes away, and then names somebody else': () => [
    visit('R-1', 'C-1', '17', { phone: '+13125550142' }),
    { ...receipt('R-1', { client: 'C-1', amount: 10_000, at: day('17') }), revision: 2 },
    update('C-1', { phone: '+13125550181' }),
    { ...visit('R-2', 'C-1', '17'), member: { phone: '+13125550142' } },
  ],
};

for (const [name, events] of Object.entries(shapes))
  test(`one request tells as much as one for each event: ${name}`, () => isTheSame(events));

/** Some event of three people who say their own telephone or that of the owner of the code. */
const drawn = fc.record({
  kind: fc.constantFrom('visit', 'visit', 'joined', 'update', 'refund', 'revision', 'phoneOnly'),
  client: fc.constantFrom('C-1', 'C-2', 'C-3'),
  says: fc.constantFrom('nothing', 'nothing', 'own phone', 'owner’s phone'),
  date: fc.constantFrom('17', '18', '19', '20', '21'),
  earlier: fc.nat(5),
  withCode: fc.boolean(),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

/** A refund speaks of a visit before it: one that comes first stays with whom it names. */
function eventsOf(list: readonly Drawn[], code: string): readonly object[] {
  const visits: string[] = [];
  return list.map((one, nth) => {
    const before = visits.at(-1 - (one.earlier % Math.max(1, visits.length)));
    const drawnOne: Drawn = before === undefined ? { ...one, kind: 'visit' } : one;
    if (drawnOne.kind === 'visit' || drawnOne.kind === 'phoneOnly') visits.push(`R-${String(nth)}`);
    return eventOf(drawnOne, nth, { code, before });
  });
}

function eventOf(
  { kind, client, says, date, withCode }: Drawn,
  nth: number,
  { code, before = '' }: { readonly code: string; readonly before: string | undefined },
): object {
  const own = `+1312555018${client.slice(2)}`;
  const phone = says === 'nothing' ? undefined : says === 'own phone' ? own : '+13125550142';
  const more = phone === undefined ? {} : { phone };
  switch (kind) {
    case 'joined':
      return {
        ...joined(client, withCode ? { code } : {}, more),
        externalId: `J-${String(nth)}`,
        occurredAt: day(date),
      };
    case 'update':
      return {
        type: 'member.updated',
        source: 'desk',
        externalId: `U-${String(nth)}`,
        occurredAt: day(date),
        member: { source: 'till', externalId: client },
        data: phone === undefined ? { firstName: 'Ana' } : { phone },
      };
    case 'refund':
      return {
        type: 'visit.refunded',
        source: 'till',
        externalId: `F-${String(nth)}`,
        occurredAt: day('22'),
        member: { externalId: client },
        data: { visit: before, lines: [{ lineId: '1', amount: { amount: 900, currency: 'USD' } }] },
      };
    case 'revision':
      return {
        ...receipt(before, { client, at: day(date), amount: 30_000 + nth }),
        revision: nth + 2,
      };
    case 'phoneOnly':
      return {
        ...receipt(`R-${String(nth)}`, { at: day(date) }),
        member: { phone: phone ?? own },
      };
    default:
      return visit(`R-${String(nth)}`, client, date, more);
  }
}

test('one request tells as much as one for each event, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 2, maxLength: 9 }), (list) =>
      isTheSame((code) => eventsOf(list, code)),
    ),
    { numRuns: Number(process.env['BATCH_RUNS'] ?? 30) },
  );
});

/** Law 2 of the engine on whole clinics: a simulation gives each key what the live API posted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Program, SimulationAnswer } from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import { loadPrograms } from '../programs.js';
import { openTrial, receipt, type TrialClinic } from '../trial/trial-clinic.js';
import { always, foldClinic } from './fold-clinic.js';
import { readHistories } from './histories.js';
import { netOf, postedBy, sendAll } from '../trial/live-journal.js';
import { openScratchClinic, takeEvents } from './scratch-clinic.js';

const START = Date.UTC(2024, 0, 8, 18);
const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 1, 18);

const usd = (amount: number) => ({ amount, currency: 'USD' });
const usual = defaultProgram({ holdDays: 14 });
const program: Program = {
  ...usual,
  packages: usual.packages.map((offer) => ({ ...offer, bonusPoints: 40 })),
  promotions: [
    { id: 'laser-spring', name: 'Double', match: { categories: ['laser'] }, percent: 200 },
  ],
  bonuses: [{ id: 'cross', name: 'Something new', for: 'crossBooking', points: 25 }],
  milestones: [{ visits: 2, grant: { kind: 'credit', amount: usd(2500), expiresAfterDays: 180 } }],
  memberships: [
    {
      code: 'monthly',
      name: 'Monthly',
      price: usd(9900),
      bankedCredit: usd(10_000),
      rollsForMonths: 6,
      terms: 'Credit of a month can be used for six months.',
      perkPerQuarter: { kind: 'points', points: 100 },
    },
  ],
};

const line = fc.oneof(
  fc
    .record({
      category: fc.constantFrom('neuromodulator', 'filler', 'facial', 'laser', undefined),
      kind: fc.constantFrom('treatment', 'treatment', 'product', 'tip', 'giftCard'),
      cents: fc.integer({ min: 0, max: 300_000 }),
    })
    .map(({ category, kind, cents }) => ({
      kind,
      price: usd(cents),
      ...(category === undefined ? {} : { category }),
    })),
  fc.constant({ kind: 'treatment', code: 'FACIAL', category: 'facial', price: usd(16_500) }),
  fc
    .constantFrom('FACIAL5', 'MN3')
    .map((sold) => ({ kind: 'package', package: sold, price: usd(72_500) })),
);

const receiptIds = fc.integer({ min: 1, max: 9 }).map((nth) => `R:${nth}`);
const days = fc.integer({ min: 0, max: 1000 });
const head = (externalId: string, day: number) => ({
  source: 'till',
  externalId,
  occurredAt: new Date(START + day * DAY).toISOString(),
});

const visit = fc
  .record({
    id: receiptIds,
    day: days,
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    session: fc.boolean(),
    discount: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
    revision: fc.constantFrom(1, 1, 1, 2),
  })
  .map(({ id, day, lines, session, discount, revision }) => ({
    type: 'visit.completed',
    ...head(id, day),
    revision,
    // A till that gives a receipt to somebody else says so with a higher revision.
    member: { externalId: `C-${(Number(id.slice(2)) + revision) % 3}` },
    data: {
      lines: lines.map((one, index) => ({ lineId: `L:${index}`, ...one })),
      ...(session ? { tenders: [{ kind: 'session', count: 1 }] } : {}),
      ...(discount === undefined ? {} : { discounts: [{ amount: usd(discount) }] }),
    },
  }));

const correction = fc
  .record({
    of: receiptIds,
    day: days,
    isVoid: fc.boolean(),
    cents: fc.integer({ min: 1, max: 60_000 }),
  })
  .map(({ of, day, isVoid, cents }) =>
    isVoid
      ? { type: 'visit.voided', ...head(`V-${of}-${day}`, day), data: { visit: of } }
      : {
          type: 'visit.refunded',
          ...head(`F-${of}-${day}-${cents}`, day),
          data: { visit: of, lines: [{ lineId: 'L:0', amount: usd(cents) }] },
        },
  );

const joining = fc
  .record({ client: fc.constantFrom('C-0', 'C-1', 'C-2'), day: days })
  .map(({ client, day }) => ({
    type: 'member.joined',
    ...head(`J-${client}`, day),
    member: { externalId: client },
    data: {},
  }));

const membership = fc
  .record({
    client: fc.constantFrom('C-0', 'C-1', 'C-2'),
    day: days,
    step: fc.constantFrom('started', 'started', 'ended'),
  })
  .map(({ client, day, step }) => ({
    type: `membership.${step}`,
    ...head(`M-${client}-${day}-${step}`, day),
    member: { externalId: client },
    ...(step === 'started' ? { data: { plan: 'monthly' } } : {}),
  }));

const events = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: visit },
    { weight: 2, arbitrary: correction },
    { weight: 1, arbitrary: joining },
    { weight: 1, arbitrary: membership },
  ),
  { minLength: 1, maxLength: 16 },
);

async function move(clinic: TrialClinic, at: number): Promise<void> {
  const now = new Date(at).toISOString();
  const answer = await clinic.call('POST /v1/test/clock', { key: clinic.secretKey, body: { now } });
  assert.equal(answer.status, 200);
}

test('generated histories give each key what the live API posted for the same events', async () => {
  await fc.assert(
    fc.asyncProperty(events, fc.constantFrom(1, 3, 16), async (sent, batch) => {
      const live = await openTrial({ program });
      await move(live, END);
      const results = await sendAll(live, sent, batch);
      await move(live, END + 200 * DAY);

      const scratch = await openScratchClinic(live.ports, program, END);
      const taken = await takeEvents(scratch, sent);
      const until = END + 200 * DAY;
      const folded = await foldClinic(taken.accounts, { programs: always(program), until });

      assert.deepEqual(await netOf(scratch, folded), await postedBy(live));
      const refused = results.filter(({ status }) => status === 'rejected');
      assert.deepEqual(
        taken.rejected.map(({ code }) => code).sort(),
        refused.map(({ code }) => code ?? '').sort(),
      );
    }),
    { numRuns: Number(process.env['AFTERGLOW_LAW_RUNS'] ?? 60) },
  );
});

test("a clinic's own history, referrals and claims included, gives each account's keys what was posted", async () => {
  const live = await openTrial({ program });
  await move(live, Date.UTC(2026, 10, 22, 15));
  const owner = await live.signIn('+13125550142');
  const code = owner.summary.referral?.code;
  const friends = ['+13125550143', '+13125550144', '+13125550145'];
  for (const phone of friends) await live.signIn(phone, { consents: { terms: true }, code });
  const visits = [0, 1].map((index) =>
    receipt(`R-${index}`, {
      at: '2026-11-22T15:00:00.000Z',
      more: { member: { phone: friends[index] } },
    }),
  );
  const own = receipt('R-2', {
    at: '2026-11-22T14:00:00.000Z',
    amount: 120_000,
    more: { member: { phone: '+13125550142' } },
  });
  const at = '2026-11-22T15:00:00.000Z';
  const voided = {
    ...head('V-1', 0),
    occurredAt: at,
    type: 'visit.voided',
    data: { visit: 'R-1' },
  };
  const results = await sendAll(live, [...visits, own, voided], 1);
  assert.ok(results.every(({ status }) => status === 'applied'));
  const claim = await live.call('POST /v1/me/claims', {
    key: owner.session.accessToken,
    headers: { 'idempotency-key': 'claim-1' },
    body: { rewardId: 'credit-50' },
  });
  assert.equal(claim.status, 201, JSON.stringify(claim.body));
  const until = Date.UTC(2027, 1, 1);
  await move(live, until);

  const accounts = await readHistories(live.ports.store.reader, live.id);
  const programs = await loadPrograms(live.ports, live.id);
  const folded = await foldClinic(accounts ?? [], { programs, until });

  const kept = await live.ports.store.reader.range('entries', {
    index: 'key',
    where: { clinicId: live.id },
  });
  assert.ok(kept.some(({ causeKind, amount }) => causeKind === 'referral' && amount === 500));
  assert.ok(kept.some(({ causeKind, amount }) => causeKind === 'claim' && amount === -500));
  assert.deepEqual(
    netByAccount(folded.flatMap(({ id, entries }) => entries.map((one) => ({ ...one, id })))),
    netByAccount(kept.map((row) => ({ ...row, id: row.accountId }))),
  );
});

function netByAccount(
  entries: readonly { readonly id: string; readonly key: string; readonly amount: number }[],
): Record<string, number> {
  const net = new Map<string, number>();
  for (const { id, key, amount } of entries) {
    const place = `${id} ${key}`;
    net.set(place, (net.get(place) ?? 0) + amount);
  }
  return Object.fromEntries([...net].filter(([, amount]) => amount !== 0).sort());
}

test('the points that the route says were issued are those that the live API posted', async () => {
  const live = await openTrial({ program });
  await move(live, END);
  const sent = [
    { ...fc.sample(visit, { seed: 7, numRuns: 1 })[0], externalId: 'A' },
    receipt('B', { at: '2026-03-01T12:00:00Z', amount: 123_450 }),
    receipt('C', { at: '2026-05-01T12:00:00Z', amount: 99_999, client: 'C-2' }),
  ];
  const posted = (await sendAll(live, sent, 3))
    .flatMap(({ entries }) => entries)
    .filter(({ asset, amount }) => asset === 'points' && amount > 0)
    .reduce((sum, { amount }) => sum + amount, 0);

  const { body } = await live.call('POST /v1/simulations', {
    key: live.secretKey,
    body: { program, history: { events: sent } },
  });

  assert.ok(posted > 1000);
  assert.equal((body as SimulationAnswer).program.points.issued, posted);
});

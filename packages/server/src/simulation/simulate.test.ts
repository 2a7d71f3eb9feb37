import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Program } from '@afterglow/contract';
import { createMemoryRateLimiter } from '../stores/memory/memory-rate-limiter.js';
import { defaultProgram } from '../default-program.js';
import { openScratchClinic, takeEvents } from './scratch-clinic.js';
import { simulate } from './simulate.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const now = Date.UTC(2026, 0, 1);
const clock = { now: () => now };
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** One point for each dollar, 100 points for 10 dollars, a tier at 1,000 dollars. */
const program: Program = {
  ...defaultProgram(),
  promotions: [],
  bonuses: [],
  milestones: [],
  occasions: [],
  memberships: [],
  rewards: [],
  earning: [{ id: 'all', match: {}, rate: { points: 1, perMinorUnits: 100 } }],
  packages: [
    {
      code: 'FACIAL5',
      name: 'Five facials',
      covers: { categories: ['facial'] },
      sessions: 5,
      price: usd(70_000),
      expiresAfterMonths: 6,
      bonusPoints: 50,
    },
  ],
  tiers: {
    windowMonths: 12,
    countsProducts: true,
    graceDays: 0,
    levels: [
      { id: 'first', name: 'First', threshold: usd(0), benefits: [] },
      {
        id: 'second',
        name: 'Second',
        threshold: usd(100_000),
        benefits: [
          { id: 'ten', name: '10%', kind: 'percentOffTreatments', percent: 10 },
          {
            id: 'laser',
            name: '20% off laser',
            kind: 'percentOffTreatments',
            percent: 20,
            match: { categories: ['laser'] },
          },
        ],
      },
    ],
  },
};

interface Bought {
  readonly client: string;
  readonly on: string;
  readonly lines: readonly object[];
  readonly tenders?: readonly object[];
}

const visits = (bought: readonly Bought[]) =>
  bought.map(({ client, on, lines, tenders }, index) => ({
    type: 'visit.completed',
    source: 'till',
    externalId: `R-${index}`,
    occurredOn: on,
    member: { externalId: client },
    data: {
      lines: lines.map((line, at) => ({ lineId: String(at + 1), kind: 'treatment', ...line })),
      ...(tenders ? { tenders } : {}),
    },
  }));

async function judge(
  events: readonly object[],
  more: Partial<Parameters<typeof simulate>[0]> = {},
) {
  const scratch = await openScratchClinic(
    {
      clock,
      logger: quiet,
      rateLimiter: createMemoryRateLimiter(clock),
      randomness: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    },
    program,
    now,
  );
  const taken = await takeEvents(scratch, events);
  assert.deepEqual(taken.rejected, []);
  return simulate({ ...taken, program, redemptionPercent: 70, ...more });
}

const laser = (amount: number) => ({ category: 'laser', price: usd(amount) });
const facial = (amount: number) => ({ category: 'facial', price: usd(amount) });

test('adds up what is given, and what it costs when 70 of 100 points are used', async () => {
  const { program: report } = await judge(
    visits([
      { client: 'A', on: '2025-01-10', lines: [laser(100_000)] },
      // A is in the second tier now: 20 percent off laser, the better of two.
      { client: 'A', on: '2025-03-10', lines: [laser(50_000), facial(10_000)] },
      { client: 'B', on: '2025-03-11', lines: [facial(15_050)] },
    ]),
  );

  assert.equal(report.spend.amount, 175_050);
  assert.deepEqual(report.points, { issued: 1750, redeemed: 1225, lapsed: 0, outstanding: 525 });
  assert.deepEqual(report.given, {
    total: usd(17_500 + 11_000),
    points: usd(17_500),
    credit: usd(0),
    discounts: usd(11_000),
    offers: usd(0),
  });
  assert.equal(report.cost.amount, 12_250 + 11_000);
  assert.equal(report.liability.amount, 5250);
  assert.deepEqual(report.costs, [
    { kind: 'category', name: 'laser', points: 1500, given: usd(15_000), cost: usd(10_500) },
    { kind: 'benefit', name: 'second/laser', points: 0, given: usd(10_000), cost: usd(10_000) },
    { kind: 'category', name: 'facial', points: 250, given: usd(2500), cost: usd(1750) },
    { kind: 'benefit', name: 'second/ten', points: 0, given: usd(1000), cost: usd(1000) },
  ]);
});

/** Fifteen dollars off a product within sixty days of each first visit. */
const welcoming: Program = {
  ...program,
  milestones: [
    {
      visits: 1,
      grant: {
        kind: 'offer',
        name: '15 off a product',
        amountOff: usd(1_500),
        match: { kinds: ['product'] },
        validDays: 60,
      },
    },
  ],
};
const product = (amount: number) => ({ kind: 'product', price: usd(amount) });

test('takes an offer as used on the first bill that it fits, in its days, once', async () => {
  const { program: report } = await judge(
    visits([
      { client: 'A', on: '2025-01-10', lines: [facial(10_000)] },
      { client: 'A', on: '2025-02-10', lines: [facial(10_000)] },
      { client: 'A', on: '2025-03-10', lines: [product(4_000)] },
      { client: 'A', on: '2025-03-11', lines: [product(4_000)] },
      { client: 'B', on: '2025-01-10', lines: [facial(10_000)] },
      { client: 'B', on: '2025-03-12', lines: [product(4_000)] },
    ]),
    { program: welcoming },
  );

  assert.deepEqual(report.offers, [{ source: 'milestone', count: 2, used: 1 }]);
  assert.equal(report.given.offers.amount, 1_500);
  assert.equal(report.given.total.amount, report.given.points.amount + 1_500);
  assert.equal(report.cost.amount, report.points.redeemed * 10 + 1_500);
  assert.deepEqual(
    report.costs.find(({ kind }) => kind === 'offer'),
    { kind: 'offer', name: 'milestone', points: 0, given: usd(1_500), cost: usd(1_500) },
  );
  assert.equal(report.gains[0]?.given.amount, 2_800 + 1_500);
});

test('takes the better of offer and tier on each line, and a gift card beside the tier', async () => {
  const given = async (grant: Program['milestones'][number]['grant']) => {
    const { given: sums } = (
      await judge(
        visits([
          { client: 'A', on: '2025-01-10', lines: [laser(100_000)] },
          { client: 'A', on: '2025-02-10', lines: [laser(50_000), facial(10_000)] },
        ]),
        { program: { ...program, milestones: [{ visits: 1, grant }] } },
      )
    ).program;
    return [sums.discounts.amount, sums.offers.amount];
  };
  const percentOff = { kind: 'offer', name: '15 percent', percentOff: 15, validDays: 90 } as const;

  // The tier takes 20 percent off laser and 10 off the facial.
  assert.deepEqual(await given(percentOff), [10_000, 1_500]);
  assert.deepEqual(await given({ kind: 'giftCard', amount: usd(2_500) }), [11_000, 2_500]);
});

test('takes an add-on as given so often in a quarter', async () => {
  const led = { id: 'led', name: 'LED', kind: 'addOn' as const, perQuarter: 1 };
  const [first, second] = program.tiers.levels;
  const benefits = [{ ...led, match: { codes: ['LED'] } }];
  const levels = [{ ...first!, benefits }, second!];
  const bought = ['2025-01-10', '2025-02-10', '2025-04-01'].map((on) => ({
    ...{ client: 'A', on },
    lines: [{ code: 'LED', category: 'light', price: usd(6_000) }],
  }));

  const { program: report } = await judge(visits(bought), {
    program: { ...program, tiers: { ...program.tiers, levels } },
  });

  assert.equal(report.given.discounts.amount, 12_000);
  assert.deepEqual(
    report.costs.filter(({ kind }) => kind === 'benefit').map(({ name, given }) => [name, given]),
    [['first/led', usd(12_000)]],
  );
});

test('takes what was refunded out of spend, points and discounts', async () => {
  const bought = visits([
    { client: 'A', on: '2025-01-10', lines: [laser(100_000)] },
    { client: 'A', on: '2025-03-10', lines: [laser(50_000)] },
  ]);
  const refund = {
    type: 'visit.refunded',
    source: 'till',
    externalId: 'F-1',
    occurredOn: '2025-04-01',
    data: { visit: 'R-1', lines: [{ lineId: '1', amount: usd(20_000) }] },
  };

  const { program: report } = await judge([...bought, refund]);

  assert.equal(report.spend.amount, 130_000);
  assert.equal(report.points.issued, 1300);
  assert.equal(report.given.discounts.amount, 6000);
});

test('counts a rule that gives by itself under its name, and sessions beside what is given', async () => {
  const { program: report } = await judge(
    visits([
      {
        client: 'A',
        on: '2025-01-10',
        lines: [{ kind: 'package', package: 'FACIAL5', price: usd(70_000) }],
      },
      {
        client: 'A',
        on: '2025-02-10',
        lines: [facial(15_000)],
        tenders: [{ kind: 'session', count: 1, line: '1' }],
      },
      { client: 'B', on: '2025-09-01', lines: [facial(1000)] },
    ]),
  );

  assert.equal(report.spend.amount, 71_000);
  assert.deepEqual(report.sessions, { sold: 5, used: 1, expired: 4, left: 0 });
  assert.deepEqual(
    report.costs.map(({ kind, name, points }) => [kind, name, points]),
    [
      ['category', 'package', 700],
      ['rule', 'packageBonus', 50],
      ['category', 'facial', 10],
    ],
  );
  assert.equal(report.gains[0]?.visits, 2);
});

test('lets lapse what nobody used, in the share that is not taken as redeemed', async () => {
  const { program: report } = await judge(
    visits([
      { client: 'A', on: '2024-01-10', lines: [facial(100_000)] },
      { client: 'B', on: '2025-06-01', lines: [facial(10_000)] },
    ]),
  );

  assert.deepEqual(report.points, { issued: 1100, redeemed: 770, lapsed: 300, outstanding: 30 });
});

test('says where each rate lies in the band', async () => {
  const rateOf = async (points: number) => {
    const earning = [{ id: 'all', match: {}, rate: { points, perMinorUnits: 100_000 } }];
    const tried: Program = { ...program, earning };
    const events = visits([{ client: 'A', on: '2025-01-10', lines: [facial(1_000_000)] }]);
    return (await judge(events, { program: tried })).program.rates.overall;
  };

  assert.deepEqual(await rateOf(499), { basisPoints: 499, verdict: 'below', members: 1 });
  assert.deepEqual(await rateOf(500), { basisPoints: 500, verdict: 'inside', members: 1 });
  assert.deepEqual(await rateOf(800), { basisPoints: 800, verdict: 'inside', members: 1 });
  assert.deepEqual(await rateOf(801), { basisPoints: 801, verdict: 'above', members: 1 });
});

test('takes those with three or four visits in the last year as typical', async () => {
  const days = ['2025-01-05', '2025-03-05', '2025-06-05', '2025-09-05', '2025-12-05'];
  const visitsOf = (client: string, count: number) =>
    days.slice(0, count).map((on) => ({ client, on, lines: [facial(10_000)] }));
  const before = { client: 'D', on: '2023-12-31', lines: [facial(10_000)] };

  const { program: report } = await judge(
    visits([
      before,
      ...visitsOf('A', 2),
      ...visitsOf('B', 3),
      ...visitsOf('C', 5),
      ...visitsOf('D', 4),
      // Two receipts of one day are one visit.
      ...visitsOf('E', 4),
      { client: 'E', on: '2025-09-05', lines: [facial(10_000)] },
    ]),
  );

  assert.deepEqual(report.rates.typical, { basisPoints: 1000, verdict: 'above', members: 3 });
  assert.equal(report.rates.median.members, 5);
});

test('shows tiers at the ends of months as they were known then', async () => {
  const { program: report } = await judge(
    visits([
      { client: 'A', on: '2025-01-10', lines: [laser(90_000)] },
      { client: 'A', on: '2025-02-10', lines: [laser(20_000)] },
      { client: 'B', on: '2025-03-05', lines: [facial(5000)] },
    ]),
  );

  assert.deepEqual(
    report.tiers.map(({ on, levels }) => [on, ...levels.map(({ members }) => members)]),
    [
      ['2025-01-31', 1, 0],
      ['2025-02-28', 0, 1],
      ['2025-03-05', 1, 1],
    ],
  );
});

test('tells who is better and who is worse off than by another program', async () => {
  const against: Program = {
    ...program,
    earning: [
      { id: 'laser', match: { categories: ['laser'] }, rate: { points: 2, perMinorUnits: 100 } },
      { id: 'facial', match: { categories: ['facial'] }, rate: { points: 1, perMinorUnits: 200 } },
    ],
  };
  const answer = await judge(
    visits([
      { client: 'A', on: '2025-01-10', lines: [laser(20_000)] },
      { client: 'B', on: '2025-01-11', lines: [facial(20_000)] },
      { client: 'C', on: '2025-01-12', lines: [facial(0)] },
    ]),
    { against },
  );

  assert.deepEqual(answer.compared, { better: 1, same: 1, worse: 1 });
  assert.deepEqual([answer.program.points.issued, answer.against?.points.issued], [400, 500]);
});

test('says how far it is, and ends with all', async () => {
  const seen: { done: number; of: number }[] = [];
  const events = visits(
    Array.from({ length: 130 }, (_, index) => ({
      client: `C-${index}`,
      on: '2025-01-10',
      lines: [facial(1000)],
    })),
  );

  await judge(events, { against: program, onProgress: (progress) => void seen.push(progress) });

  assert.ok(seen.length > 2);
  assert.deepEqual(seen.at(-1), { done: 260, of: 260 });
});

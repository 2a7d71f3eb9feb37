import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckoutLine, CheckoutUse, Program } from '@afterglow/contract';
import fc from 'fast-check';
import type { Account } from '../account.js';
import { foldAccount } from '../fold.js';
import { decisionSource } from '../history.js';
import type { HistoryRecord, HoldData } from '../history.js';
import { fullProgram } from '../laws/program.js';
import {
  DAY,
  START,
  adjustment,
  claim,
  frozen,
  hold,
  joined,
  line,
  tierSet,
  usd,
  visit,
} from '../laws/records.js';
import { settleAccount } from '../settle.js';
import { quoteCheckout } from './quote.js';
import type { Quote, Quoted } from './quote.js';

const MINUTE = 60_000;
const at = START + 10 * DAY;

const discounts: Program['tiers']['levels'][number]['benefits'] = [
  { id: 'care', name: 'Care', kind: 'percentOffTreatments', percent: 10 },
  {
    id: 'laser',
    name: 'Laser',
    kind: 'percentOffTreatments',
    percent: 15,
    match: { categories: ['laser'] },
  },
  { id: 'shelf', name: 'Shelf', kind: 'percentOffProducts', percent: 5 },
];

/** The full program in which the second level has discounts. */
const program: Program = {
  ...fullProgram,
  tiers: {
    ...fullProgram.tiers,
    levels: fullProgram.tiers.levels.map((level, index) =>
      index === 1 ? { ...level, benefits: discounts } : level,
    ),
  },
};
const programs = [{ version: 1, startsAt: null, program }];
const radiant = program.tiers.levels[1]?.id ?? '';

function accountOf(records: readonly HistoryRecord[], until = at): Account {
  return foldAccount({ accountId: 'mem_1', programs, records, until }).account;
}

const sold = (lineId: string, amount: number, more: Partial<CheckoutLine> = {}): CheckoutLine => ({
  lineId,
  kind: 'treatment',
  quantity: 1,
  listPrice: usd(amount),
  ...more,
});

const nothing: CheckoutUse = {
  sessions: false,
  credit: false,
  points: 0,
  vouchers: [],
  offer: null,
};

function ask(
  account: Account,
  lines: readonly CheckoutLine[],
  use: Partial<CheckoutUse> = {},
  more: { readonly now?: number; readonly checkoutId?: string } = {},
): Quoted {
  const now = more.now ?? Math.max(at, (account.last?.at ?? 0) + 1);
  return quoteCheckout({
    ...{ account, programs, now, bill: { lines }, use: { ...nothing, ...use } },
    ...{ checkoutId: more.checkoutId ?? 'chk_1', expiresAt: now + 30 * MINUTE },
  });
}

function quoteOf(quoted: Quoted): Quote {
  assert.ok('quote' in quoted, JSON.stringify(quoted));
  return quoted.quote;
}

const pricesOf = ({ lines }: Quote) => lines.map(({ price }) => price.amount);

const withLevel = tierSet('tier:1', radiant, '2026-12-31', { at: START });

test('on each line the better of tier and offer counts, and they do not add up', () => {
  const account = accountOf([withLevel]);
  const offer = {
    ...{ id: 'off_1', source: 'milestone', version: 1, used: false },
    ...{ expiresOn: null, expiresAt: null, remindAt: null },
    grant: {
      ...{ kind: 'offer' as const, name: 'Twelve off', percentOff: 12, validDays: 30 },
      minimum: usd(10_000),
    },
  };
  const lines = [
    sold('1', 10_001),
    sold('2', 10_000, { category: 'laser' }),
    sold('3', 999, { kind: 'product' }),
    sold('4', 2_000, { kind: 'tip' }),
    sold('5', 5_000, { kind: 'giftCard' }),
  ];

  const plain = quoteOf(ask(account, lines));
  const best = quoteOf(ask({ ...account, offers: [offer] }, lines, { offer: 'best' }));
  const small = quoteOf(
    ask({ ...account, offers: [offer] }, [sold('1', 9_999)], { offer: 'best' }),
  );

  assert.deepEqual(pricesOf(plain), [9_001, 8_500, 950, 2_000, 5_000]);
  assert.deepEqual(pricesOf(best), [8_801, 8_500, 880, 2_000, 5_000]);
  assert.deepEqual(
    best.lines.map(({ reason }) => reason?.id),
    ['off_1', 'laser', 'off_1', undefined, undefined],
  );
  assert.deepEqual([best.offer?.worth, best.hold?.offer], [1_200 + 119, 'off_1']);
  assert.deepEqual([small.offer, small.hold, pricesOf(small)], [null, null, [9_000]]);
});

test('an amount off is shared by largest remainder over the lines that the offer fits', () => {
  const offer = {
    ...{ id: 'off_1', source: 'milestone', version: 1, used: false },
    ...{ expiresOn: null, expiresAt: null, remindAt: null },
    grant: { kind: 'offer' as const, name: 'Ten', amountOff: usd(1_000), validDays: 30 },
  };
  const lines = [
    sold('1', 5_000),
    sold('2', 5_000),
    sold('3', 5_000),
    sold('4', 900, { kind: 'fee' }),
  ];

  const quote = quoteOf(ask({ ...accountOf([]), offers: [offer] }, lines, { offer: 'off_1' }));

  assert.deepEqual(pricesOf(quote), [4_666, 4_667, 4_667, 900]);
});

test('a gift card pays beside the discount of the tier, and is not chosen where it would be wasted', () => {
  const offer = {
    ...{ id: 'off_1', source: 'referral', version: 1, used: false },
    ...{ expiresOn: null, expiresAt: null, remindAt: null },
    grant: { kind: 'giftCard' as const, amount: usd(5_000) },
  };
  const account = { ...accountOf([withLevel]), offers: [offer] };

  const large = quoteOf(ask(account, [sold('1', 10_000)], { offer: 'best' }));
  const small = quoteOf(ask(account, [sold('1', 5_000)], { offer: 'best' }));
  const named = quoteOf(ask(account, [sold('1', 5_000)], { offer: 'off_1' }));

  assert.deepEqual([large.offer?.kind, large.due], ['giftCard', 4_000]);
  assert.deepEqual([small.offer, small.due], [null, 4_500]);
  assert.deepEqual([named.offer?.worth, named.due, named.hold?.offerWorth], [4_500, 0, 4_500]);
});

test('points pay within the share of a bill, the cap of the year, what is asked and what is free', () => {
  const rich = accountOf([adjustment('adjustment:1', { amount: 100_000 }, { at: START })]);
  const { amount, points } = program.points.value;
  const pointsFor = (cents: number) => Math.ceil((cents * points) / amount.amount);

  const half = quoteOf(
    ask(rich, [sold('1', 10_000), sold('2', 4_000, { kind: 'tip' })], { points: 'max' }),
  );
  const capped = quoteOf(ask(rich, [sold('1', 300_000)], { points: 'max' }));
  const asked = quoteOf(ask(rich, [sold('1', 300_000)], { points: 50 }));
  const held = accountOf([
    adjustment('adjustment:1', { amount: 100_000 }, { at: START }),
    hold('chk_2', { points: 100, pointsWorth: 49_000 }, { at: at - 1 }),
  ]);
  const left = quoteOf(ask(held, [sold('1', 300_000)], { points: 'max' }));

  assert.deepEqual(half.points, { count: pointsFor(5_000), worth: 5_000 });
  assert.deepEqual(capped.points, { count: pointsFor(50_000), worth: 50_000 });
  assert.equal(asked.points.count <= 50, true);
  assert.equal(left.points.worth, 1_000);
});

const refusals: [string, Partial<CheckoutUse>, readonly CheckoutLine[], object][] = [
  [
    'a line that stands twice',
    {},
    [sold('1', 1), sold('1', 1)],
    { code: 'line_repeated', param: 'lines[1].lineId' },
  ],
  [
    'another currency',
    {},
    [{ ...sold('1', 1), listPrice: { amount: 1, currency: 'EUR' } }],
    {
      code: 'currency_mismatch',
      param: 'lines[0].listPrice.currency',
      details: { expected: 'USD' },
    },
  ],
  [
    'a voucher of nobody here',
    { vouchers: ['NONE0000'] },
    [sold('1', 1)],
    { code: 'voucher_unknown', param: 'use.vouchers[0]' },
  ],
  [
    'a voucher twice',
    { vouchers: ['CODEV-1', 'CODEV-1'] },
    [sold('1', 90_000)],
    { code: 'voucher_unavailable', param: 'use.vouchers[1]', details: { status: 'held' } },
  ],
  [
    'a voucher that would pay nothing',
    { vouchers: ['CODEV-1'] },
    [sold('1', 900, { kind: 'tip' })],
    { code: 'voucher_unavailable', param: 'use.vouchers[0]', details: { status: 'unfit' } },
  ],
  [
    'an offer that the member does not have',
    { offer: 'off_9' },
    [sold('1', 1)],
    { code: 'offer_unavailable', param: 'use.offer', details: { status: 'unknown' } },
  ],
];

for (const [what, use, lines, refusal] of refusals)
  test(`a bill is refused: ${what}`, () => {
    const account = accountOf([
      adjustment('adjustment:1', { amount: 2_000 }, { at: START }),
      claim('V-1', {}, { at: START + DAY }),
    ]);

    assert.deepEqual(ask(account, lines, use), { refusal });
  });

test('a visit that the till dates before its quote takes what was held', () => {
  const funded = adjustment('adjustment:1', { asset: 'credit', amount: 5_000 }, { at: START });
  const held = hold('chk_1', { credit: 5_000 }, { at, recordedAt: at });
  const paid = visit('R-1', [line('1', 5_000)], {
    at: at - 10 * MINUTE,
    recordedAt: at + MINUTE,
    checkoutId: 'chk_1',
  });

  const { account } = foldAccount({
    ...{ accountId: 'mem_1', programs, until: at + MINUTE },
    records: [funded, held, paid],
  });

  assert.deepEqual([account.credit.balance, account.holds], [0, []]);
});

/** A member with something of everything that a bill can use. */
const members = fc
  .record({
    points: fc.constantFrom(0, 40, 777, 30_000),
    credit: fc.constantFrom(0, 1, 4_999, 60_000),
    level: fc.constantFrom(null, radiant),
    packages: fc.integer({ min: 0, max: 2 }),
    vouchers: fc.integer({ min: 0, max: 2 }),
    elsewhere: fc.boolean(),
    visits: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ points, credit, level, packages, vouchers, elsewhere, visits }): HistoryRecord[] => [
    joined({ at: START }),
    ...Array.from({ length: packages }, (_, nth) =>
      visit(
        `P-${String(nth)}`,
        [line('1', 30_000, { kind: 'package', code: nth === 0 ? 'BLOW6' : 'LASER3' })],
        {
          at: START + nth * DAY,
        },
      ),
    ),
    ...Array.from({ length: visits }, (_, nth) =>
      visit(`R-${String(nth)}`, [line('1', 20_000)], { at: START + (nth + 1) * DAY + 1 }),
    ),
    adjustment('adjustment:1', { amount: points + 500 * vouchers }, { at: START + 5 * DAY }),
    adjustment('adjustment:2', { asset: 'credit', amount: credit }, { at: START + 5 * DAY }),
    ...(level === null ? [] : [tierSet('tier:1', level, '2026-12-31', { at: START + 5 * DAY })]),
    ...Array.from({ length: vouchers }, (_, nth) =>
      claim(`V-${String(nth)}`, { cost: 500, cash: 0 }, { at: START + 6 * DAY + nth }),
    ),
    ...(elsewhere
      ? [
          hold(
            'chk_0',
            { points: Math.min(points, 30), pointsWorth: 30, credit: Math.min(credit, 100) },
            { at: at - 1 },
          ),
        ]
      : []),
  ]);

const billLine = fc.record({
  amount: fc.constantFrom(0, 1, 99, 5_000, 12_345, 150_000),
  kind: fc.constantFrom('treatment', 'treatment', 'product', 'tip', 'giftCard', 'fee', 'package'),
  code: fc.constantFrom('BLOW', 'LASER', 'TOX'),
  quantity: fc.constantFrom(1, 1, 2, 0.5),
} as const);

const bills = fc.array(billLine, { minLength: 1, maxLength: 4 }).map((lines) =>
  lines.map(({ amount, kind, code, quantity }, index) =>
    sold(String(index), amount, {
      ...{ kind, quantity, code: kind === 'package' ? 'BLOW6' : code },
      category: code === 'BLOW' ? 'hair' : code === 'LASER' ? 'laser' : 'neuromodulator',
    }),
  ),
);

const uses = fc.record({
  sessions: fc.boolean(),
  credit: fc.boolean(),
  points: fc.constantFrom<'max' | number>(0, 10, 500, 'max'),
  offer: fc.constantFrom<'best' | null>('best', null),
});

const decision = (checkoutId: string, data: HoldData, when: number): HistoryRecord => ({
  ...{ id: `evt_${checkoutId}`, type: 'hold', source: decisionSource, revision: 1 },
  ...{ externalId: `hold:${checkoutId}`, at: when, recordedAt: when, data },
});

/** What a planted bug does to what a quote sees, and to what it says. */
interface Wrong {
  readonly seen?: (account: Account) => Account;
  readonly quoted?: (quote: Quote) => Quote;
}

/** Assertions of properties have a message: without one Node reads the source to make one, for minutes. */
const paidAsQuoted = (
  { seen = (account) => account, quoted: says = (quote) => quote }: Wrong = {},
  onHold: () => void = () => {},
) =>
  fc.property(members, bills, uses, fc.boolean(), (records, lines, use, withVouchers) => {
    const account = frozen(accountOf(records));
    const codes = account.vouchers.map(({ code }) => code);
    const now = Math.max(at, (account.last?.at ?? 0) + 1);
    const wanted = { ...use, vouchers: withVouchers ? codes : [] };
    const quoted = ask(seen(account), lines, wanted, { now });
    if ('refusal' in quoted) {
      assert.equal(quoted.refusal.code, 'voucher_unavailable');
      return;
    }
    const quote = says(quoted.quote);
    if (quote.hold) onHold();

    const prices = quote.lines.map(({ price }) => price.amount);
    const prepaid = quote.lines.map(({ sessions }) => sessions.length > 0);
    const bySession = prices.filter((_, index) => prepaid[index]).reduce((a, b) => a + b, 0);
    const byVoucher = quote.vouchers.reduce((sum, { worth }) => sum + worth, 0);
    const giftCard = quote.offer?.kind === 'giftCard' ? quote.offer.worth : 0;
    const pays = bySession + byVoucher + giftCard + quote.credit + quote.points.worth + quote.due;
    assert.equal(
      pays,
      prices.reduce((a, b) => a + b, 0),
    );
    const least = Math.min(quote.due, quote.credit, quote.points.worth, ...prices);
    assert.ok(least >= 0, 'an amount is below zero');

    const sent = visit(
      'R-sent',
      lines.map((one, index) => ({ ...one, price: usd(prices[index] ?? 0) })),
      {
        at: now + MINUTE,
        recordedAt: now + MINUTE,
        ...(quote.hold ? { checkoutId: 'chk_1' } : {}),
      },
    );
    const past = quote.hold ? [...records, decision('chk_1', quote.hold, now)] : records;
    const before = accountOf(past, now);
    const settled = settleAccount({
      ...{ accountId: 'mem_1', programs, account: before, count: 0 },
      ...{ written: [sent], now: now + MINUTE, settledTo: now },
    });
    assert.ok(settled, 'the visit could not be taken');

    assert.deepEqual(settled.flags, {});
    const { account: after } = settled;
    assert.ok(Math.min(after.points, after.credit.balance) >= 0, 'a balance is below zero');
    const isSold = after.packages.every(({ left }) => left >= 0);
    assert.ok(isSold, 'sessions are below zero');
    const isLetGo = after.holds.every(({ checkoutId }) => checkoutId !== 'chk_1');
    assert.ok(isLetGo, 'the hold is still there');
    const earned = settled.entries
      .filter(
        ({ asset, amount, cause }) => asset === 'points' && amount > 0 && cause.id === sent.id,
      )
      .reduce((sum, { amount }) => sum + amount, 0);
    assert.equal(earned, quote.earns.points);
    const spent = (asset: string) =>
      settled.entries
        .filter((entry) => entry.asset === asset && entry.amount < 0)
        .reduce((sum, { amount }) => sum - amount, 0);
    assert.deepEqual([spent('points'), spent('credit')], [quote.points.count, quote.credit]);
  });

test('what is quoted and then sent is paid in full, takes nothing below zero, and earns what was said', () => {
  let used = 0;
  fc.assert(
    paidAsQuoted({}, () => (used += 1)),
    { numRuns: 400 },
  );
  assert.ok(used > 100, 'most bills use something');
});

const heldOnce = ({ seen = (account) => account }: Wrong = {}) =>
  fc.property(members, bills, uses, (records, lines, use) => {
    const first = quoteOf(ask(accountOf(records), lines, use));
    if (!first.hold) return;
    const now = Math.max(at, (accountOf(records).last?.at ?? 0) + 1);
    const account = accountOf([...records, decision('chk_1', first.hold, now)], now + 1);
    const second = quoteOf(ask(seen(account), lines, use, { checkoutId: 'chk_2', now: now + 1 }));

    const holds = [...account.holds, ...(second.hold ? [second.hold] : [])];
    const sum = (of: (hold: HoldData) => number) => holds.reduce((all, one) => all + of(one), 0);
    const points = sum((hold) => hold.points);
    assert.ok(points <= Math.max(0, account.points), 'points are held twice');
    const credit = sum((hold) => hold.credit);
    assert.ok(credit <= Math.max(0, account.credit.balance), 'credit is held twice');
    for (const { id, left } of account.packages) {
      const held = holds
        .flatMap(({ sessions }) => sessions)
        .filter(({ packageId }) => packageId === id);
      const count = held.reduce((all, one) => all + one.count, 0);
      assert.ok(count <= left, 'sessions are held twice');
    }
    const offers = holds.flatMap(({ offer }) => offer ?? []);
    assert.equal(new Set(offers).size, offers.length, 'an offer is held twice');
  });

test('two quotes at once never hold the same thing twice', () => {
  fc.assert(heldOnce(), { numRuns: 200 });
});

const forgets =
  (what: (hold: Account['holds'][number]) => Partial<Account['holds'][number]>) =>
  (account: Account): Account => ({
    ...account,
    holds: account.holds.map((hold) => ({ ...hold, ...what(hold) })),
  });

/** Mistakes of a quote, and the property that fails on each. */
const plantedBugs: readonly (readonly [string, fc.IProperty<unknown[]>])[] = [
  ['points that are held are free', heldOnce({ seen: forgets(() => ({ points: 0 })) })],
  ['credit that is held is free', heldOnce({ seen: forgets(() => ({ credit: 0 })) })],
  ['sessions that are held are free', heldOnce({ seen: forgets(() => ({ sessions: [] })) })],
  [
    'what is held is taken off for one bill only',
    heldOnce({ seen: (account) => ({ ...account, holds: account.holds.slice(0, 1) }) }),
  ],
  [
    'more points are quoted than there are',
    paidAsQuoted({ seen: (account) => ({ ...account, points: account.points + 1_000 }) }),
  ],
  [
    'a quote says that points are worth more than they are',
    paidAsQuoted({
      quoted: (quote) => ({
        ...quote,
        points: { ...quote.points, worth: quote.points.worth + 1 },
      }),
    }),
  ],
  [
    'a quote holds less credit than it takes off',
    paidAsQuoted({
      quoted: (quote) => ({ ...quote, hold: quote.hold && { ...quote.hold, credit: 0 } }),
    }),
  ],
  [
    'a quote promises a point too many',
    paidAsQuoted({
      quoted: (quote) => ({ ...quote, earns: { ...quote.earns, points: quote.earns.points + 1 } }),
    }),
  ],
];

for (const [name, property] of plantedBugs)
  test(`a planted bug is caught: ${name}`, () => {
    const check = fc.check(property, { numRuns: 1000, seed: 20_261_124, endOnFailure: true });

    assert.equal(check.failed, true, 'the property holds in spite of it');
  });

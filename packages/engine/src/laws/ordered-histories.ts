import type { Tender, VisitLine } from '@afterglow/contract';
import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { KnownBirthday } from '../account.js';
import type { HistoryRecord, RecordOf } from '../history.js';
import {
  DAY,
  START,
  activity,
  booking,
  claim,
  claimReturned,
  joined,
  line,
  membership,
  refund,
  usd,
  visit,
  voiding,
} from './records.js';
import { toldBirthdays } from './told-birthdays.js';

/** Records of one account that came as they happened, one after the other, none edited. */
export interface OrderedHistory {
  readonly records: readonly HistoryRecord[];
  readonly birthdays: readonly KnownBirthday[];
  readonly until: number;
}

/** Makes the records of one step; `visits` are those before it. */
type Step = (at: number, nth: number, visits: readonly RecordOf<'visit'>[]) => HistoryRecord[];

const cents = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(9_999, 20_000, 45_000, 120_000) },
  fc.constantFrom(0, 99, 250_000),
  fc.integer({ min: 1, max: 150_000 }),
);

const kinds: readonly Partial<VisitLine>[] = [
  {},
  { category: 'neuromodulator', code: 'TOX' },
  { category: 'laser', code: 'LASER' },
  { category: 'skin', code: 'PEEL' },
  { category: 'medical' },
  { kind: 'product' },
  { kind: 'product', category: 'laser' },
  { kind: 'giftCard' },
  { kind: 'package', code: 'LASER3' },
  { kind: 'package', code: 'BLOW6' },
];

const sold = (lineId: string): fc.Arbitrary<VisitLine> =>
  fc
    .record({ more: fc.constantFrom(...kinds.slice(0, 4), ...kinds), price: cents })
    .map(({ more, price }) => line(lineId, price, more));

const tender: fc.Arbitrary<Tender> = fc.oneof(
  fc.constantFrom(1, 50, 200, 600).map((count): Tender => ({ kind: 'points', count })),
  fc
    .constantFrom(100, 2500, 9900, 12_000)
    .map((amount): Tender => ({ kind: 'credit', amount: usd(amount) })),
  fc.constantFrom('1', undefined).map((of): Tender => ({
    kind: 'giftCard',
    amount: usd(5000),
    ...(of === undefined ? {} : { line: of }),
  })),
);

const visitStep: fc.Arbitrary<Step> = fc
  .record({
    first: sold('1'),
    second: fc.option(sold('2')),
    tenders: fc.array(tender, { maxLength: 2 }),
    booking: fc.constantFrom(undefined, undefined, 'B-1', 'B-2'),
  })
  .map(({ first, second, tenders, booking: named }) => (at, nth) => [
    visit(`R-${String(nth)}`, second ? [first, second] : [first], {
      at,
      tenders,
      ...(named === undefined ? {} : { booking: named }),
    }),
  ]);

const refundStep: fc.Arbitrary<Step> = fc
  .record({ ago: fc.nat(3), percent: fc.constantFrom(10, 50, 100, 100), isWhole: fc.boolean() })
  .map(({ ago, percent, isWhole }) => (at, nth, visits) => {
    const of = visits.at(-1 - ago);
    if (!of) return [];
    const lines = (isWhole ? of.data.lines : of.data.lines.slice(0, 1)).map(
      ({ lineId, price }) => [lineId, Math.floor((price.amount * percent) / 100)] as const,
    );
    return [refund(`F-${String(nth)}`, of.externalId, Object.fromEntries(lines), { at })];
  });

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: visitStep },
  { weight: 2, arbitrary: refundStep },
  fc.nat(3).map((ago): Step => (at, nth, visits) => {
    const of = visits.at(-1 - ago);
    return of ? [voiding(`V-${String(nth)}`, of.externalId, { at })] : [];
  }),
  {
    weight: 3,
    arbitrary: fc
      .record({
        id: fc.constantFrom('B-1', 'B-2', 'B-3'),
        step: fc.constantFrom('made', 'made', 'made', 'changed', 'cancelled'),
        after: fc.oneof(fc.constantFrom(1, 7, 14, 20, 30), fc.integer({ min: 0, max: 40 })),
      })
      .map(({ id, step, after }): Step => (at, nth) => {
        const startsAt = new Date(at + after * DAY).toISOString();
        const made = booking(id, { step, startsAt }, { at });
        return [{ ...made, externalId: `${step}-${String(nth)}` }];
      }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        word: fc.constantFrom('photos', 'evaluation', 'open-house', 'unheard-of'),
        isOfVisit: fc.boolean(),
      })
      .map(({ word, isOfVisit }): Step => (at, nth, visits) => {
        const of = isOfVisit ? visits.at(-1)?.externalId : undefined;
        const named = of === undefined ? {} : { visit: of };
        return [activity(`A-${String(nth)}`, word, { at, ...named })];
      }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('started', 'started', 'paused', 'ended')
      .map((step): Step => (at, nth) => [membership(`M-${String(nth)}`, step, { at })]),
  },
  fc
    .record({ cost: fc.constantFrom(50, 500), returns: fc.boolean() })
    .map(({ cost, returns }): Step => (at, nth) => {
      const id = `V-${String(nth)}`;
      const taken = claim(id, { cost, cash: cost * 10, expiresOn: '2031-12-31' }, { at });
      return returns ? [taken, claimReturned(id, { at: at + 30_000 })] : [taken];
    }),
);

/** Days between two steps: often a few, sometimes long enough to be away, or for points to lapse. */
const gap = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(0, 1, 7, 14, 20, 30) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 70 }) },
  fc.integer({ min: 100, max: 400 }),
);

/** Histories of the whole program in which everything comes when it happens. */
export const orderedHistories: fc.Arbitrary<OrderedHistory> = fc
  .record({
    joins: fc.boolean(),
    taken: fc.array(fc.record({ gap, step: steps }), { minLength: 1, maxLength: 16 }),
    birthdays: toldBirthdays,
    rest: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })),
  })
  .map(({ joins, taken, birthdays, rest }) => {
    const records: HistoryRecord[] = joins ? [joined({ at: START })] : [];
    let day = 0;
    taken.forEach(({ gap: days, step }, nth) => {
      day += days;
      const at = START + day * DAY + (nth + 1) * 60_000;
      const visits = records.filter((one) => one.type === 'visit');
      records.push(...step(at, nth, visits));
    });
    const until = START + (day + rest) * DAY + 3_600_000;
    return { records, birthdays, until };
  });

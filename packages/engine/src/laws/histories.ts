import type { Program, Tender, VisitLine } from '@afterglow/contract';
import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { HistoryRecord } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';
import { fullProgram } from './program.js';
import { toldBirthdays } from './told-birthdays.js';
import type { KnownBirthday } from '../account.js';
import { dayOfNumber } from '../calendar.js';
import {
  DAY,
  START,
  activity,
  adjustment,
  booking,
  claim,
  claimReturned,
  friend,
  hold,
  joined,
  line,
  membership,
  refund,
  session,
  tierSet,
  usd,
  visit,
  voiding,
  voucherUsed,
  withdrawn,
} from './records.js';

/** A clinic's program and one account's history, in the order in which it was taken. */
export interface History {
  readonly programs: readonly ProgramInForce[];
  readonly records: readonly HistoryRecord[];
  readonly birthdays: readonly KnownBirthday[];
  readonly until: number;
}

const cents = fc.oneof(
  fc.constantFrom(0, 1, 99, 100, 199, 100_000, 299_999),
  fc.integer({ min: 0, max: 200_000 }),
);

const soldLine = (lineId: string): fc.Arbitrary<VisitLine> =>
  fc.oneof(
    { weight: 5, arbitrary: cents.map((price) => line(lineId, price)) },
    cents.map((price) => line(lineId, price, { category: 'laser', code: 'LASER' })),
    cents.map((price) => line(lineId, price, { category: 'medical' })),
    cents.map((price) => line(lineId, price, { kind: 'product' })),
    cents.map((price) => line(lineId, price, { kind: 'giftCard' })),
    fc.constant(line(lineId, 5000, { code: 'BLOW', category: 'hair' })),
    fc
      .record({ code: fc.constantFrom('BLOW6', 'LASER3', 'OTHER'), price: cents })
      .map(({ code, price }) => line(lineId, price, { kind: 'package', code })),
  );

const tender: fc.Arbitrary<Tender> = fc.oneof(
  fc.constantFrom('1', '2', undefined).map((of) => session(of === undefined ? {} : { line: of })),
  cents.map((amount): Tender => ({ kind: 'voucher', amount: usd(amount) })),
  fc
    .constantFrom('V-1', 'V-2', 'CODEV-3')
    .map((reference): Tender => ({ kind: 'voucher', reference, amount: usd(5000) })),
  fc.constantFrom(1, 50, 200, 600).map((count): Tender => ({ kind: 'points', count })),
  fc
    .constantFrom(100, 2500, 9900, 30_000)
    .map((amount): Tender => ({ kind: 'credit', amount: usd(amount) })),
  cents.map((amount): Tender => ({ kind: 'giftCard', amount: usd(amount), line: '1' })),
);

/** Instants of about two years, often the same ones, so that orders and borders are met. */
const instant = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 800 }).map((day) => START + day * DAY) },
  fc.integer({ min: 0, max: 800 * 24 }).map((hour) => START + hour * 3_600_000),
);

/** How long after it happened a record is taken: mostly at once. */
const lateness = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1000) },
  fc.integer({ min: 0, max: 500 }).map((days) => days * DAY),
);

const visitIds = ['R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R:6%'] as const;
const when = fc.record({ at: instant, late: lateness }).map(({ at, late }) => ({
  at,
  recordedAt: at + late,
}));

const visitRecord = fc
  .record({
    id: fc.constantFrom(...visitIds),
    lines: fc.tuple(soldLine('1'), fc.option(soldLine('2'))),
    tenders: fc.array(tender, { maxLength: 2 }),
    discount: fc.option(cents),
    revision: fc.constantFrom(1, 1, 1, 2),
    named: fc.constantFrom(
      {},
      {},
      { checkoutId: 'chk_1' },
      { checkoutId: 'chk_2' },
      { booking: 'B-1' },
      { referredBy: 'mem_owner' },
      { sharesCardWith: 'mem_owner' },
    ),
    when,
  })
  .map(({ id, lines: [first, second], tenders, discount, revision, named, when: moment }) =>
    visit(id, second ? [first, second] : [first], {
      ...moment,
      ...named,
      revision,
      tenders,
      ...(discount === null ? {} : { discounts: [{ amount: usd(discount) }] }),
    }),
  );

const refundRecord = fc
  .record({
    nth: fc.integer({ min: 1, max: 5 }),
    id: fc.constantFrom(...visitIds),
    lineId: fc.constantFrom('1', '2'),
    amount: cents,
    sessions: fc.constantFrom(0, 0, 1, 2),
    when,
  })
  .map(({ nth, id, lineId, amount, sessions, when: moment }) =>
    refund(`F-${String(nth)}`, id, { [lineId]: { amount, sessions } }, moment),
  );

const friendRecords = fc
  .record({
    friendId: fc.constantFrom('mem_x', 'mem_y', 'mem_z'),
    joinedAt: when,
    completedAt: fc.option(when),
    end: fc.constantFrom('none', 'none', 'rejected', 'held', 'approved', 'released', 'withdrawn'),
    endAt: when,
    isHeld: fc.boolean(),
  })
  .map(({ friendId, joinedAt, completedAt, end, endAt, isHeld }): readonly HistoryRecord[] => [
    friend(friendId, 'joined', joinedAt),
    ...(isHeld ? [friend(friendId, 'held', joinedAt)] : []),
    ...(isHeld ? [] : [friend(friendId, 'booked', joinedAt)]),
    ...(completedAt ? [friend(friendId, 'completed', completedAt)] : []),
    ...(end === 'none' || end === 'withdrawn' || (end === 'held' && isHeld)
      ? []
      : [friend(friendId, end, endAt)]),
    ...(end === 'withdrawn'
      ? [withdrawn(`referral:${friendId}:completed`, { ...endAt, source: 'afterglow' })]
      : []),
  ]);

/** A package, what is used of it, and what is given back of it and of its uses. */
const packageRecords = fc
  .record({
    id: fc.constantFrom('P-1', 'P-2'),
    offer: fc.constantFrom(
      { code: 'BLOW6', used: { code: 'BLOW', category: 'hair' } },
      { code: 'LASER3', used: { code: 'LASER', category: 'laser' } },
    ),
    price: cents,
    sold: when,
    isByCard: fc.boolean(),
    uses: fc.array(fc.record({ after: fc.integer({ min: -5, max: 250 }), late: lateness }), {
      maxLength: 5,
    }),
    backs: fc.array(
      fc.record({
        of: fc.integer({ min: -2, max: 4 }),
        percent: fc.constantFrom(0, 10, 34, 50, 100),
        sessions: fc.constantFrom(0, 0, 1, 3),
        after: fc.integer({ min: 0, max: 300 }),
        late: lateness,
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ id, offer, price, sold, isByCard, uses, backs }): readonly HistoryRecord[] => {
    const moment = (after: number, late: number) => {
      const at = sold.at + after * DAY;
      return { at, recordedAt: at + late };
    };
    const useId = (nth: number) => `${id}-U${String(nth)}`;
    const card: Tender[] = isByCard ? [{ kind: 'giftCard', amount: usd(price) }] : [];
    const sale = visit(id, [line('1', price, { kind: 'package', code: offer.code })], {
      ...sold,
      tenders: card,
    });
    const used = uses.map(({ after, late }, nth) =>
      visit(useId(nth), [line('1', 5000, offer.used)], {
        ...moment(after, late),
        tenders: [session({ line: '1' })],
      }),
    );
    const refunds = backs.map(({ of, percent, sessions, after, late }, nth) => {
      const amount = Math.floor(((of < 0 ? price : 5000) * percent) / 100);
      const lines = { '1': { amount, sessions } };
      return refund(`${id}-F${String(nth)}`, of < 0 ? id : useId(of), lines, moment(after, late));
    });
    return [sale, ...used, ...refunds];
  });

/** Bookings, and what is done beside visits. */
const besideRecords: fc.Arbitrary<readonly HistoryRecord[]> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('B-1', 'B-2', 'B-3'),
      step: fc.constantFrom('made', 'made', 'changed', 'cancelled', 'missed'),
      madeOn: fc.constantFrom(undefined, 'unknown'),
      after: fc.integer({ min: 0, max: 60 }),
      when,
    })
    .map(({ id, step, madeOn, after, when: moment }) => [
      booking(
        id,
        { step, madeOn, startsAt: new Date(moment.at + after * DAY).toISOString() },
        moment,
      ),
    ]),
  fc
    .record({
      nth: fc.integer({ min: 1, max: 4 }),
      word: fc.constantFrom('photos', 'evaluation', 'open-house', 'unheard-of'),
      of: fc.constantFrom(undefined, 'R-1'),
      when,
    })
    .map(({ nth, word, of, when: moment }) => [
      activity(`A-${String(nth)}`, word, { ...moment, ...(of === undefined ? {} : { visit: of }) }),
    ]),
  fc
    .record({
      nth: fc.integer({ min: 1, max: 3 }),
      step: fc.constantFrom('started', 'started', 'paused', 'ended'),
      plan: fc.constantFrom('GLOW', 'GLOW', 'OTHER'),
      when,
    })
    .map(({ nth, step, plan, when: moment }) => [
      membership(`M-${String(nth)}`, step, { ...moment, plan }),
    ]),
);

/** Claims, holds and what staff do. */
const decisionRecords: fc.Arbitrary<readonly HistoryRecord[]> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('V-1', 'V-2', 'V-3'),
      cost: fc.constantFrom(0, 50, 500),
      days: fc.integer({ min: 0, max: 120 }),
      end: fc.constantFrom('none', 'returned', 'used'),
      after: fc.integer({ min: 0, max: 150 }),
      at: instant,
    })
    .map(({ id, cost, days, end, after, at }) => {
      const expiresOn = dayOfNumber(Math.floor(at / DAY) + days);
      const later = { at: at + after * DAY + 1000, recordedAt: at + after * DAY + 1000 };
      return [
        claim(id, { cost, cash: cost * 10, expiresOn }, { at, recordedAt: at }),
        ...(end === 'returned' ? [claimReturned(id, later)] : []),
        ...(end === 'used' ? [voucherUsed(id, later)] : []),
      ];
    }),
  fc
    .record({
      id: fc.constantFrom('chk_1', 'chk_2'),
      points: fc.constantFrom(0, 20, 300),
      credit: fc.constantFrom(0, 1000),
      vouchers: fc.constantFrom([], [{ id: 'V-1', worth: 5000 }]),
      at: instant,
    })
    .map(({ id, points, credit, vouchers, at }) => [
      hold(
        id,
        { points, pointsWorth: points * 10, credit, vouchers, expiresAt: at + 3_600_000 },
        { at, recordedAt: at },
      ),
    ]),
  fc
    .record({
      nth: fc.integer({ min: 1, max: 3 }),
      asset: fc.constantFrom('points', 'points', 'credit'),
      amount: fc.constantFrom(-400, -1, 70, 500),
      at: instant,
    })
    .map(({ nth, asset, amount, at }) => [
      adjustment(`adjustment:${String(nth)}`, { asset, amount }, { at, recordedAt: at }),
    ]),
  fc
    .record({ level: fc.constantFrom('luminous', 'fresh', null), days: fc.nat(300), at: instant })
    .map(({ level, days, at }) => [
      tierSet('tier:1', level, dayOfNumber(Math.floor(at / DAY) + days), { at, recordedAt: at }),
    ]),
);

const records = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: visitRecord.map((record): readonly HistoryRecord[] => [record]) },
      { weight: 4, arbitrary: refundRecord.map((record) => [record]) },
      fc
        .record({ id: fc.constantFrom(...visitIds), when })
        .map(({ id, when: moment }) => [voiding(`V-${id}`, id, moment)]),
      fc
        .record({ id: fc.constantFrom(...visitIds), when })
        .map(({ id, when: moment }) => [withdrawn(id, { ...moment, revision: 3 })]),
      when.map((moment) => [joined(moment)]),
      { weight: 2, arbitrary: friendRecords },
      { weight: 2, arbitrary: packageRecords },
      { weight: 3, arbitrary: besideRecords },
      { weight: 3, arbitrary: decisionRecords },
    ),
    { maxLength: 14 },
  )
  .map((groups) => onceEach(groups.flat()));

/** A source says each revision of an identity once; what it says twice is a repetition. */
function onceEach(all: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const known = new Map<string, HistoryRecord>();
  for (const record of all) {
    const key = `${record.source}/${record.externalId}/${String(record.revision)}`;
    if (!known.has(key)) known.set(key, record);
  }
  return [...known.values()].sort((a, b) => a.recordedAt - b.recordedAt);
}

/** The full program after some of it was given up. */
function without(gone: readonly string[]): Program {
  const rest = { ...fullProgram };
  for (const part of ['occasions', 'bonuses', 'memberships', 'rewards', 'packages'] as const) {
    if (gone.includes(part)) rest[part] = [];
  }
  return rest;
}

/** One version, or a second one that changes rates, tiers, the period, and who earns. */
const programs: fc.Arbitrary<readonly ProgramInForce[]> = fc.oneof(
  fc.constant([{ version: 1, startsAt: null, program: fullProgram }]),
  fc
    .record({
      startsAt: instant,
      lapseAfterMonths: fc.constantFrom(null, 1, 12, 24),
      graceDays: fc.constantFrom(0, 1, 60),
      factor: fc.constantFrom(0.5, 2),
      earnBeforeJoining: fc.boolean(),
      limitPerYear: fc.constantFrom(1, 5),
      gone: fc.subarray(['tier', 'occasions', 'bonuses', 'memberships', 'rewards', 'packages']),
    })
    .map(({ startsAt, gone, factor, earnBeforeJoining, ...second }) => [
      { version: 1, startsAt: null, program: { ...fullProgram, earnBeforeJoining } },
      {
        version: 2,
        startsAt,
        program: {
          ...without(gone),
          points: { ...fullProgram.points, lapseAfterMonths: second.lapseAfterMonths },
          referral: { ...fullProgram.referral, limitPerYear: second.limitPerYear, holdDays: 0 },
          tiers: {
            ...fullProgram.tiers,
            graceDays: second.graceDays,
            windowMonths: 6,
            levels: fullProgram.tiers.levels
              .slice(0, gone.includes('tier') ? 2 : 3)
              .map((level) => ({
                ...level,
                threshold: usd(level.threshold.amount * factor),
              })),
          },
          earning: fullProgram.earning.map((rule) => ({
            ...rule,
            rate: { points: rule.rate.points + 1, perMinorUnits: rule.rate.perMinorUnits },
          })),
        },
      },
    ]),
);

/** Histories of one account, with everything that can be late, repeated, edited or taken back. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    programs,
    records,
    birthdays: toldBirthdays,
    rest: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ programs: versions, records: taken, birthdays, rest }) => ({
    programs: versions,
    records: taken,
    birthdays,
    until: Math.max(START, ...taken.map(({ recordedAt }) => recordedAt)) + rest * DAY,
  }));

const blowDry = line('2', 5000, { code: 'BLOW', category: 'hair' });
const laserSession = line('2', 30_000, { category: 'laser', code: 'LASER' });

const plainVisit = fc
  .record({
    day: fc.integer({ min: 0, max: 900 }),
    hour: fc.integer({ min: 0, max: 30 }),
    first: soldLine('1'),
    second: fc.oneof(fc.constantFrom(blowDry, laserSession), soldLine('2')),
    session: fc.boolean(),
    card: fc.option(fc.record({ amount: cents, of: fc.constantFrom('1', undefined) })),
    discount: fc.option(cents),
  })
  .map(({ day, hour, first, second, session: isPrepaid, card, discount }) => {
    const tenders: Tender[] = isPrepaid ? [session({ line: '2' })] : [];
    if (card) {
      const { amount, of } = card;
      tenders.push({
        kind: 'giftCard',
        amount: usd(amount),
        ...(of === undefined ? {} : { line: of }),
      });
    }
    return {
      at: START + day * DAY + hour * 3_600_000,
      lines: [first, second],
      tenders,
      ...(discount === null ? {} : { discounts: [{ amount: usd(discount) }] }),
    };
  });

const plainRefund = fc.record({
  of: fc.nat({ max: 11 }),
  lineId: fc.constantFrom('1', '2'),
  amount: fc.oneof(cents, fc.constant(1_000_000)),
  sessions: fc.constantFrom(0, 0, 1, 2),
  days: fc.oneof(fc.integer({ min: -3, max: 20 }), fc.integer({ min: 0, max: 700 })),
  isVoid: fc.boolean(),
});

/**
 * Histories of visits with refunds and voids that come when they happen: each visit once, each
 * session for a line by name. For the second reckoning in `oracle.ts`.
 */
export const plainHistories: fc.Arbitrary<Omit<History, 'programs' | 'birthdays'>> = fc
  .record({
    visits: fc.array(plainVisit, { minLength: 1, maxLength: 12 }),
    refunds: fc.array(plainRefund, { maxLength: 8 }),
    rest: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ visits, refunds, rest }) => {
    const taken = visits.map((data, nth) => visit(`R-${String(nth)}`, data.lines, data));
    const corrections = refunds.flatMap((correction, nth): HistoryRecord[] => {
      const { of, lineId, amount, sessions, days, isVoid } = correction;
      const named = taken[of];
      if (!named) return [];
      const at = named.at + days * DAY;
      if (isVoid && nth % 3 === 0) return [voiding(`V-${String(nth)}`, named.externalId, { at })];
      return [
        refund(`F-${String(nth)}`, named.externalId, { [lineId]: { amount, sessions } }, { at }),
      ];
    });
    const records: HistoryRecord[] = [...taken, ...corrections];
    records.sort((a, b) => a.at - b.at);
    return { records, until: Math.max(...records.map(({ at }) => at)) + rest * DAY };
  });

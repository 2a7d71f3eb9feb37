import type { Tender, VisitData, VisitLine } from '@afterglow/contract';
import type { KnownBirthday } from '../account.js';
import type { HistoryRecord, RecordOf } from '../history.js';
import { baseOf, dayAt, later, nextDay, offerOf, paidOf, rateOf } from './oracle.js';
import type { OrderedHistory } from './ordered-histories.js';

/**
 * A second reckoning of the whole program, written from the words of the rules and sharing no code
 * with the engine: slow, day by day, for the full test program and for histories that come in order.
 * What is refunded or void is known from the start, as the rules have it: a refunded visit is none.
 */
export interface WholeReckoning {
  readonly points: number;
  /** Minor units of credit that are left, with their last day, in the order of use. */
  readonly credit: readonly (readonly [left: number, lastDay: string])[];
  /** What gave each offer, and its last day, in the order in which they were given. */
  readonly offers: readonly (readonly [source: string, lastDay: string])[];
  readonly multipliers: readonly (readonly [percent: number, visits: number])[];
  readonly visits: number;
  readonly tier: string;
}

const NEVER = '9999-12-31';
const levels = ['fresh', 'radiant', 'luminous'] as const;
const thresholds = [0, 100_000, 300_000];

const isEligible = ({ category, code }: VisitLine) => category !== 'medical' && code !== 'CONSULT';
const daysFrom = (early: string, late: string) =>
  (Date.parse(late) - Date.parse(early)) / 86_400_000;

/** The day in another year; the 28th where that year has no 29 February. */
const inYear = (year: number, monthDay: string) => later(`2024-${monthDay}`, (year - 2024) * 12);

interface Lot {
  left: number;
  readonly lastDay: string;
}

interface Booking {
  readonly madeOn: string;
  /** The day of the last visit when it was made. */
  readonly startsOn: string;
}

/** Reckons a history up to an instant. */
export function reckonWhole({ records, birthdays, until }: OrderedHistory): WholeReckoning {
  const voids = records.flatMap((one) => (one.type === 'void' ? [one.data.visit] : []));
  const refunds = records.filter((one): one is RecordOf<'refund'> => one.type === 'refund');
  const backOf = (visit: string, line: string) =>
    refunds
      .filter(({ data }) => data.visit === visit)
      .flatMap(({ data }) => data.lines.filter(({ lineId }) => lineId === line))
      .reduce((sum, { amount }) => sum + amount.amount, 0);

  let points = 0;
  /** Credit that was spent and taken back since. */
  let debt = 0;
  let usableThrough = NEVER;
  let today = dayAt(records[0]?.at ?? until);
  let isMember = false;
  let plan: { startedOn: string; months: number; before: number; isActive: boolean } | undefined;
  const lots: Lot[] = [];
  const offers: (readonly [string, string])[] = [];
  const multipliers: { percent: number; left: number }[] = [];
  const visitDays: string[] = [];
  /** Treatments so far. */
  let treated = 0;
  const categories = new Set<string>();
  const spend: { day: string; amount: number }[] = [];
  const bookings = new Map<string, Booking>();
  const given = new Set<string>();

  /** Whether a limit lets it be given; then it is used up. */
  const once = (key: string): boolean => {
    const isNew = !given.has(key);
    given.add(key);
    return isNew;
  };

  const bank = (amount: number, lastDay: string): void => {
    const owed = Math.min(debt, amount);
    debt -= owed;
    lots.push({ left: amount - owed, lastDay });
    lots.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
  };
  const creditLeft = () => lots.reduce((sum, { left }) => sum + left, 0);

  const rankOn = (on: string): number => {
    const reached = Array.from({ length: 31 }, (_, ago) => {
      const day = nextDay(on, -ago);
      const from = later(day, -12);
      return spend
        .filter((one) => one.day > from && one.day <= day)
        .reduce((sum, { amount }) => sum + amount, 0);
    });
    return thresholds.findLastIndex((threshold) => threshold <= Math.max(...reached));
  };

  const bankMonths = (): void => {
    while (plan?.isActive && later(plan.startedOn, plan.months) <= today) {
      const day = later(plan.startedOn, plan.months);
      bank(9900, later(day, 6));
      if ((plan.before + plan.months) % 3 === 0) offers.push(['perk', nextDay(day, 90)]);
      plan.months += 1;
    }
  };

  /** A year goes by the birthday that it began with, or by the first one that was ever said. */
  const keepBirthday = (): void => {
    const thisYear = today.slice(0, 4);
    const inThisYear = birthdays.filter(({ toldOn }) => toldOn.startsWith(thisYear));
    const before = birthdays.filter(({ toldOn }) => toldOn < `${thisYear}-01-01`);
    const isNamed = ({ on }: KnownBirthday) => on !== null;
    const known = before.findLast(isNamed) ?? inThisYear.find(isNamed);
    if (!known?.on || known.toldOn >= today || !isMember) return;

    let isThere = before.at(-1)?.on !== null;
    let isChanged = false;
    let said = known.on;
    for (const { on, toldOn } of inThisYear) {
      // What is said on a day takes nothing from that day, and gives it nothing.
      if (on === null && toldOn < today) isThere = false;
      if (on === null) continue;
      if (toldOn < today && on === known.on && said === on) isThere = true;
      if (toldOn < today && on !== said) isChanged = true;
      said = on;
    }
    const year = nextDay(today, 7).slice(0, 4);
    if (!isThere || (isChanged && year > thisYear)) return;
    if (nextDay(inYear(Number(year), known.on), -7) !== today || !once(`birthday ${year}`)) return;
    offers.push(['birthday', nextDay(today, 30)]);
  };

  const keepAnniversary = (): void => {
    const [first] = visitDays;
    const year = Number(today.slice(0, 4));
    if (!first || !isMember || year <= Number(first.slice(0, 4))) return;
    if (inYear(year, first.slice(5)) !== today || !once(`anniversary ${String(year)}`)) return;
    // Nothing grows for somebody who was not here since the last one.
    if (daysFrom(visitDays.at(-1) ?? '', today) <= 366) points += 100;
  };

  /** Each day begins with what falls due on it. */
  const passTo = (day: string): void => {
    while (today < day) {
      today = nextDay(today, 1);
      if (today > usableThrough) {
        points = Math.min(points, 0);
        usableThrough = NEVER;
      }
      for (const lot of lots) if (today > lot.lastDay) lot.left = 0;
      bankMonths();
      keepBirthday();
      keepAnniversary();
    }
  };

  const reward = (nth: number): void => {
    if (nth === 2) points += 60;
    if (nth === 4) bank(2500, nextDay(today, 120));
    if (nth === 6) multipliers.push({ percent: 150, left: 3 });
  };

  /** Takes credit, soonest end first; what is missing is owed. */
  const spendCredit = (amount: number): void => {
    let rest = amount;
    for (const lot of lots) {
      const taken = Math.min(lot.left, rest);
      lot.left -= taken;
      rest -= taken;
    }
    debt += rest;
  };

  /** What was free when the visit was paid, or is in the light of what was refunded since, is taken. */
  const spendOn = (record: HistoryRecord, tenders: readonly Tender[]): void => {
    if (!tenders.some(({ kind }) => kind === 'credit' || kind === 'points')) return;
    const before = records.slice(0, records.indexOf(record));
    const then = reckonWhole({ records: before, birthdays, until: record.at });
    const creditThen = then.credit.reduce((sum, [left]) => sum + left, 0);
    let freePoints = Math.max(points, then.points);
    let freeCredit = Math.max(creditLeft(), creditThen);
    for (const { kind, amount, count = 0 } of tenders) {
      const money = amount?.amount ?? 0;
      if (kind === 'credit' && freeCredit >= money) {
        spendCredit(money);
        freeCredit -= money;
      }
      if (kind === 'points' && freePoints >= count) {
        points -= count;
        freePoints -= count;
      }
    }
  };

  const promotionOf = ({ kind, category }: VisitLine, rank: number): number =>
    Math.max(
      kind === 'treatment' && today >= '2026-05-01' && today < '2026-05-08' ? 200 : 100,
      category === 'laser' && rank >= 1 ? 150 : 100,
      kind === 'treatment' && treated >= 3 && today.startsWith('2026-03') ? 175 : 100,
    );

  /** The booking that a visit keeps: the one that it names, or the first one of the day. */
  const keptBy = ({ booking }: VisitData): Booking | undefined => {
    const id = booking ?? [...bookings].find(([, { startsOn }]) => startsOn === today)?.[0] ?? '';
    const kept = bookings.get(id);
    bookings.delete(id);
    // Nobody comes for what lies behind.
    for (const [of, { startsOn }] of bookings) if (startsOn < today) bookings.delete(of);
    return kept;
  };

  const takeVisit = (record: RecordOf<'visit'>): void => {
    const { externalId: visit, data: told } = record;
    // A hundred points are worth ten dollars.
    const tenders = (told.tenders ?? []).map((one): Tender => {
      const { count } = one;
      if (one.kind !== 'points' || count === undefined) return one;
      return { ...one, amount: { amount: count * 10, currency: 'USD' } };
    });
    const data = { ...told, tenders };
    const paid = paidOf(data);
    const lines = data.lines.map((line, index) => {
      const back = backOf(visit, line.lineId);
      const before = paid[index] ?? 0;
      const base = baseOf(data, index);
      const isUndone = back > 0 && back >= base;
      return { line, base, isUndone, before, keeps: Math.max(0, before - back) };
    });
    const isUndone =
      refunds.some((one) => one.data.visit === visit) &&
      lines.every((one) => one.isUndone || one.base === 0);
    if (!isUndone) spendOn(record, tenders);

    const treatments = lines.filter(
      ({ line, keeps }) => line.kind === 'treatment' && isEligible(line) && keeps > 0,
    );
    const isVisit = treatments.length > 0;
    const rank = rankOn(today);
    const multiplier = isVisit ? multipliers.find(({ left }) => left > 0) : undefined;
    let isRaised = false;
    for (const { line, before, keeps, isUndone: isLineUndone } of lines) {
      const [rate, per] = rateOf(line, today);
      const more = promotionOf(line, rank) + (rank === 2 ? 25 : 0);
      const percent = more + (multiplier ? multiplier.percent - 100 : 0);
      const earned = (amount: number) => Math.floor((amount * rate * percent) / (per * 100));
      if (keeps > 0 && earned(before) > 0) isRaised = true;
      points += earned(keeps);
      const offer = offerOf(line);
      if (offer && !isLineUndone) points += offer.bonus;
      if (line.code === 'LASER3' && offer && !isLineUndone && once(`three-pack ${visit}`))
        points += 30;
    }
    if (multiplier && isRaised) multiplier.left -= 1;

    const rewarded = treatments.map(({ line }) => line);
    const year = today.slice(0, 4);
    const named = rewarded.some(({ code }) => code === 'PEEL' || code === 'LASER');
    if (named && once(`peel-bonus ${year}`)) points += 40;
    const isNew = rewarded.some(({ category }) => category && !categories.has(category));
    if (isNew && visitDays.length > 0) points += 25;
    if (isVisit) {
      const kept = keptBy(data);
      const last = visitDays.at(-1);
      // What was booked before the last visit was there when the member left.
      const after = kept && last ? daysFrom(last, kept.madeOn) : Infinity;
      if (after <= 14) points += 20;
      if (after <= 0) points += 10;
      if (last && daysFrom(last, today) >= 180) {
        bank(1500, nextDay(today, 30));
      }
    }

    spend.push({
      day: today,
      amount: lines
        .filter(({ line }) => line.kind === 'treatment' || line.kind === 'package')
        .reduce((sum, { keeps }) => sum + keeps, 0),
    });
    if (paid.some((amount) => amount > 0)) usableThrough = later(today, 12);
    if (!isVisit) return;
    visitDays.push(today);
    treated += treatments.length;
    for (const { line } of treatments) if (line.category) categories.add(line.category);
    reward(visitDays.length);
  };

  const takeBooking = ({ data, at }: RecordOf<'booking'>): void => {
    const { booking, step, startsAt } = data;
    if (step === 'cancelled' || step === 'missed') bookings.delete(booking);
    else {
      const startsOn = startsAt === undefined ? '' : dayAt(Date.parse(startsAt));
      bookings.set(booking, { madeOn: bookings.get(booking)?.madeOn ?? dayAt(at), startsOn });
    }
  };

  const takeActivity = ({ data: { activity, visit } }: RecordOf<'activity'>): void => {
    if (activity === 'photos' && once(`photos ${today.slice(0, 4)}`)) points += 15;
    if (activity === 'evaluation' && once(`evaluation ${visit ?? today}`)) points += 5;
    if (activity === 'open-house' && once('open-house')) points += 50;
  };

  const takeMembership = ({ data: { step } }: RecordOf<'membership'>): void => {
    if (step !== 'started') {
      if (plan) plan.isActive = false;
      return;
    }
    if (plan && later(plan.startedOn, plan.months) > today) plan.isActive = true;
    if (!plan?.isActive) {
      const before = plan ? plan.before + plan.months : 0;
      plan = { startedOn: today, months: 0, before, isActive: true };
    }
    bankMonths();
  };

  const take = (record: HistoryRecord): void => {
    switch (record.type) {
      case 'joined':
        isMember = true;
        points += 50;
        return;
      case 'visit':
        if (!voids.includes(record.externalId)) takeVisit(record);
        return;
      case 'booking':
        takeBooking(record);
        return;
      case 'activity':
        takeActivity(record);
        return;
      case 'membership':
        takeMembership(record);
        return;
      case 'claim':
        points -= record.data.cost;
        return;
      case 'claimReturned':
        points +=
          records.flatMap((one) =>
            one.type === 'claim' && one.data.voucherId === record.data.voucherId
              ? [one.data.cost]
              : [],
          )[0] ?? 0;
    }
  };

  for (const record of records) {
    passTo(dayAt(record.at));
    take(record);
  }
  passTo(dayAt(until));

  return {
    points,
    credit: lots.filter(({ left }) => left > 0).map(({ left, lastDay }) => [left, lastDay]),
    offers,
    multipliers: multipliers.filter(({ left }) => left > 0).map((one) => [one.percent, one.left]),
    visits: visitDays.length,
    tier: levels[rankOn(today)] ?? '',
  };
}

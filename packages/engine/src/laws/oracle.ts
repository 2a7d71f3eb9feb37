import type { VisitData, VisitLine } from '@afterglow/contract';
import type { HistoryRecord, RecordOf } from '../history.js';

/**
 * A second reckoning of a plain history, written from the words of the rules and sharing no code with
 * the engine: slow, day by day, for the test program in its first version only. Where the two differ,
 * one of them has misread the rules.
 */
export interface Reckoned {
  readonly points: number;
  /** What each line still gives, by `visit:line`; lines that give nothing are left out. */
  readonly earned: Readonly<Record<string, number>>;
  /** Sessions that can be used, by `visit:line:nth`. */
  readonly sessions: Readonly<Record<string, number>>;
  /** The first day without the points that lapsed, and how many they were. */
  readonly lapses: readonly (readonly [day: string, points: number])[];
  readonly tier: string;
}

const DAY = 86_400_000;
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago', dateStyle: 'short' });
/** The local day of an instant. */
export const dayAt = (at: number): string => wall.format(at);
/** So many days later. */
export const nextDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** So many months later; the last day of the month where there is no such day. */
export function later(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const there = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return there.toISOString().slice(0, 10);
}

/** Points per cent: the rows of the test program. */
export function rateOf(
  { kind, category, code }: VisitLine,
  day: string,
): readonly [number, number] {
  if (category === 'medical' || code === 'CONSULT') return [0, 1];
  if (kind === 'product') return [1, 300];
  if (kind === 'package') return [1, 150];
  if (kind !== 'treatment') return [0, 1];
  return category === 'laser' && day >= '2026-06-01' && day < '2026-09-01' ? [2, 100] : [1, 100];
}

const offers = {
  BLOW6: {
    sessions: 6,
    bonus: 25,
    months: Infinity,
    covers: (of: VisitLine) => of.code === 'BLOW',
  },
  LASER3: {
    sessions: 3,
    bonus: 100,
    months: 6,
    covers: (of: VisitLine) => of.category === 'laser',
  },
};
/** The package that a line buys. */
export const offerOf = ({ kind, code }: VisitLine) =>
  kind === 'package' ? offers[code as keyof typeof offers] : undefined;

/** Takes an amount from several, each in proportion, the odd cents where most was cut off. */
function takeShares(from: number[], amount: number): void {
  const sum = from.reduce((a, b) => a + b, 0);
  const total = Math.min(amount, sum);
  if (sum === 0) return;
  const exact = from.map((weight) => (total * weight) / sum);
  const odd = total - exact.reduce((a, share) => a + Math.floor(share), 0);
  const first = from
    .map((weight, index) => [(total * weight) % sum, index] as const)
    .sort(([a, i], [b, j]) => b - a || i - j);
  const lucky = first.slice(0, odd).map(([, index]) => index);
  exact.forEach((share, index) => {
    from[index] = (from[index] ?? 0) - Math.floor(share) - (lucky.includes(index) ? 1 : 0);
  });
}

/** What was paid with money for each line; a session pays all of its line. */
export function paidOf({ lines, discounts = [], tenders = [] }: VisitData): number[] {
  const paid = lines.map(({ price }) => price.amount);
  takeShares(
    paid,
    discounts.reduce((sum, { amount }) => sum + amount.amount, 0),
  );
  let rest = 0;
  for (const { kind, line, amount } of tenders) {
    const at = lines.findIndex(({ lineId }) => lineId === line);
    const most = paid[at] ?? 0;
    if (kind === 'session' || at >= 0) paid[at] = most - Math.min(most, amount?.amount ?? most);
    else if (kind !== 'money') rest += amount?.amount ?? 0;
  }
  takeShares(paid, rest);
  return paid;
}

/** What a refund gives back of: the money paid, or the cost of a line that was paid otherwise. */
export const baseOf = (data: VisitData, index: number): number =>
  paidOf(data)[index] || (paidOf({ ...data, tenders: [] })[index] ?? 0);

interface Bundle {
  readonly name: string;
  readonly at: number;
  readonly offer: (typeof offers)['BLOW6'];
  readonly lastDay: string;
  used: number;
  refunded: number;
  isEnded: boolean;
}

/** What was bought, less what was used, less what was refunded: used and refunded ones count twice. */
const leftOf = ({ offer, used, refunded, isEnded }: Bundle): number =>
  isEnded ? 0 : Math.max(0, offer.sessions - used - refunded);

/** Reckons visits (whose sessions name their line), refunds and voids, up to an instant. */
export function reckon(records: readonly HistoryRecord[], until: number): Reckoned {
  const voids = records.flatMap((one) => (one.type === 'void' ? [one.data.visit] : []));
  const known = records
    .filter((one) => one.type === 'visit' || one.type === 'refund')
    .filter((one) => !voids.includes(one.type === 'visit' ? one.externalId : one.data.visit))
    .sort((a, b) => a.at - b.at || (a.externalId < b.externalId ? -1 : 1));
  const refunds = known.filter((one): one is RecordOf<'refund'> => one.type === 'refund');
  const refundedOf = (visit: string, line: string, by: readonly RecordOf<'refund'>[] = refunds) => {
    const lines = by.filter(({ data }) => data.visit === visit).flatMap(({ data }) => data.lines);
    const mine = lines.filter(({ lineId }) => lineId === line);
    return {
      amount: mine.reduce((sum, { amount }) => sum + amount.amount, 0),
      sessions: mine.reduce((sum, { sessions = 0 }) => sum + sessions, 0),
    };
  };

  const earned: Record<string, number> = {};
  const lapses: (readonly [string, number])[] = [];
  const bundles: Bundle[] = [];
  const used: { visit: string; line: string; bundle: Bundle; count: number }[] = [];
  const seen: RecordOf<'visit'>[] = [];
  const spend: { day: string; amount: number }[] = [];
  let points = 0;
  let usableThrough = '9999-12-31';

  const passTo = (day: string): void => {
    if (day > usableThrough) {
      if (points > 0) lapses.push([nextDay(usableThrough, 1), points]);
      points = 0;
      usableThrough = '9999-12-31';
    }
    for (const bundle of bundles) bundle.isEnded ||= day > bundle.lastDay;
  };

  const takeVisit = (record: RecordOf<'visit'>, day: string): void => {
    const { externalId: visit, at, data } = record;
    const paid = paidOf(data);
    let isPurchase = paid.some((amount) => amount > 0);
    let spent = 0;
    data.lines.forEach((line, index) => {
      const back = refundedOf(visit, line.lineId).amount;
      const keeps = Math.max(0, (paid[index] ?? 0) - back);
      const [rate, per] = rateOf(line, day);
      const offer = offerOf(line);
      const isUndone = back > 0 && back >= baseOf(data, index);
      const gives = Math.floor((keeps * rate) / per) + (offer && !isUndone ? offer.bonus : 0);
      if (gives > 0) earned[`${visit}:${line.lineId}`] = gives;
      points += gives;
      if (line.kind === 'treatment' || line.kind === 'package') spent += keeps;
      if (!offer) return;
      const lastDay = offer.months === Infinity ? '9999-12-31' : later(day, offer.months);
      const name = `${visit}:${line.lineId}:1`;
      bundles.push({ name, at, offer, lastDay, used: 0, refunded: 0, isEnded: false });
    });
    spend.push({ day, amount: spent });
    for (const tender of (data.tenders ?? []).filter(({ kind }) => kind === 'session')) {
      const line = data.lines.find(({ lineId }) => lineId === tender.line);
      const [bundle] = bundles
        .filter((one) => leftOf(one) > 0 && line?.kind === 'treatment' && one.offer.covers(line))
        .sort((a, b) => (a.lastDay === b.lastDay ? a.at - b.at : a.lastDay < b.lastDay ? -1 : 1));
      if (!bundle || !line) continue;
      bundle.used += 1;
      used.push({ visit, line: line.lineId, bundle, count: 1 });
      isPurchase = true;
    }
    if (isPurchase) usableThrough = later(day, 12);
  };

  const takeRefund = ({ data, ...record }: RecordOf<'refund'>, day: string): void => {
    const visit = seen.find(({ externalId }) => externalId === data.visit);
    const lines = (visit?.data.lines ?? []).filter((line) =>
      data.lines.some(({ lineId }) => lineId === line.lineId),
    );
    for (const line of lines) {
      const soFar = refunds.slice(0, refunds.findIndex(({ id }) => id === record.id) + 1);
      const back = refundedOf(data.visit, line.lineId, soFar);
      const bundle = bundles.find(({ name }) => name === `${data.visit}:${line.lineId}:1`);
      if (bundle && visit) {
        const all = bundle.offer.sessions;
        const base = baseOf(visit.data, visit.data.lines.indexOf(line));
        const amount = Math.min(back.amount, base);
        const byMoney = base > 0 ? Math.floor((all * amount) / base) : back.amount > 0 ? all : 0;
        bundle.refunded = Math.max(byMoney, Math.min(all, back.sessions));
      }
      let named = data.lines.find(({ lineId }) => lineId === line.lineId)?.sessions ?? 0;
      for (const use of used.filter(
        (one) => one.visit === data.visit && one.line === line.lineId,
      )) {
        const comes = Math.min(named, use.count);
        named -= comes;
        if (day > use.bundle.lastDay) continue;
        use.count -= comes;
        use.bundle.used -= comes;
      }
    }
  };

  for (const record of known) {
    const day = dayAt(record.at);
    passTo(day);
    if (record.type === 'visit') {
      takeVisit(record, day);
      seen.push(record);
      const earlier = known.slice(0, known.indexOf(record));
      for (const one of refunds) {
        if (earlier.includes(one) && one.data.visit === record.externalId) takeRefund(one, day);
      }
    } else takeRefund(record, day);
  }
  const today = dayAt(until);
  passTo(today);

  let best = 0;
  for (let ago = 0; ago <= 30; ago += 1) {
    const day = nextDay(today, -ago);
    const from = later(day, -12);
    const inWindow = spend.filter((one) => one.day > from && one.day <= day);
    best = Math.max(
      best,
      inWindow.reduce((sum, { amount }) => sum + amount, 0),
    );
  }
  const tier = best >= 300_000 ? 'luminous' : best >= 100_000 ? 'radiant' : 'fresh';
  const sessions = Object.fromEntries(bundles.map((one) => [one.name, leftOf(one)]));
  return { points, earned, sessions, lapses, tier };
}

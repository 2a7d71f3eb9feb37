import {
  rewardBand,
  type Program,
  type SimulatedGain,
  type SimulatedRate,
  type SimulatedTiers,
  type SimulationReport,
} from '@afterglow/contract';
import { addDays, addYears, daysBetween, type LocalDay } from '@afterglow/engine/calendar';
import { costRows } from './cost-rows.js';
import { flowOf, giftsOf, type Flow } from './flows.js';
import type { JudgedAccount } from './judge-account.js';
import type { Reduction } from './past-bills.js';
import { basisPoints, median, share } from './worth.js';

/** What a report is about, beside the accounts. */
export interface ReportTerms {
  readonly program: Program;
  /** Points of each 100 issued that are used. */
  readonly redemptionPercent: number;
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** The days at whose ends the accounts' tiers were looked at. */
  readonly tierDays: readonly LocalDay[];
}

/** How many of those who gain most are named. */
const gainsShown = 10;

/** Visits a year of a typical member. */
const typicalVisits = { from: 3, to: 4 };

const DAYS_PER_YEAR = 365;

/** What an account is given, minor units, points at their full worth. */
export interface Given {
  readonly points: number;
  readonly credit: number;
  readonly discounts: number;
  readonly offers: number;
  readonly total: number;
}

/** Spend of an account, minor units. */
export function spendOf({ paid }: JudgedAccount): number {
  return sumOf(paid, ({ amount }) => amount);
}

/** What one account is given. */
export function givenTo({ entries, reductions }: JudgedAccount, program: Program): Given {
  const gifts = giftsOf(entries);
  const issued = sumOf(gifts, ({ asset, amount }) => (asset === 'points' ? amount : 0));
  const points = worthOf(issued, program);
  const credit = sumOf(gifts, ({ asset, amount }) => (asset === 'credit' ? amount : 0));
  const discounts = reducedBy(reductions, 'benefit');
  const offers = reducedBy(reductions, 'offer');
  return { points, credit, discounts, offers, total: points + credit + discounts + offers };
}

function reducedBy(reductions: readonly Reduction[], kind: Reduction['kind']): number {
  return sumOf(reductions, (one) => (one.kind === kind ? one.amount : 0));
}

/** Worth of points by the program, minor units, rounded down. */
export function worthOf(points: number, { points: { value } }: Program): number {
  return share(points, value.amount.amount, value.points);
}

/**
 * What a program makes of a clinic. Pure: ledger entries, tiers and payments in, sums out. What gives
 * something is named by the entries themselves, so a rule that is new to the engine is a new row.
 */
export function buildReport(
  accounts: readonly JudgedAccount[],
  terms: ReportTerms,
): SimulationReport {
  const { program, redemptionPercent } = terms;
  const { currency } = program.clinic;
  const money = (amount: number) => ({ amount, currency });
  const entries = accounts.flatMap((account) => account.entries);
  const spend = sumOf(accounts, spendOf);
  const points = redeem(flowOf(entries, 'points'), redemptionPercent);
  const given = {
    points: worthOf(points.issued, program),
    credit: sumOf(giftsOf(entries), ({ asset, amount }) => (asset === 'credit' ? amount : 0)),
    discounts: sumOf(accounts, ({ reductions }) => reducedBy(reductions, 'benefit')),
    offers: sumOf(accounts, ({ reductions }) => reducedBy(reductions, 'offer')),
  };
  const total = given.points + given.credit + given.discounts + given.offers;
  const cost =
    worthOf(points.redeemed, program) +
    share(given.credit, redemptionPercent, 100) +
    given.discounts +
    given.offers +
    sumOf(accounts, ({ account }) => sumOf(account.donations, ({ amount }) => amount));
  const sessions = flowOf(entries, 'sessions');
  const credit = flowOf(entries, 'credit');
  const creditLeft = credit.issued - credit.used - credit.lapsed;
  return {
    spend: money(spend),
    given: {
      total: money(total),
      points: money(given.points),
      credit: money(given.credit),
      discounts: money(given.discounts),
      offers: money(given.offers),
    },
    cost: money(cost),
    costBasisPoints: basisPoints(cost, spend),
    rates: ratesOf(accounts, { total, spend }, terms),
    points,
    liability: money(Math.max(0, worthOf(points.outstanding, program)) + Math.max(0, creditLeft)),
    sessions: {
      sold: sessions.issued,
      used: sessions.used,
      expired: sessions.lapsed,
      left: sessions.issued - sessions.used - sessions.lapsed,
    },
    offers: offersOf(accounts),
    costs: costRows(accounts, { program, redemptionPercent, points }),
    tiers: tiersOf(accounts, terms),
    gains: gainsOf(accounts, program),
  };
}

/**
 * Points by where they go. A share of those that nobody is known to have used is taken as used soon
 * after it was issued, so it can't lapse; of the rest, what the rules let lapse is gone.
 */
function redeem({ issued, used, lapsed }: Flow, percent: number): SimulationReport['points'] {
  const redeemed = used + share(issued - used, percent, 100);
  const gone = share(lapsed, 100 - percent, 100);
  return { issued, redeemed, lapsed: gone, outstanding: issued - redeemed - gone };
}

function ratesOf(
  accounts: readonly JudgedAccount[],
  all: { readonly total: number; readonly spend: number },
  terms: ReportTerms,
): SimulationReport['rates'] {
  const spenders = accounts.filter((account) => spendOf(account) > 0);
  const rateOf = (account: JudgedAccount) =>
    basisPoints(givenTo(account, terms.program).total, spendOf(account)) ?? 0;
  const typical = spenders.filter((account) => {
    const visits = Math.round(visitsPerYear(account, terms));
    return visits >= typicalVisits.from && visits <= typicalVisits.to;
  });
  return {
    overall: judged(basisPoints(all.total, all.spend), spenders.length),
    median: judged(median(spenders.map(rateOf)), spenders.length),
    typical: judged(median(typical.map(rateOf)), typical.length),
  };
}

function judged(rate: number | null, members: number): SimulatedRate {
  if (rate === null) return { basisPoints: null, verdict: null, members };
  const { from, to } = rewardBand;
  return {
    basisPoints: rate,
    verdict: rate < from ? 'below' : rate > to ? 'above' : 'inside',
    members,
  };
}

/** Visits in the last twelve months of the history; those of a shorter one stand for a year. */
function visitsPerYear({ visitDays }: JudgedAccount, { from, to }: ReportTerms): number {
  const yearAgo = addDays(addYears(to, -1), 1);
  const start = from > yearAgo ? from : yearAgo;
  const visits = visitDays.filter((day) => day >= start).length;
  const days = daysBetween(start, to) + 1;
  return from > yearAgo ? (visits * DAYS_PER_YEAR) / days : visits;
}

/** Offers that rules gave, by what gave them, and how many of them found a bill. */
function offersOf(accounts: readonly JudgedAccount[]): SimulationReport['offers'] {
  const counts = new Map<string, { count: number; used: number }>();
  const countOf = (source: string) => {
    const known = counts.get(source) ?? { count: 0, used: 0 };
    counts.set(source, known);
    return known;
  };
  for (const { account, reductions } of accounts) {
    for (const { source } of account.offers) countOf(source).count += 1;
    for (const { kind, name } of reductions) if (kind === 'offer') countOf(name).used += 1;
  }
  return [...counts]
    .map(([source, of]) => ({ source, ...of }))
    .sort((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1));
}

function tiersOf(
  accounts: readonly JudgedAccount[],
  { program, tierDays }: ReportTerms,
): readonly SimulatedTiers[] & SimulatedTiers[] {
  return tierDays.map((on, index) => ({
    on,
    levels: program.tiers.levels.map(({ id }) => ({
      tier: id,
      members: accounts.filter(({ tiers }) => tiers[index] === id).length,
    })),
  }));
}

function gainsOf(accounts: readonly JudgedAccount[], program: Program): SimulatedGain[] {
  const { currency } = program.clinic;
  return accounts
    .map((account) => ({ account, given: givenTo(account, program).total }))
    .filter(({ given }) => given > 0)
    .sort((a, b) => b.given - a.given)
    .slice(0, gainsShown)
    .map(({ account, given }) => {
      const spend = spendOf(account);
      return {
        member: account.name,
        tier: account.account.tier.level,
        visits: account.visitDays.length,
        spend: { amount: spend, currency },
        given: { amount: given, currency },
        rateBasisPoints: basisPoints(given, spend),
      };
    });
}

function sumOf<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}

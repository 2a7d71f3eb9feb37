import type { CheckoutUse, Program } from '@afterglow/contract';
import {
  levelIndex,
  quoteCheckout,
  type Account,
  type HoldData,
  type RecordOf,
} from '@afterglow/engine';
import { localDayAt, quarterOf } from '@afterglow/engine/calendar';
import { always } from './fold-clinic.js';
import type { SimulatedAccount } from './histories.js';
import { placeOf, type PaidLine } from './paid-lines.js';

/** What would have been taken off a past bill, or paid of it by a gift card. */
export interface Reduction {
  readonly kind: 'benefit' | 'offer';
  /** Ids of the tier and of its benefit with a slash between; or what gave the offer. */
  readonly name: string;
  /** Minor units, above zero. */
  readonly amount: number;
}

/** One offer and what the tier gives; what else can pay is counted where it was given. */
const use: CheckoutUse = {
  sessions: false,
  credit: false,
  points: 0,
  vouchers: [],
  offer: 'best',
};

/** What earlier bills of the history used, so that no later one uses it again. */
interface Used {
  readonly hold: HoldData;
  readonly quarter: string;
}

/**
 * What checkouts would have taken off an account's past bills, each quoted by the engine as it stood
 * before the visit: the tier's discounts and add-ons, and on each bill the one offer that takes most
 * off. A bill is reckoned on what was paid.
 *
 * @param of.atVisit - The account before each visit, by the visit's record, as they came.
 */
export function reduceBills(
  { records }: SimulatedAccount,
  program: Program,
  of: {
    readonly paid: readonly PaidLine[];
    readonly atVisit: ReadonlyMap<string, Account>;
  },
): readonly Reduction[] {
  const visits = new Map(records.map((record) => [record.id, record]));
  const paid = new Map(of.paid.map(({ place, amount }) => [place, amount]));
  const paidVisits = new Set(of.paid.map(({ visitId }) => visitId));
  const reductions: Reduction[] = [];
  const used: Used[] = [];
  for (const [id, account] of of.atVisit) {
    const visit = visits.get(id);
    if (visit?.type !== 'visit' || !paidVisits.has(id) || !canReduce(account, program)) continue;
    const quarter = quarterOf(localDayAt(visit.at, program.clinic.timeZone));
    const before = withHolds(account, visit, used, quarter);
    const quoted = quoteVisit(before, program, visit, paid);
    if ('refusal' in quoted) continue;

    const { lines, offer, hold } = quoted.quote;
    const tier = program.tiers.levels[levelIndex(account.tier, program.tiers)]?.id ?? '';
    for (const { reason, discount } of lines)
      if (reason?.kind === 'tier')
        reductions.push({
          kind: 'benefit',
          name: `${tier}/${reason.id}`,
          amount: discount.amount,
        });
    const source = account.offers.find((one) => one.id === offer?.id)?.source;
    if (offer && source !== undefined)
      reductions.push({ kind: 'offer', name: source, amount: offer.worth });
    if (hold) used.push({ hold, quarter });
  }
  return reductions.filter(({ amount }) => amount > 0);
}

/** Whether anything at all can be taken off a bill; most bills have nothing. */
function canReduce({ offers, tier }: Account, { tiers }: Program): boolean {
  const benefits = tiers.levels[levelIndex(tier, tiers)]?.benefits ?? [];
  return offers.some((offer) => !offer.used) || benefits.length > 0;
}

/** The account with what earlier bills took held away; what a quarter gives comes back with the next. */
function withHolds(
  account: Account,
  { data }: RecordOf<'visit'>,
  used: readonly Used[],
  quarter: string,
): Account {
  const own = used.map(({ hold, quarter: of }) => ({
    ...hold,
    addOns: of === quarter ? (hold.addOns ?? []) : [],
  }));
  const others = account.holds.filter(({ checkoutId }) => checkoutId !== data.checkoutId);
  return { ...account, holds: [...others, ...own] };
}

function quoteVisit(
  account: Account,
  program: Program,
  visit: RecordOf<'visit'>,
  paid: ReadonlyMap<string, number>,
): ReturnType<typeof quoteCheckout> {
  const { id, data } = visit;
  const { currency } = program.clinic;
  const { location, channel } = data;
  const lines = data.lines.map(
    ({ lineId, kind, code, category, quantity, provider, package: sold }) => ({
      ...{ lineId, kind, code, category, quantity, provider, package: sold },
      listPrice: { amount: paid.get(placeOf(id, lineId)) ?? 0, currency },
    }),
  );
  return quoteCheckout({
    ...{ account, programs: always(program), bill: { lines, location, channel }, use },
    // A till and a quote may be of the same instant; a quote looks at what was there before it.
    now: Math.max(visit.at, (account.last?.at ?? 0) + 1),
    checkoutId: id,
    expiresAt: Number.MAX_SAFE_INTEGER,
  });
}

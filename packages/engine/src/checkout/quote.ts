import type {
  CheckoutUse,
  LocalizedText,
  Money,
  QuotedLine,
  Refusal,
  VisitOutlook,
} from '@afterglow/contract';
import type { Account, OfferState } from '../account.js';
import { localDayAt } from '../calendar.js';
import type { HoldData, RecordOf } from '../history.js';
import { programAt } from '../programs/programs.js';
import type { ProgramInForce } from '../programs/programs.js';
import { cashLeft } from '../rewards/decide-claim.js';
import { addOnsOf } from './add-ons.js';
import type { AddOns } from './add-ons.js';
import { isPayable, sumOf, tierDiscounts } from './discounts.js';
import type { Bill, Discount } from './discounts.js';
import { available } from './holds.js';
import { applyOffer } from './offers.js';
import type { Reduced } from './offers.js';
import { outlookOf } from './outlook.js';
import { payPoints } from './points.js';
import type { PayingPoints } from './points.js';
import { prepaidSessions } from './prepaid.js';
import type { HeldSession } from './prepaid.js';
import { payVouchers } from './vouchers.js';
import { withWelcome } from './welcome.js';
import type { PayingVoucher } from './vouchers.js';

/** A bill that is to be quoted. */
export interface QuoteQuestion {
  /** Folded to `now`, with nothing after it. */
  readonly account: Account;
  readonly programs: readonly ProgramInForce[];
  /** Epoch milliseconds of the clinic's clock. */
  readonly now: number;
  /** `chk_…` */
  readonly checkoutId: string;
  /** When what is held is let go, epoch milliseconds. */
  readonly expiresAt: number;
  readonly bill: Bill;
  readonly use: CheckoutUse;
  /** The account that owns a code that somebody who has not joined keeps. Left out: none. */
  readonly referredBy?: string | undefined;
}

/** A quoted bill. Amounts are minor units of the program's currency where they are numbers. */
export interface Quote {
  readonly lines: readonly QuotedLine[];
  readonly offer: {
    readonly id: string;
    readonly name: LocalizedText | undefined;
    readonly kind: 'discount' | 'giftCard';
    readonly worth: number;
  } | null;
  readonly vouchers: readonly PayingVoucher[];
  readonly credit: number;
  readonly points: PayingPoints;
  /** Left to pay with money. */
  readonly due: number;
  readonly earns: VisitOutlook;
  /** What is to be kept for this bill; null when nothing of the member's is used. */
  readonly hold: HoldData | null;
}

/** A quote, or why there is none. */
export type Quoted = { readonly quote: Quote } | { readonly refusal: Refusal };

/**
 * Quotes a bill. What the tier gives for free is free, and sessions pay lines whole; on the others the
 * better of the tier's discount and the one offer counts; then a gift card, vouchers, credit and points
 * pay in this order, and money the rest. Nothing that is held for another bill is used.
 *
 * Refused in this order: a line that stands twice, another currency, a voucher, an offer.
 */
export function quoteCheckout(question: QuoteQuestion): Quoted {
  const { programs, now, bill, use } = question;
  const inForce = programAt(programs, now);
  const { program } = inForce;
  const account = withWelcome(question.account, question.referredBy, inForce, now);
  const { currency, timeZone } = program.clinic;
  const refusal = refuseBill(bill, currency);
  if (refusal) return { refusal };

  const on = localDayAt(now, timeZone);
  const addOns = addOnsOf(account, program, bill, on);
  const atListPrice = visitOf(
    question,
    bill.lines.map(({ listPrice }, index) => (addOns.discounts[index] ? 0 : listPrice.amount)),
  );
  const sessions = use.sessions ? prepaidSessions(account, atListPrice, program.packages) : [];
  const isPrepaid = bill.lines.map(({ lineId }) => sessions.some(({ line }) => line === lineId));
  const payableOf = (prices: readonly number[]) =>
    sumOf(prices.filter((_, index) => isPayableAt(bill, index)));

  const isSettled = isPrepaid.map((prepaid, index) => prepaid || addOns.discounts[index] !== null);
  const prices = bill.lines.map(({ listPrice }, index) =>
    isSettled[index] ? 0 : listPrice.amount,
  );
  const tier = tierDiscounts(account, program, bill).map((discount, index) =>
    isSettled[index] ? { amount: 0, reason: null } : discount,
  );
  const afterTier = prices.map((price, index) => price - (tier[index]?.amount ?? 0));
  const reduced = applyOffer(use.offer, {
    account,
    on,
    bill,
    prices,
    tier,
    payable: payableOf(afterTier),
  });
  if ('refusal' in reduced) return reduced;

  const open = prices.map((price, index) => price - (reduced.discounts[index]?.amount ?? 0));
  const total = payableOf(open);
  const paying = payVouchers(use.vouchers, account, {
    bill,
    prices: open,
    payable: total - reduced.giftCard,
  });
  if ('refusal' in paying) return paying;

  let left = total - reduced.giftCard - sumOf(paying.map(({ worth }) => worth));
  const free = available(account);
  const credit = use.credit ? Math.min(free.credit, left) : 0;
  left -= credit;
  const points = payPoints(program, {
    asked: use.points,
    free: free.points,
    bill: total,
    left,
    cashLeft: cashLeft(account, program, on),
  });

  const hold = holdOf(question, { addOns, sessions, reduced, paying, credit, points });
  const discounts = reduced.discounts.map((discount, index) => addOns.discounts[index] ?? discount);
  const lines = quotedLines(bill, discounts, sessions, account, currency);
  const visit = visitOf(
    question,
    lines.map(({ price }) => price.amount),
  );
  return {
    quote: {
      lines,
      offer: quotedOffer(reduced),
      vouchers: paying,
      credit,
      points,
      due: sumOf(open) - total + left - points.worth,
      earns: outlookOf(account, programs, { visit, hold }),
      hold,
    },
  };
}

function isPayableAt({ lines }: Bill, index: number): boolean {
  const line = lines[index];
  return line !== undefined && isPayable(line);
}

function refuseBill({ lines }: Bill, currency: string): Refusal | undefined {
  const seen = new Set<string>();
  for (const [index, { lineId }] of lines.entries()) {
    if (seen.has(lineId)) {
      return { code: 'line_repeated', param: `lines[${String(index)}].lineId` };
    }
    seen.add(lineId);
  }
  const other = lines.findIndex(({ listPrice }) => listPrice.currency !== currency);
  return other < 0
    ? undefined
    : {
        code: 'currency_mismatch',
        param: `lines[${String(other)}].listPrice.currency`,
        details: { expected: currency },
      };
}

/** The visit that a bill becomes when it is paid. */
function visitOf(
  { bill, checkoutId, now }: QuoteQuestion,
  prices: readonly number[],
): RecordOf<'visit'> {
  const { lines, location, channel } = bill;
  return {
    id: checkoutId,
    type: 'visit',
    source: 'checkout',
    externalId: checkoutId,
    revision: 1,
    at: now,
    recordedAt: now,
    data: {
      location,
      channel,
      lines: lines.map((line, index) => ({
        ...line,
        price: { ...line.listPrice, amount: prices[index] ?? 0 },
      })),
    },
  };
}

function quotedLines(
  bill: Bill,
  discounts: readonly Discount[],
  sessions: readonly HeldSession[],
  { packages }: Account,
  currency: string,
): readonly QuotedLine[] {
  const money = (amount: number): Money => ({ amount, currency });
  return bill.lines.map(({ lineId, listPrice }, index) => {
    const { amount, reason } = discounts[index] ?? { amount: 0, reason: null };
    return {
      lineId,
      listPrice,
      discount: money(amount),
      reason,
      price: money(listPrice.amount - amount),
      sessions: sessions
        .filter(({ line }) => line === lineId)
        .map(({ packageId, count }) => ({
          packageId,
          code: packages.find(({ id }) => id === packageId)?.code ?? '',
          count,
        })),
    };
  });
}

function quotedOffer({ offer, giftCard, discounts }: Reduced): Quote['offer'] {
  if (!offer) return null;
  const { id, grant } = offer;
  if (grant.kind === 'giftCard') return { id, name: grant.name, kind: 'giftCard', worth: giftCard };
  const worth = sumOf(
    discounts.filter(({ reason }) => reason?.id === id).map(({ amount }) => amount),
  );
  return { id, name: grant.name, kind: 'discount', worth };
}

function holdOf(
  { checkoutId, expiresAt }: QuoteQuestion,
  used: {
    readonly addOns: AddOns;
    readonly sessions: readonly HeldSession[];
    readonly reduced: { readonly offer: OfferState | undefined; readonly giftCard: number };
    readonly paying: readonly PayingVoucher[];
    readonly credit: number;
    readonly points: PayingPoints;
  },
): HoldData | null {
  const { addOns, sessions, reduced, paying, credit, points } = used;
  const { offer, giftCard } = reduced;
  const lists = [addOns.used, sessions, paying];
  const isNothing =
    lists.every(({ length }) => length === 0) && credit === 0 && points.count === 0 && !offer;
  if (isNothing) return null;
  return {
    checkoutId,
    expiresAt,
    sessions: sessions.map(({ packageId, line, count }) => ({ packageId, line, count })),
    credit,
    points: points.count,
    pointsWorth: points.worth,
    vouchers: paying.map(({ voucher, worth }) => ({ id: voucher.id, worth })),
    offer: offer?.id ?? null,
    ...(giftCard > 0 ? { offerWorth: giftCard } : {}),
    ...(addOns.used.length > 0 ? { addOns: addOns.used } : {}),
  };
}

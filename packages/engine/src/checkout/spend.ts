import type { Tender } from '@afterglow/contract';
import type { Account, Desired, Flag, Hold, OfferState, VoucherState } from '../account.js';
import { yearOf } from '../calendar.js';
import { scaleDown, scaleUp } from '../earning/whole.js';
import { amountOf, isVisitUndone } from '../visits/receipt.js';
import type { Receipt } from '../visits/receipt.js';
import { countAddOns } from './add-ons.js';
import { available, heldElsewhere } from './holds.js';
import { welcomeId, welcomeKey } from './welcome.js';

/** What a visit paid with points, credit and vouchers makes of an account. */
export interface Spent {
  readonly set: Pick<Account, 'vouchers' | 'offers' | 'holds' | 'used'>;
  readonly desired: readonly Desired[];
  readonly flags: readonly Flag[];
}

const none: readonly never[] = [];

/** Where the worth of points that were used as money in a year is counted. */
export function cashKey(year: number): string {
  return `cash/${String(year)}`;
}

/**
 * Takes what a visit was paid with beside money and sessions. What the checkout held is there;
 * without a hold it is taken as far as it is free. What is not there is flagged for the staff: the
 * visit still applies, and nothing goes below zero. Once everything of the visit is refunded, what
 * was spent on it is back.
 *
 * @param knownThen - The account as it was known when the visit was paid. What was free then was
 *   taken: when the points that it was paid with are refunded later, the balance goes below zero.
 */
export function spendTenders(
  account: Account,
  receipt: Receipt,
  hold: Hold | undefined,
  knownThen: () => Account,
): Spent {
  const { vouchers, offers, holds, used } = account;
  const { tenders = none, discounts = none } = receipt.record.data;
  const before = { vouchers, offers, holds, used };
  const hasOffers = discounts.some(({ reason }) => reason?.startsWith('off_'));
  if (!hold && !hasOffers && !tenders.some(({ kind }) => isSpent(kind))) {
    return { set: before, desired: none, flags: none };
  }
  const rest = hold ? holds.filter((other) => other !== hold) : holds;
  if (isVisitUndone(receipt)) return { set: { ...before, holds: rest }, desired: [], flags: [] };

  const free = freeFor(tenders, receipt, available(account, hold?.checkoutId), () =>
    available(knownThen(), hold?.checkoutId),
  );
  const held = heldElsewhere(holds, hold?.checkoutId);
  const taken = takeTenders(tenders, receipt, { ...free, vouchers, heldVouchers: held.vouchers });
  const { worth } = taken;
  const year = cashKey(yearOf(receipt.on));
  const cap = receipt.inForce.program.points.redemption?.maxPerYear;
  const flags = [...taken.flags];
  // The till has let it happen; a quote would not have.
  if (cap && !hold && worth > 0 && (used[year] ?? 0) + worth > cap.amount) {
    flags.push({ code: 'cash_cap_reached', path: 'tenders' });
  }
  const usedAsMoney = worth > 0 ? { ...used, [year]: (used[year] ?? 0) + worth } : used;
  const isOnBill = (id: string) =>
    id === hold?.offer ||
    (discounts.some(({ reason }) => reason === id) && !held.offers.includes(id));
  // Who was welcomed as a stranger and joined before paying has the same offer by another id.
  const isWelcomed = isOnBill(welcomeId(account.accountId));
  const usedByBill = isWelcomed ? { ...usedAsMoney, [welcomeKey]: 1 } : usedAsMoney;
  const usedOffer = ({ id, source }: OfferState) =>
    isOnBill(id) || (isWelcomed && source === 'friend');
  return {
    set: {
      vouchers:
        taken.vouchers.size === 0
          ? vouchers
          : vouchers.map((voucher) =>
              taken.vouchers.has(voucher.id) ? { ...voucher, status: 'used' } : voucher,
            ),
      offers: offers.map((offer) =>
        !offer.used && usedOffer(offer) ? { ...offer, used: true, remindAt: null } : offer,
      ),
      holds: rest,
      used: hold ? countAddOns(usedByBill, hold, receipt.on) : usedByBill,
    },
    desired: spentAmounts(receipt, taken),
    flags,
  };
}

/** What tenders take, as far as it is there. */
interface Taken {
  readonly points: number;
  /** Of the points, in minor units. */
  readonly worth: number;
  /** In minor units. */
  readonly credit: number;
  /** Ids. */
  readonly vouchers: ReadonlySet<string>;
  /** Of the tenders whose worth is not there. */
  readonly flags: readonly Flag[];
}

/** Takes tenders one after the other, each whole or not at all. */
function takeTenders(
  tenders: readonly Tender[],
  receipt: Receipt,
  from: Free & {
    readonly vouchers: readonly VoucherState[];
    /** Ids of those that are kept for other bills. */
    readonly heldVouchers: readonly string[];
  },
): Taken {
  const flags: Flag[] = [];
  const used = new Set<string>();
  let points = 0;
  let worth = 0;
  let credit = 0;
  tenders.forEach((tender, index) => {
    const path = `tenders[${String(index)}]`;
    if (tender.kind === 'points') {
      const { count, value } = pointsOf(tender, receipt);
      if (points + count > from.points) flags.push({ code: 'points_insufficient', path });
      else {
        points += count;
        worth += value;
      }
    } else if (tender.kind === 'credit') {
      const amount = tender.amount?.amount ?? 0;
      if (credit + amount > from.credit) flags.push({ code: 'credit_insufficient', path });
      else credit += amount;
    } else if (tender.kind === 'voucher') {
      const { reference } = tender;
      const voucher = from.vouchers.find(
        ({ id, code, status }) =>
          (id === reference || code === reference) && status === 'open' && !used.has(id),
      );
      if (voucher && !from.heldVouchers.includes(voucher.id)) used.add(voucher.id);
      else flags.push({ code: 'voucher_unavailable', path });
    }
  });
  return { points, worth, credit, vouchers: used, flags };
}

/** What is taken of points and of credit, one amount each. */
function spentAmounts(receipt: Receipt, { points, worth, credit }: Taken): readonly Desired[] {
  const spent = (asset: 'points' | 'credit', amount: number, args: Record<string, number>) => {
    if (amount === 0) return [];
    const because = [{ rule: 'spent', version: receipt.inForce.version, args }];
    const key = `${receipt.keyPrefix}:spent:${asset}`;
    return [amountOf(receipt, { key, asset, amount: -amount, because })];
  };
  return [...spent('points', points, { points, worth }), ...spent('credit', credit, { credit })];
}

type Free = ReturnType<typeof available>;

/** What is free for a bill: now, or when it was paid, which is only looked up when it matters. */
function freeFor(
  tenders: readonly Tender[],
  receipt: Receipt,
  now: Free,
  findThen: () => Free,
): Free {
  let points = 0;
  let credit = 0;
  for (const tender of tenders) {
    if (tender.kind === 'points') points += pointsOf(tender, receipt).count;
    if (tender.kind === 'credit') credit += tender.amount?.amount ?? 0;
  }
  if (points <= now.points && credit <= now.credit) return now;
  const then = findThen();
  return {
    points: Math.max(now.points, then.points),
    credit: Math.max(now.credit, then.credit),
  };
}

function isSpent(kind: Tender['kind']): boolean {
  return kind === 'points' || kind === 'credit' || kind === 'voucher';
}

/** How many points a tender hands over, and what they are worth in minor units. */
function pointsOf(
  { count, amount }: Tender,
  { inForce }: Receipt,
): { readonly count: number; readonly value: number } {
  const { amount: per, points } = inForce.program.points.value;
  if (count !== undefined) {
    return { count, value: amount?.amount ?? scaleDown(count, per.amount, points) };
  }
  const value = amount?.amount ?? 0;
  return { count: per.amount > 0 ? scaleUp(value, points, per.amount) : 0, value };
}

import type { Refusal } from '@afterglow/contract';
import type { Account, OfferState } from '../account.js';
import type { LocalDay } from '../calendar.js';
import { compareEndings, isPast } from '../grants/endings.js';
import { betterOf, offerDiscounts, sumOf } from './discounts.js';
import type { Bill, Discount } from './discounts.js';
import { heldElsewhere } from './holds.js';

/** What is taken off the lines of a bill, with the one offer that is used on it. */
export interface Reduced {
  readonly discounts: readonly Discount[];
  readonly offer: OfferState | undefined;
  /** What a gift card pays, in minor units; any other offer is in the discounts. */
  readonly giftCard: number;
}

/** What choosing an offer depends on. */
export interface OfferQuestion {
  readonly account: Account;
  readonly on: LocalDay;
  readonly bill: Bill;
  /** List prices; 0 for lines that sessions pay. */
  readonly prices: readonly number[];
  readonly tier: readonly Discount[];
  /** What of the prices may be paid otherwise than with money, after the discounts of the tier. */
  readonly payable: number;
}

/**
 * Applies one offer: the one that is named, or the one that takes most off, of several the one that
 * ends soonest. A gift card is chosen by itself only where the bill uses it up.
 */
export function applyOffer(
  asked: string | null,
  question: OfferQuestion,
): Reduced | { readonly refusal: Refusal } {
  const without: Reduced = { discounts: question.tier, offer: undefined, giftCard: 0 };
  if (asked === null) return without;
  if (asked !== 'best') return applyNamed(asked, question, without);

  const { account, on } = question;
  const held = heldElsewhere(account.holds).offers;
  const usable = account.offers
    .filter((offer) => !offer.used && !isPast(offer, on) && !held.includes(offer.id))
    .sort(compareEndings);
  let best = without;
  for (const offer of usable) {
    const { grant } = offer;
    if (grant.kind === 'giftCard' && grant.amount.amount > question.payable) continue;
    const reduced = reduceBy(offer, question);
    if (savingOf(reduced) > savingOf(best)) best = reduced;
  }
  return best;
}

function applyNamed(
  id: string,
  question: OfferQuestion,
  without: Reduced,
): Reduced | { readonly refusal: Refusal } {
  const { account, on } = question;
  const refuse = (status: string) => {
    const refusal: Refusal = {
      code: 'offer_unavailable',
      param: 'use.offer',
      details: { status },
    };
    return { refusal };
  };
  const offer = account.offers.find((one) => one.id === id);
  if (!offer) return refuse('unknown');
  if (offer.used) return refuse('used');
  if (isPast(offer, on)) return refuse('ended');
  if (heldElsewhere(account.holds).offers.includes(id)) return refuse('held');
  const reduced = reduceBy(offer, question);
  return savingOf(reduced) > savingOf(without) ? reduced : refuse('unfit');
}

function reduceBy(offer: OfferState, { bill, prices, tier, payable }: OfferQuestion): Reduced {
  const { grant, id } = offer;
  if (grant.kind === 'giftCard') {
    return { discounts: tier, offer, giftCard: Math.min(grant.amount.amount, payable) };
  }
  const amounts = offerDiscounts(grant, bill, prices);
  return { discounts: betterOf(tier, { id, amounts }), offer, giftCard: 0 };
}

function savingOf({ discounts, giftCard }: Reduced): number {
  return sumOf(discounts.map(({ amount }) => amount)) + giftCard;
}

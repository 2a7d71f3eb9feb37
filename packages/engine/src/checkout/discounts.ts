import type { CheckoutLine, DiscountReason, Grant, Program } from '@afterglow/contract';
import type { Account } from '../account.js';
import { fitsLine } from '../earning/match.js';
import type { Place } from '../earning/match.js';
import { scaleDown, shareOut } from '../earning/whole.js';
import { levelIndex } from '../tiers/tiers.js';

/** The lines of a bill, and where it is written. */
export interface Bill extends Place {
  readonly lines: readonly CheckoutLine[];
}

/** What is taken off a line before it is paid, and what takes it off; null: nothing does. */
export interface Discount {
  /** Minor units, at most the list price. */
  readonly amount: number;
  readonly reason: DiscountReason | null;
}

/** An offer of money off, as a rule or a reward gives it. */
export type MoneyOff = Extract<Grant, { kind: 'offer' }>;

const none: Discount = { amount: 0, reason: null };

/** The benefit that lowers a kind of line. */
const benefitOf: Partial<Record<CheckoutLine['kind'], string>> = {
  treatment: 'percentOffTreatments',
  product: 'percentOffProducts',
};

/** What the member's level takes off each line: the highest percentage that fits it, rounded down. */
export function tierDiscounts(
  { tier }: Pick<Account, 'tier'>,
  { tiers }: Program,
  bill: Bill,
): readonly Discount[] {
  const benefits = tiers.levels[levelIndex(tier, tiers)]?.benefits ?? [];
  return bill.lines.map((line) => {
    let best = none;
    for (const { id, kind, percent = 0, match = {} } of benefits) {
      if (kind !== benefitOf[line.kind] || !fitsLine(match, line, bill)) continue;
      const amount = percentOf(line.listPrice.amount, percent);
      if (amount > best.amount) best = { amount, reason: { kind: 'tier', id } };
    }
    return best;
  });
}

/** A tip is not the clinic's, and a gift card would be money for less money: neither is reduced. */
export function isPayable({ kind }: Pick<CheckoutLine, 'kind'>): boolean {
  return kind !== 'tip' && kind !== 'giftCard';
}

/** What has a price of its own already is reduced only by an offer that names its kind. */
const onlyByName: readonly CheckoutLine['kind'][] = ['package', 'membership', 'fee'];

/**
 * What an offer takes off each line. The percentage is rounded down for each line; an amount is
 * shared over the lines that the offer fits, by largest remainder.
 *
 * @param prices - What each line costs; 0 for a line that something else pays.
 * @returns Minor units in the order of the lines, none above its price; zeros when the lines that
 *   fit don't reach the offer's minimum together.
 */
export function offerDiscounts(
  { percentOff = 0, amountOff, minimum, match = {} }: MoneyOff,
  bill: Bill,
  prices: readonly number[],
): readonly number[] {
  const fitting = bill.lines.map((line, index) => {
    const isMeant =
      isPayable(line) && (match.kinds !== undefined || !onlyByName.includes(line.kind));
    return isMeant && fitsLine(match, line, bill) ? (prices[index] ?? 0) : 0;
  });
  if (sumOf(fitting) < (minimum?.amount ?? 0)) return fitting.map(() => 0);

  const parts = fitting.map((price) => percentOf(price, percentOff));
  const rest = fitting.map((price, index) => price - (parts[index] ?? 0));
  const shares = shareOut(amountOff?.amount ?? 0, rest);
  return parts.map((part, index) => part + (shares[index] ?? 0));
}

/** On each line the better of two: they don't add up, and a tie spends no offer. */
export function betterOf(
  tier: readonly Discount[],
  offer: { readonly id: string; readonly amounts: readonly number[] },
): readonly Discount[] {
  return tier.map((discount, index) => {
    const amount = offer.amounts[index] ?? 0;
    return amount > discount.amount
      ? { amount, reason: { kind: 'offer', id: offer.id } }
      : discount;
  });
}

/** The sum of whole numbers. */
export function sumOf(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

function percentOf(amount: number, percent: number): number {
  return scaleDown(amount, Math.min(percent, 100), 100);
}

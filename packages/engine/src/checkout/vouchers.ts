import type { Refusal } from '@afterglow/contract';
import type { Account, VoucherState } from '../account.js';
import { offerDiscounts, sumOf } from './discounts.js';
import type { Bill } from './discounts.js';
import { heldElsewhere } from './holds.js';

/** A voucher on a bill, and what it pays there in minor units; 0: its reward is handed over. */
export interface PayingVoucher {
  readonly voucher: VoucherState;
  readonly worth: number;
}

/**
 * What vouchers pay of a bill, in the order in which they are named. One that is money pays as much
 * as is left, and is used up by that. One that would pay nothing is refused, so that nobody loses it.
 *
 * @param prices - What each line costs after discounts; 0 for lines that sessions pay.
 * @param payable - What may be paid otherwise than with money, in minor units.
 */
export function payVouchers(
  codes: readonly string[],
  account: Pick<Account, 'vouchers' | 'holds'>,
  of: { readonly bill: Bill; readonly prices: readonly number[]; readonly payable: number },
): readonly PayingVoucher[] | { readonly refusal: Refusal } {
  const held = heldElsewhere(account.holds).vouchers;
  const paying: PayingVoucher[] = [];
  let left = of.payable;
  for (const [index, code] of codes.entries()) {
    const param = `use.vouchers[${String(index)}]`;
    const voucher = account.vouchers.find((one) => one.code === code);
    if (!voucher) return { refusal: { code: 'voucher_unknown', param } };

    const isNamedTwice = paying.some((other) => other.voucher === voucher);
    const status =
      voucher.status === 'open' && (isNamedTwice || held.includes(voucher.id))
        ? 'held'
        : voucher.status;
    const worth = Math.min(left, worthOf(voucher, of.bill, of.prices));
    if (status !== 'open' || (isMoney(voucher) && worth === 0)) {
      const details = { status: status === 'open' ? 'unfit' : status };
      return { refusal: { code: 'voucher_unavailable', param, details } };
    }
    left -= worth;
    paying.push({ voucher, worth });
  }
  return paying;
}

function isMoney({ grant }: VoucherState): boolean {
  return grant?.kind === 'credit' || grant?.kind === 'giftCard' || grant?.kind === 'offer';
}

function worthOf({ grant }: VoucherState, bill: Bill, prices: readonly number[]): number {
  if (grant?.kind === 'offer') return sumOf(offerDiscounts(grant, bill, prices));
  return grant?.kind === 'credit' || grant?.kind === 'giftCard' ? grant.amount.amount : 0;
}

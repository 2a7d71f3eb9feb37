import type { Voucher } from '@afterglow/contract';
import { heldElsewhere, standing, type Account, type VoucherState } from '@afterglow/engine';
import { ensured } from '../ensured.js';
import { newCodeWord } from '../ids.js';
import type { Ports, Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';

/** A voucher code that nobody has. Two in a trillion meet, so the loop hardly ever turns. */
export async function freeVoucherCode(
  reader: Reader,
  ports: Ports,
  clinicId: string,
): Promise<string> {
  for (;;) {
    const code = newCodeWord(ports.randomness);
    if (!(await reader.get('vouchers', { clinicId, code }))) return code;
  }
}

/** A voucher of an account that can be used or given back now. */
export function openVoucher(account: Account, id: string): VoucherState {
  const voucher = account.vouchers.find((one) => one.id === id);
  if (!voucher) throw voucherUnknown();

  const isHeld = heldElsewhere(account.holds).vouchers.includes(id);
  const status = isHeld && voucher.status === 'open' ? 'held' : voucher.status;
  if (status === 'open') return voucher;
  throw new Refused('voucher_unavailable', {
    detail:
      status === 'held'
        ? 'The voucher is held for a bill. Finish that bill, release its checkout, or wait until it ends.'
        : `The voucher is ${status}. Each works once, through its last day.`,
    details: { status },
  });
}

/** The refusal of a code or an id that no voucher has. */
export const voucherUnknown = (): Refused =>
  new Refused('voucher_unknown', {
    detail: 'This clinic has no such voucher. Compare the code letter by letter.',
  });

/** A voucher as answers carry it. */
export function shownVoucher(account: Account, clinic: Clinic, id: string): Voucher {
  const { vouchers } = standing(account, clinic.programs, clinic.now);
  return ensured(
    vouchers.find((one) => one.id === id),
    'a voucher of the account',
  );
}

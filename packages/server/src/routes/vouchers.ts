import { decideOnAccount } from '../accounts/decide.js';
import type { Handler } from '../http/call.js';
import { survivorOf } from '../members/find.js';
import { Refused } from '../refused.js';
import { openVoucher, shownVoucher, voucherUnknown } from '../rewards/vouchers.js';

/** Uses a voucher at the counter, once. */
export const redeemVoucher: Handler<'redeemVoucher'> = async ({ ports, clinic, params }) => {
  const { reader } = ports.store;
  const code = params.code.toUpperCase();
  const row = await reader.get('vouchers', { clinicId: clinic.id, code });
  if (!row) throw voucherUnknown();
  const member = await survivorOf(
    reader,
    await reader.get('members', { clinicId: clinic.id, id: row.memberId }),
  );
  if (member?.status === 'erased')
    throw new Refused('member_erased', {
      detail: 'The person whose voucher this was is erased; there is nothing to use any more.',
    });

  const { account } = await decideOnAccount(
    ports,
    clinic,
    row.memberId,
    async ({ account: before }) => {
      const { id } = openVoucher(before, row.id);
      return Promise.resolve({
        record: { type: 'voucherUsed', externalId: `voucherUsed:${id}`, data: { voucherId: id } },
        answer: null,
      });
    },
  );
  return { voucher: shownVoucher(account, clinic, row.id), memberId: account.accountId };
};

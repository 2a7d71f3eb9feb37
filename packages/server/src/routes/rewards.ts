import { decideClaim, standing, type Standing } from '@afterglow/engine';
import { accountNow } from '../accounts/advance.js';
import { decideOnAccount } from '../accounts/decide.js';
import { ownId, type Call, type Handler } from '../http/call.js';
import { newId } from '../ids.js';
import { pageOfList } from '../paging.js';
import { refusedBy } from '../refused.js';
import { freeVoucherCode, openVoucher, shownVoucher } from '../rewards/vouchers.js';

/** Rewards of the program in its order, and what is in the way of each. */
export const listMyRewards: Handler<'listMyRewards'> = async (call) => {
  const { rewards } = await myStanding(call);
  return pageOfList(rewards, call.query, /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);
};

/** All claims of the member, newest first. */
export const listMyVouchers: Handler<'listMyVouchers'> = async (call) => {
  const { vouchers } = await myStanding(call);
  return pageOfList(vouchers, call.query, /^vch_[0-9a-z]{26}$/);
};

async function myStanding(call: Call<'listMyRewards' | 'listMyVouchers'>): Promise<Standing> {
  const { clinic, ports } = call;
  const account = await accountNow(ports.store.reader, clinic, ownId(call));
  return standing(account, clinic.programs, clinic.now);
}

/** Claims a reward: its points are spent, and a voucher with a short code is there. */
export const createClaim: Handler<'createClaim'> = async (call) => {
  const { ports, clinic, body } = call;
  const { account, answer: id } = await decideOnAccount(
    ports,
    clinic,
    ownId(call),
    async ({ tx, account: before, programs, at }) => {
      const decided = decideClaim(body.rewardId, { account: before, programs, now: at });
      if ('refusal' in decided) throw refusedBy(decided.refusal);

      const voucherId = newId('voucher', at, ports.randomness);
      const code = await freeVoucherCode(tx, ports, clinic.id);
      await tx.insert('vouchers', [
        {
          clinicId: clinic.id,
          code,
          id: voucherId,
          memberId: before.accountId,
          createdAt: clinic.now,
        },
      ]);
      return {
        record: {
          type: 'claim',
          externalId: `claim:${voucherId}`,
          data: { ...decided.terms, voucherId, code },
        },
        answer: voucherId,
      };
    },
  );
  return shownVoucher(account, clinic, id);
};

/** Gives a voucher back that was not used; its points are there again. */
export const deleteClaim: Handler<'deleteClaim'> = async (call) => {
  const { ports, clinic, params } = call;
  await decideOnAccount(ports, clinic, ownId(call), async ({ account }) => {
    const { id } = openVoucher(account, params.id);
    return Promise.resolve({
      record: {
        type: 'claimReturned',
        externalId: `claimReturned:${id}`,
        data: { voucherId: id },
      },
      answer: null,
    });
  });
  return null;
};

import type { Account, Desired, VoucherState } from '../account.js';
import { localDayAt, yearOf } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { changed, noChange } from '../change.js';
import type { Change } from '../change.js';
import { cashKey } from '../checkout/spend.js';
import { endingOf, hasEnded } from '../grants/endings.js';
import type { RecordOf } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';

/** Where the claims of a reward in a year are counted. */
export function claimKey(reward: string, year: number): string {
  return `claim/${reward}/${String(year)}`;
}

/** A claim that was granted: points are spent, a voucher is there. It is never judged again. */
export function takeClaim(
  account: Account,
  { id, at, data }: RecordOf<'claim'>,
  { program }: ProgramInForce,
  on: LocalDay,
): Change {
  const { voucherId, reward, cost, grant, cash, code, version } = data;
  if (account.vouchers.some((voucher) => voucher.id === voucherId)) return noChange;

  const voucher: VoucherState = {
    id: voucherId,
    reward,
    code,
    cost,
    grant,
    cash,
    version,
    claimedAt: at,
    status: 'open',
    ...endingOf(data.expiresOn, at, program),
  };
  const year = yearOf(on);
  const claims = claimKey(reward, year);
  const used: Record<string, number> = { ...account.used };
  used[claims] = (used[claims] ?? 0) + 1;
  if (cash > 0) used[cashKey(year)] = (used[cashKey(year)] ?? 0) + cash;
  const desired: Desired = {
    key: `claim:${voucherId}:points`,
    asset: 'points',
    amount: -cost,
    at,
    cause: { kind: 'claim', id },
    because: [{ rule: reward, version, args: { cost, usableThrough: data.expiresOn } }],
  };
  return changed({
    set: { vouchers: [...account.vouchers, voucher], used },
    desired: cost > 0 ? [desired] : [],
  });
}

/** A voucher that was not used is given back, and its points with it. */
export function returnClaim(
  account: Account,
  { id, at, data }: RecordOf<'claimReturned'>,
  { program }: ProgramInForce,
): Change {
  const voucher = account.vouchers.find((one) => one.id === data.voucherId);
  if (voucher?.status !== 'open') return noChange;
  const { reward, cost, version } = voucher;
  const desired: Desired = {
    key: `claim:${voucher.id}:returned:points`,
    asset: 'points',
    amount: cost,
    at,
    cause: { kind: 'claim', id },
    because: [{ rule: 'returned', version, args: { reward, points: cost } }],
  };
  return changed({
    set: {
      vouchers: withStatus(account.vouchers, voucher, 'returned'),
      used: withoutClaim(account.used, voucher, program),
    },
    desired: cost > 0 ? [desired] : [],
  });
}

/** What was given back counts neither as a claim of its year nor against that year's cap. */
function withoutClaim(
  used: Account['used'],
  { reward, claimedAt, cash }: VoucherState,
  { clinic }: ProgramInForce['program'],
): Account['used'] {
  const year = yearOf(localDayAt(claimedAt, clinic.timeZone));
  const claims = claimKey(reward, year);
  const spent = cashKey(year);
  const rest = {
    ...used,
    [claims]: (used[claims] ?? 0) - 1,
    [spent]: (used[spent] ?? 0) - cash,
  };
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0));
}

/** A voucher is used at the counter, once. */
export function applyVoucher(account: Account, { data }: RecordOf<'voucherUsed'>): Change {
  const voucher = account.vouchers.find((one) => one.id === data.voucherId);
  if (voucher?.status !== 'open') return noChange;
  return changed({ set: { vouchers: withStatus(account.vouchers, voucher, 'used') } });
}

/** Vouchers whose last day has passed can't be used any more; their points are spent. */
export function expireVouchers(
  vouchers: readonly VoucherState[],
  at: number,
): readonly VoucherState[] {
  return vouchers.map((voucher) =>
    voucher.status === 'open' && hasEnded(voucher, at)
      ? { ...voucher, status: 'expired', remindAt: null }
      : voucher,
  );
}

function withStatus(
  vouchers: readonly VoucherState[],
  changed: VoucherState,
  status: VoucherState['status'],
): readonly VoucherState[] {
  return vouchers.map((voucher) =>
    voucher === changed ? { ...voucher, status, remindAt: null } : voucher,
  );
}

import type { Account } from './account.js';
import { localDayAt } from './calendar.js';
import { noChange } from './change.js';
import type { Change } from './change.js';
import { releaseHold, takeHold } from './checkout/holds.js';
import { takeDeed } from './earning/bonuses.js';
import type { PlainStep } from './gather.js';
import { takeJoined } from './joining.js';
import { takeMembership } from './memberships/memberships.js';
import { extendPackage } from './packages/extension.js';
import { adjust } from './people/adjust.js';
import { takeMerge } from './people/merge.js';
import type { ProgramInForce } from './programs/programs.js';
import { applyVoucher, returnClaim, takeClaim } from './rewards/claims.js';
import { setTier } from './tiers/override.js';
import { takeBooking } from './visits/bookings.js';

/** What a record that stands for itself makes of an account: each type finds its rule here. */
export function takeRecord(
  account: Account,
  { type, record }: Exclude<PlainStep, { readonly type: 'friend' }>,
  inForce: ProgramInForce,
): Change {
  const on = () => localDayAt(record.at, inForce.program.clinic.timeZone);
  switch (type) {
    case 'joined':
      return takeJoined(account, record, inForce);
    case 'packageExtended':
      return extendPackage(account, record, inForce);
    case 'booking':
      return takeBooking(account, record, inForce);
    case 'activity':
    case 'feedback':
      return takeDeed(account, record, inForce, on());
    case 'membership':
      return takeMembership(account, record, inForce, on());
    case 'claim':
      return takeClaim(account, record, inForce, on());
    case 'claimReturned':
      return returnClaim(account, record, inForce);
    case 'voucherUsed':
      return applyVoucher(account, record);
    case 'hold':
      return takeHold(account, record);
    case 'holdReleased':
      return releaseHold(account, record);
    case 'adjustment':
      return adjust(account, record, inForce);
    case 'tierSet':
      return setTier(account, record, inForce);
    case 'merge':
      return takeMerge(account, record, inForce);
    case 'mergedInto':
      return noChange;
  }
}

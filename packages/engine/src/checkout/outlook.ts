import type { VisitOutlook } from '@afterglow/contract';
import type { Account } from '../account.js';
import { foldForward } from '../fold.js';
import type { HoldData, RecordOf } from '../history.js';
import type { ProgramInForce } from '../programs/programs.js';
import { standing } from '../standing.js';

/**
 * What a visit would do for a member: it is folded like the real one, with what its checkout holds,
 * and forgotten.
 *
 * @param account - Folded to the visit's instant, with nothing after it.
 */
export function outlookOf(
  account: Account,
  programs: readonly ProgramInForce[],
  { visit, hold }: { readonly visit: RecordOf<'visit'>; readonly hold: HoldData | null },
): VisitOutlook {
  const until = visit.at;
  const checkoutId = hold?.checkoutId;
  const records = [{ ...visit, data: { ...visit.data, checkoutId } }];
  const holds = hold === null ? account.holds : [...account.holds, hold];
  const fold = foldForward({ ...account, holds }, { programs, records, until });
  if (!fold) {
    throw new TypeError(
      `Fold the account to ${String(until)}, the visit's instant, and no further.`,
    );
  }

  const before = standing(account, programs, until).tier;
  const after = standing(fold.account, programs, until).tier;
  let points = 0;
  for (const { asset, amount, cause } of fold.desired) {
    if (asset === 'points' && amount > 0 && cause.id === visit.id) points += amount;
  }
  return {
    points,
    tier: after.current,
    rises: (after.current?.rank ?? 0) > (before.current?.rank ?? 0),
    next: after.next,
    missing: after.missing,
  };
}

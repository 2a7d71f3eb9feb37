import type { Account, Desired, Flag, Notice } from './account.js';
import type { Gift } from './grants/give.js';

/** What one step, or one thing that falls due, makes of an account. */
export interface Change {
  /** The parts of the account that are others now; balances and their lots follow from `desired`. */
  readonly set: Partial<Account>;
  readonly desired: readonly Desired[];
  readonly flags: readonly Flag[];
  /** Given on top, one after the other, once the rest is entered. */
  readonly gifts: readonly Gift[];
  readonly notices: readonly Notice[];
}

/** Nothing of an account. */
export const noChange: Change = { set: {}, desired: [], flags: [], gifts: [], notices: [] };

/** A change of what is named, and of nothing else. All changes have one shape: folding reads them. */
export function changed({
  set = noChange.set,
  desired = noChange.desired,
  flags = noChange.flags,
  gifts = noChange.gifts,
  notices = noChange.notices,
}: Partial<Change>): Change {
  return { set, desired, flags, gifts, notices };
}

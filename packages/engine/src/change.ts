import type { Account, Desired, Flag } from './account.js';

/** What one step, or one thing that falls due, makes of an account. */
export interface Change {
  /** The parts of the account that are others now; points and their lots follow from `desired`. */
  readonly set: Partial<Account>;
  readonly desired: readonly Desired[];
  readonly flags: readonly Flag[];
}

/** Nothing of an account. */
export const noChange: Change = { set: {}, desired: [], flags: [] };

import type { PackageBalance, Summary } from '@afterglow/contract';
import type { LocalDay } from './calendar.js';
import type { Account } from './account.js';
import type { ProgramInForce } from './programs/programs.js';

/** A friend as the owner of the code may see it; whoever has the names adds them. */
export interface ReferralStanding {
  readonly id: string;
  readonly friendId: string;
  /** The friend agreed that the owner sees the first name. */
  readonly firstNameShared: boolean;
  readonly status: string;
  readonly joinedOn: LocalDay;
  readonly releasesOn: LocalDay | null;
}

/** What a member is shown that follows from the account: parts of the contract's summary. */
export interface Standing {
  readonly points: Summary['points'];
  readonly tier: Summary['tier'];
  readonly packages: readonly PackageBalance[];
  readonly credit: Summary['credit'];
  readonly offers: Summary['offers'];
  /** All friends, newest first. */
  readonly referrals: readonly ReferralStanding[];
  readonly referralCounts: {
    readonly joined: number;
    readonly completed: number;
    readonly released: number;
  };
  /** Points that wait for the end of their hold. */
  readonly pendingPoints: number;
  readonly rewards: Summary['rewards'];
  /** Version of the program in force now. */
  readonly programVersion: number;
}

/**
 * What an account is worth to its member now.
 *
 * @param account - Folded to `now`: `foldForward` with no records does that.
 */
export function standing(
  account: Account,
  programs: readonly ProgramInForce[],
  now: number,
): Standing {
  return standingOf(account, programs, now);
}

declare function standingOf(
  account: Account,
  programs: readonly ProgramInForce[],
  now: number,
): Standing;

import type { PackageBalance, Program, Summary } from '@afterglow/contract';
import type { Account, ReferralState } from './account.js';
import { dayOfNumber, localDayAt, localDayNumberAt } from './calendar.js';
import type { LocalDay } from './calendar.js';
import { scaleDown } from './earning/whole.js';
import { programAt } from './programs/programs.js';
import type { ProgramInForce } from './programs/programs.js';
import { spendAt } from './tiers/spend.js';

/** A friend as the owner of the code may see it; whoever has the names adds them. */
export interface ReferralStanding {
  readonly id: string;
  readonly friendId: string;
  /** The friend agreed that the owner sees the first name. */
  readonly firstNameShared: boolean;
  readonly status: 'joined' | 'completed' | 'released' | 'expired' | 'held' | 'rejected';
  readonly joinedOn: LocalDay;
  /** The day on which the reward is released; null when there is none. */
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
  /** How many friends came at least as far as each step. */
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
 * @param now - Epoch milliseconds of the clinic's clock.
 */
export function standing(
  account: Account,
  programs: readonly ProgramInForce[],
  now: number,
): Standing {
  const { program, version } = programAt(programs, now);
  const today = localDayAt(now, program.clinic.timeZone);
  const { currency } = program.clinic;
  const referrals = account.referrals.map((row) => referralStanding(row, account, today));
  const has = (...statuses: readonly ReferralStanding['status'][]) =>
    referrals.filter(({ status }) => statuses.includes(status)).length;
  return {
    points: pointsStanding(account, program),
    tier: tierStanding(account, program, now),
    packages: packageBalances(account, programs),
    // Nothing grants credit yet.
    credit: { balance: { amount: 0, currency }, lots: [] },
    offers: offersOf(account, programs, today),
    referrals: referrals.toReversed(),
    referralCounts: {
      joined: has('joined', 'completed', 'released'),
      completed: has('completed', 'released'),
      released: has('released'),
    },
    pendingPoints: account.pending.reduce((sum, { points }) => sum + points, 0),
    rewards: rewardsOf(account, program),
    programVersion: version,
  };
}

/** Points, their worth rounded towards zero, and the day on which they would lapse. */
function pointsStanding(account: Account, program: Program): Standing['points'] {
  const { points: balance, clock } = account;
  const { amount, points } = program.points.value;
  const worth = scaleDown(Math.abs(balance), amount.amount, points);
  return {
    balance,
    // Nothing minus, so that a small debt is worth 0 and not −0.
    value: { amount: balance < 0 ? 0 - worth : worth, currency: amount.currency },
    next:
      clock && balance > 0
        ? { amount: balance, on: localDayAt(clock.lapsesAt, program.clinic.timeZone) }
        : null,
  };
}

function tierStanding({ tier }: Account, program: Program, now: number): Standing['tier'] {
  const { levels } = program.tiers;
  const { currency, timeZone } = program.clinic;
  const spend = spendAt(tier.spend, localDayNumberAt(now, timeZone));
  const found = levels.findIndex(({ id }) => id === tier.level);
  const index = found >= 0 ? found : Math.min(tier.rank, levels.length - 1);
  const refer = (at: number): Standing['tier']['current'] => {
    const level = levels[at];
    if (!level) return null;
    const { id, name, threshold } = level;
    return { id, name, rank: at + 1, threshold };
  };
  const next = refer(index + 1);
  return {
    current: refer(index),
    next,
    spend: { amount: spend, currency },
    missing: next && { amount: Math.max(0, next.threshold.amount - spend), currency },
    keptUntil: tier.lostOn === null ? null : dayOfNumber(tier.lostOn),
  };
}

/** Packages under the name that they were sold by; ended ones stay in sight with 0 left. */
function packageBalances(
  { packages }: Account,
  programs: readonly ProgramInForce[],
): readonly PackageBalance[] {
  return packages
    .filter(({ total, returned }) => returned < total)
    .map(({ id, code, version, total, returned, left, boughtOn, expiresOn }) => {
      const sold = programs.find((program) => program.version === version)?.program;
      const name = sold?.packages.find((offer) => offer.code === code)?.name ?? code;
      return { id, code, name, total: total - returned, left, boughtOn, expiresOn };
    });
}

function offersOf(
  { offers }: Account,
  programs: readonly ProgramInForce[],
  today: LocalDay,
): Standing['offers'] {
  return offers
    .filter(({ expiresOn }) => today <= expiresOn)
    .flatMap(({ id, version, source, expiresOn }) => {
      const gift = programs.find((program) => program.version === version)?.program.referral.friend;
      return gift?.kind === 'offer' ? [{ id, name: gift.name, expiresOn, source }] : [];
    });
}

function referralStanding(
  row: ReferralState,
  { pending }: Account,
  today: LocalDay,
): ReferralStanding {
  const { id, friendId, firstNameShared, step, joinedOn, completeBy, releasesOn } = row;
  const isExpired = step === 'joined' && completeBy !== null && today > completeBy;
  const isReleased =
    step === 'completed' &&
    releasesOn !== null &&
    !pending.some(({ referralId }) => referralId === id);
  const status = isExpired ? 'expired' : isReleased ? 'released' : step;
  return { id, friendId, firstNameShared, status, joinedOn, releasesOn };
}

/** What the member could claim: the tier unlocks it, and there are points enough. */
function rewardsOf(account: Account, { rewards, tiers }: Program): Standing['rewards'] {
  const { points: balance, tier } = account;
  return rewards.map(({ id, costPoints, tier: needed }) => {
    const rank = tiers.levels.findIndex((level) => level.id === needed);
    const missingPoints = Math.max(0, costPoints - balance);
    const isUnlocked = needed === undefined || tier.rank >= rank;
    return { id, claimable: isUnlocked && missingPoints === 0 && balance >= 0, missingPoints };
  });
}

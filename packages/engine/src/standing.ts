import type {
  LocalizedText,
  PackageBalance,
  Program,
  RewardStanding,
  Summary,
  Voucher,
} from '@afterglow/contract';
import type { Account, ReferralState } from './account.js';
import { addMonths, instantOf, localDayAt } from './calendar.js';
import type { LocalDay } from './calendar.js';
import { addOnsLeft } from './checkout/add-ons.js';
import { available } from './checkout/holds.js';
import { scaleDown } from './earning/whole.js';
import { isPast } from './grants/endings.js';
import type { FriendStep } from './history.js';
import { programAt } from './programs/programs.js';
import type { ProgramInForce } from './programs/programs.js';
import { refuseClaim } from './rewards/decide-claim.js';
import { tierStanding } from './tiers/tier-standing.js';
import { isVip } from './vip.js';

/** A friend as the owner of the code may see it; whoever has the names adds them. */
export interface ReferralStanding {
  readonly id: string;
  readonly friendId: string;
  /** The friend agreed that the owner sees the first name. */
  readonly firstNameShared: boolean;
  readonly status: Exclude<FriendStep, 'approved'> | 'expired';
  readonly joinedOn: LocalDay;
  /** The day on which the reward is released; null when there is none. */
  readonly releasesOn: LocalDay | null;
}

/** What a member is shown that follows from the account: parts of the contract's summary. */
export interface Standing {
  readonly points: Summary['points'];
  /** Why staff gave it lies in the history. */
  readonly tier: Omit<Summary['tier'], 'givenFor'>;
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
  /** All rewards of the program, in its order. */
  readonly rewards: readonly RewardStanding[];
  /** All claims, newest first. */
  readonly vouchers: readonly Voucher[];
  readonly visits: number;
  readonly vip: boolean;
  readonly membership: Summary['membership'];
  readonly membershipPlans: Summary['membershipPlans'];
  readonly multipliers: Summary['multipliers'];
  readonly donated: Summary['donated'];
  readonly donations: Summary['donations'];
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
    tier: {
      ...tierStanding(account.tier, program, now),
      addOns: addOnsLeft(account, program, today),
    },
    packages: packageBalances(account, programs),
    credit: {
      balance: { amount: account.credit.balance, currency },
      lots: account.credit.lots.map(({ left, expiresOn }) => ({
        amount: { amount: left, currency },
        expiresOn,
      })),
    },
    offers: offersOf(account, today),
    referrals: referrals.toReversed(),
    referralCounts: {
      joined: has('joined', 'booked', 'completed', 'released'),
      completed: has('completed', 'released'),
      released: has('released'),
    },
    pendingPoints: account.pending.reduce(
      (sum, { grant }) => sum + (grant.kind === 'points' ? grant.points : 0),
      0,
    ),
    rewards: rewardsOf(account, program, today),
    vouchers: vouchersOf(account, programs),
    visits: account.tally.visits,
    vip: isVip(account, program),
    membership: membershipOf(account, programs, currency),
    membershipPlans: program.memberships.map(({ code, upgradeAfterVisits = 0 }) => ({
      plan: code,
      missingVisits: Math.max(0, upgradeAfterVisits - account.tally.visits),
    })),
    multipliers: account.multipliers.map(({ rule, percent, left }) => ({
      percent,
      visits: left,
      source: rule,
    })),
    donated: { amount: account.donations.reduce((sum, { amount }) => sum + amount, 0), currency },
    donations: account.donations.toReversed().map(({ rule, amount, at }) => ({
      amount: { amount, currency },
      on: localDayAt(at, program.clinic.timeZone),
      source: rule,
    })),
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

/** What a gift card is called where the program has no name for it. */
const giftCardName: LocalizedText = {
  en: 'Gift card',
  es: 'Tarjeta regalo',
  fr: 'Carte cadeau',
  'pt-BR': 'Vale-presente',
  'zh-Hans': '礼品卡',
  ar: 'بطاقة هدية',
};

function offersOf({ offers }: Account, today: LocalDay): Standing['offers'] {
  return offers
    .filter((offer) => !offer.used && !isPast(offer, today))
    .map(({ id, grant, source, expiresOn }) => ({
      id,
      name: grant.name ?? giftCardName,
      expiresOn,
      source,
      grant,
    }));
}

/** Claims under the name that they were claimed by. */
function vouchersOf(
  { vouchers }: Account,
  programs: readonly ProgramInForce[],
): readonly Voucher[] {
  return vouchers.toReversed().map((voucher) => {
    const { id, reward, version, status, code, cost, grant, claimedAt, expiresOn } = voucher;
    const sold = programs.find((program) => program.version === version)?.program;
    const name = sold?.rewards.find((offer) => offer.id === reward)?.name ?? reward;
    return {
      id,
      reward,
      name,
      status,
      code,
      costPoints: cost,
      grant,
      claimedAt: instantOf(claimedAt),
      expiresOn,
    };
  });
}

/** The membership under the terms that it was started by. */
function membershipOf(
  { membership }: Account,
  programs: readonly ProgramInForce[],
  currency: string,
): Standing['membership'] {
  if (!membership) return null;
  const { plan, version, status, startsOn, months, nextAt, bankedCredit, rollsForMonths } =
    membership;
  const sold = programs.find((program) => program.version === version)?.program;
  const terms = sold?.memberships.find(({ code }) => code === plan);
  return {
    plan,
    name: terms?.name ?? plan,
    status,
    since: startsOn,
    nextCreditOn: nextAt === null ? null : addMonths(startsOn, months),
    bankedCredit: { amount: bankedCredit, currency },
    rollsForMonths,
    terms: terms?.terms ?? '',
  };
}

function referralStanding(
  row: ReferralState,
  { pending }: Account,
  today: LocalDay,
): ReferralStanding {
  const { id, friendId, firstNameShared, step, joinedOn, completeBy, releasesOn } = row;
  const isWaiting = step === 'joined' || step === 'booked';
  const isExpired = isWaiting && completeBy !== null && today > completeBy;
  const isReleased =
    step === 'completed' &&
    releasesOn !== null &&
    !pending.some(({ referralId }) => referralId === id);
  // A row shows how far the friend came; that staff approved it is no step of the friend.
  const told = step === 'approved' ? 'joined' : step;
  const status = isExpired ? 'expired' : isReleased ? 'released' : told;
  return { id, friendId, firstNameShared, status, joinedOn, releasesOn };
}

/** What the member could claim, and what is in the way. */
function rewardsOf(account: Account, program: Program, today: LocalDay): readonly RewardStanding[] {
  const { points } = available(account);
  return program.rewards.map((offer) => {
    const { id, name, costPoints, tier, vipOnly } = offer;
    const refusal = refuseClaim(account, program, offer, today);
    return {
      id,
      name,
      costPoints,
      tier: tier ?? null,
      vipOnly: vipOnly ?? false,
      claimable: refusal === undefined,
      missingPoints: Math.max(0, costPoints - (account.points < 0 ? account.points : points)),
      reason: refusal?.code ?? null,
    };
  });
}

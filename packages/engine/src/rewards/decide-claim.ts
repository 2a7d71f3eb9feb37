import type { Grant, Program, Refusal, RewardOffer } from '@afterglow/contract';
import type { Account } from '../account.js';
import { addDays, localDayAt, yearOf } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { available } from '../checkout/holds.js';
import { cashKey } from '../checkout/spend.js';
import { scaleDown } from '../earning/whole.js';
import type { ClaimData } from '../history.js';
import { programAt } from '../programs/programs.js';
import type { ProgramInForce } from '../programs/programs.js';
import { levelIndex } from '../tiers/tiers.js';
import { isVip } from '../vip.js';
import { claimKey } from './claims.js';

/** The terms of a claim that is granted; the server adds the voucher's id and code. */
export type ClaimTerms = Omit<ClaimData, 'voucherId' | 'code'>;

/** What a claim depends on. */
export interface ClaimQuestion {
  /** Folded to `now`. */
  readonly account: Account;
  readonly programs: readonly ProgramInForce[];
  /** The clinic's now, epoch milliseconds. */
  readonly now: number;
}

/**
 * Whether a member may claim a reward now. Reasons are looked for in this order, and the first one
 * counts: there is no such reward, a balance below zero, the tier, the points, the limit of the
 * year, the cap on points used as money.
 */
export function decideClaim(
  reward: string,
  { account, programs, now }: ClaimQuestion,
): { readonly terms: ClaimTerms } | { readonly refusal: Refusal } {
  const { program, version } = programAt(programs, now);
  const offer = program.rewards.find(({ id }) => id === reward);
  if (!offer) return { refusal: { code: 'reward_unknown', param: 'rewardId' } };

  const on = localDayAt(now, program.clinic.timeZone);
  const refusal = refuseClaim(account, program, offer, on);
  if (refusal) return { refusal };
  const expiresOn = addDays(on, offer.validDays);
  const cash = cashOf(offer, program);
  const grant = offer.grant ?? null;
  return { terms: { reward, cost: offer.costPoints, grant, cash, expiresOn, version } };
}

/** Why a reward can't be claimed; undefined when it can. */
export function refuseClaim(
  account: Account,
  program: Program,
  offer: RewardOffer,
  on: LocalDay,
): Refusal | undefined {
  if (account.points < 0) {
    return { code: 'balance_negative', details: { balance: account.points } };
  }
  const needed = program.tiers.levels.findIndex(({ id }) => id === offer.tier);
  const isMissing = offer.tier !== undefined && needed < 0;
  if (isMissing || needed > levelIndex(account.tier, program.tiers)) {
    return { code: 'tier_too_low', details: { tier: offer.tier } };
  }
  if (offer.vipOnly && !isVip(account, program)) {
    return { code: 'vip_only', details: { treatments: program.vip?.treatments } };
  }
  const { points } = available(account);
  if (points < offer.costPoints) {
    return { code: 'points_insufficient', details: { missing: offer.costPoints - points } };
  }
  const claims = account.used[claimKey(offer.id, yearOf(on))] ?? 0;
  if (offer.perYear !== undefined && claims >= offer.perYear) {
    return { code: 'claim_limit_reached', details: { perYear: offer.perYear } };
  }
  const left = cashLeft(account, program, on);
  if (left !== null && cashOf(offer, program) > left) {
    return { code: 'cash_cap_reached', details: { left } };
  }
  return undefined;
}

/** What of a reward counts as points used as money: the worth of its points, where it is money. */
function cashOf({ grant, costPoints }: RewardOffer, { points }: Program): number {
  return isCash(grant) ? scaleDown(costPoints, points.value.amount.amount, points.value.points) : 0;
}

function isCash(grant: Grant | undefined): boolean {
  return grant?.kind === 'credit' || grant?.kind === 'giftCard';
}

/**
 * What may still be used as money this year, in minor units; null: no cap. Points that are held for
 * a bill count as used.
 */
export function cashLeft(account: Account, { points }: Program, on: LocalDay): number | null {
  const cap = points.redemption?.maxPerYear;
  if (!cap) return null;
  let used = account.used[cashKey(yearOf(on))] ?? 0;
  for (const { pointsWorth } of account.holds) used += pointsWorth;
  return Math.max(0, cap.amount - used);
}

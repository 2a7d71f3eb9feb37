import type { Program, Summary } from '@afterglow/contract';
import type { Spend, TierState } from '../account.js';
import { dayNumberOf, dayOfNumber, localDayNumberAt } from '../calendar.js';
import { spendAt } from './spend.js';
import { levelIndex, reachedIndex, type TierProgram } from './tiers.js';

type TierStanding = Omit<Summary['tier'], 'addOns' | 'givenFor'>;

/**
 * The tier as its member sees it: where it stands, what is missing, what would be lost and when.
 *
 * @param now - Epoch milliseconds of the clinic's clock; the tier is folded to it.
 */
export function tierStanding(tier: TierState, program: TierProgram, now: number): TierStanding {
  const { levels } = program.tiers;
  const { currency, timeZone } = program.clinic;
  const today = localDayNumberAt(now, timeZone);
  const spend = spendAt(tier.spend, today);
  const index = levelIndex(tier, program.tiers);
  const next = referTo(levels, index + 1);
  const leaves = next && firstLeaving(tier.spend, today);
  const isGiven = givenDecides(tier, index, program.tiers);
  const lostOn = isGiven ? null : tier.lostOn;
  return {
    current: referTo(levels, index),
    next,
    spend: { amount: spend, currency },
    missing: next && { amount: Math.max(0, next.threshold.amount - spend), currency },
    missingBy: leaves === null ? null : dayOfNumber(leaves - 1),
    keptUntil: lostOn === null ? null : dayOfNumber(lostOn),
    toKeep:
      lostOn === null ? null : { amount: enoughToKeep(tier, index, lostOn, levels), currency },
    givenUntil: isGiven ? (tier.override?.until ?? null) : null,
  };
}

function referTo(levels: Program['tiers']['levels'], at: number): TierStanding['current'] {
  const level = levels[at];
  if (!level) return null;
  const { id, name, threshold } = level;
  return { id, name, rank: at + 1, threshold };
}

/** The first day on which the window holds less than it does today; null: it holds nothing. */
function firstLeaving(spend: readonly Spend[], today: number): number | null {
  const item = spend.find(
    ({ day, amount, leavesOn }) => day <= today && today < leavesOn && amount > 0,
  );
  return item?.leavesOn ?? null;
}

/** Whether the level is there because staff gave it: by itself it is lower, or lost before. */
function givenDecides(tier: TierState, index: number, tiers: Program['tiers']): boolean {
  const { override, lostOn } = tier;
  if (!override) return false;
  if (reachedIndex(tier, tiers) < index) return true;

  const isSame = tiers.levels[index]?.id === override.level;
  return isSame && lostOn !== null && dayNumberOf(override.until) >= lostOn;
}

/**
 * Spend that keeps a level on whichever day before `lostOn` it is made: what the window holds on the
 * last of these days is all that is sure to be left by then.
 */
function enoughToKeep(
  tier: TierState,
  index: number,
  lostOn: number,
  levels: Program['tiers']['levels'],
): number {
  const threshold = levels[index]?.threshold.amount ?? 0;
  return Math.max(0, threshold - spendAt(tier.spend, lostOn - 1));
}

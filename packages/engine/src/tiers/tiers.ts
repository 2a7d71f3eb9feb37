import type { Program } from '@afterglow/contract';
import type { Spend, TierState } from '../account.js';
import { startOfDayNumber } from '../calendar.js';
import { reckonWindow, spendAt } from './spend.js';

/** What decides a tier: the program's rules and the zone of its days. */
export type TierProgram = Pick<Program, 'tiers' | 'clinic'>;

/** The tier of an account that has bought nothing. */
export function firstTier({ tiers }: TierProgram): TierState {
  const level = tiers.levels[0]?.id ?? null;
  return { level, rank: 0, spend: [], lostOn: null, lostAt: null, override: null };
}

/** Index of the level that a member has now: what spend reached, or what staff gave if it is higher. */
export function levelIndex(tier: TierState, tiers: Program['tiers']): number {
  const reached = reachedIndex(tier, tiers);
  const { override } = tier;
  if (!override) return reached;
  return Math.max(
    reached,
    tiers.levels.findIndex(({ id }) => id === override.level),
  );
}

/** The highest level that an amount of spend reaches, as an index. */
function reachedBy(sum: number, { levels }: Program['tiers']): number {
  return Math.max(
    0,
    levels.findLastIndex(({ threshold }) => threshold.amount <= sum),
  );
}

/** The index of the level that spend reached; a version that has dropped it keeps the rank. */
export function reachedIndex(tier: TierState, { levels }: Program['tiers']): number {
  const index = levels.findIndex(({ id }) => id === tier.level);
  return index >= 0 ? index : Math.min(tier.rank, levels.length - 1);
}

/**
 * The first day on which the window no longer holds `threshold`, if nothing more is bought.
 *
 * @param sum - What the window holds today; at least the threshold.
 */
function dropDay(
  spend: readonly Spend[],
  today: number,
  sum: number,
  threshold: number,
): number | null {
  let left = sum;
  for (const { day, amount, leavesOn } of spend) {
    if (day > today || leavesOn <= today) continue;
    left -= amount;
    if (left < threshold) return leavesOn;
  }
  return null;
}

function at(
  tier: TierState,
  index: number,
  lostOn: number | null,
  program: TierProgram,
  spend = tier.spend,
): TierState {
  const level = program.tiers.levels[index];
  const { override } = tier;
  if (!level) return { level: null, rank: 0, spend, lostOn: null, lostAt: null, override };
  const lostAt =
    lostOn === null
      ? null
      : lostOn === tier.lostOn
        ? tier.lostAt
        : startOfDayNumber(lostOn, program.clinic.timeZone);
  return { level: level.id, rank: index, spend, lostOn, lostAt, override };
}

/**
 * The tier after something was bought, or after other rules came into force. Up at once; never down
 * here: a level that spend doesn't reach any more is kept until its grace ends.
 *
 * @param today - The clinic's local day, counted since 1970.
 * @param spend - As it is now; left out: that of the tier.
 */
export function reviewTier(
  tier: TierState,
  today: number,
  program: TierProgram,
  spend: TierState['spend'] = tier.spend,
): TierState {
  const { levels, graceDays } = program.tiers;
  const sum = spendAt(spend, today);
  const present = reachedIndex(tier, program.tiers);
  const index = Math.max(present, reachedBy(sum, program.tiers));
  const threshold = levels[index]?.threshold.amount ?? 0;
  if (threshold <= 0) return at(tier, index, null, program, spend);

  if (sum >= threshold) {
    const dropsOn = dropDay(spend, today, sum, threshold);
    return at(tier, index, dropsOn === null ? null : dropsOn + graceDays, program, spend);
  }
  return at(tier, index, Math.min(tier.lostOn ?? Infinity, today + graceDays), program, spend);
}

/** The tier under a new version of the program, from the local day of its start. */
export function reviseTier(tier: TierState, today: number, program: TierProgram): TierState {
  const spend = reckonWindow(tier.spend, program.tiers);
  return reviewTier(tier, today, program, spend);
}

/**
 * The tier on the day on which the present level is lost: the highest one that was reached on that
 * day or within the days of grace before it.
 */
export function dropTier(tier: TierState, today: number, program: TierProgram): TierState {
  const { levels, graceDays } = program.tiers;
  const from = today - graceDays;
  let peak = spendAt(tier.spend, from);
  for (const { day } of tier.spend) {
    if (day > from && day <= today) peak = Math.max(peak, spendAt(tier.spend, day));
  }
  const index = Math.min(reachedBy(peak, program.tiers), reachedIndex(tier, program.tiers));
  const threshold = levels[index]?.threshold.amount ?? 0;
  if (threshold <= 0) return at(tier, index, null, program);

  const sum = spendAt(tier.spend, today);
  if (sum >= threshold) {
    const dropsOn = dropDay(tier.spend, today, sum, threshold);
    return at(tier, index, dropsOn === null ? null : dropsOn + graceDays, program);
  }
  let dropped = today;
  while (dropped > from + 1 && spendAt(tier.spend, dropped - 1) < threshold) dropped -= 1;
  return at(tier, index, dropped + graceDays, program);
}

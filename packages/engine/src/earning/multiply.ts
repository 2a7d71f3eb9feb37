import type { Program, Reason, VisitLine } from '@afterglow/contract';
import type { Account } from '../account.js';
import type { RecordOf } from '../history.js';
import { levelIndex } from '../tiers/tiers.js';
import { isVip } from '../vip.js';
import { isInForce } from './earn.js';
import { fitsLine } from './match.js';
import { tierPercent } from './tier-percent.js';

/** What raises the points of a line: in percent of the plain rate, and the shares of which it is made. */
export interface Raise {
  /** 100 is the plain rate. */
  readonly percent: number;
  readonly args: Reason['args'] | undefined;
}

/** The plain rate. */
export const notRaised: Raise = { percent: 100, args: undefined };

/** What raises all lines of a visit: the member's tier, and a multiplier of the next visits. */
export interface VisitRaise {
  /** Index of the member's level. */
  readonly level: number;
  readonly tier: number;
  readonly multiplier: number;
  /** Whether the member was a VIP before the visit. */
  readonly vip: boolean;
}

/** The percentages that the account itself brings to a visit. */
export function visitRaise(account: Account, program: Program, isTreated: boolean): VisitRaise {
  const level = levelIndex(account.tier, program.tiers);
  return {
    level,
    tier: tierPercent(program, level),
    multiplier: isTreated ? (account.multipliers[0]?.percent ?? 100) : 100,
    vip: isVip(account, program),
  };
}

/**
 * What raises one line. Of several promotions that fit it the highest counts. What promotion, tier
 * and multiplier add to the plain rate is added up: double points and a tier of one and a quarter
 * make two and a quarter times the points, rounded down once.
 */
export function raiseOf(
  program: Program,
  { level, tier, multiplier, vip }: VisitRaise,
  line: VisitLine,
  visit: RecordOf<'visit'>['data'],
  on: string,
): Raise {
  let promotion: Program['promotions'][number] | undefined;
  for (const candidate of program.promotions) {
    if (candidate.percent <= (promotion?.percent ?? 100)) continue;
    if (candidate.vipOnly && !vip) continue;
    if (!isInForce(candidate, on) || !fitsLine(candidate.match, line, visit)) continue;
    const needed = candidate.tier;
    if (needed !== undefined && program.tiers.levels.findIndex(({ id }) => id === needed) > level) {
      continue;
    }
    promotion = candidate;
  }
  if (!promotion && tier === 100 && multiplier === 100) return notRaised;

  const percent = (promotion?.percent ?? 100) + tier + multiplier - 200;
  const args: Record<string, string | number> = { percent };
  if (promotion) {
    args['promotion'] = promotion.id;
    args['promotionPercent'] = promotion.percent;
  }
  if (tier !== 100) args['tierPercent'] = tier;
  if (multiplier !== 100) args['multiplierPercent'] = multiplier;
  return { percent, args };
}

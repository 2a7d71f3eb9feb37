import type { EarnRule, LineMatch, Program } from '@afterglow/contract';
import type { Account } from '../account.js';
import { fitsLine } from './match.js';
import type { MatchedLine, Place } from './match.js';
import { scaleDown } from './whole.js';

/** The part of a program that decides what a line earns. */
export interface EarningRules {
  /** In order of precedence: the first that fits and is in force decides. */
  readonly earning: readonly EarnRule[];
  /** Lines that never earn. */
  readonly ineligible: readonly LineMatch[];
}

/** What is said of a line when it is asked what it earns. */
export interface EarningLine {
  readonly line: MatchedLine;
  readonly place: Place;
  /** Paid for it with money, in minor units, whole and not negative. */
  readonly paid: number;
  /** The clinic's local day, `YYYY-MM-DD`; picks the rules in force. */
  readonly on: string;
  /** What promotions and multipliers make of the rate, in percent; left out: 100. */
  readonly percent?: number;
}

/** Whole points, and the rule that gave them; no rule, no points. */
export interface Earned {
  readonly points: number;
  readonly rule: EarnRule | undefined;
}

const nothing: Earned = { points: 0, rule: undefined };

/** Whether somebody earns at all: members do, and others where the program says so. */
export function mayEarn(
  { joinedAt }: Pick<Account, 'joinedAt'>,
  { earnBeforeJoining }: Pick<Program, 'earnBeforeJoining'>,
): boolean {
  return earnBeforeJoining || joinedAt !== null;
}

/** Whether a rule is in force on a local day. The end is exclusive. */
export function isInForce(rule: Pick<EarnRule, 'startsOn' | 'endsOn'>, on: string): boolean {
  return (
    (rule.startsOn === undefined || rule.startsOn <= on) &&
    (rule.endsOn === undefined || on < rule.endsOn)
  );
}

/** Whether a line never earns; as a treatment it makes no visit count either. */
export function neverEarns(
  { ineligible }: Pick<EarningRules, 'ineligible'>,
  line: MatchedLine,
  place: Place,
): boolean {
  return ineligible.some((match) => fitsLine(match, line, place));
}

/**
 * Points earned by one line of a visit. A gift card earns when it is spent, not when it is sold,
 * and a tip is not the clinic's: neither earns, whatever the rules say.
 *
 * @returns Whole points, rounded down once for the line, so that refunds of parts add up.
 */
export function earn(
  rules: EarningRules,
  { line, place, paid, on, percent = 100 }: EarningLine,
): Earned {
  if (paid <= 0 || line.kind === 'giftCard' || line.kind === 'tip') return nothing;
  if (neverEarns(rules, line, place)) return nothing;

  const rule = rules.earning.find(
    (candidate) => fitsLine(candidate.match, line, place) && isInForce(candidate, on),
  );
  if (!rule) return nothing;

  const { points, perMinorUnits } = rule.rate;
  return percent === 100
    ? { points: scaleDown(paid, points, perMinorUnits), rule }
    : { points: scaleDown(paid, points * percent, perMinorUnits * 100), rule };
}

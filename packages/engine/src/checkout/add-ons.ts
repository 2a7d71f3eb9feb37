import type { Benefit, Program, Summary } from '@afterglow/contract';
import type { Account, Hold } from '../account.js';
import { lastDayOfQuarter, quarterOf } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { fitsLine } from '../earning/match.js';
import { levelIndex } from '../tiers/tiers.js';
import type { Bill, Discount } from './discounts.js';
import { heldElsewhere } from './holds.js';

/** Complimentary lines of a benefit that a bill takes. */
export type UsedAddOn = NonNullable<Hold['addOns']>[number];

/** What a bill's add-ons are: the lines that are free by them, and how many each benefit gave. */
export interface AddOns {
  /** In the order of the lines; null: the line is no add-on. */
  readonly discounts: readonly (Discount | null)[];
  readonly used: readonly UsedAddOn[];
}

/** Where the add-ons of a calendar quarter are counted. */
function addOnKey(benefit: string, on: LocalDay): string {
  return `addOn/${benefit}/${quarterOf(on)}`;
}

/**
 * The lines of a bill that the member's tier gives for free: those that an add-on names, so many units
 * in each calendar quarter, each line whole or not at all. An add-on that names no lines is handed over
 * by the staff, and no bill knows of it.
 */
export function addOnsOf(
  account: Pick<Account, 'tier' | 'used' | 'holds'>,
  { tiers }: Pick<Program, 'tiers'>,
  bill: Bill,
  on: LocalDay,
): AddOns {
  const held = heldElsewhere(account.holds).addOns;
  const benefits = tiers.levels[levelIndex(account.tier, tiers)]?.benefits ?? [];
  const used = new Map<string, number>();
  const leftOf = ({ id, perQuarter = Infinity }: Benefit) =>
    perQuarter - (account.used[addOnKey(id, on)] ?? 0) - (held.get(id) ?? 0) - (used.get(id) ?? 0);

  const discounts = bill.lines.map((line): Discount | null => {
    const units = Math.ceil(line.quantity);
    const given = benefits.find(
      (benefit) =>
        benefit.kind === 'addOn' &&
        benefit.match !== undefined &&
        fitsLine(benefit.match, line, bill) &&
        leftOf(benefit) >= units,
    );
    if (!given || line.listPrice.amount === 0) return null;
    used.set(given.id, (used.get(given.id) ?? 0) + units);
    return { amount: line.listPrice.amount, reason: { kind: 'tier', id: given.id } };
  });
  return { discounts, used: [...used].map(([benefit, count]) => ({ benefit, count })) };
}

/** How many units of each add-on a member's next bills give for free in the quarter of a day. */
export function addOnsLeft(
  account: Pick<Account, 'tier' | 'used' | 'holds'>,
  { tiers }: Pick<Program, 'tiers'>,
  on: LocalDay,
): Summary['tier']['addOns'] {
  const held = heldElsewhere(account.holds).addOns;
  const benefits = tiers.levels[levelIndex(account.tier, tiers)]?.benefits ?? [];
  return benefits.flatMap(({ id, kind, match, perQuarter }) => {
    if (kind !== 'addOn' || match === undefined || perQuarter === undefined) return [];
    const taken = (account.used[addOnKey(id, on)] ?? 0) + (held.get(id) ?? 0);
    const left = Math.max(0, perQuarter - taken);
    return [{ benefit: id, left, until: lastDayOfQuarter(on) }];
  });
}

/** Counts the add-ons that a paid bill held. */
export function countAddOns(used: Account['used'], hold: Hold, on: LocalDay): Account['used'] {
  const { addOns = [] } = hold;
  if (addOns.length === 0) return used;
  const counted = addOns.map(({ benefit, count }) => {
    const key = addOnKey(benefit, on);
    return [key, (used[key] ?? 0) + count] as const;
  });
  return { ...used, ...Object.fromEntries(counted) };
}

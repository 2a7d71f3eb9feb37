import type { Benefit, LineKind, LineMatch, Program } from '@afterglow/contract';
import type { SimulatedAccount } from './histories.js';
import { paidLines } from './paid-lines.js';

/** What a tier would have taken off one line. */
export interface TierDiscount {
  /** Id of the tier and of its benefit, with a slash between. */
  readonly benefit: string;
  /** Minor units, above zero. */
  readonly amount: number;
}

interface Discounting {
  readonly tier: string;
  readonly name: string;
  readonly percent: number;
  readonly match: LineMatch;
}

const kindOf: Readonly<Partial<Record<Benefit['kind'], LineKind>>> = {
  percentOffTreatments: 'treatment',
  percentOffProducts: 'product',
};

/** The discounts that a program's tiers unlock. */
export function discountsOf({ tiers }: Program): readonly Discounting[] {
  return tiers.levels.flatMap(({ id: tier, benefits }) =>
    benefits.flatMap(({ id, kind, percent = 0, match = {} }): readonly Discounting[] => {
      const line = kindOf[kind];
      const isSpokenOf = line !== undefined && (match.kinds?.includes(line) ?? true);
      if (!isSpokenOf || percent === 0) return [];
      return [{ tier, name: `${tier}/${id}`, percent, match: { ...match, kinds: [line] } }];
    }),
  );
}

/**
 * What the discounts of an account's tiers come to on its past visits: a share of what was paid for
 * each line that fits, rounded down, by the tier before the visit. Of several discounts on one line
 * the best counts.
 */
export function tierDiscounts(
  account: SimulatedAccount,
  program: Program,
  of: {
    readonly discounts: readonly Discounting[];
    readonly tierAtVisit: ReadonlyMap<string, string | null>;
    readonly until: number;
  },
): readonly TierDiscount[] {
  const best = new Map<string, TierDiscount>();
  for (const { tier, name, percent, match } of of.discounts) {
    if (![...of.tierAtVisit.values()].includes(tier)) continue;
    for (const line of paidLines(account, program, { match, until: of.until })) {
      if (of.tierAtVisit.get(line.visitId) !== tier) continue;
      const amount = Math.floor((line.amount * percent) / 100);
      if (amount > (best.get(line.place)?.amount ?? 0))
        best.set(line.place, { benefit: name, amount });
    }
  }
  return [...best.values()];
}

import type { VisitPreview } from '@afterglow/contract';
import { handProgram } from './hand-made.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const [, radiant, luminous] = handProgram().tiers.levels.map(({ id, name, threshold }, index) => ({
  ...{ id, name, threshold },
  rank: index + 1,
}));

/** A facial of 165 dollars for a member of the second tier: 320 dollars less 165 are missing then. */
export const madePreview: VisitPreview = {
  due: usd(16_500),
  earns: {
    points: 82,
    tier: radiant ?? null,
    rises: false,
    next: luminous ?? null,
    missing: usd(15_500),
  },
};

/** A visit that reaches the highest tier, of which an offer pays a part. */
export const risingPreview: VisitPreview = {
  due: usd(31_000),
  earns: { points: 196, tier: luminous ?? null, rises: true, next: null, missing: null },
};

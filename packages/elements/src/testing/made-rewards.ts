import type { PublicProgram, Summary, Voucher } from '@afterglow/contract';
import { handProgram, handSummary } from './hand-made.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Rewards of the clinic Lumen: one that is credit, one to take home, two that a tier opens. */
export const madeRewards: PublicProgram['rewards'] = [
  {
    id: 'credit-50',
    name: { en: '$50 off any treatment', es: '$50 de descuento en un tratamiento' },
    costPoints: 500,
    grant: { kind: 'credit', amount: usd(5_000) },
    validDays: 90,
  },
  {
    id: 'product-75',
    name: { en: 'A product of your choice, up to $75', es: 'Un producto a elegir, hasta $75' },
    costPoints: 700,
    validDays: 90,
  },
  {
    id: 'facial',
    name: { en: 'A signature facial', es: 'Un facial de la casa' },
    costPoints: 1_500,
    tier: 'radiant',
    validDays: 120,
  },
  {
    id: 'credit-500',
    name: { en: '$500 of credit', es: '$500 de crédito' },
    costPoints: 5_000,
    tier: 'luminous',
    grant: { kind: 'credit', amount: usd(50_000) },
    validDays: 180,
    perYear: 2,
  },
];

/** The usual program with these rewards. */
export const rewardProgram = (rewards = madeRewards): PublicProgram =>
  handProgram({
    rewards,
    points: { ...handProgram().points, name: { en: 'Glow points', es: 'puntos Glow' } },
  });

/** A voucher for the first reward that ends in February. */
export const madeVoucher: Voucher = {
  id: 'vch_01jd8x5m2q4r6t8v0w2y4z6a01',
  reward: 'credit-50',
  name: { en: '$50 off any treatment', es: '$50 de descuento en un tratamiento' },
  status: 'open',
  code: 'K7QX4MNP',
  costPoints: 500,
  grant: { kind: 'credit', amount: usd(5_000) },
  claimedAt: '2026-11-21T10:00:00.000Z',
  expiresOn: '2027-02-19',
};

/**
 * A member of the second tier with so many points, who can claim what they are enough for.
 *
 * @param changes - Put over the summary, one level deep.
 */
export function rewardSummary(balance: number, changes: Partial<Summary> = {}): Summary {
  return handSummary({
    points: { balance, value: usd(balance), next: null },
    rewards: madeRewards.map(({ id, costPoints, tier }) => {
      const missingPoints = Math.max(0, costPoints - balance);
      const reason =
        tier === 'luminous' ? 'tier_too_low' : missingPoints > 0 ? 'points_insufficient' : null;
      return { id, claimable: reason === null, missingPoints, reason };
    }),
    ...changes,
  });
}

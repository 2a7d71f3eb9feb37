import type { Program } from '@afterglow/contract';
import { defaultProgram } from '../default-program.js';
import type { Chance } from './chance.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** A clinic's rules at their start: those of the default, with rewards for both sides of a referral. */
export function programOf(chance: Chance): Program {
  return changedProgram(defaultProgram({ region: 'IL' }), chance);
}

/** The next version: a few rules changed, as a clinic would. */
export function changedProgram(before: Program, chance: Chance): Program {
  const { points, earning, tiers, referral } = before;
  const step = chance.pick([75_000, 150_000]);
  return {
    ...before,
    joiningPoints: chance.pick([0, 25, 50]),
    points: { ...points, reminderDays: [30], lapseAfterMonths: chance.pick([3, 12, 12, 24, null]) },
    earning: earning.map((rule) => ({
      ...rule,
      rate: { points: chance.between(20, 90), perMinorUnits: 10_000 },
    })),
    rewards: before.rewards.map((reward, index) => ({
      ...reward,
      costPoints: chance.between(40, 80) * (index + 1),
    })),
    occasions: before.occasions.map((occasion) =>
      occasion.kind === 'birthday'
        ? { ...occasion, grant: { kind: 'points', points: 30 } as const }
        : occasion,
    ),
    tiers: {
      ...tiers,
      graceDays: chance.pick([0, 30, 90]),
      levels: tiers.levels.map((level, index) => ({
        ...level,
        threshold: usd(index * step),
      })),
    },
    referral: {
      ...referral,
      legalMode: chance.pick(['reward', 'reward', 'reward', 'friendOnly', 'off']),
      holdDays: chance.pick([0, 7, 14, 30]),
      friend: chance.happens(50) ? { kind: 'points', points: 100 } : referral.friend,
    },
  };
}

import type { Program } from '@afterglow/contract';

/** The multiplier of a level, the highest of several; 100 where it has none. */
export function tierPercent({ tiers }: Pick<Program, 'tiers'>, level: number): number {
  let percent = 100;
  for (const benefit of tiers.levels[level]?.benefits ?? []) {
    if (benefit.kind === 'earnMultiplier') percent = Math.max(percent, benefit.percent ?? 100);
  }
  return percent;
}

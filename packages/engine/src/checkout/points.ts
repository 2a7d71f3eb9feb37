import type { Program } from '@afterglow/contract';
import { scaleDown, scaleUp } from '../earning/whole.js';

/** Points that pay a part of a bill. */
export interface PayingPoints {
  readonly count: number;
  /** Minor units. */
  readonly worth: number;
}

/** What limits the points on a bill. */
export interface PointsLimits {
  /** At most so many, or as many as may be. */
  readonly asked: number | 'max';
  /** What can be spent and is not held for another bill. */
  readonly free: number;
  /** What the bill comes to for this member, in minor units. */
  readonly bill: number;
  /** What is left to pay of it. */
  readonly left: number;
  /** What may still be used as money this year, in minor units; null: no cap. */
  readonly cashLeft: number | null;
}

/** As many points as all limits allow, and none more than their worth needs. */
export function payPoints({ points }: Program, limits: PointsLimits): PayingPoints {
  const { amount: per, points: each } = points.value;
  if (per.amount === 0) return { count: 0, worth: 0 };

  const percent = points.redemption?.maxPercentOfBill ?? 100;
  const most = Math.min(
    limits.left,
    scaleDown(limits.bill, percent, 100),
    limits.cashLeft ?? limits.left,
  );
  const wanted = limits.asked === 'max' ? limits.free : Math.min(limits.asked, limits.free);
  const count = Math.min(wanted, scaleDown(most, each, per.amount));
  const worth = scaleDown(count, per.amount, each);
  return { count: scaleUp(worth, each, per.amount), worth };
}

import type { Entry, PublicProgram, Reason } from '@afterglow/contract';
import { handProgram } from './hand-made.js';
import { madeRewards } from './made-rewards.js';

const per100 = (id: string, kind: 'treatment' | 'product', points: number) => ({
  id,
  match: { kinds: [kind] },
  rate: { points, perMinorUnits: 10_000 },
});

/** The usual program with rules that entries name. */
export const historyProgram = (): PublicProgram =>
  handProgram({
    points: { ...handProgram().points, name: { en: 'Glow points', es: 'puntos Glow' } },
    earning: [per100('treatments', 'treatment', 50), per100('products', 'product', 30)],
    bonuses: [
      {
        id: 'booked-ahead',
        name: { en: 'Booked before leaving', es: 'Reserva antes de irte' },
        for: 'preBooking',
        points: 25,
      },
    ],
    rewards: madeRewards,
  });

/** A reason of the first version. */
export const reason = (rule: string, args: Reason['args'] = {}): Reason => ({
  rule,
  version: 1,
  args,
});

/** What money earned at a rate for each 100 dollars. */
export const earned = (rule: string, paid: number, points: number): Reason =>
  reason(rule, {
    paid,
    points,
    perMinorUnits: 10_000,
    earned: Math.floor((paid * points) / 10_000),
  });

/**
 * An entry of points.
 *
 * @param nth - Makes its id; a higher one is newer.
 */
export const madeEntry = (
  nth: number,
  amount: number,
  because: readonly Reason[],
  changes: Partial<Entry> = {},
): Entry => ({
  id: `ent_01jd8x5m2q4r6t8v0w2y4z6a${String(nth).padStart(2, '0')}`,
  at: '2026-11-02T16:00:00.000Z',
  asset: 'points',
  amount,
  cause: { kind: 'visit', id: null },
  key: `made:${String(nth)}`,
  because: [...because],
  balanceAfter: amount,
  ...changes,
});

/** Five entries of an autumn: a visit of two lines, a claim, a friend, and a birthday's credit. */
export const madeEntries: readonly Entry[] = [
  madeEntry(9, 280, [earned('treatments', 56_000, 50)], { balanceAfter: 852 }),
  madeEntry(8, 22, [earned('products', 7_500, 30)], { balanceAfter: 572 }),
  madeEntry(7, -500, [reason('credit-50', { cost: 500, usableThrough: '2027-01-18' })], {
    at: '2026-10-20T15:00:00.000Z',
    cause: { kind: 'claim', id: null },
    balanceAfter: 550,
  }),
  madeEntry(6, 500, [reason('referral', { completedOn: '2026-09-20', holdDays: 14 })], {
    at: '2026-10-04T05:30:00.000Z',
    cause: { kind: 'referral', id: null },
    balanceAfter: 1_050,
  }),
  madeEntry(5, 2_500, [reason('birthday', { occasion: 'birthday', usableThrough: '2026-10-18' })], {
    at: '2026-09-18T05:00:00.000Z',
    asset: 'credit',
    cause: { kind: 'occasion', id: null },
    balanceAfter: 2_500,
  }),
];

import type { PublicProgram, Summary } from '@afterglow/contract';
import { handProgram, handSummary } from './hand-made.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });

const terms =
  'Unused credit can be used for six months, then it ends. Pause or end whenever you like; what is banked stays until its own end.';

/** The usual program with a membership, for patients from the second visit on. */
export const clubProgram = (): PublicProgram =>
  handProgram({
    memberships: [
      {
        code: 'GLOWCLUB',
        name: { en: 'Glow Club', es: 'Club Glow' },
        price: usd(12_900),
        bankedCredit: usd(12_900),
        rollsForMonths: 6,
        terms,
        perkPerQuarter: { kind: 'offer', name: 'A complimentary LED session', validDays: 90 },
        upgradeAfterVisits: 2,
      },
    ],
  });

/** A member of the Glow Club for three months, one of them partly used. */
export function clubSummary(
  changes: Partial<NonNullable<Summary['membership']>> = {},
  lots: readonly (readonly [amount: number, expiresOn: string | null])[] = [
    [6_400, '2026-12-14'],
    [12_900, '2027-03-14'],
    [12_900, '2027-04-14'],
  ],
): Summary {
  const balance = lots.reduce((sum, [amount]) => sum + amount, 0);
  return handSummary({
    credit: {
      balance: usd(balance),
      lots: lots.map(([amount, expiresOn]) => ({ amount: usd(amount), expiresOn })),
    },
    membership: {
      plan: 'GLOWCLUB',
      name: { en: 'Glow Club', es: 'Club Glow' },
      status: 'active',
      since: '2026-08-14',
      nextCreditOn: '2026-12-14',
      bankedCredit: usd(12_900),
      rollsForMonths: 6,
      terms,
      ...changes,
    },
  });
}

/** Somebody without a membership and without credit, so many visits before one can join. */
export const clublessSummary = (missingVisits: number): Summary =>
  handSummary({ membershipPlans: [{ plan: 'GLOWCLUB', missingVisits }] });

import type { PublicProgram } from '@afterglow/contract';
import { calculatorProgram } from './calculator-program.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const per100 = (points: number) => ({ points, perMinorUnits: 10_000 });

/**
 * A program by hand with every way to earn that there is: rates, a promotion in force and one to come,
 * bonuses, visits, occasions, a package, a tier that earns more, and a friend.
 *
 * @param changes - Put over it, one level deep.
 */
export function earningProgram(changes: Partial<PublicProgram> = {}): PublicProgram {
  const { packages, tiers } = calculatorProgram();
  return calculatorProgram({
    earning: [
      { id: 'tox', match: { kinds: ['treatment'], categories: ['tox'] }, rate: per100(60) },
      { id: 'treatments', match: { kinds: ['treatment'] }, rate: per100(50) },
      { id: 'packages', match: { kinds: ['package'] }, rate: per100(50) },
      {
        id: 'products',
        name: { en: 'Skincare to take home', es: 'Cosmética para casa' },
        match: { kinds: ['product'] },
        rate: per100(30),
      },
    ],
    ineligible: [{ kinds: ['tip', 'fee', 'giftCard'] }],
    promotions: [
      {
        id: 'facials',
        name: { en: 'Double points on facials', es: 'Puntos dobles en faciales' },
        match: { categories: ['facial'] },
        percent: 200,
        startsOn: '2026-11-01',
        endsOn: '2026-12-01',
      },
      {
        id: 'spring',
        name: { en: 'Spring of microneedling', es: 'Primavera de microneedling' },
        match: { categories: ['micro'] },
        percent: 150,
        tier: 'radiant',
        startsOn: '2027-03-01',
        endsOn: '2027-04-01',
      },
    ],
    bonuses: [
      {
        id: 'ahead',
        name: { en: 'Booked before leaving', es: 'Reserva antes de irte' },
        for: 'preBooking',
        points: 25,
      },
      {
        id: 'soon',
        name: { en: 'Booked again soon', es: 'Reserva pronto' },
        for: 'rebooking',
        withinDays: 14,
        points: 15,
      },
      {
        id: 'photos',
        name: { en: 'Baseline photos', es: 'Fotos de partida' },
        for: 'photos',
        points: 20,
        limit: 'perYear',
      },
    ],
    packages: packages.map((offer) =>
      offer.code === 'FACIAL5' ? { ...offer, bonusPoints: 150 } : offer,
    ),
    tiers: {
      ...tiers,
      levels: tiers.levels.map((level) =>
        level.id === 'luminous'
          ? {
              ...level,
              benefits: [
                ...level.benefits,
                { id: 'more', name: 'More points', kind: 'earnMultiplier', percent: 125 },
              ],
            }
          : level,
      ),
    },
    milestones: [
      { visits: 4, grant: { kind: 'credit', amount: usd(2_500), expiresAfterDays: 180 } },
      { visits: 6, grant: { kind: 'multiplier', percent: 150, visits: 3 } },
    ],
    occasions: [
      {
        id: 'birthday',
        kind: 'birthday',
        offsetDays: -7,
        validDays: 30,
        grant: {
          kind: 'offer',
          name: { en: '$25 off for your birthday', es: '$25 de regalo por tu cumpleaños' },
          amountOff: usd(2_500),
          validDays: 30,
        },
      },
      {
        id: 'anniversary',
        kind: 'anniversary',
        offsetDays: 0,
        validDays: 30,
        grant: { kind: 'points', points: 100 },
      },
    ],
    ...changes,
  });
}

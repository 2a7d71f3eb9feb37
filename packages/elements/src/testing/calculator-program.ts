import type { PublicProgram } from '@afterglow/contract';
import { handProgram } from './hand-made.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** A treatment of the calculator: its name in both languages and its price in dollars. */
function treatment(code: string, category: string, [en, es, dollars]: [string, string, number]) {
  return { code, category, name: { en, es }, price: usd(dollars * 100) };
}

/** Sessions in advance. */
function offer(
  code: string,
  covers: string,
  [en, es, sessions, dollars]: [string, string, number, number],
) {
  const name = { en, es };
  return { code, name, covers: { codes: [covers] }, sessions, price: usd(dollars * 100) };
}

const threePercent = {
  id: 'three',
  name: { en: '3% off treatments', es: '3 % menos en tratamientos' },
  kind: 'percentOffTreatments',
  percent: 3,
} as const;

/**
 * A program by hand with as much for the calculator as a clinic has: seven treatments, three
 * packages, and a tier that takes something off. 100 points are worth 10 dollars.
 *
 * @param changes - Put over it, one level deep.
 */
export function calculatorProgram(changes: Partial<PublicProgram> = {}): PublicProgram {
  const { points, tiers } = handProgram();
  return handProgram({
    points: {
      ...points,
      name: { en: 'Glow points', es: 'Puntos Glow' },
      value: { points: 100, amount: usd(1000) },
    },
    joiningPoints: 50,
    earning: [
      { id: 'tox', match: { categories: ['tox'] }, rate: { points: 60, perMinorUnits: 10_000 } },
      { id: 'care', match: {}, rate: { points: 50, perMinorUnits: 10_000 } },
    ],
    tiers: {
      ...tiers,
      levels: tiers.levels.map((level) =>
        level.id === 'luminous' ? { ...level, benefits: [threePercent] } : level,
      ),
    },
    packages: [
      offer('MN3', 'MICRO', ['Microneedling, 3 sessions', 'Microneedling, 3 sesiones', 3, 960]),
      offer('FACIAL5', 'FACIAL', [
        'Signature facial, 5 sessions',
        'Facial de la casa, 5 sesiones',
        5,
        725,
      ]),
      offer('LHR10', 'LHR', [
        'Laser hair removal, 10 sessions',
        'Depilación láser, 10 sesiones',
        10,
        1900,
      ]),
    ],
    calculator: {
      visitsPerYear: 4,
      treatments: [
        {
          ...treatment('TOX', 'tox', ['Wrinkle relaxer', 'Relajante de arrugas', 560]),
          selected: true,
        },
        treatment('FILLER', 'filler', ['Dermal filler', 'Relleno dérmico', 780]),
        {
          ...treatment('FACIAL', 'facial', ['Signature facial', 'Facial de la casa', 165]),
          selected: true,
        },
        treatment('PEEL', 'peel', ['Chemical peel', 'Peeling químico', 190]),
        treatment('MICRO', 'micro', ['Microneedling', 'Microneedling', 360]),
        treatment('LASER', 'laser', ['Laser resurfacing', 'Rejuvenecimiento láser', 650]),
        treatment('IPL', 'laser', ['IPL photofacial', 'Fotofacial IPL', 380]),
      ],
    },
    ...changes,
  });
}

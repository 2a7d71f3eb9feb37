import type { Preferences, PublicProgram, Summary } from '@afterglow/contract';

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Tiers of a clinic with three of them; the middle one has a limit per quarter. */
const levels: PublicProgram['tiers']['levels'] = [
  { id: 'glow', name: { en: 'Glow', es: 'Brillo' }, threshold: usd(0), benefits: [] },
  {
    id: 'radiant',
    name: { en: 'Radiant', es: 'Radiante' },
    threshold: usd(150_000),
    benefits: [
      {
        id: 'care',
        name: { en: 'A complimentary add-on', es: 'Un complemento de cortesía' },
        kind: 'addOn',
        perQuarter: 1,
      },
      {
        id: 'first',
        name: { en: 'First choice of appointments', es: 'Prioridad al reservar' },
        kind: 'priorityBooking',
      },
    ],
  },
  {
    id: 'luminous',
    name: { en: 'Luminous', es: 'Luminosa' },
    threshold: usd(300_000),
    benefits: [
      {
        id: 'ten',
        name: { en: '10% off skincare', es: '10 % en cosmética' },
        kind: 'percentOffProducts',
        percent: 10,
      },
    ],
  },
];

/**
 * A program made by hand, for looks that no server holds still. Journeys use the real server.
 *
 * @param changes - Put over it, one level deep.
 */
export function handProgram(changes: Partial<PublicProgram> = {}): PublicProgram {
  return {
    clinic: {
      name: 'Lumen Aesthetics',
      currency: 'USD',
      locale: 'en-US',
      timeZone: 'America/Chicago',
    },
    brand: { color: '#2b5a4c', logoUrl: null, radius: null, roles: {} },
    site: {
      url: 'https://lumen.example/',
      bookingUrl: 'https://lumen.example/booking',
      referralUrl: 'https://lumen.example/friend',
      termsUrl: null,
      privacyUrl: null,
    },
    sandbox: true,
    version: 1,
    points: {
      name: { en: 'points', es: 'puntos' },
      value: { points: 100, amount: usd(100) },
      lapseAfterMonths: 12,
      reminderDays: [30],
    },
    joiningPoints: 100,
    earning: [{ id: 'care', match: {}, rate: { points: 5, perMinorUnits: 100 } }],
    ineligible: [],
    tiers: { windowMonths: 12, countsProducts: false, graceDays: 30, levels },
    referral: {
      active: true,
      owner: { kind: 'points', points: 500 },
      friend: null,
      friendOffer: {
        en: '$50 off your first treatment',
        es: '$50 de descuento en tu primer tratamiento',
      },
      ownerOffer: {
        en: '500 points when your friend’s first treatment is done',
        es: '500 puntos cuando tu amiga complete su primer tratamiento',
      },
      shareText: null,
      keepsDays: 30,
    },
    packages: [],
    memberships: [],
    rewards: [],
    promotions: [],
    bonuses: [],
    milestones: [],
    occasions: [],
    vip: null,
    calculator: { visitsPerYear: 6, treatments: [] },
    ...changes,
  };
}

/** The id of the member who is made by hand. */
export const handMemberId = 'mem_01jd8x5m2q4r6t8v0w2y4z6a8c';

const tierRef = ({ id, name, threshold }: (typeof levels)[number], index: number) => ({
  id,
  name,
  threshold,
  rank: index + 1,
});
const [, second, third] = levels.map(tierRef);

/**
 * Preferences made by hand: reminders by text, no offers, nobody who invited.
 *
 * @param changes - Put over it, one level deep.
 */
export const handPreferences = (changes: Partial<Preferences> = {}): Preferences => ({
  locale: null,
  reminders: { sms: true, email: true },
  marketing: { sms: false, email: false },
  shareFirstName: null,
  reach: { sms: '··42', email: 'a··@mail.example' },
  ...changes,
});

/**
 * A member made by hand: 12,480 points, the second tier, two friends who joined.
 *
 * @param changes - Put over it, one level deep.
 */
export function handSummary(changes: Partial<Summary> = {}): Summary {
  return {
    member: { id: handMemberId, firstName: 'Ana', since: '2025-03-02' },
    points: {
      balance: 12_480,
      value: usd(12_480),
      next: { amount: 1_200, on: '2027-03-14' },
    },
    tier: {
      current: second ?? null,
      next: third ?? null,
      spend: usd(268_000),
      missing: usd(32_000),
      missingBy: '2027-03-13',
      keptUntil: '2027-03-14',
      toKeep: usd(12_000),
      givenUntil: null,
      givenFor: null,
      addOns: [],
    },
    packages: [],
    credit: { balance: usd(0), lots: [] },
    offers: [],
    referral: {
      code: 'ANA4K7QX',
      link: 'https://lumen.example/friend?glow=ANA4K7QX',
      counts: { joined: 2, completed: 1, released: 0 },
      pendingPoints: 500,
    },
    entries: [
      {
        id: 'ent_01jd8x5m2q4r6t8v0w2y4z6a8c',
        at: '2026-11-02T16:00:00.000Z',
        asset: 'points',
        amount: 12_480,
        cause: { kind: 'visit', id: null },
        key: 'visit:till:R-1',
        because: [],
        balanceAfter: 12_480,
      },
    ],
    referrals: [],
    rewards: [],
    vouchers: [],
    visits: 0,
    vip: false,
    membership: null,
    membershipPlans: [],
    multipliers: [],
    preferences: handPreferences(),
    donated: usd(0),
    donations: [],
    asOf: '2026-11-21T15:30:00.000Z',
    edition: 1,
    programVersion: 1,
    ...changes,
  };
}

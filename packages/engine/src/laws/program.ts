import type { Program } from '@afterglow/contract';
import type { ProgramInForce } from '../programs/programs.js';

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** A program with the rules that most clinics start from: rates, tiers, packages, referrals. */
export const plainProgram: Program = {
  clinic: {
    name: 'Lumen',
    timeZone: 'America/Chicago',
    currency: 'USD',
    locale: 'en-US',
    country: 'US',
    region: 'IL',
  },
  brand: { color: '#b4552d' },
  site: {
    url: 'https://lumen.example/',
    bookingUrl: 'https://lumen.example/book',
    referralUrl: 'https://lumen.example/friends',
  },
  origins: ['https://lumen.example'],
  points: {
    name: 'Glow points',
    value: { points: 100, amount: usd(1000) },
    lapseAfterMonths: 12,
    reminderDays: [180, 30, 7, 1],
  },
  earnBeforeJoining: true,
  joiningPoints: 50,
  earning: [
    {
      id: 'summer-laser',
      match: { kinds: ['treatment'], categories: ['laser'] },
      rate: { points: 2, perMinorUnits: 100 },
      startsOn: '2026-06-01',
      endsOn: '2026-09-01',
    },
    {
      id: 'injectables',
      match: { kinds: ['treatment'], categories: ['neuromodulator', 'filler'] },
      rate: { points: 1, perMinorUnits: 100 },
    },
    {
      id: 'downtown-treatments',
      match: { kinds: ['treatment'], locations: ['downtown'] },
      rate: { points: 3, perMinorUnits: 200 },
    },
    { id: 'treatments', match: { kinds: ['treatment'] }, rate: { points: 1, perMinorUnits: 100 } },
    { id: 'packages', match: { kinds: ['package'] }, rate: { points: 1, perMinorUnits: 150 } },
    { id: 'retail', match: { kinds: ['product'] }, rate: { points: 1, perMinorUnits: 300 } },
  ],
  ineligible: [{ categories: ['medical'] }, { codes: ['CONSULT'] }],
  promotions: [],
  bonuses: [],
  milestones: [],
  occasions: [],
  tiers: {
    windowMonths: 12,
    countsProducts: false,
    graceDays: 30,
    levels: [
      { id: 'fresh', name: 'Fresh', threshold: usd(0), benefits: [] },
      {
        id: 'radiant',
        name: 'Radiant',
        threshold: usd(100_000),
        benefits: [
          { id: 'five', name: '5 percent', kind: 'percentOffTreatments', percent: 5 },
          { id: 'retail-ten', name: '10 percent', kind: 'percentOffProducts', percent: 10 },
        ],
      },
      {
        id: 'luminous',
        name: 'Luminous',
        threshold: usd(300_000),
        benefits: [
          { id: 'ten', name: '10 percent', kind: 'percentOffTreatments', percent: 10 },
          { id: 'first', name: 'Priority booking', kind: 'priorityBooking' },
        ],
      },
    ],
  },
  referral: {
    legalMode: 'reward',
    holdDays: 14,
    completeWithinDays: 180,
    owner: { kind: 'points', points: 500 },
    friend: { kind: 'offer', name: '20 percent off', percentOff: 20, validDays: 60 },
    friendOffer: '20 percent off your first treatment',
    ownerOffer: '500 points for each friend',
  },
  referralKeepsDays: 30,
  packages: [
    {
      code: 'BLOW6',
      name: 'Blow dry 5 + 1',
      covers: { codes: ['BLOW'] },
      sessions: 6,
      price: usd(25_000),
      bonusPoints: 25,
    },
    {
      code: 'LASER3',
      name: 'Three laser sessions',
      covers: { categories: ['laser'] },
      sessions: 3,
      price: usd(90_000),
      expiresAfterMonths: 6,
      bonusPoints: 100,
    },
  ],
  memberships: [],
  rewards: [
    { id: 'credit-50', name: '50 dollars', costPoints: 500, validDays: 90 },
    { id: 'peel', name: 'A peel', costPoints: 1500, tier: 'radiant', validDays: 90 },
  ],
  calculator: {
    visitsPerYear: 4,
    treatments: [
      {
        code: 'TOX',
        category: 'neuromodulator',
        name: 'Toxin',
        price: usd(45_000),
        selected: true,
      },
      { code: 'BLOW', category: 'hair', name: 'Blow dry', price: usd(5000) },
    ],
  },
  labels: { policy: 'neutral', byCategory: {} },
};

/** That program with every kind of rule in use. */
export const fullProgram: Program = {
  ...plainProgram,
  points: {
    ...plainProgram.points,
    redemption: { maxPerYear: usd(50_000), maxPercentOfBill: 50 },
  },
  promotions: [
    {
      id: 'glow-week',
      name: 'Glow week',
      match: { kinds: ['treatment'] },
      percent: 200,
      startsOn: '2026-05-01',
      endsOn: '2026-05-08',
    },
    {
      id: 'members-laser',
      name: 'Laser for Radiant',
      match: { categories: ['laser'] },
      percent: 150,
      tier: 'radiant',
    },
    {
      id: 'vips-spring',
      name: 'Spring for VIPs',
      match: { kinds: ['treatment'] },
      percent: 175,
      vipOnly: true,
      startsOn: '2026-03-01',
      endsOn: '2026-04-01',
    },
  ],
  bonuses: [
    {
      id: 'peel-bonus',
      name: 'Peel of the season',
      for: 'treatment',
      match: { codes: ['PEEL', 'LASER'] },
      points: 40,
      limit: 'perYear',
    },
    {
      id: 'three-pack',
      name: 'Three sessions',
      for: 'package',
      match: { codes: ['LASER3'] },
      points: 30,
    },
    { id: 'rebook', name: 'Booked again', for: 'rebooking', withinDays: 14, points: 20 },
    { id: 'prebook', name: 'Booked before leaving', for: 'preBooking', points: 10 },
    { id: 'something-new', name: 'Something new', for: 'crossBooking', points: 25 },
    { id: 'photos', name: 'Photos', for: 'photos', points: 15, limit: 'perYear' },
    { id: 'evaluation', name: 'Evaluation', for: 'evaluation', points: 5 },
    {
      id: 'open-house',
      name: 'Open house',
      for: 'activity',
      activity: 'open-house',
      points: 50,
      limit: 'once',
    },
  ],
  milestones: [
    { visits: 2, grant: { kind: 'points', points: 60 } },
    { visits: 4, grant: { kind: 'credit', amount: usd(2500), expiresAfterDays: 120 } },
    { visits: 6, grant: { kind: 'multiplier', percent: 150, visits: 3 } },
  ],
  occasions: [
    {
      id: 'birthday',
      kind: 'birthday',
      offsetDays: -7,
      validDays: 30,
      grant: { kind: 'offer', name: 'Birthday', percentOff: 15, validDays: 30 },
    },
    {
      id: 'anniversary',
      kind: 'anniversary',
      offsetDays: 0,
      validDays: 60,
      grant: { kind: 'points', points: 100 },
    },
    {
      id: 'welcome-back',
      kind: 'welcomeBack',
      offsetDays: 0,
      validDays: 30,
      dormantDays: 180,
      grant: { kind: 'credit', amount: usd(1500) },
    },
  ],
  vip: { treatments: 3 },
  tiers: {
    ...plainProgram.tiers,
    levels: plainProgram.tiers.levels.map((level) =>
      level.id === 'luminous'
        ? {
            ...level,
            benefits: [
              ...level.benefits,
              { id: 'more', name: 'A quarter more', kind: 'earnMultiplier', percent: 125 },
            ],
          }
        : level,
    ),
  },
  referral: { ...plainProgram.referral, stacksWithTier: true },
  memberships: [
    {
      code: 'GLOW',
      name: 'Glow membership',
      price: usd(9900),
      bankedCredit: usd(9900),
      rollsForMonths: 6,
      terms: 'Each month’s credit can be used for six months.',
      perkPerQuarter: { kind: 'offer', name: 'A facial', amountOff: usd(8000), validDays: 90 },
      upgradeAfterVisits: 2,
    },
  ],
  rewards: [
    {
      id: 'credit-50',
      name: '50 dollars',
      costPoints: 500,
      grant: { kind: 'credit', amount: usd(5000) },
      validDays: 90,
      perYear: 4,
    },
    { id: 'peel', name: 'A peel', costPoints: 1500, tier: 'radiant', validDays: 90 },
  ],
};

const fromTheFirstDay = (program: Program): readonly ProgramInForce[] => [
  { version: 1, startsAt: null, program },
];

/** The plain program from the first day on. */
export const plainPrograms = fromTheFirstDay(plainProgram);

/** The full program from the first day on. */
export const fullPrograms = fromTheFirstDay(fullProgram);

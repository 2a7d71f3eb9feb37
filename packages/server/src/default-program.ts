import type { LocalizedText, Money, Program } from '@afterglow/contract';
import { pickText } from '@afterglow/contract/languages';
import { defaultLegalMode } from './legal-modes.js';

/** What a clinic says of itself before it touches any rule. */
export interface ProgramBasics {
  readonly name?: LocalizedText;
  readonly country?: string;
  /** State or province; it decides which referral mode is safe. */
  readonly region?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly locale?: string;
  readonly brandColor?: string;
  readonly site?: Program['site'];
  readonly origins?: readonly string[];
  /** Days between a friend's first treatment and the reward. */
  readonly holdDays?: number;
}

const text = (en: string, es: string): LocalizedText => ({ en, es });

/** A text with `{sum}` where a sum of the program stands. */
const textWith = (sum: Money, en: string, es: string): LocalizedText =>
  text(en.replace('{sum}', written(sum, 'en-US')), es.replace('{sum}', written(sum, 'es-US')));

/** A sum off and its name: given once, so that both always say the same. */
const sumOff = (sum: Money, en: string, es: string) => ({
  name: textWith(sum, en, es),
  amountOff: sum,
});

/** The name and the grant of a reward in credit, likewise. */
const inCredit = (sum: Money, en: string, es: string) => ({
  name: textWith(sum, en, es),
  grant: { kind: 'credit' as const, amount: sum },
});

/** A whole sum in words, such as "$50": with the short sign, and without cents. */
function written({ amount, currency }: Money, language: string): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
  });
  const { maximumFractionDigits: digits = 0 } = format.resolvedOptions();
  return format.format(amount / 10 ** digits);
}

const site: Program['site'] = {
  url: 'https://lumen-aesthetics.example/',
  bookingUrl: 'https://lumen-aesthetics.example/book',
  referralUrl: 'https://lumen-aesthetics.example/welcome',
};

/** The usual hold: the time in which a clinic takes a treatment back. */
const usualHoldDays = 14;

/**
 * A complete program to start from, with the rules of an aesthetic clinic in the United States:
 * 100 points are worth 10 dollars, three tiers on the spend of twelve months, points that lapse a
 * year after the last purchase, and packages of sessions. Without basics it is that of "Lumen
 * Aesthetics" in Chicago.
 */
export function defaultProgram(basics: ProgramBasics = {}): Program {
  const currency = basics.currency ?? 'USD';
  const country = basics.country ?? 'US';
  const region = basics.region ?? (basics.country === undefined ? 'IL' : undefined);
  const name = basics.name ?? 'Lumen Aesthetics';
  const money = (amount: number) => ({ amount, currency });
  const welcome = sumOff(
    money(5_000),
    '{sum} off your first treatment',
    '{sum} de descuento en tu primer tratamiento',
  );
  return {
    clinic: {
      name,
      timeZone: basics.timeZone ?? 'America/Chicago',
      currency,
      locale: basics.locale ?? 'en',
      country,
      ...(region === undefined ? {} : { region }),
    },
    brand: { color: basics.brandColor ?? '#b4552d' },
    site: basics.site ?? site,
    origins: [...(basics.origins ?? [new URL((basics.site ?? site).url).origin])],
    points: {
      name: text('Glow points', 'Puntos Glow'),
      value: { points: 100, amount: money(1_000) },
      lapseAfterMonths: 12,
      reminderDays: [180, 30, 7, 1],
    },
    earnBeforeJoining: true,
    joiningPoints: 50,
    earning: earning(),
    ineligible: [{ kinds: ['tip', 'fee', 'giftCard', 'other'] }],
    promotions: [],
    bonuses: bonuses(),
    milestones: milestones(money),
    occasions: occasions(money),
    vip: { treatments: 3 },
    tiers: tiers(money),
    referral: {
      legalMode: defaultLegalMode(country, region),
      holdDays: basics.holdDays ?? usualHoldDays,
      owner: { kind: 'points', points: 500 },
      friend: {
        kind: 'offer',
        ...welcome,
        validDays: 90,
      },
      friendOffer: welcome.name,
      ownerOffer: text(
        '500 points when your friend’s first treatment is done',
        '500 puntos cuando tu amiga complete su primer tratamiento',
      ),
      shareText: textWith(
        welcome.amountOff,
        `A gift for you at ${pickText(name, 'en')}: {sum} off your first treatment. {link}`,
        `Un regalo para ti en ${pickText(name, 'es')}: {sum} de descuento en tu primer tratamiento. {link}`,
      ),
    },
    referralKeepsDays: 30,
    packages: packages(money),
    memberships: memberships(money),
    rewards: rewards(money),
    calculator: { visitsPerYear: 4, treatments: calculatorTreatments(money) },
    labels: {
      policy: 'neutral',
      byCategory: {
        neuromodulator: text('Treatment', 'Tratamiento'),
        product: text('Home care', 'Cuidado en casa'),
      },
    },
  };
}

type MoneyOf = (amount: number) => { amount: number; currency: string };

/** Points per 100 dollars: 60 for neuromodulators, 50 for other treatments and packages, 30 for products. */
function earning(): Program['earning'] {
  const per100 = (points: number) => ({ points, perMinorUnits: 10_000 });
  return [
    {
      id: 'neuromodulator',
      match: { kinds: ['treatment'], categories: ['neuromodulator'] },
      rate: per100(60),
    },
    { id: 'treatments', match: { kinds: ['treatment'] }, rate: per100(50) },
    { id: 'packages', match: { kinds: ['package'] }, rate: per100(50) },
    { id: 'products', match: { kinds: ['product'] }, rate: per100(30) },
  ];
}

function tiers(money: MoneyOf): Program['tiers'] {
  const offProducts = (
    percent: number,
  ): Program['tiers']['levels'][number]['benefits'][number] => ({
    id: 'products',
    name: text(`${percent}% off products`, `${percent}% de descuento en productos`),
    kind: 'percentOffProducts',
    percent,
  });
  const priority = {
    id: 'priority',
    name: text('Priority booking', 'Reserva prioritaria'),
    kind: 'priorityBooking',
  } as const;
  return {
    windowMonths: 12,
    countsProducts: true,
    graceDays: 30,
    levels: [
      { id: 'glow', name: 'Glow', threshold: money(0), benefits: [] },
      {
        id: 'radiant',
        name: 'Radiant',
        threshold: money(150_000),
        benefits: [offProducts(5), priority],
      },
      {
        id: 'luminous',
        name: 'Luminous',
        threshold: money(400_000),
        benefits: [
          offProducts(10),
          {
            id: 'treatments',
            name: text('3% off treatments', '3% de descuento en tratamientos'),
            kind: 'percentOffTreatments',
            percent: 3,
          },
          priority,
          {
            id: 'led',
            name: text('A complimentary LED add-on', 'Un LED de cortesía'),
            kind: 'addOn',
            match: { codes: ['LED'] },
            perQuarter: 1,
          },
        ],
      },
    ],
  };
}

/** Sessions in advance, with what a single one costs: 360, 165 and 220 dollars. */
function packages(money: MoneyOf): Program['packages'] {
  return [
    {
      code: 'MN3',
      name: text('Microneedling, 3 sessions', 'Microneedling, 3 sesiones'),
      covers: { kinds: ['treatment'], codes: ['MICRO'] },
      sessions: 3,
      price: money(96_000),
      expiresAfterMonths: 12,
      onSale: true,
    },
    {
      code: 'FACIAL5',
      name: text('Signature facial, 5 sessions', 'Facial de la casa, 5 sesiones'),
      covers: { kinds: ['treatment'], codes: ['FACIAL'] },
      sessions: 5,
      price: money(72_500),
      expiresAfterMonths: 12,
      onSale: true,
    },
    {
      code: 'LHR10',
      name: text('Laser hair removal, 10 sessions', 'Depilación láser, 10 sesiones'),
      covers: { kinds: ['treatment'], codes: ['LHR'] },
      sessions: 10,
      price: money(190_000),
      expiresAfterMonths: 18,
      onSale: true,
    },
  ];
}

/** For what protects results: booking ahead, photos, feedback. Reviews are not paid for. */
function bonuses(): Program['bonuses'] {
  return [
    {
      id: 'booked-ahead',
      name: text('Booked before leaving', 'Reserva antes de irte'),
      for: 'preBooking',
      points: 25,
    },
    {
      id: 'booked-soon',
      name: text('Booked within two weeks', 'Reserva en dos semanas'),
      for: 'rebooking',
      withinDays: 14,
      points: 15,
    },
    {
      id: 'baseline-photos',
      name: text('Baseline photos', 'Fotos de partida'),
      for: 'photos',
      points: 20,
      limit: 'perYear',
    },
    {
      id: 'evaluation',
      name: text('Evaluation after a visit', 'Evaluación tras la visita'),
      for: 'evaluation',
      points: 10,
      limit: 'perVisit',
    },
    {
      id: 'safety-check',
      name: text('Safety check', 'Revisión de seguridad'),
      for: 'safetyCheck',
      points: 20,
      limit: 'perYear',
    },
    {
      id: 'open-house',
      name: text('Open house', 'Jornada de puertas abiertas'),
      for: 'activity',
      activity: 'open-house',
      points: 50,
      limit: 'perYear',
    },
  ];
}

/** A perk at the second, fourth and sixth visit with a treatment. */
function milestones(money: MoneyOf): Program['milestones'] {
  return [
    {
      visits: 2,
      grant: {
        kind: 'offer',
        ...sumOff(money(1_500), '{sum} off a product', '{sum} de descuento en un producto'),
        match: { kinds: ['product'] },
        validDays: 60,
      },
    },
    { visits: 4, grant: { kind: 'credit', amount: money(2_500), expiresAfterDays: 180 } },
    { visits: 6, grant: { kind: 'multiplier', percent: 150, visits: 3 } },
  ];
}

/** The week before the birthday, the anniversary of the first treatment, and a welcome back. */
function occasions(money: MoneyOf): Program['occasions'] {
  return [
    {
      id: 'birthday',
      kind: 'birthday',
      offsetDays: -7,
      validDays: 30,
      grant: {
        kind: 'offer',
        ...sumOff(money(2_500), '{sum} off for your birthday', '{sum} de regalo por tu cumpleaños'),
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
    {
      id: 'welcome-back',
      kind: 'welcomeBack',
      offsetDays: 0,
      validDays: 60,
      dormantDays: 180,
      grant: {
        kind: 'offer',
        ...sumOff(
          money(3_000),
          '{sum} off your next visit',
          '{sum} de descuento en tu próxima visita',
        ),
        validDays: 60,
      },
    },
  ];
}

function memberships(money: MoneyOf): Program['memberships'] {
  const monthly = money(12_900);
  return [
    {
      code: 'GLOWCLUB',
      name: text('Glow Club', 'Club Glow'),
      price: monthly,
      bankedCredit: monthly,
      rollsForMonths: 6,
      terms: textWith(
        monthly,
        'Each month you bank {sum} of treatment credit. Unused credit can be used for six months, then it ends. Pause or end whenever you like; what is banked stays until its own end.',
        'Cada mes guardas {sum} de crédito para tratamientos. El crédito que no uses vale durante seis meses y luego termina. Haz una pausa o termina cuando quieras; lo guardado vale hasta su propia fecha.',
      ),
      perkPerQuarter: {
        kind: 'offer',
        name: text('A complimentary LED session', 'Una sesión LED de cortesía'),
        amountOff: money(7_500),
        validDays: 90,
      },
      upgradeAfterVisits: 2,
    },
  ];
}

/** What points can be claimed for; 100 points are worth 10 dollars. */
function rewards(money: MoneyOf): Program['rewards'] {
  return [
    {
      id: 'credit-50',
      ...inCredit(money(5_000), '{sum} off any treatment', '{sum} de descuento en un tratamiento'),
      costPoints: 500,
      validDays: 90,
    },
    {
      id: 'product-75',
      name: textWith(
        money(7_500),
        'A product of your choice, up to {sum}',
        'Un producto a elegir, hasta {sum}',
      ),
      costPoints: 700,
      validDays: 90,
    },
    {
      id: 'facial',
      name: text('A signature facial', 'Un facial de la casa'),
      costPoints: 1_500,
      tier: 'radiant',
      validDays: 120,
    },
    {
      id: 'credit-500',
      ...inCredit(money(50_000), '{sum} of credit', '{sum} de crédito'),
      costPoints: 5_000,
      tier: 'luminous',
      validDays: 180,
      perYear: 2,
    },
  ];
}

function calculatorTreatments(money: MoneyOf): Program['calculator']['treatments'] {
  const row = (code: string, category: string, en: string, es: string, dollars: number) => ({
    code,
    category,
    name: text(en, es),
    price: money(dollars * 100),
  });
  return [
    {
      ...row('TOX', 'neuromodulator', 'Wrinkle relaxer', 'Relajante de arrugas', 560),
      selected: true,
    },
    row('FILLER', 'filler', 'Dermal filler', 'Relleno dérmico', 780),
    { ...row('FACIAL', 'facial', 'Signature facial', 'Facial de la casa', 165), selected: true },
    row('PEEL', 'peel', 'Chemical peel', 'Peeling químico', 190),
    row('MICRO', 'microneedling', 'Microneedling', 'Microneedling', 360),
    row('LASER', 'laser', 'Laser resurfacing', 'Rejuvenecimiento láser', 650),
    row('IPL', 'laser', 'IPL photofacial', 'Fotofacial IPL', 380),
  ];
}

import type { PublicProgram, Reason } from '@afterglow/contract';
import { earn } from '../earning/earn.js';
import { fitsLine } from '../earning/match.js';
import { tierPercent } from '../earning/tier-percent.js';
import { scaleDown } from '../earning/whole.js';

/** What the calculator reads of a program; a page has it in the public program. */
export type SavingsProgram = Pick<
  PublicProgram,
  'points' | 'earning' | 'ineligible' | 'tiers' | 'packages' | 'calculator'
> & {
  /** Points for joining; left out where the year is not the first one. */
  readonly joiningPoints?: number;
};

/** What a patient moves on the calculator. */
export interface SavingsChoice {
  /** Whole, at least 0. */
  readonly visitsPerYear: number;
  /** Codes of the calculator's treatments; each visit has all of them. */
  readonly treatments: readonly string[];
  /** Code of a package that is bought for the treatments that it covers. */
  readonly packageCode?: string | null;
  /** The tier to reckon with; left out or null: the one that the year's spend reaches. */
  readonly tier?: string | null;
}

/** One line of the arithmetic: what it is about, and its numbers. */
export type SavingsReason = Omit<Reason, 'version'>;

/** What a year brings, in minor units of the clinic's currency where it is money. */
export interface Savings {
  /** The year at single prices, before anything is saved. */
  readonly yearlySpend: number;
  /** Id of the tier that was reckoned with; null without tiers. */
  readonly tier: string | null;
  readonly points: number;
  /** What the points are worth. */
  readonly pointsWorth: number;
  /** What the tier takes off. */
  readonly tierSaving: number;
  /** Single prices of the sessions used, less the price of the package; below zero when few are used. */
  readonly packageSaving: number;
  readonly total: number;
  /** The total in hundredths of a percent of the yearly spend, rounded down; 0 without spend. */
  readonly effectiveBasisPoints: number;
  readonly because: readonly SavingsReason[];
}

/** A treatment of the year: how often it is paid singly, and how often by the package. */
interface Treated {
  readonly code: string;
  readonly category: string;
  readonly price: number;
  readonly singles: number;
  readonly sessions: number;
}

/** A package of the year. */
interface Bundle {
  readonly code: string;
  readonly price: number;
  readonly count: number;
  readonly bonusPoints: number;
}

/**
 * What a year at the clinic saves, by the very rules that award points. What depends on days nobody
 * knows yet is left out: seasonal rules and promotions, bonuses, milestones, birthdays.
 */
export function reckonSavings(program: SavingsProgram, choice: SavingsChoice): Savings {
  const because: SavingsReason[] = [];
  const { treated, bundle } = planYear(program, choice);

  let yearlySpend = 0;
  for (const { code, price, singles, sessions } of treated) {
    const visits = singles + sessions;
    yearlySpend += price * visits;
    because.push({
      rule: 'spend',
      args: { treatment: code, price, visits, spend: price * visits },
    });
  }
  const packageSaving = savePackage(treated, bundle, because);
  const level = levelOf(program, choice, yearlySpend - packageSaving);
  const { tierSaving, paidFor } = saveTier(level, treated, because);
  const percent = tierPercent(
    program,
    program.tiers.levels.findIndex(({ id }) => id === level?.id),
  );
  const points = earnYear(program, { treated, bundle, paidFor, percent }, because);

  const { value } = program.points;
  const pointsWorth = scaleDown(points, value.amount.amount, value.points);
  because.push({
    rule: 'pointsWorth',
    args: { points, perPoints: value.points, amount: value.amount.amount, worth: pointsWorth },
  });
  const total = pointsWorth + tierSaving + packageSaving;
  return {
    yearlySpend,
    tier: level?.id ?? null,
    points,
    pointsWorth,
    tierSaving,
    packageSaving,
    total,
    effectiveBasisPoints: yearlySpend > 0 ? Math.floor((total * 10_000) / yearlySpend) : 0,
    because,
  };
}

/** The year's treatments; the package is used for those that it covers, as long as it lasts. */
function planYear(
  program: SavingsProgram,
  choice: SavingsChoice,
): { readonly treated: readonly Treated[]; readonly bundle: Bundle | undefined } {
  const { visitsPerYear } = choice;
  const chosen = program.calculator.treatments.filter(({ code }) =>
    choice.treatments.includes(code),
  );
  const offer = program.packages.find(({ code }) => code === choice.packageCode);
  const isCovered = (line: { readonly code: string; readonly category: string }) =>
    offer !== undefined && fitsLine(offer.covers, { kind: 'treatment', ...line }, {});
  const needed = chosen.filter(isCovered).length * visitsPerYear;
  const count = offer && needed > 0 ? Math.max(1, Math.floor(needed / offer.sessions)) : 0;

  let free = offer ? count * offer.sessions : 0;
  const treated = chosen.map((treatment): Treated => {
    const { code, category, price } = treatment;
    const sessions = isCovered({ code, category }) ? Math.min(free, visitsPerYear) : 0;
    free -= sessions;
    return { code, category, price: price.amount, singles: visitsPerYear - sessions, sessions };
  });
  const bundle = offer &&
    count > 0 && {
      code: offer.code,
      price: offer.price.amount,
      count,
      bonusPoints: offer.bonusPoints ?? 0,
    };
  return { treated, bundle: bundle || undefined };
}

function savePackage(
  treated: readonly Treated[],
  bundle: Bundle | undefined,
  because: SavingsReason[],
): number {
  if (!bundle) return 0;
  let sessions = 0;
  let singly = 0;
  for (const treatment of treated) {
    sessions += treatment.sessions;
    singly += treatment.sessions * treatment.price;
  }
  const saving = singly - bundle.price * bundle.count;
  because.push({
    rule: 'package',
    args: {
      package: bundle.code,
      packages: bundle.count,
      price: bundle.price,
      sessions,
      singly,
      saving,
    },
  });
  return saving;
}

type Level = PublicProgram['tiers']['levels'][number];

function levelOf(
  { tiers }: SavingsProgram,
  { tier }: SavingsChoice,
  spend: number,
): Level | undefined {
  const chosen = tiers.levels.find(({ id }) => id === tier);
  return chosen ?? tiers.levels.findLast(({ threshold }) => threshold.amount <= spend);
}

/** What the tier takes off each treatment that is paid singly, and what is then paid for one. */
function saveTier(
  level: Level | undefined,
  treated: readonly Treated[],
  because: SavingsReason[],
): { readonly tierSaving: number; readonly paidFor: ReadonlyMap<string, number> } {
  let tierSaving = 0;
  const paidFor = new Map<string, number>();
  for (const { code, category, price, singles } of treated) {
    // Of several discounts on one treatment the best one counts.
    let percent = 0;
    for (const benefit of level?.benefits ?? []) {
      if (benefit.kind !== 'percentOffTreatments') continue;
      if (!fitsLine(benefit.match ?? {}, { kind: 'treatment', code, category }, {})) continue;
      percent = Math.max(percent, benefit.percent ?? 0);
    }
    const off = scaleDown(price, Math.min(percent, 100), 100);
    paidFor.set(code, price - off);
    if (off === 0 || singles === 0) continue;
    tierSaving += off * singles;
    because.push({
      rule: 'tier',
      args: {
        tier: level?.id ?? null,
        treatment: code,
        percent,
        price,
        visits: singles,
        saving: off * singles,
      },
    });
  }
  return { tierSaving, paidFor };
}

/** The year's points, line by line as the till would send them. */
function earnYear(
  program: SavingsProgram,
  {
    treated,
    bundle,
    paidFor,
    percent,
  }: {
    readonly treated: readonly Treated[];
    readonly bundle: Bundle | undefined;
    readonly paidFor: ReadonlyMap<string, number>;
    /** What the tier makes of each rate. */
    readonly percent: number;
  },
  because: SavingsReason[],
): number {
  const { ineligible } = program;
  const earning = program.earning.filter(
    ({ startsOn, endsOn }) => startsOn === undefined && endsOn === undefined,
  );
  const earnTimes = (
    line: Parameters<typeof earn>[1]['line'],
    paid: number,
    visits: number,
  ): number => {
    const { points, rule } = earn(
      { earning, ineligible },
      { line, place: {}, paid, on: '', percent },
    );
    if (!rule || visits === 0) return 0;
    const { perMinorUnits } = rule.rate;
    // The rate as the tier raises it, such as 1.25 points for each dollar.
    const rate = (rule.rate.points * percent) / 100;
    const earned = points * visits;
    because.push({ rule: rule.id, args: { paid, points: rate, perMinorUnits, visits, earned } });
    return earned;
  };

  let points = 0;
  for (const { code, category, singles } of treated) {
    points += earnTimes({ kind: 'treatment', code, category }, paidFor.get(code) ?? 0, singles);
  }
  if (bundle) {
    points += earnTimes({ kind: 'package', code: bundle.code }, bundle.price, bundle.count);
    if (bundle.bonusPoints > 0) {
      const { count: packages, bonusPoints } = bundle;
      const earned = bonusPoints * packages;
      points += earned;
      because.push({ rule: 'packageBonus', args: { packages, points: bonusPoints, earned } });
    }
  }
  if (program.joiningPoints) {
    points += program.joiningPoints;
    because.push({ rule: 'joined', args: { points: program.joiningPoints } });
  }
  return points;
}

import type { Grant, LineMatch, Money, Program, Refusal } from '@afterglow/contract';
import { isTimeZone } from '../calendar.js';

/** Reasons that are ours; a clinic's rule of the same name could not be told from them. */
const reservedRules = new Set([
  'adjustment',
  'correction',
  'expiry',
  'extension',
  'friend',
  'goodwill',
  'joined',
  'lapse',
  'membership',
  'milestone',
  'package',
  'packageBonus',
  'perk',
  'raise',
  'referral',
  'refund',
  'returned',
  'session',
  'spent',
]);

/** Most points for one minor unit of money, so that the points of a line stay an exact number. */
const POINTS_PER_UNIT_LIMIT = 1000;

/** What is wrong in one part of a program. */
type Check = (program: Program) => readonly Refusal[];

const invalid = (param: string, because: string): Refusal => ({
  code: 'program_invalid',
  param,
  details: { because },
});

/** The places of values that stood earlier in the list. */
function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

const checkZone: Check = ({ clinic }) =>
  isTimeZone(clinic.timeZone) ? [] : [invalid('clinic.timeZone', 'is no IANA time zone')];

/** A grant and where it stands. */
type PlacedGrant = readonly [param: string, grant: Grant];

/** Everything that a program can give. */
function grantsOf(program: Program): readonly PlacedGrant[] {
  const { referral, milestones, occasions, memberships, rewards } = program;
  const placed: PlacedGrant[] = [];
  const add = (param: string, grant: Grant | null | undefined) => {
    if (grant) placed.push([param, grant]);
  };
  rewards.forEach(({ grant }, index) => {
    add(`rewards[${String(index)}].grant`, grant);
  });
  milestones.forEach(({ grant }, index) => {
    add(`milestones[${String(index)}].grant`, grant);
  });
  occasions.forEach(({ grant }, index) => {
    add(`occasions[${String(index)}].grant`, grant);
  });
  memberships.forEach(({ perkPerQuarter }, index) => {
    add(`memberships[${String(index)}].perkPerQuarter`, perkPerQuarter);
  });
  add('referral.owner', referral.owner);
  add('referral.friend', referral.friend);
  return placed;
}

/** All money that a grant names. */
function moneyOf([param, grant]: PlacedGrant): readonly [string, Money][] {
  switch (grant.kind) {
    case 'credit':
    case 'giftCard':
    case 'donation':
      return [[`${param}.amount`, grant.amount]];
    case 'offer': {
      const { amountOff, minimum } = grant;
      return [
        ...(amountOff ? [[`${param}.amountOff`, amountOff] satisfies [string, Money]] : []),
        ...(minimum ? [[`${param}.minimum`, minimum] satisfies [string, Money]] : []),
      ];
    }
    default:
      return [];
  }
}

const checkGrants: Check = (program) =>
  grantsOf(program).flatMap(([param, grant]) => {
    switch (grant.kind) {
      case 'offer': {
        const { percentOff, match } = grant;
        const wrong = match ? [...checkMatch(match, `${param}.match`)] : [];
        if (percentOff !== undefined && percentOff > 100) {
          wrong.push(invalid(`${param}.percentOff`, 'takes off more than the whole price'));
        }
        return wrong;
      }
      case 'multiplier':
        return grant.percent < 100
          ? [invalid(`${param}.percent`, 'is below 100, so that points would be fewer')]
          : [];
      default:
        return [];
    }
  });

const checkCurrencies: Check = (program) => {
  const { clinic, points, tiers, referral, packages, memberships, calculator } = program;
  const amounts: [string, Money][] = [['points.value.amount', points.value.amount]];
  if (points.redemption?.maxPerYear) {
    amounts.push(['points.redemption.maxPerYear', points.redemption.maxPerYear]);
  }
  tiers.levels.forEach(({ threshold }, index) => {
    amounts.push([`tiers.levels[${String(index)}].threshold`, threshold]);
  });
  packages.forEach(({ price }, index) => {
    amounts.push([`packages[${String(index)}].price`, price]);
  });
  memberships.forEach(({ price, bankedCredit }, index) => {
    amounts.push([`memberships[${String(index)}].price`, price]);
    amounts.push([`memberships[${String(index)}].bankedCredit`, bankedCredit]);
  });
  calculator.treatments.forEach(({ price }, index) => {
    amounts.push([`calculator.treatments[${String(index)}].price`, price]);
  });
  if (referral.minimumSpend) amounts.push(['referral.minimumSpend', referral.minimumSpend]);
  amounts.push(...grantsOf(program).flatMap(moneyOf));

  return amounts
    .filter(([, { currency }]) => currency !== clinic.currency)
    .map(([param]) => invalid(param, `is not in ${clinic.currency}, the clinic's currency`));
};

/** A list without members fits no line, which nobody means. */
function checkMatch(match: LineMatch, param: string): readonly Refusal[] {
  return Object.entries(match)
    .filter(([, list]) => list?.length === 0)
    .map(([name]) => invalid(`${param}.${name}`, 'is empty, so that the rule fits no line'));
}

/** First and last day of a rule, and its id among those of all rules. */
function checkRule(
  {
    id,
    startsOn,
    endsOn,
  }: { id: string; startsOn?: string | undefined; endsOn?: string | undefined },
  at: string,
): Refusal[] {
  const wrong: Refusal[] = [];
  if (reservedRules.has(id)) wrong.push(invalid(`${at}.id`, 'is a reason of our own'));
  if (startsOn !== undefined && endsOn !== undefined && endsOn <= startsOn) {
    wrong.push(invalid(`${at}.endsOn`, 'does not lie after the start'));
  }
  return wrong;
}

const checkEarning: Check = ({ earning, ineligible }) => [
  ...earning.flatMap((rule, index) => {
    const at = `earning[${String(index)}]`;
    const { match, rate } = rule;
    const wrong = [...checkMatch(match, `${at}.match`), ...checkRule(rule, at)];
    if (rate.points > rate.perMinorUnits * POINTS_PER_UNIT_LIMIT) {
      wrong.push(invalid(`${at}.rate`, 'gives more than 1000 points for one minor unit'));
    }
    return wrong;
  }),
  ...ineligible.flatMap((match, index) => checkMatch(match, `ineligible[${String(index)}]`)),
];

/** One id for one rule: a reason names it, and limits are counted by it. */
const checkIds: Check = (program) => {
  const sections = ['earning', 'promotions', 'bonuses', 'occasions', 'rewards'] as const;
  const rules = sections.flatMap((section) =>
    program[section].map(({ id }, index) => ({ id, at: `${section}[${String(index)}].id` })),
  );
  return repeated(rules.map(({ id }) => id)).map((index) =>
    invalid(rules[index]?.at ?? '', 'is the id of an earlier rule'),
  );
};

const noVips = 'is for nobody, since the program does not say what makes a VIP';

/** Whether what is for VIPs alone is for anybody. */
const hasVips = ({ vip }: Program, { vipOnly }: { readonly vipOnly?: boolean | undefined }) =>
  !vipOnly || vip !== undefined;

const hasLevel = ({ tiers }: Program, level: string | undefined) =>
  level === undefined || tiers.levels.some(({ id }) => id === level);

const checkPromotions: Check = (program) =>
  program.promotions.flatMap((promotion, index) => {
    const at = `promotions[${String(index)}]`;
    const wrong = [...checkMatch(promotion.match, `${at}.match`), ...checkRule(promotion, at)];
    if (promotion.percent < 100) {
      wrong.push(invalid(`${at}.percent`, 'is below 100, so that points would be fewer'));
    }
    if (!hasLevel(program, promotion.tier)) {
      wrong.push(invalid(`${at}.tier`, 'is no level of the program'));
    }
    if (!hasVips(program, promotion)) wrong.push(invalid(`${at}.vipOnly`, noVips));
    return wrong;
  });

const checkBonuses: Check = ({ bonuses }) =>
  bonuses.flatMap((bonus, index) => {
    const at = `bonuses[${String(index)}]`;
    const wrong = [...checkRule(bonus, at)];
    if (bonus.match) wrong.push(...checkMatch(bonus.match, `${at}.match`));
    if (bonus.for === 'activity' && bonus.activity === undefined) {
      wrong.push(invalid(`${at}.activity`, 'is missing: nobody knows which activity it is for'));
    }
    if (bonus.for === 'rebooking' && bonus.withinDays === undefined) {
      wrong.push(invalid(`${at}.withinDays`, 'is missing: a rebooking is made within some days'));
    }
    return wrong;
  });

const checkOccasions: Check = ({ occasions }) =>
  occasions.flatMap((occasion, index) => {
    const at = `occasions[${String(index)}]`;
    const wrong = checkRule(occasion, at);
    if (occasion.kind === 'welcomeBack' && occasion.dormantDays === undefined) {
      wrong.push(invalid(`${at}.dormantDays`, 'is missing: nobody knows who was away for long'));
    }
    return wrong;
  });

const checkMemberships: Check = ({ memberships }) =>
  repeated(memberships.map(({ code }) => code)).map((index) =>
    invalid(`memberships[${String(index)}].code`, 'is the code of an earlier plan'),
  );

const checkTiers: Check = ({ tiers }) => {
  const { levels } = tiers;
  const wrong: Refusal[] = [];
  const first = levels[0];
  if (!first) wrong.push(invalid('tiers.levels', 'has no level'));
  else if (first.threshold.amount !== 0) {
    wrong.push(invalid('tiers.levels[0].threshold', 'is not 0, so that some members have no tier'));
  }
  for (const index of repeated(levels.map(({ id }) => id))) {
    wrong.push(invalid(`tiers.levels[${String(index)}].id`, 'is the id of an earlier level'));
  }
  levels.forEach(({ threshold, benefits }, index) => {
    const at = `tiers.levels[${String(index)}]`;
    const lower = levels[index - 1];
    if (lower && threshold.amount <= lower.threshold.amount) {
      wrong.push(invalid(`${at}.threshold`, 'does not lie above that of the level before'));
    }
    for (const twice of repeated(benefits.map(({ id }) => id))) {
      wrong.push(invalid(`${at}.benefits[${String(twice)}].id`, 'is the id of an earlier benefit'));
    }
    benefits.forEach(({ kind, percent, match }, benefit) => {
      const where = `${at}.benefits[${String(benefit)}]`;
      if (kind === 'earnMultiplier' && (percent ?? 0) < 100) {
        wrong.push(invalid(`${where}.percent`, 'is below 100, so that points would be fewer'));
      }
      if (match) wrong.push(...checkMatch(match, `${where}.match`));
      if (kind !== 'percentOffTreatments' && kind !== 'percentOffProducts') return;
      if (percent === undefined || percent > 100) {
        wrong.push(invalid(`${where}.percent`, 'is not a percentage from 0 to 100'));
      }
    });
  });
  return wrong;
};

const checkPackages: Check = ({ packages }) => [
  ...repeated(packages.map(({ code }) => code)).map((index) =>
    invalid(`packages[${String(index)}].code`, 'is the code of an earlier package'),
  ),
  ...packages.flatMap(({ covers }, index) =>
    checkMatch(covers, `packages[${String(index)}].covers`),
  ),
];

const checkReferral: Check = ({ referral: { legalMode, owner } }) =>
  legalMode === 'charity' && owner && owner.kind !== 'donation'
    ? [invalid('referral.owner', 'is no donation, which is all that the mode charity allows')]
    : [];

/** What a voucher can take off a bill. */
const voucherGrants: readonly Grant['kind'][] = ['credit', 'offer', 'giftCard'];

const checkRewards: Check = (program) =>
  program.rewards.flatMap((reward, index) => {
    const { tier, grant } = reward;
    const at = `rewards[${String(index)}]`;
    const wrong: Refusal[] = [];
    if (!hasVips(program, reward)) wrong.push(invalid(`${at}.vipOnly`, noVips));
    if (!hasLevel(program, tier)) wrong.push(invalid(`${at}.tier`, 'is no level of the program'));
    if (grant && !voucherGrants.includes(grant.kind)) {
      wrong.push(invalid(`${at}.grant`, 'is nothing that a voucher takes off a bill'));
    }
    return wrong;
  });

const checkCalculator: Check = ({ calculator }) =>
  repeated(calculator.treatments.map(({ code }) => code)).map((index) =>
    invalid(`calculator.treatments[${String(index)}].code`, 'is the code of an earlier treatment'),
  );

const checks: readonly Check[] = [
  checkZone,
  checkCurrencies,
  checkIds,
  checkEarning,
  checkPromotions,
  checkBonuses,
  checkGrants,
  checkOccasions,
  checkMemberships,
  checkTiers,
  checkPackages,
  checkReferral,
  checkRewards,
  checkCalculator,
];

/**
 * Everything that is wrong with a program, in the order of its sections; empty when it can be put
 * in force.
 *
 * @param program - As the contract reads it; its forms are taken for granted.
 */
export function validateProgram(program: Program): readonly Refusal[] {
  return checks.flatMap((check) => check(program));
}

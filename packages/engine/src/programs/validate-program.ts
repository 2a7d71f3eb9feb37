import type { Grant, LineMatch, Money, Program, Refusal } from '@afterglow/contract';
import { isTimeZone } from '../calendar.js';

/** Reasons that are ours; a clinic's rule of the same name could not be told from them. */
const reservedRules = new Set([
  'correction',
  'expiry',
  'extension',
  'friend',
  'joined',
  'lapse',
  'package',
  'packageBonus',
  'referral',
  'refund',
  'session',
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

const unsupported = (param: string): Refusal => ({ code: 'rule_unsupported', param });

/** The places of values that stood earlier in the list. */
function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

const checkZone: Check = ({ clinic }) =>
  isTimeZone(clinic.timeZone) ? [] : [invalid('clinic.timeZone', 'is no IANA time zone')];

/** All money that a grant names. */
function moneyOf(grant: Grant | null | undefined, param: string): readonly [string, Money][] {
  switch (grant?.kind) {
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

const checkCurrencies: Check = ({ clinic, points, tiers, referral, packages, ...rest }) => {
  const amounts: [string, Money][] = [['points.value.amount', points.value.amount]];
  tiers.levels.forEach(({ threshold }, index) => {
    amounts.push([`tiers.levels[${String(index)}].threshold`, threshold]);
  });
  packages.forEach(({ price }, index) => {
    amounts.push([`packages[${String(index)}].price`, price]);
  });
  rest.rewards.forEach(({ grant }, index) => {
    amounts.push(...moneyOf(grant, `rewards[${String(index)}].grant`));
  });
  rest.calculator.treatments.forEach(({ price }, index) => {
    amounts.push([`calculator.treatments[${String(index)}].price`, price]);
  });
  if (referral.minimumSpend) amounts.push(['referral.minimumSpend', referral.minimumSpend]);
  amounts.push(...moneyOf(referral.owner, 'referral.owner'));
  amounts.push(...moneyOf(referral.friend, 'referral.friend'));

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

const checkEarning: Check = ({ earning, ineligible }) => [
  ...repeated(earning.map(({ id }) => id)).map((index) =>
    invalid(`earning[${String(index)}].id`, 'is the id of an earlier rule'),
  ),
  ...earning.flatMap(({ id, match, rate, startsOn, endsOn }, index) => {
    const at = `earning[${String(index)}]`;
    const wrong = [...checkMatch(match, `${at}.match`)];
    if (reservedRules.has(id)) wrong.push(invalid(`${at}.id`, 'is a reason of our own'));
    if (rate.points > rate.perMinorUnits * POINTS_PER_UNIT_LIMIT) {
      wrong.push(invalid(`${at}.rate`, 'gives more than 1000 points for one minor unit'));
    }
    if (startsOn !== undefined && endsOn !== undefined && endsOn <= startsOn) {
      wrong.push(invalid(`${at}.endsOn`, 'does not lie after the start'));
    }
    return wrong;
  }),
  ...ineligible.flatMap((match, index) => checkMatch(match, `ineligible[${String(index)}]`)),
];

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
      if (kind === 'earnMultiplier') wrong.push(unsupported(where));
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

const checkReferral: Check = ({ referral }) => {
  const wrong: Refusal[] = [];
  if (referral.owner && referral.owner.kind !== 'points') wrong.push(unsupported('referral.owner'));
  const { friend } = referral;
  if (friend && friend.kind !== 'points' && friend.kind !== 'offer') {
    wrong.push(unsupported('referral.friend'));
  }
  return wrong;
};

const checkRewards: Check = ({ rewards, tiers }) => [
  ...repeated(rewards.map(({ id }) => id)).map((index) =>
    invalid(`rewards[${String(index)}].id`, 'is the id of an earlier reward'),
  ),
  ...rewards.flatMap(({ tier }, index) =>
    tier === undefined || tiers.levels.some(({ id }) => id === tier)
      ? []
      : [invalid(`rewards[${String(index)}].tier`, 'is no level of the program')],
  ),
];

const checkCalculator: Check = ({ calculator }) =>
  repeated(calculator.treatments.map(({ code }) => code)).map((index) =>
    invalid(`calculator.treatments[${String(index)}].code`, 'is the code of an earlier treatment'),
  );

/** Sections of rules that the fold does not apply yet: whoever fills them would wait in vain. */
const checkUnapplied: Check = (program) =>
  (['promotions', 'bonuses', 'milestones', 'occasions', 'memberships'] as const)
    .filter((section) => program[section].length > 0)
    .map((section) => unsupported(`${section}[0]`));

const checks: readonly Check[] = [
  checkZone,
  checkCurrencies,
  checkEarning,
  checkTiers,
  checkPackages,
  checkReferral,
  checkRewards,
  checkCalculator,
  checkUnapplied,
];

/**
 * Everything that is wrong with a program, in the order of its sections; empty when it can be put
 * in force. A rule that this version can't apply is refused, so that none is silently ignored.
 *
 * @param program - As the contract reads it; its forms are taken for granted.
 */
export function validateProgram(program: Program): readonly Refusal[] {
  return checks.flatMap((check) => check(program));
}

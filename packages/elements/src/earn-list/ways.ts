import type { Grant, LineKind, LineMatch, LocalizedText, PublicProgram } from '@afterglow/contract';
import type { WordArgs, WordKey } from '../internal/words.js';

/** How the list writes words and numbers in the reader's language. */
export interface Wording {
  say(key: WordKey, args?: WordArgs): string;
  text(text: LocalizedText): string;
  money(money: { readonly amount: number; readonly currency: string }): string;
  number(value: number): string;
  day(day: string): string;
}

/** For whom the list is, and when. */
export interface Reader {
  /** `YYYY-MM-DD` in the clinic's zone. */
  readonly today: string;
  /** Visits with a treatment so far; undefined while nobody is signed in. */
  readonly visits: number | undefined;
  /** Whether it is known that nobody is signed in. */
  readonly mayJoin: boolean;
}

/** One way to earn, in words. */
export interface Way {
  readonly name: string;
  /** When and how often it counts, and what is given where that is no figure. */
  readonly details: readonly string[];
  /** What is given, and what it is counted in; undefined where the details say it. */
  readonly figure?: Figure | undefined;
}

/** A figure with its unit. */
interface Figure {
  readonly main: string;
  /** Said with the figure where the eye has it from the heading. */
  readonly spoken?: string;
  readonly unit: string;
}

type Dated = { readonly startsOn?: string | undefined; readonly endsOn?: string | undefined };

/**
 * All ways to earn of a program, first what every visit gives, with promotions on top, then what is
 * given once in a while. What is over, or was given to this reader for good, is left out.
 */
export function waysToEarn(program: PublicProgram, reader: Reader, wording: Wording): Way[] {
  const { today } = reader;
  const isOver = ({ endsOn }: Dated) => endsOn !== undefined && endsOn <= today;
  const hasBegun = ({ startsOn }: Dated) => startsOn === undefined || startsOn <= today;
  // One of 100 percent or less changes nothing.
  const promotions = program.promotions.filter((each) => each.percent > 100 && !isOver(each));
  const promotionWays = (some: typeof promotions) =>
    some.map((each) => promotionWay(each, program, reader, wording));
  return [
    ...promotionWays(promotions.filter(hasBegun)),
    ...rateWays(program, reader, wording),
    ...tierWays(program, wording),
    ...joiningWay(program, reader, wording),
    ...program.bonuses
      .filter((each) => !isOver(each))
      .map((each) => bonusWay(each, program, reader, wording)),
    ...packageWays(program, wording),
    ...milestoneWays(program, reader, wording),
    ...program.occasions.map((each) => occasionWay(each, program, wording)),
    ...referralWay(program, wording),
    ...promotionWays(promotions.filter((each) => !hasBegun(each))),
  ];
}

/** What never earns, in words; empty where everything does. */
export function neverEarns(program: PublicProgram, wording: Wording): string {
  const what = program.ineligible.map((match) => nameOf(match, program, wording));
  return [...new Set(what)].join(wording.say('earn.comma'));
}

/** The rates in order of precedence: after a rule for some treatments, that for all is for the rest. */
function rateWays(program: PublicProgram, { today }: Reader, wording: Wording): Way[] {
  const rules = program.earning.filter(
    ({ startsOn, endsOn }) =>
      (startsOn === undefined || startsOn <= today) && (endsOn === undefined || today < endsOn),
  );
  return rules.map(({ name, match, rate, endsOn }, index) => ({
    name: name
      ? wording.text(name)
      : nameOf(match, program, wording, isRest(match, rules.slice(0, index))),
    details: [...(endsOn ? [through(endsOn, wording)] : []), ...some(match, wording)],
    figure: {
      main: wording.number(rate.points),
      spoken: wording.text(program.points.name),
      unit: wording.say('earn.per', {
        money: wording.money({ amount: rate.perMinorUnits, currency: program.clinic.currency }),
      }),
    },
  }));
}

function isRest(match: LineMatch, before: readonly { readonly match: LineMatch }[]): boolean {
  const isNarrow = (other: LineMatch) => Boolean(other.categories ?? other.codes);
  if (isNarrow(match)) return false;
  const [kind] = match.kinds ?? [];
  return before.some(({ match: other }) =>
    kind === undefined
      ? true
      : isNarrow(other) && (other.kinds === undefined || other.kinds.includes(kind)),
  );
}

function promotionWay(
  { name, match, percent, tier, vipOnly, ...dated }: PublicProgram['promotions'][number],
  program: PublicProgram,
  reader: Reader,
  wording: Wording,
): Way {
  const level = program.tiers.levels.find(({ id }) => id === tier);
  return {
    name: wording.text(name),
    details: [
      ...spanOf(dated, reader, wording),
      ...(level ? [wording.say('earn.tier', { tier: wording.text(level.name) })] : []),
      ...(vipOnly ? [wording.say('earn.vip')] : []),
      ...some(match, wording),
    ],
    figure: timesFigure(percent, wording.text(program.points.name), wording),
  };
}

function bonusWay(
  { name, points, limit, withinDays, match = {}, ...bonus }: PublicProgram['bonuses'][number],
  program: PublicProgram,
  reader: Reader,
  wording: Wording,
): Way {
  return {
    name: wording.text(name),
    details: [
      wording.say(`earn.${limit ?? 'perVisit'}`),
      ...(bonus.for === 'rebooking' && withinDays
        ? [wording.say('earn.within', { count: withinDays })]
        : []),
      ...spanOf(bonus, reader, wording),
      ...some(match, wording),
    ],
    figure: pointsFigure(points, program, wording),
  };
}

/** Tiers whose members earn more. */
function tierWays({ tiers, points }: PublicProgram, wording: Wording): Way[] {
  return tiers.levels.flatMap(({ name, benefits }) =>
    benefits
      .filter(({ kind, percent }) => kind === 'earnMultiplier' && (percent ?? 100) > 100)
      .map(({ percent = 100, match = {} }) => ({
        name: wording.say('earn.with-tier', { tier: wording.text(name) }),
        details: [wording.say('earn.every-visit'), ...some(match, wording)],
        figure: timesFigure(percent, wording.text(points.name), wording),
      })),
  );
}

function joiningWay(program: PublicProgram, { mayJoin }: Reader, wording: Wording): Way[] {
  if (!mayJoin || program.joiningPoints === 0) return [];
  const figure = pointsFigure(program.joiningPoints, program, wording);
  return [{ name: wording.say('earn.joining'), details: [], figure }];
}

function packageWays(program: PublicProgram, wording: Wording): Way[] {
  return program.packages.flatMap(({ name, bonusPoints = 0 }) =>
    bonusPoints > 0
      ? [
          {
            name: wording.text(name),
            details: [wording.say('earn.on-purchase')],
            figure: pointsFigure(bonusPoints, program, wording),
          },
        ]
      : [],
  );
}

/** Those that are still ahead of the reader, with how far. */
function milestoneWays(program: PublicProgram, { visits }: Reader, wording: Wording): Way[] {
  return program.milestones
    .filter((milestone) => visits === undefined || milestone.visits > visits)
    .map(({ visits: at, grant }) => {
      const ahead =
        visits === undefined ? [] : [wording.say('earn.visits-left', { count: at - visits })];
      return given(wording.say('earn.milestone', { count: at }), grant, ahead, program, wording);
    });
}

function occasionWay(
  { kind, dormantDays, validDays, grant }: PublicProgram['occasions'][number],
  program: PublicProgram,
  wording: Wording,
): Way {
  const name = wording.say(`earn.${kind}`, { count: dormantDays ?? 0 });
  // Points have a term of their own.
  const isKept = grant.kind === 'points' || grant.kind === 'donation';
  const details = isKept ? [] : [wording.say('earn.usable', { count: validDays })];
  return given(name, grant, details, program, wording);
}

function referralWay(program: PublicProgram, wording: Wording): Way[] {
  const { active, owner, ownerOffer } = program.referral;
  if (!active || !owner) return [];
  const way = given(wording.say('earn.referral'), owner, [], program, wording);
  return [{ ...way, details: [wording.text(ownerOffer)] }];
}

/** What somebody is given, as a figure where it is one. */
function given(
  name: string,
  grant: Grant,
  details: readonly string[],
  program: PublicProgram,
  wording: Wording,
): Way {
  const { say, text, money } = wording;
  switch (grant.kind) {
    case 'points':
      return { name, details, figure: pointsFigure(grant.points, program, wording) };
    case 'credit':
      return { name, details, figure: { main: money(grant.amount), unit: say('earn.credit') } };
    case 'giftCard': {
      const unit = grant.name ? text(grant.name) : say('earn.gift-card');
      return { name, details, figure: { main: money(grant.amount), unit } };
    }
    case 'multiplier': {
      const unit = say('earn.next-visits', { count: grant.visits });
      return { name, details, figure: timesFigure(grant.percent, unit, wording) };
    }
    case 'donation': {
      const unit = say('earn.donation', { to: text(grant.to) });
      return { name, details, figure: { main: money(grant.amount), unit } };
    }
    case 'offer':
      return { name, details: [text(grant.name), ...details] };
  }
}

function pointsFigure(points: number, program: PublicProgram, { number, text }: Wording): Figure {
  return { main: number(points), unit: text(program.points.name) };
}

/** @param percent - 200 is two times. */
function timesFigure(percent: number, unit: string, { say, number }: Wording): Figure {
  return { main: say('earn.times', { times: number(percent / 100) }), unit };
}

/** The first day where it is ahead, and the last one. */
function spanOf({ startsOn, endsOn }: Dated, { today }: Reader, wording: Wording): string[] {
  return [
    ...(startsOn && startsOn > today
      ? [wording.say('earn.from', { day: wording.day(startsOn) })]
      : []),
    ...(endsOn ? [through(endsOn, wording)] : []),
  ];
}

/** The last day before a rule ends. */
function through(endsOn: string, { say, day }: Wording): string {
  const last = new Date(Date.parse(endsOn) - 86_400_000).toISOString().slice(0, 10);
  return say('earn.through', { day: day(last) });
}

/** A rule for some places or people names none of them, and says that there is a limit. */
function some({ providers, locations, channels }: LineMatch, { say }: Wording): string[] {
  return (providers ?? locations ?? channels) ? [say('earn.some')] : [];
}

/**
 * What a rule is for, in words: treatments and packages by the names that the program has for them,
 * categories by the treatments in them, else the clinic's own word.
 */
function nameOf(
  { kinds, categories, codes }: LineMatch,
  program: PublicProgram,
  { say, text }: Wording,
  isRest = false,
): string {
  const { treatments } = program.calculator;
  const namesWhere = (fits: (row: (typeof treatments)[number]) => boolean, word: string) => {
    const names = treatments.filter(fits).map(({ name }) => text(name));
    return names.length > 0 && names.length <= 3 ? names : [plain(word)];
  };
  const byCode = (code: string) => {
    const sold = program.packages.find((offer) => offer.code === code);
    return sold ? [text(sold.name)] : namesWhere((row) => row.code === code, code);
  };
  if (codes) return codes.flatMap(byCode).join(say('earn.comma'));
  if (categories) {
    return categories
      .flatMap((category) => namesWhere((row) => row.category === category, category))
      .join(say('earn.comma'));
  }
  if (!kinds) return say(isRest ? 'earn.rest' : 'earn.everything');
  return kinds.map((kind) => say(kindKey(kind, isRest))).join(say('earn.comma'));
}

function kindKey(kind: LineKind, isRest: boolean): WordKey {
  if (isRest && (kind === 'treatment' || kind === 'product')) return `earn.${kind}-rest`;
  return `earn.${kind}`;
}

/** `body-contouring` as `Body contouring`. */
function plain(slug: string): string {
  const words = slug.replace(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

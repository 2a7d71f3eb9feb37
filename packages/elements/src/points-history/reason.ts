import type { Entry, PublicProgram, Reason } from '@afterglow/contract';
import type { WordArgs, WordKey } from '../internal/words.js';

/** How a reason is put into words: the reader's language, the clinic's names. */
export interface Speaker {
  say(key: WordKey, args?: WordArgs): string;
  text(text: PublicProgram['points']['name']): string;
  /** Money in minor units of the clinic's currency. */
  money(amount: number): string;
  /** An amount with the clinic's name of the points. */
  points(amount: number): string;
  /** A day of the clinic, `YYYY-MM-DD`. */
  day(day: string): string;
  /** How many times something counts, such as `1.5`; 100 is once. */
  times(percent: number): string;
}

/** What an entry is for, in a patient's words, and how its amount came about. */
export interface Worded {
  readonly title: string;
  /** Undefined where the title says it all. */
  readonly detail: string | undefined;
}

type Names = Pick<PublicProgram, 'earning' | 'bonuses' | 'rewards'>;

/** Rules that every program has, and what they are called here. */
const titles: Readonly<Record<string, WordKey>> = {
  joined: 'history.joined',
  friend: 'history.friend',
  referral: 'history.referral',
  packageBonus: 'history.package-bonus',
  spent: 'history.spent',
  lapse: 'history.lapse',
  expiry: 'history.expiry',
  adjustment: 'history.adjustment',
  goodwill: 'history.goodwill',
  membership: 'history.membership',
  perk: 'history.perk',
  package: 'history.package',
  session: 'history.session',
  refund: 'history.sessions-refunded',
  extension: 'history.extension',
  birthday: 'history.birthday',
  anniversary: 'history.anniversary',
  welcomeBack: 'history.welcome-back',
};

/** What is called by what was sold: a treatment is never named, since its name says too much. */
const kinds: Readonly<Record<string, WordKey>> = {
  treatment: 'history.treatment',
  product: 'history.product',
  package: 'history.package',
  membership: 'history.membership',
};

/** Why something that was posted before is changed. */
const corrections: Readonly<Record<string, WordKey>> = {
  refund: 'history.refund',
  void: 'history.void',
  revision: 'history.revision',
};

const number = (value: Reason['args'][string] | undefined): number => Number(value ?? 0);

/**
 * The reasons of an entry as a patient reads them. What a later server adds is a change of the
 * balance, with its figure and no more.
 *
 * @param names - Of the program in force; a rule that is gone from it goes by what it was for.
 */
export function wordReason(entry: Entry, names: Names, speaker: Speaker): Worded {
  const { because, cause } = entry;
  const correction = because.find(({ rule }) => rule === 'correction');
  const first = because.find((reason) => reason !== correction);
  const plain = first
    ? { title: titleOf(first, entry, names, speaker), detail: detailOf(first, entry, speaker) }
    : { title: '', detail: undefined };
  if (!correction) return plain.title ? plain : { ...plain, title: speaker.say('history.other') };

  const what = speaker.say(corrections[cause.kind] ?? 'history.correction');
  const { desired, posted } = correction.args;
  const inUnits = (value: number) => amountIn(entry, value, speaker);
  return {
    title: plain.title ? speaker.say('history.corrected', { what, title: plain.title }) : what,
    detail: speaker.say('history.instead', {
      desired: inUnits(number(desired)),
      posted: inUnits(number(posted)),
    }),
  };
}

function titleOf(reason: Reason, { cause }: Entry, names: Names, speaker: Speaker): string {
  const { rule, args } = reason;
  const { say, text } = speaker;
  const rewardName = (id: string) => {
    const reward = names.rewards.find((one) => one.id === id);
    return reward ? text(reward.name) : say('history.reward');
  };
  if (rule === 'returned')
    return say('history.returned', { name: rewardName(String(args['reward'])) });
  if (cause.kind === 'claim') return say('history.claimed', { name: rewardName(rule) });
  if (rule === 'milestone') return say('history.milestone', { count: number(args['visits']) });

  const known = titles[String(args['occasion'] ?? rule)];
  if (known) return say(known);

  if ('perMinorUnits' in args) {
    const kind = names.earning.find(({ id }) => id === rule)?.match.kinds?.[0];
    return say(kinds[kind ?? ''] ?? 'history.visit');
  }
  const bonus = names.bonuses.find(({ id }) => id === rule);
  return bonus ? text(bonus.name) : '';
}

function detailOf({ rule, args }: Reason, entry: Entry, speaker: Speaker): string | undefined {
  const { say, money, points, day, times } = speaker;
  if ('perMinorUnits' in args) {
    const raise = entry.because.find((reason) => reason.rule === 'raise')?.args['percent'];
    const earned = {
      paid: money(number(args['paid']) - number(args['refunded'])),
      rate: points(number(args['points'])),
      per: money(number(args['perMinorUnits'])),
    };
    return raise === undefined
      ? say('history.earned', earned)
      : say('history.raised', { ...earned, times: times(number(raise)) });
  }
  const { usableThrough, purchasedOn, months, worth } = args;
  if (rule === 'lapse') {
    return say('history.lapsed', { count: number(months), day: day(String(purchasedOn)) });
  }
  if (worth !== undefined) return say('history.worth', { money: money(number(worth)) });
  if (typeof usableThrough === 'string') return say('history.until', { day: day(usableThrough) });
  return undefined;
}

/** An amount of what the entry counts, with its unit. */
export function amountIn(
  { asset }: Pick<Entry, 'asset'>,
  amount: number,
  speaker: Speaker,
): string {
  if (asset === 'points') return speaker.points(amount);
  if (asset === 'credit') return speaker.money(amount);
  return speaker.say('history.sessions', { count: amount });
}

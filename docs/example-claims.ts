/** What an example says that is true after a line, held against what the API answers. */
import assert from 'node:assert/strict';
import type { EventResult, LocalizedText, Summary } from '@afterglow/contract';
import type { Has } from './example-clinic.js';
import { dayOf } from './rule-examples.js';

/** The moment after a line. */
export interface Moment {
  /** The clinic's day. */
  readonly day: string;
  readonly before: Has | undefined;
  readonly now: Has;
  readonly last: EventResult | undefined;
  readonly refused: string | undefined;
}

const number = (words = '') => Number(words.replace('−', '-').replaceAll(',', ''));
const cents = (words = '') => Math.round(number(words) * 100);
const inEnglish = (text: LocalizedText) => (typeof text === 'string' ? text : text['en']);

/** What can be said, each with what the API has for it. */
const claims: readonly (readonly [RegExp, (words: string[], moment: Moment) => void])[] = [
  [
    /^(−?[\d,]+) points(?: \(([+−][\d,]+)\))?$/,
    ([balance, change], { before, now }) => {
      assert.equal(now.points, number(balance));
      if (change) assert.equal(now.points - (before?.points ?? 0), number(change));
    },
  ],
  [
    /^worth \$([\d,.]+)$/,
    ([worth], { now }) => assert.equal(me(now).points.value.amount, cents(worth)),
  ],
  [
    /^gone on (\w+ \d+, \d+)$/,
    ([day], { now }) => assert.equal(me(now).points.next?.on, dayOf(day ?? '')),
  ],
  [
    /^tier (\w+)$/,
    ([tier], { now }) => assert.equal(inEnglish(me(now).tier.current?.name ?? ''), tier),
  ],
  [
    /^kept until (\w+ \d+, \d+)$/,
    ([day], { now }) => assert.equal(me(now).tier.keptUntil, dayOf(day ?? '')),
  ],
  [
    /^\$([\d,.]+) keep it$/,
    ([amount], { now }) => assert.equal(me(now).tier.toKeep?.amount, cents(amount)),
  ],
  [
    /^given until (\w+ \d+, \d+)$/,
    ([day], { now }) => assert.equal(me(now).tier.givenUntil, dayOf(day ?? '')),
  ],
  [
    /^(\d+) ([\w-]+) free through (\w+ \d+, \d+)$/,
    ([count, benefit, day], { now }) => {
      const addOn = me(now).tier.addOns.find((one) => one.benefit === benefit);
      assert.deepEqual([addOn?.left, addOn?.until], [number(count), dayOf(day ?? '')]);
    },
  ],
  [
    /^\$([\d,.]+) to (\w+)(?: by (\w+ \d+, \d+))?$/,
    ([missing, tier, day], { now }) => {
      assert.equal(me(now).tier.missing?.amount, cents(missing));
      assert.equal(inEnglish(me(now).tier.next?.name ?? ''), tier);
      if (day) assert.equal(me(now).tier.missingBy, dayOf(day));
    },
  ],
  [
    /^(−?)\$([\d,.]+) credit$/,
    ([minus, amount], { now }) => {
      const credit = cents(amount);
      assert.equal(me(now).credit.balance.amount, minus ? -credit : credit);
    },
  ],
  [
    /^credit ends after (\w+ \d+, \d+)$/,
    ([day], { now }) => assert.equal(me(now).credit.lots[0]?.expiresOn, dayOf(day ?? '')),
  ],
  [
    /^(\d+) sessions? of (\w+)$/,
    ([count, code], { now }) => {
      const owned = me(now).packages.filter((one) => one.code === code);
      assert.equal(
        owned.reduce((sum, { left }) => sum + left, 0),
        number(count),
      );
    },
  ],
  [
    /^sessions end after (\w+ \d+, \d+)$/,
    ([day], { now }) => assert.equal(me(now).packages[0]?.expiresOn, dayOf(day ?? '')),
  ],
  [
    /^offer "(.+)" through (\w+ \d+, \d+)$/,
    ([name, day], { now }) => {
      const offer = me(now).offers.find((one) => inEnglish(one.name) === name);
      assert.equal(offer?.expiresOn, dayOf(day ?? ''));
    },
  ],
  [/^no offers$/, (_, { now }) => assert.deepEqual(me(now).offers, [])],
  [/^VIP$/, (_, { now }) => assert.equal(me(now).vip, true)],
  [/^not VIP$/, (_, { now }) => assert.equal(me(now).vip, false)],
  [/^(\d+) visits?$/, ([visits], { now }) => assert.equal(me(now).visits, number(visits))],
  [/^friend (\w+)$/, ([status], { now }) => assert.equal(me(now).referrals[0]?.status, status)],
  [
    /^reward on (\w+ \d+, \d+)$/,
    ([day], { now }) => assert.equal(me(now).referrals[0]?.releasesOn, dayOf(day ?? '')),
  ],
  [
    /^(\d+) points pending$/,
    ([points], { now }) => assert.equal(me(now).referral?.pendingPoints, number(points)),
  ],
  [
    /^(\d+)% for (\d+) visits?$/,
    ([percent, visits], { now }) =>
      assert.deepEqual(
        me(now).multipliers.map((one) => [one.percent, one.visits]),
        [[number(percent), number(visits)]],
      ),
  ],
  [/^100% again$/, (_, { now }) => assert.deepEqual(me(now).multipliers, [])],
  [
    /^\$([\d,.]+) donated$/,
    ([amount], { now }) => {
      const { donated, donations } = me(now);
      assert.equal(donated.amount, cents(amount));
      const parts = donations.map((one) => one.amount.amount);
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        donated.amount,
      );
    },
  ],
  [
    /^membership (active|paused|ended)$/,
    ([status], { now }) => assert.equal(me(now).membership?.status, status),
  ],
  [
    /^next credit on (\w+ \d+, \d+)$/,
    ([day], { now }) => assert.equal(me(now).membership?.nextCreditOn, dayOf(day ?? '')),
  ],
  [
    /^told `(\w+)`$/,
    ([kind], { now, day }) =>
      assert.ok(
        now.notices.some((notice) => notice.kind === kind && localDay(notice.dueAt) === day),
        `nobody is told ${kind ?? ''} on ${day}`,
      ),
  ],
  [
    /^(\d+) vouchers? (open|used|returned|expired)$/,
    ([count, status], { now }) =>
      assert.equal(now.vouchers.filter((one) => one.status === status).length, number(count)),
  ],
  [/^refused with `(\w+)`$/, ([code], { refused }) => assert.equal(refused, code)],
  [
    /^staff see `(\w+)`$/,
    ([code], { last }) =>
      assert.ok(
        last?.warnings.some((warning) => warning.code === code),
        `the answer does not warn with ${code ?? ''}`,
      ),
  ],
];

/** Holds one thing that an example says against the API. */
export function checkClaim(claim: string, moment: Moment): void {
  for (const [pattern, check] of claims) {
    const found = pattern.exec(claim);
    if (!found) continue;
    const [, ...words] = found;
    check(words, moment);
    return;
  }
  throw new SyntaxError(`nobody here knows what "${claim}" means`);
}

/** Whether a page shows a part of what is there: objects part by part, lists in whole. */
export function assertHolds(actual: unknown, shown: unknown, where = 'me'): void {
  if (typeof shown !== 'object' || shown === null) {
    assert.deepEqual(actual, shown, where);
    return;
  }
  if (Array.isArray(shown)) {
    assert.ok(Array.isArray(actual), `${where} is no list`);
    assert.equal(actual.length, shown.length, `the length of ${where}`);
  }
  for (const [part, value] of Object.entries(shown)) {
    assertHolds((actual as Record<string, unknown> | undefined)?.[part], value, `${where}.${part}`);
  }
}

function me({ summary }: Has): Summary {
  assert.ok(summary, 'only a member has this');
  return summary;
}

const chicago = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });

const localDay = (instant: string) => chicago.format(Date.parse(instant));

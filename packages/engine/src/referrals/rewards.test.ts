import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Grant, Program } from '@afterglow/contract';
import type { HistoryRecord } from '../history.js';
import { foldUnder, underRules } from '../laws/folding.js';
import { plainProgram } from '../laws/program.js';
import {
  DAY,
  START,
  booking,
  friend,
  joined,
  line,
  tierSet,
  usd,
  visit,
  withdrawn,
} from '../laws/records.js';
import { standing } from '../standing.js';

const day = (nth: number) => ({ at: START + nth * DAY });
const under = (referral: Partial<Program['referral']>): Partial<Program> => ({
  referral: { ...plainProgram.referral, ...referral },
});
const came = friend('mem_x', 'joined', day(0));
const treated = friend('mem_x', 'completed', day(1));
const until = START + 60 * DAY;
const ownerOf = (records: readonly HistoryRecord[], rules: Partial<Program>) =>
  foldUnder(records, { rules, until }).account;
const statusOf = (records: readonly HistoryRecord[], rules: Partial<Program> = {}) =>
  standing(ownerOf(records, rules), underRules(rules), until).referrals.map(({ status }) => status);

describe('an owner’s reward', () => {
  const given = (owner: Grant, more: Partial<Program['referral']> = {}) =>
    ownerOf([came, treated], under({ owner, ...more }));

  test('can be credit, with its end', () => {
    const grant = { kind: 'credit', amount: usd(5_000), expiresAfterDays: 90 } as const;
    const { credit } = given(grant);

    assert.deepEqual([credit.balance, credit.lots[0]?.expiresOn], [5_000, '2026-04-20']);
  });

  test('can be an offer or a digital gift card', () => {
    const offer = {
      kind: 'offer',
      name: 'A facial',
      amountOff: usd(8_000),
      validDays: 60,
    } as const;
    const card = { kind: 'giftCard', amount: usd(2_500) } as const;

    assert.deepEqual(
      given(offer).offers.map(({ source, expiresOn }) => [source, expiresOn]),
      [['referral', '2026-03-21']],
    );
    assert.deepEqual(
      given(card).offers.map(({ grant, expiresOn }) => [grant, expiresOn]),
      [[card, null]],
    );
  });

  test('can be more points for the next three visits', () => {
    const { multipliers } = given({ kind: 'multiplier', percent: 150, visits: 3 });

    assert.deepEqual(multipliers, [{ rule: 'referral', version: 1, percent: 150, left: 3 }]);
  });

  test('can be a donation, which is all that the mode charity allows', () => {
    const donation = { kind: 'donation', amount: usd(5_000), to: 'Clean water' } as const;

    assert.equal(given(donation, { legalMode: 'charity' }).donations[0]?.amount, 5_000);
    assert.equal(given({ kind: 'points', points: 500 }, { legalMode: 'charity' }).points, 0);
  });

  test('of points stacks with the tier of the day of the release, where the clinic says so', () => {
    const tiers: Program['tiers'] = {
      ...plainProgram.tiers,
      levels: plainProgram.tiers.levels.map((level) => ({
        ...level,
        benefits: [{ id: 'more', name: 'More', kind: 'earnMultiplier', percent: 125 }],
      })),
    };
    const records = [came, treated, tierSet('t:1', 'luminous', '2026-12-31', day(2))];
    const stacked = { ...under({ stacksWithTier: true }), tiers };

    assert.equal(ownerOf(records, stacked).points, 625);
    assert.equal(ownerOf(records, { tiers }).points, 500);
  });

  test('says of the tier only where the tier raised it', () => {
    const tiers: Program['tiers'] = {
      ...plainProgram.tiers,
      levels: plainProgram.tiers.levels.map((level) => ({
        ...level,
        benefits: [{ id: 'more', name: 'More', kind: 'earnMultiplier', percent: 125 }],
      })),
    };
    const toldOf = (owner: Grant) => {
      const rules = { ...under({ stacksWithTier: true, owner }), tiers };
      return foldUnder([came, treated], { rules, until }).desired[0]?.because[0]?.args;
    };

    assert.equal(toldOf({ kind: 'points', points: 500 })?.['tierPercent'], 125);
    assert.equal(toldOf({ kind: 'credit', amount: usd(5_000) })?.['tierPercent'], undefined);
  });
});

describe('a friend’s welcome', () => {
  const welcome = (grant: Grant) =>
    foldUnder([joined({ ownerId: 'mem_owner' })], { rules: under({ friend: grant }) }).account;

  test('can be of every kind', () => {
    assert.equal(welcome({ kind: 'points', points: 200 }).points, 250);
    assert.equal(welcome({ kind: 'credit', amount: usd(5_000) }).credit.balance, 5_000);
    assert.equal(
      welcome({ kind: 'offer', name: '20 %', percentOff: 20, validDays: 60 }).offers[0]?.expiresOn,
      '2026-03-06',
    );
  });
});

describe('a friend who looks like the owner', () => {
  const held = friend('mem_x', 'held', day(0));
  const approved = (nth: number) => friend('mem_x', 'approved', day(nth));

  test('is held, and rewarded at the end of the hold once the staff approve', () => {
    assert.deepEqual(statusOf([came, held, treated]), ['held']);
    const { points } = ownerOf([came, held, treated, approved(5)], {});
    assert.deepEqual([points, statusOf([came, held, treated, approved(5)])], [500, ['released']]);
  });

  test('approved after the end of the hold is rewarded at that moment', () => {
    const fold = foldUnder([came, held, treated, approved(40)], { until });

    assert.equal(fold.desired[0]?.at, day(40).at);
  });

  test('approved when the reward had left, or a second time, leaves it when it left', () => {
    const leftAt = (records: readonly HistoryRecord[]) =>
      foldUnder([came, ...records], { until }).desired[0]?.at;
    const again = { ...approved(60), externalId: 'review:mem_x:again' };
    const lateHold = friend('mem_x', 'held', day(30));
    const release = leftAt([treated]);

    assert.equal(leftAt([treated, approved(60)]), release);
    assert.equal(leftAt([treated, lateHold, approved(60)]), release);
    assert.equal(leftAt([held, treated, approved(5), again]), release);
    assert.equal(leftAt([held, treated, approved(40), again]), day(40).at);
  });

  test('whose hold is told of or withdrawn when the reward has left, leaves it when it left', () => {
    const leftAt = (records: readonly HistoryRecord[]) =>
      foldUnder([came, treated, ...records], { until }).desired[0]?.at ?? 0;
    const left = (at: number) => friend('mem_x', 'released', { at });
    // A slip of paper turns up, or a telephone number is corrected.
    const unlike = withdrawn('referral:mem_x:held', { source: 'afterglow', ...day(50) });
    const [release, late] = [leftAt([]), leftAt([held, approved(40)])];

    assert.equal(leftAt([left(release), held, approved(40)]), release);
    assert.equal(leftAt([held, approved(40), left(late), unlike]), late);
  });

  test('approved after it was rejected is rewarded at that moment', () => {
    const rejected = friend('mem_x', 'rejected', day(30));
    const fold = foldUnder([came, treated, rejected, approved(60)], { until });

    assert.equal(fold.desired[0]?.at, day(60).at);
  });

  test('is what the friend’s own account tells', () => {
    const alike = joined({ ownerId: 'mem_owner', lookAlike: 'phone' });
    const told = Object.values(foldUnder([alike]).account.emissions).map(({ data }) => data.step);

    assert.deepEqual(told, ['joined', 'held']);
  });
});

describe('a reward that left', () => {
  const limited = under({ limitPerYear: 1 });
  const first = [came, treated];
  const earlier = [
    friend('mem_early', 'joined', day(0)),
    friend('mem_early', 'completed', { at: START + DAY / 2 }),
  ];

  test('writes that into the owner’s own history', () => {
    const { emissions } = ownerOf(first, limited);

    assert.deepEqual(emissions['referral:mem_x:released']?.to, 'mem_a');
  });

  test('stays, though a friend who came earlier is told later and the year allows one', () => {
    const released = friend('mem_x', 'released', { at: START + 15 * DAY });

    assert.deepEqual(statusOf([...first, ...earlier], limited).sort(), ['completed', 'released']);
    const account = ownerOf([...first, released, ...earlier], limited);
    assert.equal(
      account.referrals.find(({ friendId }) => friendId === 'mem_x')?.releasesOn,
      '2026-01-20',
    );
  });

  test('is taken back when the friend’s treatment is void', () => {
    const released = friend('mem_x', 'released', { at: START + 15 * DAY });
    const gone = withdrawn('referral:mem_x:completed', { source: 'afterglow', ...day(20) });

    assert.equal(ownerOf([...first, released, gone], {}).points, 0);
  });
});

describe('how far a friend has come', () => {
  test('shows a booking, and is told by the friend’s first one', () => {
    assert.deepEqual(statusOf([came, friend('mem_x', 'booked', day(2))]), ['booked']);
    const records = [
      joined({ ownerId: 'mem_owner' }),
      booking('B-1', {}, day(1)),
      booking('B-2', {}, day(2)),
    ];
    const told = Object.values(foldUnder(records).account.emissions).map(({ data, at }) => [
      data.step,
      at,
    ]);
    assert.deepEqual(told, [
      ['joined', START],
      ['booked', day(1).at],
    ]);
  });
});

describe('a new patient who names a code at the till and never joins', () => {
  const paid = (id: string, nth: number) =>
    visit(id, [line('1', 9_000)], { ...day(nth), ...{ referredBy: 'mem_star' } });
  const stepsOf = (records: readonly HistoryRecord[]) =>
    Object.values(foldUnder(records).account.emissions).map(({ to, data }) => [to, data.step]);

  test('credits the owner of the code with the first purchase', () => {
    assert.deepEqual(stepsOf([paid('R-1', 0)]), [
      ['mem_star', 'joined'],
      ['mem_star', 'completed'],
    ]);
  });

  test('credits the owner of a code that was named when booking, whoever joins in between', () => {
    const booked = booking('B-1', { referredBy: 'mem_star', startsAt: '2026-01-09T15:00:00.000Z' });
    const told = [booked, joined(day(1)), visit('R-1', [line('1', 9_000)], day(4))];

    assert.deepEqual(stepsOf(told), [
      ['mem_star', 'joined'],
      ['mem_star', 'completed'],
    ]);
    assert.deepEqual(
      foldUnder(told).account.offers.map(({ source }) => source),
      ['friend'],
    );
  });

  test('credits nobody for a booking that was cancelled, and whoever is named at joining before it', () => {
    const booked = booking('B-1', { referredBy: 'mem_star' });
    const cancelled = booking('B-1', { step: 'cancelled' }, day(1));
    const named = joined({ ...day(2), ownerId: 'mem_other', code: 'OTHER' });
    const invited = joined({ ...day(2), code: 'HOUSE' });

    assert.deepEqual(stepsOf([booked, cancelled, joined(day(2))]), []);
    assert.deepEqual(stepsOf([booked, named]), [['mem_other', 'joined']]);
    assert.deepEqual(stepsOf([booked, invited]), []);
    assert.deepEqual(stepsOf([booked, joined({ ...day(2), existingPatient: true })]), []);
  });

  test('is held who looks like the owner of the code that was named when booking', () => {
    const alike = booking('B-1', { referredBy: 'mem_star', lookAlike: 'email' });

    assert.deepEqual(stepsOf([alike, joined(day(1))]), [
      ['mem_star', 'joined'],
      ['mem_star', 'held'],
    ]);
  });

  test('credits nobody on a later visit, and nobody else after joining by another code', () => {
    assert.deepEqual(stepsOf([visit('R-0', [line('1', 9_000)]), paid('R-1', 1)]), []);
    const joins = joined({ ...day(2), ownerId: 'mem_other' });
    assert.deepEqual(
      stepsOf([paid('R-1', 0), joins]).map(([to]) => to),
      ['mem_star', 'mem_star'],
    );
  });
});

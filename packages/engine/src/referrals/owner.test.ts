import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import { plainProgram } from '../laws/program.js';
import { DAY, START, friend, withdrawn } from '../laws/records.js';
import type { ProgramInForce } from '../programs/programs.js';
import { standing } from '../standing.js';

const accountId = 'mem_owner';
const day = (nth: number) => ({ at: START + nth * DAY });
const under = (rules: Partial<typeof plainProgram.referral>): readonly ProgramInForce[] => [
  {
    version: 1,
    startsAt: null,
    program: { ...plainProgram, referral: { ...plainProgram.referral, ...rules } },
  },
];

function fold(records: readonly HistoryRecord[], until = START + 60 * DAY, programs = under({})) {
  const { account } = foldAccount({ accountId, programs, records, until });
  const shown = standing(account, programs, until);
  return {
    points: account.points,
    statuses: shown.referrals.map(({ status }) => status).toReversed(),
    pending: shown.pendingPoints,
  };
}

const until = START + 60 * DAY;
const came = friend('mem_x', 'joined', day(0));
const treated = friend('mem_x', 'completed', day(1));
// The hold of 14 days ends with the first instant of 2026-01-20 in Chicago.
const release = Date.UTC(2026, 0, 20, 6);
const taken = () => withdrawn('referral:mem_x:completed', { source: 'afterglow', ...day(20) });

describe('the owner of a code', () => {
  test('gets the reward at the end of the hold', () => {
    const before = fold([came, treated], release - 1);
    assert.deepEqual(before, { points: 0, statuses: ['completed'], pending: 500 });
    const after = fold([came, treated], release);
    assert.deepEqual(after, { points: 500, statuses: ['released'], pending: 0 });
  });

  test('gets it at once where there is no hold', () => {
    assert.equal(fold([came, treated], day(1).at, under({ holdDays: 0 })).points, 500);
  });

  test('waits for the staff without a hold, too, when the friend is held with the treatment', () => {
    const held = friend('mem_x', 'held', day(1));
    const later = friend('mem_x', 'held', { at: day(1).at + 1 });
    const decided = (step: 'approved' | 'rejected') => friend('mem_x', step, day(5));
    const seen = (...more: readonly HistoryRecord[]) => {
      const { statuses, points } = fold([came, treated, ...more], until, under({ holdDays: 0 }));
      return [statuses[0], points];
    };

    assert.deepEqual(seen(held), ['held', 0]);
    assert.deepEqual(seen(held, decided('approved')), ['released', 500]);
    assert.deepEqual(seen(held, decided('rejected')), ['rejected', 0]);
    assert.deepEqual(seen(later), ['released', 500]);
    const { account } = foldAccount({
      accountId,
      programs: under({ holdDays: 0 }),
      records: [came, treated, held, decided('approved')],
      until,
    });
    assert.equal(account.emissions['referral:mem_x:released']?.at, day(5).at);
  });

  test('sees a friend expire who does not come in time', () => {
    assert.deepEqual(fold([came], START + 180 * DAY).statuses, ['joined']);
    assert.deepEqual(fold([came], START + 181 * DAY).statuses, ['expired']);
  });

  test('loses the reward when the treatment is withdrawn', () => {
    assert.deepEqual(fold([came, treated, taken()]), {
      points: 0,
      statuses: ['joined'],
      pending: 0,
    });
  });

  test('loses it to a rejection at any time', () => {
    for (const at of [day(0).at, day(5).at, release, day(50).at]) {
      assert.deepEqual(fold([came, treated, friend('mem_x', 'rejected', { at })]), {
        ...{ points: 0, statuses: ['rejected'], pending: 0 },
      });
    }
  });

  test('loses it to a review that begins before the release, and not to a later one', () => {
    const held = (at: number) => fold([came, treated, friend('mem_x', 'held', { at })]);

    assert.deepEqual(held(day(0).at), { points: 0, statuses: ['held'], pending: 0 });
    assert.deepEqual(held(release - 1), { points: 0, statuses: ['held'], pending: 0 });
    assert.deepEqual(held(release), { points: 500, statuses: ['released'], pending: 0 });
    assert.deepEqual(held(day(50).at), { points: 500, statuses: ['released'], pending: 0 });
  });

  test('gets it after a review that came to nothing', () => {
    const cleared = withdrawn('referral:mem_x:held', { source: 'afterglow', ...day(9) });

    assert.equal(fold([came, treated, friend('mem_x', 'held', day(2)), cleared]).points, 500);
  });

  test('gets nothing where the law lets only the friend have something', () => {
    for (const legalMode of ['friendOnly', 'charity', 'off'] as const) {
      assert.equal(fold([came, treated], undefined, under({ legalMode })).points, 0);
    }
  });

  test('gets as many rewards in a calendar year as the program says, the first ones', () => {
    const friends = ['mem_c', 'mem_a', 'mem_b'].flatMap((id, nth) => [
      friend(id, 'joined', day(nth)),
      friend(id, 'completed', day(10 + nth)),
    ]);
    const nextYear = [friend('mem_d', 'completed', { at: Date.UTC(2027, 0, 1, 12) })];
    const programs = under({ limitPerYear: 2 });

    assert.equal(fold([...friends, ...nextYear], undefined, programs).points, 1000);
    assert.equal(fold([...friends, ...nextYear], Date.UTC(2027, 1, 1), programs).points, 1500);
    assert.equal(
      fold([...friends.slice(2), ...friends.slice(0, 2)], undefined, programs).points,
      1000,
    );
  });

  test('gets the reward of the next friend when one within the limit is withdrawn', () => {
    const records = [
      ...[came, treated, friend('mem_y', 'joined', day(2)), friend('mem_y', 'completed', day(3))],
    ];
    const programs = under({ limitPerYear: 1 });

    assert.equal(fold(records, undefined, programs).points, 500);
    const { statuses } = fold([...records, taken()], undefined, programs);
    assert.deepEqual(statuses, ['joined', 'released']);
  });
});

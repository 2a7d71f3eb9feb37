import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import { plainProgram, plainPrograms } from '../laws/program.js';
import { DAY, START, line, usd, visit } from '../laws/records.js';
import type { ProgramInForce } from '../programs/programs.js';

const on = (day: string, hour = 18) => ({
  at: Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`),
});
const buys = (id: string, amount: number, day: string, hour?: number) =>
  visit(id, [line('1', amount)], on(day, hour));

function fold(
  records: readonly HistoryRecord[],
  until: number,
  programs: readonly ProgramInForce[] = plainPrograms,
) {
  return foldAccount({ accountId: 'mem_a', programs, records, until }).account.tier;
}

/** Program 2 with other tiers from the 100th day. */
const changed = (
  tiers: Partial<typeof plainProgram.tiers>,
  factor = 1,
): readonly ProgramInForce[] => [
  ...plainPrograms,
  {
    version: 2,
    startsAt: START + 100 * DAY,
    program: {
      ...plainProgram,
      tiers: {
        ...plainProgram.tiers,
        levels: plainProgram.tiers.levels.map((level) => ({
          ...level,
          threshold: usd(level.threshold.amount * factor),
        })),
        ...tiers,
      },
    },
  },
];

describe('a tier rises', () => {
  const cases = [
    ['a cent short of the threshold', [line('1', 99_999)], 'fresh'],
    ['at the visit that reaches it', [line('1', 100_000)], 'radiant'],
    ['over several lines', [line('1', 50_000), line('2', 50_000)], 'radiant'],
    ['two levels at once', [line('1', 300_000)], 'luminous'],
    ['by a package', [line('1', 100_000, { kind: 'package', code: 'X' })], 'radiant'],
    ['by a membership', [line('1', 100_000, { kind: 'membership' })], 'radiant'],
    ['not by retail, where it does not count', [line('1', 100_000, { kind: 'product' })], 'fresh'],
    ['not by gift cards', [line('1', 100_000, { kind: 'giftCard' })], 'fresh'],
    ['not by tips', [line('1', 100_000, { kind: 'tip' })], 'fresh'],
  ] as const;
  for (const [why, lines, level] of cases) {
    test(why, () => {
      assert.equal(fold([visit('R-1', lines)], START).level, level);
    });
  }

  test('by retail where the program says so', () => {
    const tiers = { ...plainProgram.tiers, countsProducts: true };
    const programs = [{ version: 1, startsAt: null, program: { ...plainProgram, tiers } }];
    const sold = visit('R-1', [line('1', 100_000, { kind: 'product' })]);

    assert.equal(fold([sold], START, programs).level, 'radiant');
  });

  test('by the spend of twelve months, days in the clinic’s zone', () => {
    const first = buys('R-1', 60_000, '2026-01-05');
    // 05:00Z is still the day before in Chicago.
    const inTime = buys('R-2', 40_000, '2027-01-05', 5);
    const late = buys('R-2', 40_000, '2027-01-05', 6);

    assert.equal(fold([first, inTime], inTime.at).level, 'radiant');
    assert.equal(fold([first, late], late.at).level, 'fresh');
  });
});

describe('a tier falls', () => {
  // Spend of 2026-01-05 rolls out on 2027-01-05; 30 days of grace end with 2027-02-03.
  const lost = on('2027-02-04', 6).at;

  test('at the first instant after its days of grace', () => {
    const records = [buys('R-1', 100_000, '2026-01-05')];

    assert.equal(fold(records, lost - 1).level, 'radiant');
    const after = fold(records, lost);
    assert.deepEqual([after.level, after.lostOn], ['fresh', null]);
  });

  test('not when something bought in the grace makes up for it', () => {
    const records = [buys('R-1', 100_000, '2026-01-05'), buys('R-2', 100_000, '2027-02-03')];

    assert.equal(fold(records, lost + 300 * DAY).level, 'radiant');
  });

  test('though something is bought in the grace, when it is too little', () => {
    const records = [buys('R-1', 100_000, '2026-01-05'), buys('R-2', 99_999, '2027-02-03')];

    assert.equal(fold(records, lost - 1).level, 'radiant');
    assert.equal(fold(records, lost).level, 'fresh');
  });

  test('to the level that spend still reaches, then on its own day to the next', () => {
    const records = [buys('R-1', 200_000, '2026-01-05'), buys('R-2', 100_000, '2026-06-01')];

    assert.equal(fold(records, lost - 1).level, 'luminous');
    assert.equal(fold(records, lost).level, 'radiant');
    const second = on('2027-07-01', 5).at;
    assert.equal(fold(records, second - 1).level, 'radiant');
    assert.equal(fold(records, second).level, 'fresh');
  });

  test('and rises again at the next visit that reaches it', () => {
    const records = [buys('R-1', 100_000, '2026-01-05'), buys('R-2', 100_000, '2027-02-04', 6)];

    assert.equal(fold(records, lost - 1).level, 'radiant');
    assert.equal(fold(records, lost).level, 'radiant');
    assert.equal(fold(records.slice(0, 1), lost).level, 'fresh');
  });

  test('after 29 February on the day after the 28th', () => {
    const records = [buys('R-1', 100_000, '2028-02-29')];
    const tiers = { ...plainProgram.tiers, graceDays: 0 };
    const programs = [{ version: 1, startsAt: null, program: { ...plainProgram, tiers } }];
    const out = on('2029-03-01', 6).at;

    assert.equal(fold(records, out - 1, programs).level, 'radiant');
    assert.equal(fold(records, out, programs).level, 'fresh');
  });
});

describe('a new version', () => {
  const records = [buys('R-1', 100_000, '2026-01-05')];
  const starts = START + 100 * DAY;

  test('that asks for more lowers a tier only after the days of grace', () => {
    const programs = changed({}, 2);

    const days = [0, 29, 30].map((day) => fold(records, starts + day * DAY, programs).level);
    assert.deepEqual(days, ['radiant', 'radiant', 'fresh']);
  });

  test('that asks for less raises it', () => {
    const programs = changed({}, 0.25);

    assert.equal(fold(records, starts - 1, programs).level, 'radiant');
    assert.equal(fold(records, starts, programs).level, 'luminous');
  });

  test('with a longer window counts what had rolled out of the shorter one', () => {
    const long = [
      ...changed({ windowMonths: 6, graceDays: 0 }),
      { ...changed({ windowMonths: 24 })[1]!, version: 3, startsAt: START + 300 * DAY },
    ];

    assert.equal(fold(records, START + 299 * DAY, long).level, 'fresh');
    assert.equal(fold(records, START + 300 * DAY, long).level, 'radiant');
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { VisitLine } from '@afterglow/contract';
import fc from 'fast-check';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import { plainProgram, plainPrograms } from '../laws/program.js';
import { DAY, START, joined, line, session, visit } from '../laws/records.js';
import { reckonSavings } from './savings.js';
import type { SavingsChoice } from './savings.js';

const reckon = (choice: Partial<SavingsChoice>) =>
  reckonSavings(
    { ...plainProgram, joiningPoints: plainProgram.joiningPoints },
    { visitsPerYear: 4, treatments: ['TOX'], ...choice },
  );

describe('a year', () => {
  test('of single treatments saves what the points are worth and what the tier takes off', () => {
    const { because: _because, ...year } = reckon({});

    // 4 × 450 dollars reach Radiant: 5 percent off; 427 points a visit and 50 for joining.
    assert.deepEqual(year, {
      yearlySpend: 180_000,
      tier: 'radiant',
      points: 4 * 427 + 50,
      pointsWorth: 17_580,
      tierSaving: 9000,
      packageSaving: 0,
      total: 26_580,
      effectiveBasisPoints: 1476,
    });
  });

  test('earns at the rate of its tier', () => {
    const levels = plainProgram.tiers.levels.map((level) => ({
      ...level,
      benefits: [{ id: 'more', name: 'More', kind: 'earnMultiplier' as const, percent: 125 }],
    }));
    const tiers = { ...plainProgram.tiers, levels };
    const { points, because } = reckonSavings(
      { ...plainProgram, tiers },
      { visitsPerYear: 3, treatments: ['TOX'] },
    );

    // 450 dollars at 1.25 points for each, rounded down for each visit; 50 for joining.
    assert.equal(points, 3 * 562 + 50);
    assert.equal(because.find(({ args }) => 'perMinorUnits' in args)?.args['points'], 1.25);
  });

  test('without visits saves nothing but the points for joining', () => {
    const year = reckon({ visitsPerYear: 0 });

    assert.deepEqual([year.total, year.points, year.effectiveBasisPoints], [500, 50, 0]);
  });

  test('with a package that is hardly used says that it costs more', () => {
    const year = reckon({ visitsPerYear: 2, treatments: ['BLOW'], packageCode: 'BLOW6' });

    assert.equal(year.packageSaving, 2 * 5000 - 25_000);
  });

  test('names all of the numbers that it adds up', () => {
    const { because, total } = reckon({ treatments: ['TOX', 'BLOW'], packageCode: 'BLOW6' });
    const sum = (name: string) =>
      because.reduce((all, { args }) => all + (typeof args[name] === 'number' ? args[name] : 0), 0);

    assert.equal(sum('saving') + sum('worth'), total);
  });
});

test('a year’s points are those that the same visits earn', () => {
  const treatments = fc.subarray(['TOX', 'BLOW'], { minLength: 1 });
  const choices = fc.record({
    visitsPerYear: fc.integer({ min: 1, max: 24 }),
    treatments,
    packageCode: fc.constantFrom(null, 'BLOW6'),
    tier: fc.constantFrom('fresh', 'radiant', 'luminous'),
  });
  fc.assert(
    fc.property(choices, (choice) => {
      const year = reckon(choice);
      const records: HistoryRecord[] = [joined()];
      const bundles = year.because.find(({ rule }) => rule === 'package')?.args['packages'];
      if (typeof bundles === 'number') {
        for (let nth = 0; nth < bundles; nth += 1) {
          const sold = line('p', 25_000, { kind: 'package', code: 'BLOW6' });
          records.push(visit(`P-${String(nth)}`, [sold], { at: START + nth }));
        }
      }
      let sessions = typeof bundles === 'number' ? bundles * 6 : 0;
      const percent = { fresh: 0, radiant: 5, luminous: 10 }[choice.tier];
      for (let nth = 0; nth < choice.visitsPerYear; nth += 1) {
        const lines = plainProgram.calculator.treatments
          .filter(({ code }) => choice.treatments.includes(code))
          .map(({ code, category, price }): VisitLine => {
            const off = Math.floor((price.amount * percent) / 100);
            return line(code, price.amount - off, { code, category });
          });
        const isPrepaid = choice.treatments.includes('BLOW') && sessions > 0;
        if (isPrepaid) sessions -= 1;
        records.push(
          visit(`R-${String(nth)}`, lines, {
            at: START + (nth + 1) * DAY,
            tenders: isPrepaid ? [session({ line: 'BLOW' })] : [],
          }),
        );
      }
      const input = { accountId: 'mem_a', programs: plainPrograms, records };
      const { account } = foldAccount({ ...input, until: START + 30 * DAY });
      assert.equal(year.points, account.points);
    }),
  );
});

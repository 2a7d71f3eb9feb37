import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Tender } from '@afterglow/contract';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import { plainProgram, plainPrograms } from '../laws/program.js';
import { DAY, START, line, session, usd, visit } from '../laws/records.js';
import type { ProgramInForce } from '../programs/programs.js';

function fold(
  records: readonly HistoryRecord[],
  until = Math.max(...records.map(({ at }) => at)),
  programs: readonly ProgramInForce[] = plainPrograms,
) {
  const folded = foldAccount({ accountId: 'mem_a', programs, records, until });
  const { account, desired, flags } = folded;
  return {
    account,
    flags,
    points: account.points,
    left: account.packages.map(({ left }) => left),
    earned: desired
      .filter(({ asset, key }) => asset === 'points' && key.startsWith('visit:'))
      .map(({ key, amount }) => [key.split(':').slice(2, 4).join(':'), amount]),
  };
}

const blow = (lineId: string) => line(lineId, 5000, { code: 'BLOW', category: 'hair' });
const blow6 = (lineId = 'p') => line(lineId, 25_000, { kind: 'package', code: 'BLOW6' });
const laser = (lineId: string) => line(lineId, 30_000, { code: 'LASER', category: 'laser' });
const laser3 = line('p', 90_000, { kind: 'package', code: 'LASER3' });
const bought = visit('R-1', [blow6()]);
const later = { at: START + DAY };

describe('a session', () => {
  test('is used on the very visit that sells its package', () => {
    const { left, earned } = fold([
      visit('R-1', [blow6(), blow('1')], { tenders: [session({ line: '1' })] }),
    ]);

    assert.deepEqual(left, [5]);
    assert.deepEqual(earned, [
      ['p:packages', 166],
      ['p:package/bonus', 25],
    ]);
  });

  const tenders: readonly (readonly [
    why: string,
    tenders: Tender[],
    left: number,
    earned: readonly (readonly [string, number])[],
  ])[] = [
    ['named by line', [session({ line: '1' })], 5, [['2:treatments', 50]]],
    ['that names no line pays for the first that fits', [session()], 5, [['2:treatments', 50]]],
    ['each for one line', [session(), session()], 4, []],
    ['two of one tender, each for one line', [session({ count: 2 })], 4, []],
    [
      'named by the code of its package',
      [session({ reference: 'BLOW6' })],
      5,
      [['2:treatments', 50]],
    ],
    [
      'none of one tender',
      [session({ line: '1', count: 0 })],
      6,
      [
        ['1:treatments', 50],
        ['2:treatments', 50],
      ],
    ],
    [
      'worth less than the line leaves a price to be paid with money',
      [session({ line: '1', amount: usd(3000) })],
      5,
      [
        ['1:treatments', 20],
        ['2:treatments', 50],
      ],
    ],
  ];
  for (const [why, given, left, earned] of tenders) {
    test(`takes what it should of two lines: ${why}`, () => {
      const used = fold([
        bought,
        visit('R-2', [blow('1'), blow('2')], { ...later, tenders: given }),
      ]);

      assert.deepEqual(used.left, [left]);
      assert.deepEqual(used.earned.slice(2), earned);
      assert.deepEqual(used.flags, {});
    });
  }

  test('never pays for the line that sells the package, whatever its category says', () => {
    const sold = { ...laser3, category: 'laser' };
    const { left, earned, account } = fold([
      visit('R-1', [sold, laser('1')], { tenders: [session()] }),
    ]);

    assert.deepEqual(left, [2]);
    assert.deepEqual(earned, [
      ['p:packages', 600],
      ['p:package/bonus', 100],
    ]);
    assert.equal(account.tier.spend[0]?.amount, 90_000);
  });

  test('is taken from the package that ends soonest, then from the older one', () => {
    const programs = plainPrograms.map((version) => ({
      ...version,
      program: {
        ...plainProgram,
        packages: [
          { ...plainProgram.packages[0]!, code: 'LONG', expiresAfterMonths: 24 },
          { ...plainProgram.packages[0]!, code: 'SHORT', expiresAfterMonths: 3 },
          { ...plainProgram.packages[0]!, code: 'EVER' },
        ],
      },
    }));
    const sale = (id: string, code: string, day: number) =>
      visit(id, [line('p', 100, { kind: 'package', code })], { at: START + day * DAY });
    const use = visit('R-9', [blow('1')], {
      at: START + 9 * DAY,
      tenders: [session({ line: '1', count: 8 })],
    });

    const { account } = fold(
      [sale('R-1', 'EVER', 0), sale('R-2', 'LONG', 1), sale('R-3', 'SHORT', 2), use],
      START + 9 * DAY,
      programs,
    );
    assert.deepEqual(
      account.packages.map(({ code, left }) => [code, left]),
      [
        ['EVER', 6],
        ['LONG', 4],
        ['SHORT', 0],
      ],
    );
  });
});

describe('a session that no package has', () => {
  const missing: readonly (readonly [string, Tender])[] = [
    ['named by line', session({ line: '1' })],
    ['without a line', session()],
    ['of a package that was never bought', session({ reference: 'LASER3' })],
  ];
  for (const [why, tender] of missing) {
    test(`is flagged, takes nothing and earns nothing: ${why}`, () => {
      const { account, flags, points } = fold([visit('R-1', [blow('1')], { tenders: [tender] })]);

      assert.deepEqual(flags, {
        'evt_R-1.1': [{ code: 'session_unavailable', path: 'tenders[0]' }],
      });
      assert.equal(points, 0);
      assert.equal(account.clock, null);
      assert.deepEqual(account.packages, []);
    });
  }

  test('pays for the treatment that its package would cover, not for what is paid with money', () => {
    const { earned } = fold([
      visit('R-1', [line('s', 9000, { kind: 'product' }), line('t', 8000), laser('l'), blow('b')], {
        tenders: [session()],
      }),
    ]);

    assert.deepEqual(earned, [
      ['s:retail', 30],
      ['t:treatments', 80],
      ['b:treatments', 50],
    ]);
  });

  test('leaves the others of its tender taken', () => {
    const used = visit('R-2', [blow('1')], {
      ...later,
      tenders: [session({ line: '1', count: 8 })],
    });

    const { left, flags } = fold([bought, used]);
    assert.deepEqual(left, [0]);
    assert.deepEqual(flags, {
      'evt_R-2.1': [{ code: 'session_unavailable', path: 'tenders[0]' }],
    });
  });
});

describe('sessions expire', () => {
  // The first instant after 2026-07-05 in Chicago, five hours behind in summer.
  const end = Date.UTC(2026, 6, 6, 5);
  const sold = visit('R-1', [laser3]);

  test('at the end of their last day', () => {
    assert.deepEqual(fold([sold], end - 1).left, [3]);
    assert.deepEqual(fold([sold], end).left, [0]);
  });

  test('before a visit of that very instant', () => {
    const used = (at: number) =>
      fold([sold, visit('R-2', [laser('1')], { at, tenders: [session({ line: '1' })] })]);

    assert.deepEqual(used(end - 1).flags, {});
    assert.deepEqual(
      Object.values(used(end).flags)
        .flat()
        .map(({ code }) => code),
      ['session_unavailable'],
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import { plainProgram } from '../laws/program.js';
import { DAY, START, joined, line, refund, session, visit, voiding, usd } from '../laws/records.js';
import type { ProgramInForce } from '../programs/programs.js';

const accountId = 'mem_friend';
const ownerId = 'mem_owner';
const day = (nth: number) => ({ at: START + nth * DAY });
const arrives = joined({ ownerId });
const tox = (amount: number) => line('1', amount, { code: 'TOX', category: 'neuromodulator' });
const under = (rules: Partial<typeof plainProgram.referral>): readonly ProgramInForce[] => [
  {
    version: 1,
    startsAt: null,
    program: { ...plainProgram, referral: { ...plainProgram.referral, ...rules } },
  },
];

/** When the friend's first treatment is told to the owner of the code; null: it is not. */
function completedAt(records: readonly HistoryRecord[], programs = under({})): number | null {
  const { account } = foldAccount({ accountId, programs, records, until: START + 400 * DAY });
  const told = account.emissions[`referral:${accountId}:completed`];
  assert.equal(told?.at ?? null, account.friendOf?.completedAt ?? null);
  return told?.at ?? null;
}

describe('a referral is completed', () => {
  const cases: readonly (readonly [string, readonly HistoryRecord[], number | null])[] = [
    ['by a paid treatment', [visit('R-1', [tox(100)], day(1))], 1],
    ['not by a free consultation', [visit('R-1', [tox(0)], day(1))], null],
    ['not by retail', [visit('R-1', [line('1', 9000, { kind: 'product' })], day(1))], null],
    [
      'not by a package alone',
      [visit('R-1', [line('1', 25_000, { kind: 'package', code: 'BLOW6' })], day(1))],
      null,
    ],
    [
      'by the first session of a package',
      [
        visit('R-1', [line('1', 25_000, { kind: 'package', code: 'BLOW6' })], day(1)),
        visit('R-2', [line('1', 5000, { code: 'BLOW' })], {
          ...day(2),
          tenders: [session({ line: '1' })],
        }),
      ],
      2,
    ],
    [
      'not by a session that nobody has',
      [visit('R-1', [line('1', 5000, { code: 'BLOW' })], { ...day(1), tenders: [session()] })],
      null,
    ],
    [
      'not by what a gift card paid',
      [
        visit('R-1', [tox(100)], {
          ...day(1),
          tenders: [{ kind: 'giftCard', amount: usd(100) }],
        }),
      ],
      null,
    ],
    [
      'not by a treatment that never earns',
      [visit('R-1', [line('1', 9000, { category: 'medical' })], day(1))],
      null,
    ],
    [
      'not by a session of one',
      [
        visit('R-1', [line('1', 90_000, { kind: 'package', code: 'LASER3' })], day(1)),
        visit('R-2', [line('1', 30_000, { code: 'CONSULT', category: 'laser' })], {
          ...day(2),
          tenders: [session({ line: '1' })],
        }),
      ],
      null,
    ],
    ['not by a visit before joining', [visit('R-1', [tox(100)], day(-1))], null],
    ['by a visit at the instant of joining', [visit('R-1', [tox(100)])], 0],
    [
      'by the first of several, whatever arrives first',
      [visit('R-2', [tox(100)], day(9)), visit('R-1', [tox(100)], day(3))],
      3,
    ],
    ['on the last day', [visit('R-1', [tox(100)], day(180))], 180],
    ['not a day late', [visit('R-1', [tox(100)], day(181))], null],
  ];
  for (const [why, records, expected] of cases) {
    test(why, () => {
      assert.equal(
        completedAt([arrives, ...records]),
        expected === null ? null : START + expected * DAY,
      );
    });
  }

  test('from the spend that the program asks for', () => {
    const programs = under({ minimumSpend: usd(10_000) });

    assert.equal(completedAt([arrives, visit('R-1', [tox(9999)], day(1))], programs), null);
    assert.equal(completedAt([arrives, visit('R-1', [tox(10_000)], day(1))], programs), day(1).at);
  });

  test('for nobody who was a patient, for nobody who sent oneself, and nowhere without referrals', () => {
    const treated = visit('R-1', [tox(100)], day(1));

    assert.equal(completedAt([joined({ ownerId, existingPatient: true }), treated]), null);
    assert.equal(completedAt([joined({ ownerId: accountId }), treated]), null);
    assert.equal(completedAt([arrives, treated], under({ legalMode: 'off' })), null);
  });
});

describe('a completed referral is withdrawn', () => {
  const treated = visit('R-1', [tox(100)], day(1));
  // The hold of 14 days ends with the first instant of 2026-01-20 in Chicago.
  const release = Date.UTC(2026, 0, 20, 6);

  test('by a full refund inside the hold, whenever it is told, and by none after it', () => {
    const back = (at: number) => refund('F-1', 'R-1', { '1': 100 }, { at });

    assert.equal(completedAt([arrives, treated, back(release - 1)]), null);
    assert.equal(completedAt([arrives, treated, back(release)]), day(1).at);
  });

  test('by refunds that add up to all of it, and not by a part', () => {
    const half = refund('F-1', 'R-1', { '1': 50 }, day(2));
    const other = refund('F-2', 'R-1', { '1': 50 }, day(3));

    assert.equal(completedAt([arrives, treated, half]), day(1).at);
    assert.equal(completedAt([arrives, treated, half, other]), null);
  });

  test('by a void at any time', () => {
    assert.equal(completedAt([arrives, treated, voiding('V-1', 'R-1', day(300))]), null);
  });

  test('and passes to the next treatment', () => {
    const next = visit('R-2', [tox(100)], day(30));

    assert.equal(
      completedAt([arrives, treated, next, refund('F-1', 'R-1', { '1': 100 }, day(2))]),
      day(30).at,
    );
  });

  test('when the session of the treatment is given back inside the hold', () => {
    const visited = visit(
      'R-1',
      [line('p', 25_000, { kind: 'package', code: 'BLOW6' }), line('1', 5000, { code: 'BLOW' })],
      { ...day(1), tenders: [session({ line: '1' })] },
    );
    const back = (at: number) =>
      refund('F-1', 'R-1', { p: 25_000, '1': { amount: 0, sessions: 1 } }, { at });

    assert.equal(completedAt([arrives, visited]), day(1).at);
    assert.equal(completedAt([arrives, visited, back(release - 1)]), null);
    assert.equal(completedAt([arrives, visited, back(release)]), day(1).at);
  });
});

describe('a friend who pays with a card of the owner', () => {
  const alike = (id: string, nth: number) =>
    visit(id, [tox(100)], { ...day(nth), sharesCardWith: ownerId });
  const told = (records: readonly HistoryRecord[]) => {
    const { account } = foldAccount({
      accountId,
      programs: under({}),
      records,
      until: START + 400 * DAY,
    });
    return Object.values(account.emissions).map(({ at, data }) => [data.step, (at - START) / DAY]);
  };

  test('is held with the first treatment', () => {
    assert.deepEqual(told([arrives, alike('R-1', 3)]), [
      ['joined', 0],
      ['held', 3],
      ['completed', 3],
    ]);
  });

  test('is held from the first visit on of which it is told, whichever completes the referral', () => {
    const cream = line('1', 9000, { kind: 'product' });
    const bought = visit('R-0', [cream], { ...day(2), sharesCardWith: ownerId });

    assert.deepEqual(told([arrives, bought, alike('R-1', 3)]), [
      ['joined', 0],
      ['held', 2],
      ['completed', 3],
    ]);
  });

  test('stays held since joining who looked like the owner then', () => {
    const since = joined({ ownerId, lookAlike: 'phone' });

    assert.deepEqual(told([since, alike('R-1', 3)]), [
      ['joined', 0],
      ['held', 0],
      ['completed', 3],
    ]);
  });

  test('is not held for the card of somebody else, nor for a visit after the first treatment', () => {
    const first = visit('R-1', [tox(100)], day(3));
    const other = visit('R-1', [tox(100)], { ...day(3), sharesCardWith: 'mem_other' });
    const plain = [
      ['joined', 0],
      ['completed', 3],
    ];

    assert.deepEqual(told([arrives, other]), plain);
    assert.deepEqual(told([arrives, first, alike('R-2', 4)]), plain);
  });

  test('is held no more when the receipt is corrected or void', () => {
    const mended = visit('R-1', [tox(100)], { ...day(3), revision: 2 });

    assert.deepEqual(told([arrives, alike('R-1', 3), mended]), [
      ['joined', 0],
      ['completed', 3],
    ]);
    const gone = voiding('V-1', 'R-1', day(4));
    assert.deepEqual(told([arrives, alike('R-1', 3), gone]), [['joined', 0]]);
  });

  test('is held who named the code at the till with that card', () => {
    const named = visit('R-1', [tox(100)], { ...day(3), referredBy: ownerId, lookAlike: 'card' });

    assert.deepEqual(told([named]), [
      ['joined', 3],
      ['held', 3],
      ['completed', 3],
    ]);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HistoryRecord } from './history.js';
import { foldAccount, foldForward } from './fold.js';
import type { ProgramInForce } from './programs/programs.js';
import { plainProgram, plainPrograms } from './laws/program.js';
import {
  DAY,
  START,
  friend,
  joined,
  line,
  refund,
  visit,
  voiding,
  withdrawn,
} from './laws/records.js';

const accountId = 'mem_a';

/** Folds records of the test clinic; until the last of them unless said otherwise. */
function fold(
  records: readonly HistoryRecord[],
  until = Math.max(START, ...records.map(({ at }) => at)),
  programs: readonly ProgramInForce[] = plainPrograms,
) {
  return foldAccount({ accountId, programs, records, until });
}

const tox = (amount: number) => line('1', amount, { code: 'TOX', category: 'neuromodulator' });

describe('a visit', () => {
  test('earns points by line, with the arithmetic', () => {
    const { desired } = fold([visit('R-1', [tox(40_050), line('2', 999, { kind: 'product' })])]);

    assert.deepEqual(
      desired.map(({ key, amount, because }) => ({ key, amount, args: because[0]?.args })),
      [
        {
          key: 'visit:till/R-1:1:injectables:points',
          amount: 400,
          args: { paid: 40_050, points: 1, perMinorUnits: 100, earned: 400 },
        },
        {
          key: 'visit:till/R-1:2:retail:points',
          amount: 3,
          args: { paid: 999, points: 1, perMinorUnits: 300, earned: 3 },
        },
      ],
    );
  });

  test('keeps keys apart whatever ids a till makes up', () => {
    const { desired } = fold([
      visit('R:1', [line('x', 100)]),
      visit('R', [line('1:x', 100)]),
      visit('R%3A1', [line('x', 100)]),
    ]);

    assert.equal(new Set(desired.map(({ key }) => key)).size, 3);
  });

  test('counts once however often it is told', () => {
    const record = visit('R-1', [tox(10_000)]);

    assert.equal(fold([record, { ...record }, record]).account.points, 100);
  });

  test('counts by its highest revision', () => {
    const first = visit('R-1', [tox(10_000)]);
    const edited = visit('R-1', [tox(25_000)], { revision: 2 });

    const { desired, account } = fold([edited, first]);
    assert.equal(account.points, 250);
    assert.deepEqual(desired[0]?.cause, { kind: 'revision', id: edited.id });
  });

  test('is gone when it moved to another person', () => {
    const { account, desired } = fold([visit('R-1', [tox(10_000)]), withdrawn('R-1')]);

    assert.equal(account.points, 0);
    assert.deepEqual(desired, []);
  });

  test('is gone when it is voided, before or after it came', () => {
    const bought = visit('R-1', [tox(400_000)]);
    for (const at of [START - DAY, START + DAY]) {
      const { account } = fold([bought, voiding('V-1', 'R-1', { at })]);

      assert.equal(account.points, 0);
      assert.equal(account.tier.level, 'fresh');
      assert.equal(account.clock, null);
    }
  });

  test('earns before joining only where the program says so', () => {
    const { earnBeforeJoining: _on, ...rules } = plainProgram;
    const programs = [
      { version: 1, startsAt: null, program: { ...rules, earnBeforeJoining: false } },
    ];
    const records = [
      visit('R-1', [tox(10_000)]),
      joined({ at: START + DAY }),
      visit('R-2', [tox(20_000)], { at: START + 2 * DAY }),
    ];

    assert.equal(fold(records).account.points, 100 + 50 + 200);
    assert.equal(fold(records, START + 2 * DAY, programs).account.points, 50 + 200);
  });

  test('gives points for joining once', () => {
    const again = { ...joined({ at: START + DAY }), externalId: 'again' };

    assert.equal(fold([joined(), again]).account.points, 50);
  });
});

describe('a refund', () => {
  const bought = visit('R-1', [tox(40_050), line('2', 10_000)]);

  test('takes the points of what was given back, rounded once for the line', () => {
    const { desired } = fold([bought, refund('F-1', 'R-1', { '1': 100 }, { at: START + DAY })]);

    const first = desired.find(({ key }) => key === 'visit:till/R-1:1:injectables:points');
    assert.equal(first?.amount, 399);
    assert.deepEqual(first.loweredBy, {
      at: START + DAY,
      cause: { kind: 'refund', id: 'evt_F-1.1' },
    });
    assert.deepEqual(first.because[0]?.args, {
      ...{ paid: 40_050, refunded: 100, points: 1, perMinorUnits: 100, earned: 399 },
    });
  });

  test('of more than was paid takes no more than was given', () => {
    const { account } = fold([bought, refund('F-1', 'R-1', { '1': 99_999, '2': 99_999 })]);

    assert.equal(account.points, 0);
  });

  test('waits for its visit', () => {
    const back = refund('F-1', 'R-1', { '1': 40_050 }, { at: START - DAY });
    const early = fold([back]);

    assert.deepEqual(early.account.awaited, ['till/R-1']);
    assert.deepEqual(early.flags, { 'evt_F-1.1': [{ code: 'visit_unknown', path: 'visit' }] });
    assert.equal(fold([back, bought]).account.points, 100);
  });

  test('leaves the inactivity clock where the visit set it', () => {
    const before = visit('R-0', [tox(10_000)], { at: START - 100 * DAY });
    const { account } = fold([before, bought, refund('F-1', 'R-1', { '1': 40_050, '2': 10_000 })]);

    assert.equal(account.clock?.purchaseDay, '2026-01-05');
  });

  test('takes nothing twice from points that lapsed before it', () => {
    const late = START + 500 * DAY;
    const { account, desired } = fold([
      bought,
      refund('F-1', 'R-1', { '1': 40_050 }, { at: late }),
    ]);

    assert.equal(account.points, 0);
    assert.equal(desired.find(({ key }) => key.startsWith('lapse'))?.amount, -100);
  });

  test('lowers the tier that the visit had reached', () => {
    const big = visit('R-1', [tox(300_000)]);

    assert.equal(fold([big]).account.tier.level, 'luminous');
    assert.equal(fold([big, refund('F-1', 'R-1', { '1': 1 })]).account.tier.level, 'radiant');
    assert.equal(fold([big, refund('F-1', 'R-1', { '1': 300_000 })]).account.tier.level, 'fresh');
  });
});

describe('points lapse', () => {
  // Chicago is six hours behind in winter: 2027-01-06 begins at 06:00Z.
  const lapse = Date.UTC(2027, 0, 6, 6);

  test('at the first instant after a year without a purchase', () => {
    const records = [visit('R-1', [tox(10_000)])];

    assert.equal(fold(records, lapse - 1).account.points, 100);
    const { account, desired } = fold(records, lapse);
    assert.equal(account.points, 0);
    assert.deepEqual(account.lots, []);
    assert.deepEqual(desired.at(-1), {
      key: 'lapse:2027-01-06:points',
      asset: 'points',
      amount: -100,
      at: lapse,
      cause: { kind: 'lapse', id: null },
      because: [
        {
          rule: 'lapse',
          version: 1,
          args: { purchasedOn: '2026-01-05', months: 12, points: 100 },
        },
      ],
    });
  });

  const restarts = [
    ['a paid line', [line('1', 1)], undefined, true],
    ['a free consultation', [line('1', 0)], undefined, false],
    [
      'a visit paid by gift card',
      [line('1', 500)],
      [{ kind: 'giftCard' as const, line: '1' }],
      false,
    ],
    [
      'a session that no package has',
      [line('1', 500)],
      [{ kind: 'session' as const, line: '1' }],
      false,
    ],
  ] as const;
  for (const [what, lines, tenders, restarted] of restarts) {
    test(`${restarted ? 'later' : 'not later'} after ${what}`, () => {
      const again = visit('R-2', lines, {
        at: START + 100 * DAY,
        ...(tenders && { tenders: [...tenders] }),
      });

      const { account } = fold([visit('R-1', [tox(10_000)]), again], lapse);
      assert.equal(account.points > 0, restarted);
    });
  }

  test('later after a prepaid session', () => {
    const bundle = visit('R-1', [line('1', 25_000, { kind: 'package', code: 'BLOW6' })]);
    const blow = line('1', 5000, { code: 'BLOW', category: 'hair' });
    const used = visit('R-2', [blow], {
      at: START + 100 * DAY,
      tenders: [{ kind: 'session', line: '1' }],
    });

    assert.equal(fold([bundle], lapse).account.points, 0);
    assert.equal(fold([bundle, used], lapse).account.points, 25 + 166);
  });

  test('by the period in force at the purchase that last restarted the clock', () => {
    const shorter = { ...plainProgram, points: { ...plainProgram.points, lapseAfterMonths: 1 } };
    const programs = [
      ...plainPrograms,
      { version: 2, startsAt: START + 10 * DAY, program: shorter },
    ];
    const records = [visit('R-1', [tox(10_000)])];
    const again = visit('R-2', [tox(10_000)], { at: START + 20 * DAY });

    assert.equal(fold(records, lapse - 1, programs).account.points, 100);
    assert.equal(fold([...records, again], START + 53 * DAY, programs).account.points, 0);
  });

  test('never where the program says so', () => {
    const program = { ...plainProgram, points: { ...plainProgram.points, lapseAfterMonths: null } };
    const programs = [{ version: 1, startsAt: null, program }];

    const { account } = fold([visit('R-1', [tox(10_000)])], START + 5000 * DAY, programs);
    assert.equal(account.points, 100);
    assert.equal(account.nextDue, null);
  });
});

describe('going on from an account', () => {
  const first = visit('R-1', [tox(10_000)]);
  const { account } = fold([first]);
  const input = (records: readonly HistoryRecord[], until = START + 2 * DAY) => ({
    ...{ programs: plainPrograms, records, until },
  });

  test('takes what is later, and tells only what is new', () => {
    const next = visit('R-2', [tox(20_000)], { at: START + DAY });

    const forward = foldForward(account, input([next]));
    assert.deepEqual(forward?.account, fold([first, next]).account);
    assert.deepEqual(
      forward.desired.map(({ key }) => key),
      ['visit:till/R-2:1:injectables:points'],
    );
  });

  const refused: readonly (readonly [string, HistoryRecord])[] = [
    ['lies before the last effect', visit('R-0', [tox(1)], { at: START - 1 })],
    ['lies at the same instant and sorts before it', visit('R-0', [tox(1)])],
    ['is the same again', first],
    ['is a higher revision', visit('R-1', [tox(1)], { at: START + DAY, revision: 2 })],
    ['refunds', refund('F-1', 'R-1', { '1': 1 }, { at: START + DAY })],
    ['voids', voiding('V-1', 'R-1', { at: START + DAY })],
    ['withdraws', withdrawn('R-1', { at: START + DAY })],
  ];
  for (const [why, record] of refused) {
    test(`is refused when a record ${why}`, () => {
      assert.equal(foldForward(account, input([record])), undefined);
    });
  }

  test('takes it that a reward left when it did, and is refused where it is told of another time', () => {
    const friends = [friend('mem_x', 'joined'), friend('mem_x', 'completed')];
    const { account: owner } = fold(friends, START + 30 * DAY);
    const at = owner.emissions['referral:mem_x:released']?.at ?? 0;
    const told = (when: number) => friend('mem_x', 'released', { at: when });
    const later = { programs: plainPrograms, until: START + 40 * DAY };

    const forward = foldForward(owner, { ...later, records: [told(at)] });
    assert.deepEqual(forward?.account, fold([...friends, told(at)], later.until).account);
    assert.equal(foldForward(owner, { ...later, records: [told(at + DAY)] }), undefined);
  });

  test('is refused for a visit that a refund waits for', () => {
    const waiting = fold([refund('F-1', 'R-9', { '1': 1 })]).account;
    const visited = visit('R-9', [tox(1)], { at: START + DAY });

    assert.equal(foldForward(waiting, input([visited])), undefined);
  });

  test('is refused for a visit from before a void: the voided points could pay for it', () => {
    const records = [first, voiding('V-1', 'R-1', { at: START + 2 * DAY })];
    const { account: voided } = fold(records);
    const between = visit('R-2', [tox(1)], { at: START + DAY });

    assert.equal(foldForward(voided, input([between])), undefined);
  });

  test('is refused for an account of another edition or program', () => {
    const newer = [...plainPrograms, { version: 2, startsAt: START + DAY, program: plainProgram }];

    assert.equal(foldForward({ ...account, edition: 0 }, input([])), undefined);
    assert.equal(foldForward(account, { ...input([]), programs: newer }), undefined);
  });

  test('gives the very account back while nothing falls due', () => {
    assert.equal(foldForward(account, input([]))?.account, account);
  });

  test('changes nothing of the account that it was given', () => {
    const before = JSON.stringify(account);

    foldForward(account, input([visit('R-2', [tox(1)], { at: START + DAY })], START + 900 * DAY));
    assert.equal(JSON.stringify(account), before);
  });
});

test('nextDue is never later than what falls due', () => {
  const records = [
    joined(),
    visit('R-1', [tox(150_000), line('2', 90_000, { kind: 'package', code: 'LASER3' })]),
  ];
  let { account } = fold(records);
  const kinds: string[] = [];
  while (account.nextDue !== null) {
    const due = account.nextDue;
    const early = foldForward(account, { programs: plainPrograms, records: [], until: due - 1 });
    assert.equal(early?.account, account, 'nothing happens before it');
    const next = foldForward(account, { programs: plainPrograms, records: [], until: due });
    assert.ok(next);
    const told = next.notices.map(({ kind, args }) => `${kind} ${String(args['days'] ?? '')}`);
    kinds.push(next.desired.map(({ cause }) => cause.kind).join() || told.join());
    account = next.account;
  }

  assert.deepEqual(kinds, [
    ...['sessionsExpire 180', 'sessionsExpire 30', 'sessionsExpire 7', 'sessionsExpire 1'],
    ...[
      'expiry',
      'pointsLapse 180',
      'pointsLapse 30',
      'pointsLapse 7',
      'pointsLapse 1',
      'lapse',
      'tierDown ',
    ],
  ]);
});

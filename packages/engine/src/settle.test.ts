import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HistoryRecord } from './history.js';
import { plainProgram, plainPrograms } from './laws/program.js';
import { DAY, START, line, refund, visit, voiding } from './laws/records.js';
import { replayJournal } from './replay.js';
import { emptyJournal } from './ledger/journal.js';
import { settleAccount } from './settle.js';
import { foldAccount, foldForward } from './fold.js';

const accountId = 'mem_a';
const tox = (amount: number) => line('1', amount, { code: 'TOX', category: 'neuromodulator' });
const day = (nth: number) => ({ at: START + nth * DAY });
const replay = (records: readonly HistoryRecord[], until = START + 900 * DAY) =>
  replayJournal({ accountId, programs: plainPrograms, records, until });

describe('the journal', () => {
  const bought = visit('R-1', [tox(10_000)]);

  test('has a refund as an entry of its own, with its cause', () => {
    const entries = replay([bought, refund('F-1', 'R-1', { '1': 2500 }, day(3))], START + 9 * DAY);

    assert.deepEqual(
      entries.map(({ at, amount, cause, balanceAfter }) => ({ at, amount, cause, balanceAfter })),
      [
        { at: START, amount: 100, cause: { kind: 'visit', id: 'evt_R-1.1' }, balanceAfter: 100 },
        {
          at: START + 3 * DAY,
          amount: -25,
          cause: { kind: 'refund', id: 'evt_F-1.1' },
          balanceAfter: 75,
        },
      ],
    );
  });

  test('dates what a visit gave by the visit, also where its refund is known at once', () => {
    const taken = { recordedAt: START + 500 * DAY };
    const entries = replay([
      { ...bought, ...taken },
      refund('F-1', 'R-1', { '1': 2500 }, { ...day(400), ...taken }),
    ]);

    assert.deepEqual(
      entries.map(({ at, amount, cause: { kind }, balanceAfter }) => [
        at,
        amount,
        kind,
        balanceAfter,
      ]),
      [
        [START, 75, 'visit', 75],
        [Date.UTC(2027, 0, 6, 6), -75, 'lapse', 0],
      ],
    );
  });

  test('gives back what had lapsed of a visit that is refunded, and ends at nothing', () => {
    const entries = replay([bought, refund('F-1', 'R-1', { '1': 10_000 }, day(400))]);

    assert.deepEqual(
      entries.map(({ amount, cause }) => [amount, cause.kind]),
      [
        [100, 'visit'],
        [-100, 'lapse'],
        [-100, 'refund'],
        [100, 'refund'],
      ],
    );
  });

  test('takes all of a voided visit back, with the void as the cause', () => {
    const entries = replay([bought, voiding('V-1', 'R-1', day(2))]);

    assert.deepEqual(
      entries.map(({ amount, cause }) => [amount, cause]),
      [
        [100, { kind: 'visit', id: 'evt_R-1.1' }],
        [-100, { kind: 'void', id: 'evt_V-1.1' }],
      ],
    );
  });

  test('reads the same after a version was published that starts later', () => {
    const records = [
      bought,
      refund('F-1', 'R-1', { '1': 2500 }, day(3)),
      visit('R-2', [tox(5000)], day(5)),
      voiding('V-1', 'R-2', day(6)),
    ];
    const later = { version: 2, startsAt: START + 100 * DAY, program: plainProgram };
    const until = START + 50 * DAY;

    const programs = [...plainPrograms, later];
    assert.deepEqual(
      replayJournal({ accountId, programs, records, until }),
      replayJournal({ accountId, programs: plainPrograms, records, until }),
    );
  });
});

test('a voided visit that is told again stays voided when the account goes on', () => {
  const bought = visit('R-1', [tox(10_000)], day(5));
  for (const at of [day(-1).at, day(6).at]) {
    const records = [voiding('V-1', 'R-1', { at }), bought];
    const until = START + 10 * DAY;
    const { account } = foldAccount({ accountId, programs: plainPrograms, records, until });

    const forward = foldForward(account, { programs: plainPrograms, records: [bought], until });
    assert.ok(forward === undefined || forward.account.points === 0);
  }
});

test('an account that is up to date takes a write without its past, and asks for it otherwise', () => {
  const write = (
    written: readonly HistoryRecord[],
    account?: Parameters<typeof settleAccount>[0]['account'],
  ) =>
    settleAccount({
      ...{ accountId, programs: plainPrograms, account, count: 1, written, now: START + 20 * DAY },
    });
  const first = settleAccount({
    ...{ accountId, programs: plainPrograms, account: undefined, count: 0 },
    ...{ written: [visit('R-1', [tox(10_000)])], now: START },
    past: { records: [], journal: emptyJournal },
  });
  assert.ok(first);

  const next = write([visit('R-2', [tox(100)], day(1))], first.account);
  assert.deepEqual(
    next?.entries.map(({ amount, balanceAfter }) => [amount, balanceAfter]),
    [[1, 101]],
  );
  assert.equal(write([refund('F-1', 'R-1', { '1': 1 }, day(2))], first.account), undefined);
  assert.equal(write([], undefined), undefined);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldAccount } from '../fold.js';
import type { HistoryRecord, RecordOf } from '../history.js';
import { plainPrograms } from '../laws/program.js';
import { DAY, START, line, refund, session, usd, visit } from '../laws/records.js';

const accountId = 'mem_a';
const blow = line('1', 5000, { code: 'BLOW', category: 'hair' });
const blow6 = line('p', 25_000, { kind: 'package', code: 'BLOW6' });
const bought = visit('R-1', [blow6]);
const day = (nth: number) => ({ at: START + nth * DAY });

const use = (id: string, nth: number, count = 1) =>
  visit(id, [blow], { ...day(nth), tenders: [session({ line: '1', count })] });

function fold(records: readonly HistoryRecord[], until = START + 100 * DAY) {
  const { account, desired } = foldAccount({ accountId, programs: plainPrograms, records, until });
  const sums = new Map<string, number>();
  for (const { asset, amount } of desired) sums.set(asset, (sums.get(asset) ?? 0) + amount);
  account.packages.forEach(({ id, left }) => {
    assert.equal(sums.get(`sessions:${id}`), left, 'what is left is the sum of the amounts');
  });
  return {
    account,
    desired,
    points: account.points,
    left: account.packages.map((one) => one.left),
  };
}

/** The packages that a history leaves, with what brings their ends. */
const extended = (
  packageId: string,
  expiresOn: string,
  nth: number,
): RecordOf<'packageExtended'> => ({
  ...{ id: `evt_X-${String(nth)}`, source: 'till', externalId: `X-${String(nth)}`, revision: 1 },
  ...{ ...day(nth), recordedAt: day(nth).at + 1000 },
  type: 'packageExtended',
  data: { package: packageId, expiresOn },
});

describe('a refunded package', () => {
  const cases = [
    ['all of it', [25_000], 0, 0],
    ['more than was paid', [99_999], 0, 0],
    ['half of it', [12_500], 3, 83 + 25],
    ['two halves', [12_500, 12_500], 0, 0],
    ['less than one session is worth', [4166], 6, 138 + 25],
    ['three parts that make one session together', [1400, 1400, 1400], 5, 138 + 25],
  ] as const;
  for (const [why, parts, left, points] of cases) {
    test(`loses sessions in proportion to the money: ${why}`, () => {
      const refunds = parts.map((amount, nth) =>
        refund(`F-${String(nth)}`, 'R-1', { p: amount }, day(nth + 1)),
      );

      const folded = fold([bought, ...refunds]);
      assert.deepEqual(folded.left, [left]);
      assert.equal(folded.points, points);
    });
  }

  test('keeps the sessions that were used', () => {
    const folded = fold([bought, use('R-2', 1, 2), refund('F-1', 'R-1', { p: 25_000 }, day(2))]);

    assert.deepEqual(folded.left, [0]);
    assert.deepEqual(
      folded.desired
        .filter(({ cause, amount }) => cause.kind === 'refund' && amount !== 0)
        .map(({ asset, amount }) => [asset.slice(0, 8), amount]),
      [['sessions', -4]],
    );
  });

  test('takes a session that comes back from a treatment later', () => {
    const records = [
      bought,
      use('R-2', 1, 2),
      refund('F-1', 'R-1', { p: 25_000 }, day(2)),
      refund('F-2', 'R-2', { '1': { amount: 0, sessions: 1 } }, day(3)),
    ];

    assert.deepEqual(fold(records).left, [0]);
  });

  test('gives back no more than it is not owed when part of it was refunded', () => {
    const records = [
      bought,
      use('R-2', 1, 5),
      // Worth two sessions, of which one is unused: one is owed.
      refund('F-1', 'R-1', { p: 8400 }, day(2)),
      refund('F-2', 'R-2', { '1': { amount: 0, sessions: 3 } }, day(3)),
    ];

    assert.deepEqual(fold(records.slice(0, 3)).left, [0]);
    assert.deepEqual(fold(records).left, [2]);
  });

  test('that was paid by gift card is taken back too, with its bonus', () => {
    const byCard = visit('R-1', [blow6], { tenders: [{ kind: 'giftCard', amount: usd(25_000) }] });

    assert.deepEqual(fold([byCard]).points, 25);
    const half = fold([byCard, refund('F-1', 'R-1', { p: 12_500 }, day(1))]);
    assert.deepEqual([half.left, half.points], [[3], 25]);
    const whole = fold([byCard, refund('F-1', 'R-1', { p: 25_000 }, day(1))]);
    assert.deepEqual([whole.left, whole.points], [[0], 0]);
  });

  test('that was paid by gift card after a discount of the visit counts as that much', () => {
    const byCard = visit('R-1', [blow6], {
      discounts: [{ amount: usd(5000) }],
      tenders: [{ kind: 'giftCard', amount: usd(20_000) }],
    });

    const whole = fold([byCard, refund('F-1', 'R-1', { p: 20_000 }, day(1))]);
    assert.deepEqual([whole.left, whole.points], [[0], 0]);
  });

  test('that expired before does not come back by an extension', () => {
    const sold = visit('R-1', [line('p', 90_000, { kind: 'package', code: 'LASER3' })]);
    const { id } = fold([sold]).account.packages[0]!;
    const until = START + 250 * DAY;
    const back = refund('F-1', 'R-1', { p: 90_000 }, day(200));
    const longer = extended(id, '2026-12-31', 210);

    assert.deepEqual(fold([sold, longer], until).left, [3]);
    assert.deepEqual(fold([sold, back, longer], until).left, [0]);
    assert.deepEqual(fold([sold, longer, { ...back, ...day(220) }], until).left, [0]);
  });
});

describe('a refunded treatment', () => {
  test('gives back the sessions that the till names, and no more than were taken', () => {
    const named = (sessions: number) =>
      fold([
        bought,
        use('R-2', 1, 2),
        refund('F-1', 'R-2', { '1': { amount: 0, sessions } }, day(2)),
      ]);

    assert.deepEqual(named(0).left, [4]);
    assert.deepEqual(named(1).left, [5]);
    assert.deepEqual(named(9).left, [6]);
  });

  test('gives nothing back after the package has ended', () => {
    const sold = visit('R-1', [line('p', 90_000, { kind: 'package', code: 'LASER3' })]);
    const used = visit('R-2', [line('1', 30_000, { category: 'laser' })], {
      ...day(1),
      tenders: [session({ line: '1' })],
    });
    const back = refund('F-1', 'R-2', { '1': { amount: 0, sessions: 1 } }, day(200));

    assert.deepEqual(fold([sold, used, back], START + 201 * DAY).left, [0]);
  });
});

describe('an extension', () => {
  const sold = visit('R-1', [line('p', 90_000, { kind: 'package', code: 'LASER3' })]);
  const { id } = fold([sold]).account.packages[0]!;
  const cases = [
    ['before the end moves it', '2026-12-31', 100, 250, 3],
    ['after the end gives the sessions back', '2026-12-31', 200, 250, 3],
    ['to a day that has passed gives nothing', '2026-07-10', 200, 250, 0],
    ['to an earlier day changes nothing', '2026-02-01', 10, 100, 3],
    ['ends like any other', '2026-08-01', 100, 250, 0],
  ] as const;
  for (const [why, expiresOn, nth, until, left] of cases) {
    test(why, () => {
      assert.deepEqual(fold([sold, extended(id, expiresOn, nth)], START + until * DAY).left, [
        left,
      ]);
    });
  }

  test('of a package that is not there is flagged', () => {
    const records = [extended('pkg_0', '2026-12-31', 1)];
    const { flags } = foldAccount({ accountId, programs: plainPrograms, records, until: START });

    assert.deepEqual(flags, { 'evt_X-1': [{ code: 'package_unknown', path: 'package' }] });
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Program } from '@afterglow/contract';
import { amountsOf, foldUnder, underRules } from '../laws/folding.js';
import { DAY, START, line, membership, usd, visit } from '../laws/records.js';
import { standing } from '../standing.js';

/** Started on 2026-01-05: 99 dollars a month, usable for six months, a perk a quarter. */
const rules: Partial<Program> = {
  memberships: [
    {
      code: 'GLOW',
      name: 'Glow',
      price: usd(9_900),
      bankedCredit: usd(9_900),
      rollsForMonths: 6,
      terms: 'Credit can be used for six months.',
      perkPerQuarter: { kind: 'points', points: 25 },
      upgradeAfterVisits: 2,
    },
  ],
};
const at = (day: string) => Date.parse(`${day}T18:00:00Z`);
const started = membership('M-1', 'started');
const fold = (records: Parameters<typeof foldUnder>[0], day: string) =>
  foldUnder(records, { rules, until: at(day) });

describe('a membership', () => {
  test('banks a month of credit on the day of the start and on that day of each month', () => {
    const amounts = amountsOf(fold([started], '2026-03-05'));

    assert.deepEqual(amounts, {
      'membership:till/M-1:0:credit': 9_900,
      'membership:till/M-1:0:perk:points': 25,
      'membership:till/M-1:1:credit': 9_900,
      'membership:till/M-1:2:credit': 9_900,
    });
  });

  test('counts its months from the start: from the 31st to the 28th and back to the 31st', () => {
    const { desired } = fold(
      [membership('M-1', 'started', { startsOn: '2026-01-31' })],
      '2026-04-02',
    );

    const days = desired
      .filter(({ asset }) => asset === 'credit')
      .map((one) => one.ending?.expiresOn);
    assert.deepEqual(days, ['2026-07-31', '2026-08-28', '2026-09-30']);
  });

  test('lets each month’s credit end after its own six months', () => {
    const { account, desired } = fold(
      [started, membership('M-2', 'ended', { at: at('2026-02-10') })],
      '2026-07-06',
    );

    // January's ended on July 5; February's is there still.
    assert.equal(account.credit.balance, 9_900);
    const expired = desired.find(({ cause }) => cause.kind === 'expiry');
    assert.deepEqual([expired?.amount, expired?.at], [-9_900, Date.parse('2026-07-06T05:00:00Z')]);
  });

  test('banks nothing while it is paused, and goes on from the day that it is started again', () => {
    const records = [
      started,
      membership('M-2', 'paused', { at: at('2026-01-20') }),
      membership('M-3', 'started', { at: at('2026-05-10') }),
    ];

    assert.equal(fold(records.slice(0, 2), '2026-05-01').account.credit.balance, 9_900);
    const { account } = fold(records, '2026-06-11');
    assert.equal(account.credit.balance, 3 * 9_900);
    assert.equal(account.membership?.startsOn, '2026-05-10');
  });

  test('banks no month twice when it is paused, ended and started again within one', () => {
    const hop = [
      started,
      membership('M-2', 'paused', { at: at('2026-01-06') }),
      membership('M-3', 'started', { at: at('2026-01-07') }),
      membership('M-4', 'ended', { at: at('2026-01-08') }),
      membership('M-5', 'started', { at: at('2026-01-09') }),
    ];

    const { account } = fold(hop, '2026-02-04');
    assert.deepEqual([account.credit.balance, account.points], [9_900, 25]);
    assert.equal(fold(hop, '2026-02-05').account.credit.balance, 2 * 9_900);
  });

  test('gives its perk by the quarter of all months, not again with each start', () => {
    const again = [
      started,
      membership('M-2', 'ended', { at: at('2026-02-10') }),
      membership('M-3', 'started', { at: at('2026-06-01') }),
    ];

    // Months 1 and 2 before the end; months 3 and 4 after it. The fourth begins a quarter.
    assert.equal(fold(again, '2026-06-02').account.points, 25);
    assert.equal(fold(again, '2026-07-02').account.points, 50);
  });

  test('is not started twice by a till that tells it each month', () => {
    const again = membership('M-2', 'started', { at: at('2026-02-05') });

    assert.equal(fold([started, again], '2026-02-06').account.credit.balance, 2 * 9_900);
  });

  test('of a plan that the program does not have is flagged for the staff', () => {
    const { flags, account } = fold([membership('M-1', 'started', { plan: 'GOLD' })], '2026-02-01');

    assert.deepEqual(Object.values(flags), [[{ code: 'plan_unknown', path: 'plan' }]]);
    assert.equal(account.membership, null);
  });

  test('shows when credit comes next, and how many visits are missing until one may move to it', () => {
    const one = visit('R-1', [line('1', 5_000)]);
    const until = at('2026-02-20');
    const { account } = foldUnder([started, one], { rules, until });
    const shown = standing(account, underRules(rules), until);

    assert.equal(shown.membership?.nextCreditOn, '2026-03-05');
    assert.deepEqual(shown.membershipPlans, [{ plan: 'GLOW', missingVisits: 1 }]);
    assert.deepEqual(
      shown.credit.lots.map(({ expiresOn }) => expiresOn),
      ['2026-07-05', '2026-08-05'],
    );
  });
});

test('credit that ends sooner is spent first', () => {
  const paid = visit('R-1', [line('1', 20_000)], {
    at: START + 40 * DAY,
    tenders: [{ kind: 'credit', amount: usd(12_000) }],
  });
  const { account } = foldUnder([started, paid], { rules, until: START + 41 * DAY });

  assert.deepEqual(
    account.credit.lots.map(({ left, expiresOn }) => [left, expiresOn]),
    [[7_800, '2026-08-05']],
  );
});

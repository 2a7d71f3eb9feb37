import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Occasion, Program } from '@afterglow/contract';
import type { KnownBirthday } from '../account.js';
import { localDayAt } from '../calendar.js';
import { foldAccount } from '../fold.js';
import type { HistoryRecord } from '../history.js';
import { amountsOf, foldUnder, underRules } from '../laws/folding.js';
import { joined, line, usd, visit, voiding } from '../laws/records.js';
import { standing } from '../standing.js';

const at = (day: string) => Date.parse(`${day}T18:00:00Z`);
const birthday: Occasion = {
  id: 'birthday',
  kind: 'birthday',
  offsetDays: -7,
  validDays: 30,
  grant: { kind: 'points', points: 100 },
};
const rulesOf = (occasion: Occasion): Partial<Program> => ({
  occasions: [occasion],
  joiningPoints: 0,
  points: { ...underRules()[0]!.program.points, lapseAfterMonths: null },
});
/** Instants at which an occasion gave points, as the day in Chicago. */
function daysOf(
  occasion: Occasion,
  records: readonly HistoryRecord[],
  until: string,
  birthdays: readonly KnownBirthday[] = [],
): readonly string[] {
  const fold = foldUnder(records, { rules: rulesOf(occasion), until: at(until), birthdays });
  return fold.desired
    .filter(({ key }) => key.startsWith('occasion:'))
    .map((one) => localDayAt(one.at, 'America/Chicago'));
}

const member = joined({ at: at('2026-01-05') });

describe('a birthday', () => {
  const born = (on: string, toldOn = '2026-01-05'): readonly KnownBirthday[] => [{ on, toldOn }];

  test('is rewarded a week before, each year', () => {
    assert.deepEqual(daysOf(birthday, [member], '2027-12-31', born('03-10')), [
      '2026-03-03',
      '2027-03-03',
    ]);
  });

  test('on 29 February is the 28th in other years', () => {
    const exact = { ...birthday, offsetDays: 0 };

    assert.deepEqual(daysOf(exact, [member], '2028-12-31', born('02-29')), [
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  test('of early January is rewarded at the end of the year before', () => {
    assert.deepEqual(daysOf(birthday, [member], '2026-12-31', born('01-03')), ['2026-12-27']);
  });

  test('that was told after its day, or on it, waits for the next year', () => {
    assert.deepEqual(daysOf(birthday, [member], '2026-12-31', born('03-10', '2026-03-02')), [
      '2026-03-03',
    ]);
    assert.deepEqual(daysOf(birthday, [member], '2026-12-31', born('03-10', '2026-03-03')), []);
    assert.deepEqual(daysOf(birthday, [member], '2026-12-31', born('03-10', '2026-06-01')), []);
    assert.deepEqual(daysOf(birthday, [member], '2027-12-31', born('03-10', '2026-06-01')), [
      '2027-03-03',
    ]);
  });

  test('that is changed counts from the next year, and the old one until then', () => {
    const changed = [...born('03-10'), { on: '09-20', toldOn: '2026-02-01' }];

    assert.deepEqual(daysOf(birthday, [member], '2027-12-31', changed), [
      '2026-03-03',
      '2027-09-13',
    ]);
  });

  test('of early January that is changed is rewarded no more', () => {
    const changed = [...born('01-03'), { on: '09-20', toldOn: '2026-06-01' }];

    assert.deepEqual(daysOf(birthday, [member], '2027-12-31', changed), ['2027-09-13']);
  });

  test('of early January that is changed after its reward keeps it, and that was for the year', () => {
    const changed = [...born('01-03'), { on: '09-20', toldOn: '2026-12-27' }];

    assert.deepEqual(daysOf(birthday, [member], '2028-12-31', changed), [
      '2026-12-27',
      '2028-09-13',
    ]);
  });

  test('that is changed to early January is rewarded from the December of the next year on', () => {
    const changed = [...born('09-20'), { on: '01-03', toldOn: '2026-10-01' }];

    // 2027 has no reward of its own: that of 2026 was for September, and the old day is wrong.
    assert.deepEqual(daysOf(birthday, [member], '2028-11-30', changed), [
      '2026-09-13',
      '2027-12-27',
    ]);
  });

  test('of late December with a reward in January gives no second one in that year', () => {
    const after = { ...birthday, offsetDays: 7 };
    const changed = [...born('12-28'), { on: '03-10', toldOn: '2026-06-01' }];

    assert.deepEqual(daysOf(after, [member], '2027-12-31', changed), ['2027-03-17']);
  });

  test('that is taken away leaves what it gave, on the same day too, and gives no more', () => {
    for (const toldOn of ['2026-03-03', '2026-06-01'])
      assert.deepEqual(
        daysOf(birthday, [member], '2027-12-31', [...born('03-10'), { on: null, toldOn }]),
        ['2026-03-03'],
      );
    const before = [...born('03-10'), { on: null, toldOn: '2026-03-02' }];
    assert.deepEqual(daysOf(birthday, [member], '2027-12-31', before), []);
  });

  test('after one that was taken away waits for the next year: no new one each month', () => {
    const typed = [
      ...born('03-10'),
      { on: null, toldOn: '2026-03-04' },
      { on: '04-20', toldOn: '2026-03-04' },
      { on: null, toldOn: '2026-04-14' },
      { on: '05-20', toldOn: '2026-04-14' },
    ];

    assert.deepEqual(daysOf(birthday, [member], '2027-12-31', typed), ['2026-03-03', '2027-05-13']);
  });

  test('that is taken away and said again counts from then on', () => {
    const again = (toldOn: string) => [
      ...born('09-20'),
      { on: null, toldOn: '2026-02-01' },
      { on: '09-20', toldOn },
    ];

    assert.deepEqual(daysOf(birthday, [member], '2026-12-31', again('2026-03-01')), ['2026-09-13']);
    assert.deepEqual(daysOf(birthday, [member], '2026-12-31', again('2026-10-01')), []);
  });

  test('that waits for the next year waits all the same when it is taken away and said again', () => {
    const typed = [
      ...born('03-10'),
      { on: '01-03', toldOn: '2026-06-01' },
      { on: null, toldOn: '2026-06-02' },
      { on: '01-03', toldOn: '2026-06-03' },
    ];

    assert.deepEqual(daysOf(birthday, [member], '2027-12-31', typed), ['2026-03-03', '2027-12-27']);
  });

  test('is rewarded beside an anniversary of the same day', () => {
    const anniversary: Occasion = {
      ...birthday,
      id: 'anniversary',
      kind: 'anniversary',
      offsetDays: 0,
    };
    const first = visit('R-1', [line('1', 5_000)], { at: at('2026-03-03') });
    const rules = { ...rulesOf(birthday), occasions: [birthday, anniversary] };
    const fold = foldUnder([member, first], {
      rules,
      until: at('2027-03-03'),
      birthdays: born('03-10'),
    });

    assert.equal(amountsOf(fold)['occasion:birthday:2027:points'], 100);
    assert.equal(amountsOf(fold)['occasion:anniversary:2027:points'], 100);
  });

  test('is rewarded on the day on which another version of the program starts', () => {
    const [first] = underRules(rulesOf(birthday));
    assert.ok(first);
    const second = { ...first, version: 2, startsAt: Date.parse('2026-03-03T06:00:00Z') };
    const { account } = foldAccount({
      accountId: 'mem_a',
      programs: [first, second],
      records: [member],
      birthdays: born('03-10'),
      until: at('2026-03-03'),
    });

    assert.equal(account.points, 100);
  });

  test('is for members, from the day on which they joined', () => {
    assert.deepEqual(daysOf(birthday, [], '2026-12-31', born('03-10')), []);
    const late = joined({ at: at('2026-03-04') });
    assert.deepEqual(daysOf(birthday, [late], '2026-12-31', born('03-10')), []);
  });

  test('can be rewarded with an offer for thirty days', () => {
    const grant = { kind: 'offer', name: 'Birthday', percentOff: 15, validDays: 5 } as const;
    const rules = rulesOf({ ...birthday, grant });
    const shownOn = (day: string) => {
      const until = at(day);
      const { account } = foldUnder([member], { rules, until, birthdays: born('03-10') });
      return standing(account, underRules(rules), until).offers;
    };

    assert.deepEqual(shownOn('2026-03-02'), []);
    assert.deepEqual(
      shownOn('2026-04-02').map(({ name, source, expiresOn }) => [name, source, expiresOn]),
      [['Birthday', 'birthday', '2026-04-02']],
    );
    assert.deepEqual(shownOn('2026-04-03'), []);
  });
});

describe('an anniversary of the first treatment', () => {
  const anniversary: Occasion = {
    ...birthday,
    id: 'anniversary',
    kind: 'anniversary',
    offsetDays: 0,
  };
  const first = visit('R-1', [line('1', 5_000)], { at: at('2026-02-10') });
  const product = visit('R-0', [line('1', 5_000, { kind: 'product' })], { at: at('2026-01-20') });

  const again = visit('R-3', [line('1', 5_000)], { at: at('2027-08-01') });

  test('is rewarded from the next year on, by the day of the treatment', () => {
    assert.deepEqual(daysOf(anniversary, [member, product, first, again], '2028-12-31'), [
      '2027-02-10',
      '2028-02-10',
    ]);
  });

  test('is not rewarded for somebody who was not here since the last one', () => {
    assert.deepEqual(daysOf(anniversary, [member, first], '2030-12-31'), ['2027-02-10']);
  });

  test('moves to the next treatment when the first one is void', () => {
    const second = visit('R-2', [line('1', 5_000)], { at: at('2026-04-01') });
    const records = [member, first, second, voiding('V-1', 'R-1', { at: at('2026-05-01') })];

    assert.deepEqual(daysOf(anniversary, records, '2027-12-31'), ['2027-04-01']);
  });
});

describe('a return after a long time', () => {
  const back: Occasion = {
    id: 'welcome-back',
    kind: 'welcomeBack',
    offsetDays: 0,
    validDays: 30,
    dormantDays: 180,
    grant: { kind: 'credit', amount: usd(1_500) },
  };
  const came = (id: string, day: string) => visit(id, [line('1', 5_000)], { at: at(day) });
  const creditAfter = (second: string) =>
    foldUnder([came('R-1', '2026-01-10'), came('R-2', second)], { rules: rulesOf(back) }).account
      .credit.balance;

  test('is rewarded at the visit, from the day on which the member counts as away', () => {
    assert.equal(creditAfter('2026-07-08'), 0);
    assert.equal(creditAfter('2026-07-09'), 1_500);
  });
});

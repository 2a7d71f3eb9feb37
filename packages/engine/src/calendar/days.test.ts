import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  dayNumberOf,
  dayOfNumber,
  daysBetween,
  isLocalDay,
  isMonthDay,
  MS_PER_DAY,
  occursOn,
  lastDayOfQuarter,
  quarterOf,
  yearOf,
} from './days.js';

const FIRST = dayNumberOf('0000-01-01');
const LAST = dayNumberOf('9999-12-31');
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(dayOfNumber);
/** Far enough from both ends of the calendar for any sum below. */
const middleDay = fc
  .integer({ min: dayNumberOf('0500-01-01'), max: dayNumberOf('9499-12-31') })
  .map(dayOfNumber);

const existing = [
  '1970-01-01',
  '2000-02-29',
  '2024-02-29',
  '2028-02-29',
  '2026-02-28',
  '2026-01-31',
  '2026-04-30',
  '2026-12-31',
  '0000-01-01',
  '0000-02-29',
  '9999-12-31',
  '2400-02-29',
];

for (const day of existing) {
  test(`${day} is a day`, () => {
    assert.equal(isLocalDay(day), true);
    assert.equal(dayOfNumber(dayNumberOf(day)), day);
  });
}

const missing: [unknown, string][] = [
  ['2026-02-29', 'no leap year'],
  ['2026-02-30', 'no February has it'],
  ['1900-02-29', 'a century is no leap year'],
  ['2100-02-29', 'a century is no leap year'],
  ['2026-04-31', 'April has 30 days'],
  ['2026-06-31', 'June has 30 days'],
  ['2026-09-31', 'September has 30 days'],
  ['2026-11-31', 'November has 30 days'],
  ['2026-01-32', 'no month has 32 days'],
  ['2026-00-10', 'months begin at 1'],
  ['2026-13-10', 'there are 12 months'],
  ['2026-01-00', 'days begin at 1'],
  ['2026-1-01', 'two digits for the month'],
  ['26-01-01', 'four digits for the year'],
  ['2026/01/01', 'other separators'],
  ['2026-01-01 ', 'something after it'],
  ['2026-01-01T00:00:00.000Z', 'an instant is not a day'],
  ['+026-01-01', 'a sign is no digit'],
  ['２０２６-01-01', 'digits of another script'],
  ['', 'empty'],
  [20260101, 'a number'],
  [null, 'null'],
  [undefined, 'undefined'],
];

for (const [value, why] of missing) {
  test(`${JSON.stringify(value) ?? 'undefined'} is not a day: ${why}`, () => {
    assert.equal(isLocalDay(value), false);
    if (typeof value === 'string') assert.throws(() => dayNumberOf(value), RangeError);
  });
}

const sums: [day: string, months: number, sum: string, why: string][] = [
  ['2026-11-21', 12, '2027-11-21', 'a plain year'],
  ['2024-02-29', 12, '2025-02-28', 'the 28th in other years'],
  ['2024-02-29', 48, '2028-02-29', 'a leap day again'],
  ['2024-02-29', -12, '2023-02-28', 'backwards too'],
  ['2026-01-31', 1, '2026-02-28', 'clamped'],
  ['2024-01-31', 1, '2024-02-29', 'clamped in a leap year'],
  ['2026-01-31', 2, '2026-03-31', 'from the origin, not from the clamped February'],
  ['2026-01-31', 3, '2026-04-30', 'clamped to 30'],
  ['2026-03-31', -1, '2026-02-28', 'clamped backwards'],
  ['2026-12-31', 1, '2027-01-31', 'over the year end'],
  ['2026-01-31', -1, '2025-12-31', 'back over the year end'],
  ['2026-11-30', 3, '2027-02-28', 'over the year end and clamped'],
  ['2026-12-15', 0, '2026-12-15', 'nothing added'],
  ['2000-02-29', 1200, '2100-02-28', '2100 is no leap year'],
  ['2000-02-29', 4800, '2400-02-29', '2400 is'],
  ['2026-05-31', -18, '2024-11-30', 'more than a year back'],
];

for (const [day, months, sum, why] of sums) {
  test(`${day} and ${String(months)} months is ${sum}: ${why}`, () => {
    assert.equal(addMonths(day, months), sum);
  });
}

test('a year is twelve months, and 29 February becomes the 28th', () => {
  assert.equal(addYears('2024-02-29', 1), '2025-02-28');
  assert.equal(addYears('2024-02-29', 4), '2028-02-29');
  assert.equal(addYears('2025-02-28', -1), '2024-02-28');
});

test('days carry over months, years and leap days', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2026-03-01', -1), '2026-02-28');
  assert.equal(addDays('2000-03-01', -1), '2000-02-29');
  assert.equal(addDays('1900-03-01', -1), '1900-02-28');
  assert.equal(daysBetween('2027-01-01', '2028-01-01'), 365);
  assert.equal(daysBetween('2028-01-01', '2029-01-01'), 366);
  assert.equal(daysBetween('2029-01-01', '2028-01-01'), -366);
});

test('what falls out of the calendar is refused, not wrapped', () => {
  assert.throws(() => addDays('9999-12-31', 1), RangeError);
  assert.throws(() => addDays('0000-01-01', -1), RangeError);
  assert.throws(() => addMonths('9999-12-01', 1), RangeError);
  assert.throws(() => addMonths('0000-01-01', -1), RangeError);
});

test('fractions and NaN are refused', () => {
  assert.throws(() => addDays('2026-01-01', 0.5), RangeError);
  assert.throws(() => addMonths('2026-01-01', 0.5), RangeError);
  assert.throws(() => addMonths('2026-01-01', Number.NaN), RangeError);
  assert.throws(() => dayOfNumber(Number.POSITIVE_INFINITY), RangeError);
});

test('a day of any year may be a leap day, but no day that no year has', () => {
  for (const value of ['01-01', '02-29', '12-31']) assert.equal(isMonthDay(value), true, value);
  for (const value of ['02-30', '13-01', '00-01', '1-01', '2000-01-01', '', 229, null]) {
    assert.equal(isMonthDay(value), false, String(value));
  }
});

test('a birthday on 29 February falls on the 28th in other years', () => {
  assert.equal(occursOn('02-29', 2028), '2028-02-29');
  assert.equal(occursOn('02-29', 2027), '2027-02-28');
  assert.equal(occursOn('02-29', 2100), '2100-02-28');
  assert.equal(occursOn('02-28', 2028), '2028-02-28');
  assert.equal(occursOn('12-31', 2026), '2026-12-31');
  assert.throws(() => occursOn('02-30', 2028), RangeError);
  assert.throws(() => occursOn('01-01', 10_000), RangeError);
});

test('counts agree with the calendar that the language has', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST, max: LAST }), (count) => {
      const spelled = new Date(count * MS_PER_DAY).toISOString().slice(0, 10);
      assert.equal(dayOfNumber(count), spelled);
      assert.equal(dayNumberOf(spelled), count);
      assert.equal(yearOf(spelled), Number(spelled.slice(0, 4)));
      const quarter = ['Q1', 'Q2', 'Q3', 'Q4'][Math.floor((Number(spelled.slice(5, 7)) - 1) / 3)];
      assert.equal(quarterOf(spelled), `${String(yearOf(spelled))}-${String(quarter)}`);
      if (spelled > '9999-09-30') return;
      const last = lastDayOfQuarter(spelled);
      assert.equal(quarterOf(last), quarterOf(spelled));
      assert.notEqual(quarterOf(addDays(last, 1)), quarterOf(spelled));
    }),
    { numRuns: 2000 },
  );
});

test('every combination of digits is a day exactly when the language reads it back the same', () => {
  const part = (max: number, length: number) =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(length, '0'));
  fc.assert(
    fc.property(part(9999, 4), part(14, 2), part(33, 2), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      const read = new Date(`${text}T00:00:00.000Z`);
      const exists = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
      assert.equal(isLocalDay(text), exists);
    }),
    { numRuns: 2000 },
  );
});

test('days added can be taken away again, and daysBetween counts them', () => {
  fc.assert(
    fc.property(middleDay, fc.integer({ min: -100_000, max: 100_000 }), (day, count) => {
      const later = addDays(day, count);
      assert.equal(addDays(later, -count), day);
      assert.equal(daysBetween(day, later), count);
    }),
  );
});

test('months lead to the same day of the right month, or to its last day', () => {
  fc.assert(
    fc.property(middleDay, fc.integer({ min: -2400, max: 2400 }), (day, months) => {
      const sum = addMonths(day, months);
      const monthsOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      assert.equal(monthsOf(sum) - monthsOf(day), months);

      const sameDate = sum.slice(8) === day.slice(8);
      const lastOfMonth = addDays(sum, 1).endsWith('-01') && sum.slice(8) < day.slice(8);
      assert.ok(sameDate || lastOfMonth);
    }),
  );
});

test('from one origin, more months never lead to an earlier day', () => {
  fc.assert(
    fc.property(middleDay, fc.nat(600), fc.nat(600), (day, a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      assert.ok(addMonths(day, less) <= addMonths(day, more));
    }),
  );
});

test('days sort as their counts do', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      assert.equal(Math.sign(compareDays(a, b)), Math.sign(dayNumberOf(a) - dayNumberOf(b)));
    }),
  );
  assert.equal(compareDays('2026-11-21', '2026-11-21'), 0);
});

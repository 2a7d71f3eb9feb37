import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, dayNumberOf, dayOfNumber } from './days.js';
import { instantOf } from './instants.js';
import { lapseInstant, leavesWindowOn, windowStart } from './spans.js';
import { localDayAt } from './zones.js';

const anyDay = fc
  .integer({ min: dayNumberOf('1990-01-01'), max: dayNumberOf('2060-12-31') })
  .map(dayOfNumber);
const anyMonths = fc.integer({ min: 1, max: 36 });

const lapses: [day: string, months: number, zone: string, at: string, why: string][] = [
  ['2026-11-21', 12, 'America/Chicago', '2027-11-22T06:00:00.000Z', 'through the same date'],
  ['2026-11-21', 12, 'Asia/Kolkata', '2027-11-21T18:30:00.000Z', 'the same rule further east'],
  ['2024-02-29', 12, 'America/New_York', '2025-03-01T05:00:00.000Z', 'through 28 February'],
  ['2024-02-28', 12, 'America/New_York', '2025-03-01T05:00:00.000Z', 'as the day before'],
  ['2023-02-28', 12, 'America/New_York', '2024-02-29T05:00:00.000Z', 'not through the leap day'],
  ['2025-12-31', 12, 'America/Los_Angeles', '2027-01-01T08:00:00.000Z', 'through the year end'],
  ['2026-01-31', 1, 'Europe/London', '2026-03-01T00:00:00.000Z', 'through the short month'],
  ['2025-03-07', 12, 'America/New_York', '2026-03-08T05:00:00.000Z', 'before a 23-hour day'],
  ['2025-03-08', 12, 'America/New_York', '2026-03-09T04:00:00.000Z', 'after a 23-hour day'],
  ['2025-11-01', 12, 'America/New_York', '2026-11-02T05:00:00.000Z', 'after a 25-hour day'],
  ['2017-11-03', 12, 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 'midnight is skipped'],
  ['2010-12-29', 12, 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 'the next day was skipped'],
];

for (const [day, months, zone, at, why] of lapses) {
  test(`bought ${day} in ${zone}, ${String(months)} months: lapses ${at}, ${why}`, () => {
    const lapse = lapseInstant(day, months, zone);

    assert.equal(instantOf(lapse), at);
    assert.ok(localDayAt(lapse - 1, zone) <= addMonths(day, months));
    assert.ok(localDayAt(lapse, zone) > addMonths(day, months));
  });
}

const windows: [today: string, months: number, start: string][] = [
  ['2026-11-21', 12, '2025-11-21'],
  ['2028-02-29', 12, '2027-02-28'],
  ['2029-02-28', 12, '2028-02-28'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2026-01-15', 3, '2025-10-15'],
];

for (const [today, months, start] of windows) {
  test(`the last ${String(months)} months on ${today} begin after ${start}`, () => {
    assert.equal(windowStart(today, months), start);
  });
}

const departures: [day: string, months: number, leaves: string, why: string][] = [
  ['2025-11-21', 12, '2026-11-21', 'the same date is the first without it'],
  ['2024-02-29', 12, '2025-03-01', 'on 28 February 2025 the window begins after 28 February 2024'],
  ['2024-02-28', 12, '2025-02-28', 'a day earlier it leaves a day earlier'],
  ['2023-02-28', 12, '2024-02-28', 'before the leap day'],
  ['2026-08-31', 6, '2027-03-01', 'February has no 31st'],
];

for (const [day, months, leaves, why] of departures) {
  test(`${day} leaves a window of ${String(months)} months on ${leaves}: ${why}`, () => {
    assert.equal(leavesWindowOn(day, months), leaves);
  });
}

test('a day is in the window until the day on which it leaves, and never again', () => {
  fc.assert(
    fc.property(anyDay, anyMonths, fc.integer({ min: -70, max: 70 }), (day, months, shift) => {
      const leaves = leavesWindowOn(day, months);
      const today = addDays(leaves, shift);
      assert.equal(windowStart(today, months) < day, today < leaves);
    }),
    { numRuns: 1000 },
  );
});

test('what is bought later never lapses earlier', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(500), anyMonths, (day, later, months) => {
      const first = lapseInstant(day, months, 'America/New_York');
      assert.ok(first <= lapseInstant(addDays(day, later), months, 'America/New_York'));
    }),
  );
});

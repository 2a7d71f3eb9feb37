import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayNumberOf, dayOfNumber } from './days.js';
import { epochOf, instantOf } from './instants.js';
import {
  atLocalTime,
  isTimeZone,
  localDayAt,
  localDayNumberAt,
  noonOf,
  offsetAt,
  startOfDay,
} from './zones.js';

const HOUR = 3_600_000;

const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Chicago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'Europe/London',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'UTC',
];
const anyZone = fc.constantFrom(...zones);
const anyEpoch = fc.integer({
  min: epochOf('1970-01-01T00:00:00.000Z'),
  max: epochOf('2080-12-31T23:59:59.999Z'),
});
const anyDay = fc
  .integer({ min: dayNumberOf('1970-01-02'), max: dayNumberOf('2080-12-30') })
  .map(dayOfNumber);

/** Days that these zones never had. */
const skipped = new Set(['Pacific/Apia 2011-12-30', 'Pacific/Kwajalein 1993-08-21']);

/** What `Intl` itself says, without any table. Swedish dates are written as ours are. */
function wallClockOf(epoch: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(epoch);
}

const moments: [zone: string, instant: string, day: string, why: string][] = [
  ['America/Los_Angeles', '2026-11-22T07:30:00.000Z', '2026-11-21', '23:30, tomorrow in UTC'],
  ['America/Los_Angeles', '2026-11-22T08:00:00.000Z', '2026-11-22', 'midnight'],
  ['America/New_York', '2027-01-01T04:59:59.999Z', '2026-12-31', 'last instant of a year'],
  ['America/New_York', '2027-01-01T05:00:00.000Z', '2027-01-01', 'first instant of a year'],
  ['America/New_York', '2028-02-29T04:59:59.999Z', '2028-02-28', 'before a leap day'],
  ['America/New_York', '2028-03-01T04:59:59.999Z', '2028-02-29', 'end of a leap day'],
  ['America/New_York', '2026-03-09T03:59:59.999Z', '2026-03-08', 'end of a 23-hour day'],
  ['America/New_York', '2026-11-02T04:59:59.999Z', '2026-11-01', 'end of a 25-hour day'],
  ['Asia/Kolkata', '2025-12-31T18:29:59.999Z', '2025-12-31', 'half an hour'],
  ['Asia/Kolkata', '2025-12-31T18:30:00.000Z', '2026-01-01', 'half an hour'],
  ['Asia/Kathmandu', '2026-08-14T18:14:59.999Z', '2026-08-14', 'three quarters'],
  ['Asia/Kathmandu', '2026-08-14T18:15:00.000Z', '2026-08-15', 'three quarters'],
  ['Europe/London', '2026-06-20T23:00:00.000Z', '2026-06-21', 'summer'],
  ['Europe/London', '2026-12-20T23:59:59.999Z', '2026-12-20', 'winter'],
  ['Australia/Lord_Howe', '2026-04-05T13:29:59.999Z', '2026-04-05', 'end of a 24.5-hour day'],
  ['America/Sao_Paulo', '2018-11-04T02:59:59.999Z', '2018-11-03', 'before a skipped midnight'],
  ['America/Sao_Paulo', '2018-02-18T02:59:59.999Z', '2018-02-17', 'the hour that came twice'],
  ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29', 'before the date line moved'],
  ['Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31', 'after the date line moved'],
  ['Africa/Casablanca', '2025-03-09T23:30:00.000Z', '2025-03-09', 'Ramadan: UTC itself'],
  ['Africa/Casablanca', '2025-04-09T23:30:00.000Z', '2025-04-10', 'otherwise an hour ahead'],
  ['America/St_Johns', '2006-10-29T02:30:30.000Z', '2006-10-29', 'the first minute of the day'],
  ['America/St_Johns', '2006-10-29T02:31:00.000Z', '2006-10-28', 'back in the day before'],
  ['America/St_Johns', '2006-10-29T03:30:00.000Z', '2006-10-29', 'midnight again'],
];

for (const [zone, instant, day, why] of moments) {
  test(`${instant} lies in ${day} in ${zone}: ${why}`, () => {
    assert.equal(localDayAt(epochOf(instant), zone), day);
    assert.equal(localDayNumberAt(epochOf(instant), zone), dayNumberOf(day));
  });
}

const times: [zone: string, day: string, hour: number, instant: string, why: string][] = [
  ['America/New_York', '2026-07-04', 9, '2026-07-04T13:00:00.000Z', 'summer'],
  ['America/New_York', '2026-12-04', 9, '2026-12-04T14:00:00.000Z', 'winter'],
  ['America/New_York', '2026-03-08', 9, '2026-03-08T13:00:00.000Z', 'after the change'],
  ['America/New_York', '2026-03-08', 2.5, '2026-03-08T07:00:00.000Z', 'skipped: the change'],
  ['America/New_York', '2026-11-01', 1.5, '2026-11-01T05:30:00.000Z', 'the first of two'],
  ['America/New_York', '2026-11-01', 2, '2026-11-01T07:00:00.000Z', 'after both'],
  ['Australia/Lord_Howe', '2026-04-05', 1.75, '2026-04-04T14:45:00.000Z', 'the first of two'],
];

for (const [zone, day, hour, instant, why] of times) {
  test(`${String(hour)} h on ${day} in ${zone} is ${instant}: ${why}`, () => {
    assert.equal(instantOf(atLocalTime(day, hour * HOUR, zone)), instant);
  });
}

test('offsets are positive east of Greenwich', () => {
  const winter = epochOf('2026-01-15T12:00:00.000Z');

  assert.equal(offsetAt(winter, 'America/New_York'), -5 * HOUR);
  assert.equal(offsetAt(winter, 'Asia/Kathmandu'), 5.75 * HOUR);
  assert.equal(offsetAt(winter, 'UTC'), 0);
});

test('centuries without zones keep the offset of the first', () => {
  const before = startOfDay('0001-01-01', 'America/New_York');

  assert.equal(localDayAt(before, 'America/New_York'), '0001-01-01');
  assert.equal(localDayAt(startOfDay('1799-12-31', 'UTC'), 'UTC'), '1799-12-31');
});

test('a zone is a place that the runtime knows', () => {
  for (const zone of zones) assert.equal(isTimeZone(zone), true, zone);
  for (const value of [
    'Mars/Olympus',
    '',
    '+01:00',
    '-0500',
    ' UTC',
    'America/',
    5,
    null,
    undefined,
  ]) {
    assert.equal(isTimeZone(value), false, String(value));
  }
});

test('an unknown zone throws and names itself', () => {
  assert.throws(() => localDayAt(0, 'Mars/Olympus'), /"Mars\/Olympus" is not a time zone/);
  assert.throws(() => startOfDay('2026-01-01', ''), RangeError);
});

test('a day that does not exist has no start', () => {
  assert.throws(() => startOfDay('2026-02-30', 'UTC'), RangeError);
  assert.throws(() => noonOf('2026-02-30', 'UTC'), RangeError);
});

test('NaN is no instant', () => {
  assert.throws(() => localDayAt(Number.NaN, 'UTC'), RangeError);
});

test('a random instant lies in the day and at the offset that Intl says', () => {
  fc.assert(
    fc.property(anyEpoch, anyZone, (epoch, zone) => {
      const wall = instantOf(epoch + offsetAt(epoch, zone))
        .slice(0, 19)
        .replace('T', ' ');
      assert.equal(wall, wallClockOf(epoch, zone));
      assert.equal(localDayAt(epoch, zone), wall.slice(0, 10));
    }),
    { numRuns: 3000 },
  );
});

test('a day begins inside itself, unless its zone skipped it', () => {
  fc.assert(
    fc.property(anyDay, anyZone, (day, zone) => {
      const start = startOfDay(day, zone);
      const held = skipped.has(`${zone} ${day}`) ? addDays(day, 1) : day;
      assert.equal(localDayAt(start, zone), held);
      assert.ok(localDayAt(start - 1, zone) < held);
      assert.equal(localDayAt(noonOf(day, zone), zone), held);
    }),
    { numRuns: 3000 },
  );
});

test('every day of fifteen years begins after the one before it, by 22 to 26 hours', () => {
  for (const zone of zones) {
    let day = '2010-01-01';
    let start = startOfDay(day, zone);
    while (day < '2025-01-01') {
      const next = startOfDay(addDays(day, 1), zone);
      const hours = (next - start) / HOUR;
      const expected = skipped.has(`${zone} ${day}`) ? hours === 0 : hours >= 22 && hours <= 26;
      assert.ok(expected, `${zone} ${day} has ${String(hours)} hours`);
      day = addDays(day, 1);
      start = next;
    }
  }
});

test('a local time is the first instant whose wall clock shows it or a later one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), anyZone, (day, minute, zone) => {
      const at = atLocalTime(day, minute * 60_000, zone);
      const asked = dayNumberOf(day) * 86_400_000 + minute * 60_000;
      assert.ok(at + offsetAt(at, zone) >= asked);
      assert.ok(at - 1 + offsetAt(at - 1, zone) < asked);
    }),
    { numRuns: 3000 },
  );
});

test('the order of questions does not change the answers', () => {
  const zone = 'America/Argentina/San_Luis';
  const days = ['2009-10-11', '2008-01-21', '2009-03-15', '2008-10-12'];

  const forward = days.map((day) => startOfDay(day, zone));
  const backward = days.toReversed().map((day) => startOfDay(day, zone));

  assert.deepEqual(forward, backward.toReversed());
  assert.equal(forward[0], epochOf('2009-10-11T04:00:00.000Z'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, epochOf, localDayAt, noonOf, startOfDay } from './calendar.js';

/**
 * Zone | local day | its first instant | its noon | hours from its start to that of the next | why.
 * Made with another implementation of the zone database (Python's zoneinfo, scanning minute by
 * minute), then read through by hand.
 */
const golden = `
America/New_York | 2026-01-01 | 2026-01-01T05:00Z | 2026-01-01T17:00Z | 24 | year begins, standard time
America/New_York | 2025-12-31 | 2025-12-31T05:00Z | 2025-12-31T17:00Z | 24 | year ends
America/New_York | 2026-07-04 | 2026-07-04T04:00Z | 2026-07-04T16:00Z | 24 | summer time
America/New_York | 2026-03-07 | 2026-03-07T05:00Z | 2026-03-07T17:00Z | 24 | day before the change
America/New_York | 2026-03-08 | 2026-03-08T05:00Z | 2026-03-08T16:00Z | 23 | 23 hours: 2:00 becomes 3:00
America/New_York | 2026-03-09 | 2026-03-09T04:00Z | 2026-03-09T16:00Z | 24 | day after the change
America/New_York | 2026-10-31 | 2026-10-31T04:00Z | 2026-10-31T16:00Z | 24 | day before the change back
America/New_York | 2026-11-01 | 2026-11-01T04:00Z | 2026-11-01T17:00Z | 25 | 25 hours: 2:00 becomes 1:00
America/New_York | 2026-11-02 | 2026-11-02T05:00Z | 2026-11-02T17:00Z | 24 | day after the change back
America/New_York | 2028-02-29 | 2028-02-29T05:00Z | 2028-02-29T17:00Z | 24 | leap day
America/New_York | 2006-04-02 | 2006-04-02T05:00Z | 2006-04-02T16:00Z | 23 | first Sunday of April, by the rule until 2006
America/New_York | 2007-03-11 | 2007-03-11T05:00Z | 2007-03-11T16:00Z | 23 | second Sunday of March, by the rule since 2007
America/New_York | 1974-01-06 | 1974-01-06T05:00Z | 1974-01-06T16:00Z | 23 | the winter of the oil crisis
America/New_York | 2100-02-28 | 2100-02-28T05:00Z | 2100-02-28T17:00Z | 24 | 2100 is no leap year
America/Chicago | 2026-03-08 | 2026-03-08T06:00Z | 2026-03-08T17:00Z | 23 | 23 hours
America/Chicago | 2026-11-01 | 2026-11-01T05:00Z | 2026-11-01T18:00Z | 25 | 25 hours
America/Chicago | 2026-11-21 | 2026-11-21T06:00Z | 2026-11-21T18:00Z | 24 | winter
America/Chicago | 2024-02-29 | 2024-02-29T06:00Z | 2024-02-29T18:00Z | 24 | leap day
America/Chicago | 2026-12-31 | 2026-12-31T06:00Z | 2026-12-31T18:00Z | 24 | year ends
America/Los_Angeles | 2026-03-08 | 2026-03-08T08:00Z | 2026-03-08T19:00Z | 23 | 23 hours
America/Los_Angeles | 2026-11-01 | 2026-11-01T07:00Z | 2026-11-01T20:00Z | 25 | 25 hours
America/Los_Angeles | 2026-11-21 | 2026-11-21T08:00Z | 2026-11-21T20:00Z | 24 | begins when UTC has had 8 hours of it
America/Los_Angeles | 2027-01-01 | 2027-01-01T08:00Z | 2027-01-01T20:00Z | 24 | year begins
America/Phoenix | 2026-03-08 | 2026-03-08T07:00Z | 2026-03-08T19:00Z | 24 | no summer time in Arizona
America/Anchorage | 2026-11-01 | 2026-11-01T08:00Z | 2026-11-01T21:00Z | 25 | 25 hours
Pacific/Honolulu | 2026-06-30 | 2026-06-30T10:00Z | 2026-06-30T22:00Z | 24 | month ends, 10 hours behind
America/St_Johns | 2026-03-08 | 2026-03-08T03:30Z | 2026-03-08T14:30Z | 23 | a half-hour offset, 23 hours
America/St_Johns | 2006-10-29 | 2006-10-29T02:30Z | 2006-10-29T15:30Z | 25 | midnight twice: 0:01 fell back to 23:01 of the day before
America/St_Johns | 2007-03-11 | 2007-03-11T03:30Z | 2007-03-11T14:30Z | 23 | 0:01 sprang to 1:01
America/Halifax | 2026-11-01 | 2026-11-01T03:00Z | 2026-11-01T16:00Z | 25 | 25 hours
America/Havana | 2026-03-08 | 2026-03-08T05:00Z | 2026-03-08T16:00Z | 23 | midnight skipped: 0:00 becomes 1:00
America/Havana | 2026-11-01 | 2026-11-01T04:00Z | 2026-11-01T17:00Z | 25 | midnight twice: 1:00 becomes 0:00
America/Sao_Paulo | 2018-11-04 | 2018-11-04T03:00Z | 2018-11-04T14:00Z | 23 | midnight skipped, the last time
America/Sao_Paulo | 2018-02-17 | 2018-02-17T02:00Z | 2018-02-17T14:00Z | 25 | 24:00 fell back to 23:00 of the same day
America/Sao_Paulo | 2018-02-18 | 2018-02-18T03:00Z | 2018-02-18T15:00Z | 24 | day after the change back
America/Sao_Paulo | 2017-10-15 | 2017-10-15T03:00Z | 2017-10-15T14:00Z | 23 | midnight skipped
America/Sao_Paulo | 2026-10-18 | 2026-10-18T03:00Z | 2026-10-18T15:00Z | 24 | no summer time since 2019
America/Asuncion | 2018-10-07 | 2018-10-07T04:00Z | 2018-10-07T15:00Z | 23 | midnight skipped
America/Santiago | 2026-09-06 | 2026-09-06T04:00Z | 2026-09-06T15:00Z | 23 | midnight skipped
America/Santiago | 2026-04-04 | 2026-04-04T03:00Z | 2026-04-04T15:00Z | 25 | 24:00 falls back to 23:00
Europe/London | 2026-03-29 | 2026-03-29T00:00Z | 2026-03-29T11:00Z | 23 | 23 hours: 1:00 becomes 2:00
Europe/London | 2026-10-25 | 2026-10-24T23:00Z | 2026-10-25T12:00Z | 25 | 25 hours: 2:00 becomes 1:00
Europe/London | 2026-06-21 | 2026-06-20T23:00Z | 2026-06-21T11:00Z | 24 | summer: begins the day before in UTC
Europe/London | 2026-12-25 | 2026-12-25T00:00Z | 2026-12-25T12:00Z | 24 | winter: UTC itself
Europe/London | 1970-01-01 | 1969-12-31T23:00Z | 1970-01-01T11:00Z | 24 | one hour ahead all year, 1968 to 1971
Europe/Berlin | 2026-03-29 | 2026-03-28T23:00Z | 2026-03-29T10:00Z | 23 | 23 hours
Europe/Berlin | 2026-10-25 | 2026-10-24T22:00Z | 2026-10-25T11:00Z | 25 | 25 hours
Europe/Berlin | 1980-04-06 | 1980-04-05T23:00Z | 1980-04-06T10:00Z | 23 | 23 hours, the first summer time since 1949
Europe/Moscow | 2014-10-26 | 2014-10-25T20:00Z | 2014-10-26T09:00Z | 25 | 25 hours, the last change
Africa/Casablanca | 2025-02-23 | 2025-02-22T23:00Z | 2025-02-23T12:00Z | 25 | Ramadan: an hour back
Africa/Casablanca | 2025-04-06 | 2025-04-06T00:00Z | 2025-04-06T11:00Z | 23 | after Ramadan: an hour ahead
Africa/Cairo | 2023-04-28 | 2023-04-27T22:00Z | 2023-04-28T09:00Z | 23 | midnight skipped
Africa/Cairo | 2010-08-10 | 2010-08-09T21:00Z | 2010-08-10T09:00Z | 25 | Ramadan begins: 24:00 fell back to 23:00
Africa/Cairo | 2010-09-10 | 2010-09-09T22:00Z | 2010-09-10T09:00Z | 23 | after Ramadan, midnight skipped
Asia/Kolkata | 2026-03-08 | 2026-03-07T18:30Z | 2026-03-08T06:30Z | 24 | half an hour, no summer time
Asia/Kolkata | 2028-02-29 | 2028-02-28T18:30Z | 2028-02-29T06:30Z | 24 | leap day
Asia/Kolkata | 2025-12-31 | 2025-12-30T18:30Z | 2025-12-31T06:30Z | 24 | year ends
Asia/Kathmandu | 2026-08-15 | 2026-08-14T18:15Z | 2026-08-15T06:15Z | 24 | three quarters of an hour
Asia/Kathmandu | 1986-01-01 | 1985-12-31T18:30Z | 1986-01-01T06:15Z | 23.75 | 15 minutes skipped at midnight, for good
Asia/Tehran | 2022-03-22 | 2022-03-21T20:30Z | 2022-03-22T07:30Z | 23 | midnight skipped, the last time
Asia/Beirut | 2026-03-29 | 2026-03-28T22:00Z | 2026-03-29T09:00Z | 23 | midnight skipped
Asia/Amman | 2022-10-28 | 2022-10-27T21:00Z | 2022-10-28T09:00Z | 24 | the change back that was cancelled
Asia/Shanghai | 2026-02-17 | 2026-02-16T16:00Z | 2026-02-17T04:00Z | 24 | no change since 1991
Asia/Pyongyang | 2018-05-04 | 2018-05-03T15:30Z | 2018-05-04T03:30Z | 23.5 | half an hour skipped, from 23:30
Asia/Manila | 2026-05-31 | 2026-05-30T16:00Z | 2026-05-31T04:00Z | 24 | month ends
Australia/Lord_Howe | 2026-10-04 | 2026-10-03T13:30Z | 2026-10-04T01:00Z | 23.5 | changes by half an hour: 23.5 hours
Australia/Lord_Howe | 2026-04-05 | 2026-04-04T13:00Z | 2026-04-05T01:30Z | 24.5 | changes by half an hour: 24.5 hours
Australia/Lord_Howe | 2026-01-01 | 2025-12-31T13:00Z | 2026-01-01T01:00Z | 24 | year begins, 11 hours ahead
Australia/Lord_Howe | 2026-07-01 | 2026-06-30T13:30Z | 2026-07-01T01:30Z | 24 | winter, 10.5 hours ahead
Australia/Sydney | 2026-10-04 | 2026-10-03T14:00Z | 2026-10-04T01:00Z | 23 | 23 hours
Australia/Sydney | 2026-04-05 | 2026-04-04T13:00Z | 2026-04-05T02:00Z | 25 | 25 hours
Australia/Eucla | 2026-05-01 | 2026-04-30T15:15Z | 2026-05-01T03:15Z | 24 | 8:45 ahead
Pacific/Auckland | 2026-09-27 | 2026-09-26T12:00Z | 2026-09-26T23:00Z | 23 | 23 hours
Pacific/Chatham | 2026-04-05 | 2026-04-04T10:15Z | 2026-04-04T23:15Z | 25 | 25 hours at 12:45 and 13:45 ahead
Pacific/Apia | 2011-12-29 | 2011-12-29T10:00Z | 2011-12-29T22:00Z | 24 | the last day before the date line moved
Pacific/Apia | 2011-12-30 | 2011-12-30T10:00Z | 2011-12-30T10:00Z | 0 | skipped altogether
Pacific/Apia | 2011-12-31 | 2011-12-30T10:00Z | 2011-12-30T22:00Z | 24 | follows the 29th
Pacific/Kwajalein | 1993-08-21 | 1993-08-21T12:00Z | 1993-08-21T12:00Z | 0 | skipped altogether
Pacific/Kiritimati | 2026-01-01 | 2025-12-31T10:00Z | 2025-12-31T22:00Z | 24 | 14 hours ahead, the first to begin a year
Pacific/Pago_Pago | 2025-12-31 | 2025-12-31T11:00Z | 2025-12-31T23:00Z | 24 | 11 hours behind, among the last to end one
Antarctica/Troll | 2026-03-29 | 2026-03-29T00:00Z | 2026-03-29T10:00Z | 22 | 22 hours: a change of two hours
UTC | 2026-03-29 | 2026-03-29T00:00Z | 2026-03-29T12:00Z | 24 | 24 hours always
`;

const cases = golden
  .trim()
  .split('\n')
  .map((line) => {
    const [zone = '', day = '', start = '', noon = '', hours = '', why = ''] = line.split(' | ');
    return { zone, day, start: epochAt(start), noon: epochAt(noon), hours: Number(hours), why };
  });

/** The table leaves out seconds, which are zero in every row. */
function epochAt(minute: string): number {
  return epochOf(minute.replace('Z', ':00.000Z'));
}

test('the golden table holds at least 60 days in at least 6 zones', () => {
  assert.ok(cases.length >= 60);
  assert.ok(new Set(cases.map((row) => row.zone)).size >= 6);
});

for (const { zone, day, start, noon, hours, why } of cases) {
  test(`${zone} ${day}: ${why}`, () => {
    assert.equal(startOfDay(day, zone), start);
    assert.equal(noonOf(day, zone), noon);
    assert.equal((startOfDay(addDays(day, 1), zone) - start) / 3_600_000, hours);

    if (hours > 0) {
      assert.equal(localDayAt(start, zone), day);
      assert.equal(localDayAt(noon, zone), day);
      assert.ok(localDayAt(start - 1, zone) < day);
    } else {
      assert.equal(localDayAt(start, zone), addDays(day, 1));
    }
  });
}

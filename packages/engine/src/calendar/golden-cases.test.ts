import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addMonths, occursOn } from './days.js';
import {
  days,
  lapses,
  months,
  noons,
  occasions,
  starts,
  wallTimes,
  windowEnds,
} from './golden-cases.js';
import { epochOf, instantOf } from './instants.js';
import { lapseInstant, leavesWindowOn } from './spans.js';
import { atLocalTime, localDayAt, noonOf, startOfDay } from './zones.js';

describe('golden cases of the calendar', () => {
  for (const [zone, day, startsAt, why] of starts)
    it(`begins ${day} in ${zone} at ${startsAt}: ${why}`, () => {
      assert.equal(instantOf(startOfDay(day, zone)), startsAt);
    });

  for (const [zone, day, noonAt, why] of noons)
    it(`puts noon of ${day} in ${zone} at ${noonAt}: ${why}`, () => {
      assert.equal(instantOf(noonOf(day, zone)), noonAt);
    });

  for (const [zone, day, time, at, why] of wallTimes)
    it(`puts ${time} of ${day} in ${zone} at ${at}: ${why}`, () => {
      const [hour = 0, minute = 0] = time.split(':').map(Number);

      assert.equal(instantOf(atLocalTime(day, (hour * 60 + minute) * 60_000, zone)), at);
    });

  for (const [zone, instant, day, why] of days)
    it(`shows ${day} in ${zone} at ${instant}: ${why}`, () => {
      assert.equal(localDayAt(epochOf(instant), zone), day);
    });

  for (const [day, count, later, why] of months)
    it(`adds ${String(count)} months to ${day}: ${why}`, () => {
      assert.equal(addMonths(day, count), later);
    });

  for (const [zone, day, count, lapsesAt, why] of lapses)
    it(`lets ${String(count)} months from ${day} lapse in ${zone} at ${lapsesAt}: ${why}`, () => {
      assert.equal(instantOf(lapseInstant(day, count, zone)), lapsesAt);
    });

  for (const [day, count, leavesOn, why] of windowEnds)
    it(`keeps ${day} in a window of ${String(count)} months until ${leavesOn}: ${why}`, () => {
      assert.equal(leavesWindowOn(day, count), leavesOn);
    });

  for (const [monthDay, year, day, why] of occasions)
    it(`lets ${monthDay} fall on ${day}: ${why}`, () => {
      assert.equal(occursOn(monthDay, year), day);
    });
});

describe('the table of golden cases', () => {
  it('holds at least 60 cases in at least six zones', () => {
    const zoned = [starts, noons, wallTimes, days, lapses].flat();
    const all = zoned.length + months.length + windowEnds.length + occasions.length;

    assert.ok(all >= 60);
    assert.ok(new Set(zoned.map(([zone]) => zone)).size >= 6);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BonusRule } from '@afterglow/contract';
import { amountsOf, foldUnder } from '../laws/folding.js';
import type { HistoryRecord } from '../history.js';
import { DAY, START, activity, booking, line, refund, visit, voiding } from '../laws/records.js';

const day = (nth: number) => ({ at: START + nth * DAY });
const onDay = (nth: number) => new Date(START + nth * DAY).toISOString();
const bonus = (more: Partial<BonusRule> & Pick<BonusRule, 'for'>): BonusRule => ({
  id: 'extra',
  name: 'Extra',
  points: 40,
  ...more,
});
/** Bonus points of a history, by what they are for. */
const bonusesOf = (rule: BonusRule, records: readonly HistoryRecord[]) =>
  Object.entries(amountsOf(foldUnder(records, { rules: { bonuses: [rule] } })))
    .filter(([key]) => key.includes(rule.id))
    .map(([key, amount]) => `${key.split(':')[1]?.replace('till/', '') ?? ''} ${String(amount)}`);

const peel = (id: string, nth: number) =>
  visit(id, [line('1', 20_000, { code: 'PEEL', category: 'peel' })], day(nth));
const facial = (id: string, nth: number) =>
  visit(id, [line('1', 10_000, { code: 'FACIAL', category: 'facial' })], day(nth));

describe('a bonus for a named treatment', () => {
  const named = bonus({ for: 'treatment', match: { codes: ['PEEL'] } });

  test('comes with each visit that has it', () => {
    assert.deepEqual(bonusesOf(named, [peel('R-1', 0), facial('R-2', 1), peel('R-3', 2)]), [
      'R-1 40',
      'R-3 40',
    ]);
  });

  test('comes once a calendar year, or once ever, where the clinic says so', () => {
    const records = [peel('R-1', 0), peel('R-2', 10), peel('R-3', 380), peel('R-4', 390)];

    assert.deepEqual(bonusesOf({ ...named, limit: 'perYear' }, records), ['R-1 40', 'R-3 40']);
    assert.deepEqual(bonusesOf({ ...named, limit: 'once' }, records), ['R-1 40']);
  });

  test('goes to the next visit when the first one was none', () => {
    const records = [peel('R-1', 0), peel('R-2', 10), voiding('V-1', 'R-1', day(20))];

    assert.deepEqual(bonusesOf({ ...named, limit: 'once' }, records), ['R-2 40']);
  });

  test('counts on its days', () => {
    const seasonal = { ...named, startsOn: '2026-01-06', endsOn: '2026-01-07' };

    assert.deepEqual(bonusesOf(seasonal, [peel('R-1', 0), peel('R-2', 1), peel('R-3', 2)]), [
      'R-2 40',
    ]);
  });

  test('is not for what is free, ineligible or refunded', () => {
    const free = visit('R-1', [line('1', 0, { code: 'PEEL' })], day(0));
    const medical = visit('R-2', [line('1', 9_000, { code: 'PEEL', category: 'medical' })], day(1));
    const back = refund('F-3', 'R-3', { '1': 20_000 }, day(9));

    assert.deepEqual(bonusesOf(named, [free, medical, peel('R-3', 2), back]), []);
  });
});

test('a bonus for a package comes when it is bought and goes when it is given back', () => {
  const rule = bonus({ for: 'package', match: { codes: ['LASER3'] } });
  const sold = visit('R-1', [line('1', 90_000, { kind: 'package', code: 'LASER3' })], day(0));

  assert.deepEqual(bonusesOf(rule, [sold]), ['R-1 40']);
  assert.deepEqual(bonusesOf(rule, [sold, refund('F-1', 'R-1', { '1': 90_000 }, day(3))]), []);
});

test('a bonus for something new needs a visit before and another category', () => {
  const rule = bonus({ for: 'crossBooking' });
  const records = [peel('R-1', 0), peel('R-2', 9), facial('R-3', 18), facial('R-4', 27)];

  assert.deepEqual(bonusesOf(rule, records), ['R-3 40']);
});

describe('a bonus for booking', () => {
  const soon = bonus({ for: 'rebooking', withinDays: 14 });
  const ahead = bonus({ for: 'preBooking' });
  const booked = (made: number, starts: number, madeOn?: 'unknown') =>
    booking('B-1', { startsAt: onDay(starts), madeOn }, day(made));
  const twoVisits = [peel('R-1', 0), peel('R-2', 60)];

  test('again within some days is given when the booked visit is kept', () => {
    assert.deepEqual(bonusesOf(soon, [...twoVisits, booked(14, 60)]), ['R-2 40']);
    assert.deepEqual(bonusesOf(soon, [...twoVisits, booked(15, 60)]), []);
    assert.deepEqual(bonusesOf(soon, [...twoVisits, booked(14, 61)]), []);
  });

  test('before leaving is given for the day of the visit', () => {
    assert.deepEqual(bonusesOf(ahead, [...twoVisits, booked(0, 60)]), ['R-2 40']);
    assert.deepEqual(bonusesOf(ahead, [...twoVisits, booked(1, 60)]), []);
  });

  test('is not given where nobody knows when the booking was made, or it was cancelled', () => {
    const cancelled = booking('B-1', { step: 'cancelled' }, day(20));

    assert.deepEqual(bonusesOf(soon, [...twoVisits, booked(3, 60, 'unknown')]), []);
    assert.deepEqual(bonusesOf(soon, [...twoVisits, booked(3, 60), cancelled]), []);
  });

  test('follows a booking that moved, and a visit that names it on another day', () => {
    const moved = booking('B-1', { step: 'changed', startsAt: onDay(60) }, day(5));
    const named = visit('R-2', [line('1', 20_000, { code: 'PEEL' })], {
      ...day(62),
      booking: 'B-1',
    });

    assert.deepEqual(bonusesOf(soon, [...twoVisits, booked(3, 30), moved]), ['R-2 40']);
    assert.deepEqual(bonusesOf(soon, [peel('R-1', 0), booked(3, 60), named]), ['R-2 40']);
  });

  test('is there for the treatment, though a product was paid for first that day', () => {
    const retail = visit('R-9', [line('1', 5_000, { kind: 'product' })], {
      at: START + 60 * DAY - 60_000,
    });

    assert.deepEqual(bonusesOf(soon, [...twoVisits, booked(3, 60), retail]), ['R-2 40']);
  });

  test('is given for what was booked before the last visit: it was there when the member left', () => {
    const records = [peel('R-1', 0), booked(3, 60), peel('R-2', 30), peel('R-3', 60)];

    assert.deepEqual(bonusesOf(ahead, records), ['R-3 40']);
  });

  test('is the same in whichever order a till and a booking system tell it', () => {
    const records = [...twoVisits, booked(3, 60)];

    assert.deepEqual(bonusesOf(soon, records.toReversed()), bonusesOf(soon, records));
  });
});

describe('a bonus for what is done beside a visit', () => {
  const photos = bonus({ for: 'photos' });
  const done = (id: string, nth: number, of?: string) =>
    activity(id, 'photos', { ...day(nth), ...(of === undefined ? {} : { visit: of }) });

  test('comes once for each visit, or for each day without one', () => {
    const records = [done('A-1', 1, 'R-1'), done('A-2', 2, 'R-1'), done('A-3', 2), done('A-4', 2)];

    assert.deepEqual(bonusesOf(photos, records), ['A-1 40', 'A-3 40']);
  });

  test('keeps its limits', () => {
    const records = [done('A-1', 1), done('A-2', 50), done('A-3', 400)];

    assert.deepEqual(bonusesOf({ ...photos, limit: 'once' }, records), ['A-1 40']);
    assert.deepEqual(bonusesOf({ ...photos, limit: 'perYear' }, records), ['A-1 40', 'A-3 40']);
  });

  test('is for any activity that the clinic makes up, and for nothing that it does not know', () => {
    const house = bonus({ for: 'activity', activity: 'open-house' });

    assert.deepEqual(bonusesOf(house, [activity('A-1', 'open-house'), done('A-2', 1)]), ['A-1 40']);
  });

  test('takes feedback as an evaluation', () => {
    const head = { id: 'evt_f', source: 'survey', externalId: 'S-1', revision: 1 };
    const feedback: HistoryRecord = {
      ...{ ...head, ...day(1), recordedAt: START + DAY },
      type: 'feedback',
      data: { score: 9 },
    };

    const rule = bonus({ for: 'evaluation' });
    const fold = foldUnder([feedback], { rules: { bonuses: [rule] } });
    assert.equal(fold.account.points, 40);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { epochOf, instantOf, isInstant, readInstant } from './instants.js';

const EARLIEST = -62_167_219_200_000;
const LATEST = 253_402_300_799_999;
const anyEpoch = fc.integer({ min: EARLIEST, max: LATEST });

const known: [instant: string, epoch: number][] = [
  ['1970-01-01T00:00:00.000Z', 0],
  ['1969-12-31T23:59:59.999Z', -1],
  ['2001-09-09T01:46:40.000Z', 1_000_000_000_000],
  ['2026-11-21T15:30:00.000Z', 1_795_275_000_000],
  ['2028-02-29T23:59:59.999Z', 1_835_481_599_999],
  ['0000-01-01T00:00:00.000Z', EARLIEST],
  ['9999-12-31T23:59:59.999Z', LATEST],
];

for (const [instant, epoch] of known) {
  test(`${instant} is ${String(epoch)}`, () => {
    assert.equal(epochOf(instant), epoch);
    assert.equal(instantOf(epoch), instant);
    assert.equal(isInstant(instant), true);
    assert.equal(readInstant(instant), epoch);
  });
}

const refused: [value: string, why: string][] = [
  ['2026-02-30T00:00:00.000Z', 'no such day'],
  ['2026-02-29T00:00:00.000Z', 'no leap year'],
  ['2026-13-01T00:00:00.000Z', 'no such month'],
  ['2026-01-01T24:00:00.000Z', 'hours end at 23'],
  ['2026-01-01T00:60:00.000Z', 'minutes end at 59'],
  ['2016-12-31T23:59:60.000Z', 'a leap second'],
  ['2026-01-01T00:00:00.000', 'no offset'],
  ['2026-01-01', 'a day'],
  ['2026-01-01 00:00:00.000Z', 'a space'],
  ['2026-01-01t00:00:00.000z', 'lower case'],
  ['2026-01-01T00:00:00.-12Z', 'a sign inside'],
  ['2026-01-01T0x:00:00.000Z', 'a letter inside'],
  ['2026-01-01T00-00-00.000Z', 'other separators'],
  [' 2026-01-01T00:00:00.000Z', 'something before it'],
  ['2026-01-01T00:00:00.000Z\n', 'something after it'],
  ['+02026-01-01T00:00:00.000Z', 'a long year'],
  ['', 'empty'],
];

for (const [value, why] of refused) {
  test(`${JSON.stringify(value)} is refused: ${why}`, () => {
    assert.equal(isInstant(value), false);
    assert.throws(() => epochOf(value), RangeError);
    assert.equal(readInstant(value), undefined);
  });
}

const spellings: [written: string, instant: string][] = [
  ['2026-11-21T15:30:00Z', '2026-11-21T15:30:00.000Z'],
  ['2026-11-21T09:30:00-06:00', '2026-11-21T15:30:00.000Z'],
  ['2026-11-21T21:00:00+05:30', '2026-11-21T15:30:00.000Z'],
  ['2026-11-21T15:30:00+00:00', '2026-11-21T15:30:00.000Z'],
  ['2026-11-21T15:30:00-00:00', '2026-11-21T15:30:00.000Z'],
  ['2027-01-01T00:30:00+01:00', '2026-12-31T23:30:00.000Z'],
  ['2026-12-31T23:30:00-01:00', '2027-01-01T00:30:00.000Z'],
  ['2026-11-21T15:30:00.5Z', '2026-11-21T15:30:00.500Z'],
  ['2026-11-21T15:30:00.123456789Z', '2026-11-21T15:30:00.123Z'],
  ['2026-11-21T15:30:00.999999Z', '2026-11-21T15:30:00.999Z'],
];

for (const [written, instant] of spellings) {
  test(`callers may write ${written} for ${instant}`, () => {
    const epoch = readInstant(written);

    assert.equal(epoch === undefined ? undefined : instantOf(epoch), instant);
  });
}

test('only one spelling is our own', () => {
  for (const [written] of spellings) {
    assert.equal(isInstant(written), false, written);
    assert.throws(() => epochOf(written), RangeError);
  }
});

test('offsets that no clock has, and instants that fall out of the calendar, are not read', () => {
  for (const written of [
    '2026-11-21T15:30:00+24:00',
    '2026-11-21T15:30:00+01:60',
    '2026-11-21T15:30:00+0100',
    '2026-11-21T15:30:00.Z',
    '2026-11-21T15:30:00.1234567890Z',
    '0000-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-00:01',
  ]) {
    assert.equal(readInstant(written), undefined, written);
  }
});

test('what is no instant is not one', () => {
  for (const value of [0, null, undefined, {}, ['2026-11-21T15:30:00.000Z']]) {
    assert.equal(isInstant(value), false);
  }
});

test('epochs that are not whole or too far away have no instant', () => {
  for (const epoch of [0.5, Number.NaN, Number.POSITIVE_INFINITY, EARLIEST - 1, LATEST + 1]) {
    assert.throws(() => instantOf(epoch), RangeError);
  }
});

test('instants agree with the language, both ways', () => {
  fc.assert(
    fc.property(anyEpoch, (epoch) => {
      const instant = new Date(epoch).toISOString();
      assert.equal(instantOf(epoch), instant);
      assert.equal(epochOf(instant), epoch);
      assert.equal(readInstant(instant), epoch);
    }),
    { numRuns: 2000 },
  );
});

test('instants sort as text', () => {
  fc.assert(
    fc.property(anyEpoch, anyEpoch, (a, b) => {
      assert.equal(instantOf(a) < instantOf(b), a < b);
    }),
  );
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeWordOf, decimalsOf, parseAmount, parseDay, parseTime } from './values.js';

describe('values of a till', () => {
  for (const [text, format, day] of [
    ['03/15/2018', 'MM/DD/YYYY', '2018-03-15'],
    ['15.3.2018', 'D.M.YYYY', '2018-03-15'],
    ['2018-12-01', 'YYYY-MM-DD', '2018-12-01'],
    ['02/29/2020', 'MM/DD/YYYY', '2020-02-29'],
    ['02/29/2019', 'MM/DD/YYYY', undefined],
    ['13/01/2018', 'MM/DD/YYYY', undefined],
    ['3/15/2018', 'MM/DD/YYYY', undefined],
    ['15x3x2018', 'D.M.YYYY', undefined],
    ['03/15/2018 10:00', 'MM/DD/YYYY', undefined],
    ['', 'MM/DD/YYYY', undefined],
  ] as const)
    it(`read "${text}" as ${format}: ${day ?? 'no day'}`, () => {
      assert.equal(parseDay(text, format), day);
    });

  for (const [text, minutes] of [
    ['15:50', 950],
    ['3:50 PM', 950],
    ['3:50:00 pm', 950],
    ['9:05', 545],
    ['12:00 AM', 0],
    ['12:30 PM', 750],
    ['0:00', 0],
    ['24:00', undefined],
    ['13:00 PM', undefined],
    ['0:30 AM', undefined],
    ['9:60', undefined],
    ['9', undefined],
    ['', undefined],
  ] as const)
    it(`read "${text}" as a time: ${minutes === undefined ? 'none' : `minute ${minutes}`}`, () => {
      assert.equal(parseTime(text), minutes === undefined ? undefined : minutes * 60_000);
    });

  const cents = { decimalMark: '.', thousandsMark: ',', decimals: 2 };
  const german = { decimalMark: ',', thousandsMark: '.', decimals: 2 };
  const yen = { decimalMark: '.', thousandsMark: '', decimals: 0 };
  for (const [text, format, amount] of [
    ['50.4', cents, 5040],
    ['-50.40', cents, -5040],
    ['-0.05', cents, -5],
    ['1,234.50', cents, 123_450],
    ['12.3400', cents, 1234],
    ['1.234,50', german, 123_450],
    ['500', yen, 500],
    ['0', cents, 0],
    ['-0', cents, 0],
    ['90071992547409.91', cents, 9_007_199_254_740_991],
    ['90071992547409.92', cents, undefined],
    ['12.345', cents, undefined],
    ['5.5', yen, undefined],
    ['', cents, undefined],
    ['1e3', cents, undefined],
    ['$5', cents, undefined],
    ['1.2.3', cents, undefined],
  ] as const)
    it(`read "${text}" as ${amount ?? 'no amount'}`, () => {
      assert.ok(Object.is(parseAmount(text, format), amount));
    });

  it('become code words that the contract takes', () => {
    assert.equal(codeWordOf('SHU CO SH400M'), 'SHU-CO-SH400M');
    assert.equal(codeWordOf(' SBD5+1 '), 'SBD5-1');
    assert.equal(codeWordOf('F&F'), 'F-F');
    assert.equal(codeWordOf('?!'), undefined);
    assert.equal(codeWordOf('x'.repeat(90))?.length, 64);
  });

  it('have as many decimals as their currency', () => {
    assert.deepEqual(['CAD', 'JPY', 'KWD'].map(decimalsOf), [2, 0, 3]);
  });
});

import { assert } from '@open-wc/testing';
import { caretAfter, formatPhone } from './phone-format.js';

describe('formatPhone', () => {
  const cases = [
    ['', true, ''],
    ['312', true, '312'],
    ['3125', true, '(312) 5'],
    ['312555', true, '(312) 555'],
    ['3125550', true, '(312) 555-0'],
    ['3125550103', true, '(312) 555-0103'],
    ['13125550103', true, '1 (312) 555-0103'],
    ['31255501034', true, '31255501034'],
    ['+13125550103', true, '+1 312 555 0103'],
    ['+4915112345678', true, '+49 151 123 456 78'],
    ['612345678', false, '612 345 678'],
    ['(312) 555-0103', true, '(312) 555-0103'],
    ['312 abc 555', true, '(312) 555'],
  ] as const;

  for (const [typed, isNorthAmerican, written] of cases) {
    it(`writes “${typed}” as “${written}”`, () => {
      assert.equal(formatPhone(typed, isNorthAmerican), written);
    });
  }
});

describe('caretAfter', () => {
  it('stays behind the digit that it stood behind', () => {
    assert.equal(caretAfter('3125', 4, '(312) 5'), 7);
    assert.equal(caretAfter('(312) 5550', 2, '(312) 555-0'), 2);
    assert.equal(caretAfter('+1', 1, '+1'), 1);
    assert.equal(caretAfter('', 0, ''), 0);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isServedPhone, isTestPhone, normalizePhone, phoneHint } from './phones.js';

const cases: [written: string, country: string, read: string | undefined][] = [
  ['+13125550100', 'US', '+13125550100'],
  ['(312) 555-0142', 'US', '+13125550142'],
  ['+1 555 555 0100', 'US', '+15555550100'],
  ['55 1234 5678', 'MX', '+525512345678'],
  ['12', 'US', undefined],
  ['ask at the desk', 'US', undefined],
  ['', 'US', undefined],
  ['312 555 0100', 'ZZ', undefined],
];

for (const [written, country, read] of cases)
  test(`"${written}" in ${country} is ${read ?? 'no number'}`, () => {
    assert.equal(normalizePhone(written, country), read);
  });

test('test numbers are 555-0100 to 555-0199 of any area', () => {
  assert.ok(isTestPhone('+13125550100') && isTestPhone('+12125550199'));
  assert.ok(!isTestPhone('+13125550200') && !isTestPhone('+13125560100'));
});

test('codes go to the clinic’s own country and to North America', () => {
  assert.ok(isServedPhone('+525512345678', 'MX'));
  assert.ok(!isServedPhone('+525512345678', 'US'));
  assert.ok(isServedPhone('+14165552368', 'MX'));
});

test('the hint shows the last two digits', () => {
  assert.equal(phoneHint('+13125550142'), '··42');
});

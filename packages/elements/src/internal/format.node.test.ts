import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, formatMoney, formatNumber, formatPercent } from './format.js';
import { shortDay } from '../points-history/history.js';

const languages = ['en', 'es', 'fr', 'pt-BR', 'zh-Hans', 'ar', 'ar-EG', 'sv'];
const dollars = (amount: number) => ({ amount, currency: 'USD' });

for (const language of languages) {
  test(`below zero is written with a minus and never with a hyphen in ${language}`, () => {
    const figures = [
      formatNumber(-1200, language),
      formatMoney(dollars(-29_160), language),
      formatMoney(dollars(-25_00), language),
      formatPercent(-0.05, language),
    ];

    for (const figure of figures) assert.match(figure, /^[^-]*−[^-]*$/, figure);
  });

  test(`what came and went has its sign on the same side in ${language}`, () => {
    const signed = (amount: number) => formatMoney(dollars(amount), language, 'exceptZero');

    assert.equal(signed(29_160), signed(-29_160).replace('−', '+'));
    assert.doesNotMatch(signed(0), /[+−-]/);
  });
}

test('money is written as a price list does, with its sign first', () => {
  assert.equal(formatMoney(dollars(-29_160), 'en'), '−$291.60');
  assert.equal(formatMoney(dollars(2_500), 'en', 'exceptZero'), '+$25');
  assert.equal(formatMoney({ amount: -480, currency: 'JPY' }, 'en'), '−¥480');
  assert.equal(formatMoney(dollars(-29_160), 'pt-BR'), '−$\u00a0291,60');
  assert.equal(formatNumber(-1_200, 'en'), '−1,200');
  assert.equal(formatNumber(480, 'fr', { signDisplay: 'exceptZero' }), '+480');
});

test('the first of a month is an ordinal where people write it so', () => {
  assert.equal(formatDay('2027-02-01', 'fr'), '1er février 2027');
  assert.equal(formatDay('2027-02-01', 'fr-CA', '2027-01-09'), '1er février');
  assert.equal(formatDay('2027-02-01', 'pt-BR'), '1º de fevereiro de 2027');
  assert.equal(formatDay('2027-02-01', 'es'), '1 de febrero de 2027');
  assert.equal(formatDay('2027-02-11', 'fr'), '11 février 2027');
  assert.equal(formatDay('2027-02-01', 'en'), 'February 1, 2027');
  assert.equal(shortDay('2027-02-01', 'fr', '2027-03-09'), '1er févr.');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { Program } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { defaultProgram } from './default-program.js';
import { defaultLegalMode } from './legal-modes.js';

test('the default program holds by the contract and by the engine', () => {
  const program = defaultProgram();

  assert.deepEqual(z.parse(Program, program), program);
  assert.deepEqual(validateProgram(program), []);
});

test('a clinic’s own name, zone, currency and site take the place of those of the demo', () => {
  const program = defaultProgram({
    name: 'Estética Sol',
    country: 'MX',
    timeZone: 'America/Mexico_City',
    currency: 'MXN',
    locale: 'es',
    site: {
      url: 'https://sol.example/',
      bookingUrl: 'https://sol.example/b',
      referralUrl: 'https://sol.example/r',
    },
  });

  assert.deepEqual(validateProgram(program), []);
  assert.equal(JSON.stringify(program).includes('USD'), false);
  assert.equal(JSON.stringify(program).includes('Lumen'), false);
  assert.deepEqual(program.origins, ['https://sol.example']);
  assert.equal(program.clinic.region, undefined);
});

/** Every text that a clinic reads, in both languages. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return / /.test(value) ? [value] : [];
  return Object.values(value ?? {}).flatMap(textsIn);
}

test('a sum in a text is the program’s own, in the currency of the clinic', () => {
  const { memberships, milestones, referral, rewards } = defaultProgram({ currency: 'EUR' });

  assert.deepEqual(milestones[0]?.grant, {
    kind: 'offer',
    name: { en: '€15 off a product', es: '€15 de descuento en un producto' },
    amountOff: { amount: 1_500, currency: 'EUR' },
    match: { kinds: ['product'] },
    validDays: 60,
  });
  const sums = textsIn([memberships, referral, rewards]).flatMap(
    (text) => text.match(/€\d+/g) ?? [],
  );
  assert.deepEqual([...new Set(sums)], ['€129', '€50', '€75', '€500']);
});

for (const currency of ['EUR', 'GBP', 'JPY', 'SAR'])
  test(`no text of a program in ${currency} speaks of dollars`, () => {
    const texts = textsIn(defaultProgram({ currency }));

    assert.ok(texts.length > 20);
    assert.deepEqual(
      texts.filter((text) => text.includes('$')),
      [],
    );
  });

const modes: [country: string, region: string | undefined, mode: string][] = [
  ['US', 'IL', 'reward'],
  ['US', 'TX', 'friendOnly'],
  ['US', 'NY', 'friendOnly'],
  ['US', 'FL', 'friendOnly'],
  ['US', 'CA', 'friendOnly'],
  ['US', undefined, 'friendOnly'],
  ['MX', undefined, 'reward'],
];

for (const [country, region, mode] of modes)
  test(`a clinic in ${country} ${region ?? 'of an unknown state'} starts with ${mode}`, () => {
    assert.equal(defaultLegalMode(country, region), mode);
  });

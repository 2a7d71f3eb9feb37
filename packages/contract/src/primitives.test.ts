import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { Birthday } from './member.js';
import {
  ClinicUrl,
  CodeWord,
  Instant,
  InstantInput,
  LocalDay,
  LocalizedLongText,
  LocalizedText,
  MemberId,
  Money,
  Phone,
  ShortText,
  TimeZone,
  isRealDay,
  isStorableText,
  openEnum,
} from './primitives.js';
import { schemas } from './schemas.js';

const accepts = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).success;

const cases: { what: string; schema: z.ZodMiniType; good: unknown[]; bad: unknown[] }[] = [
  {
    what: 'a local day exists in the calendar',
    schema: LocalDay,
    good: ['2024-02-29', '2026-12-31', '2000-02-29', '1900-01-01'],
    bad: ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '26-01-01', ''],
  },
  {
    what: 'an instant in an answer is UTC with milliseconds',
    schema: Instant,
    good: ['2026-11-21T15:30:00.000Z'],
    bad: ['2026-11-21T15:30:00Z', '2026-11-21T24:00:00.000Z', '2026-02-30T00:00:00.000Z'],
  },
  {
    what: 'an instant from a caller may carry any offset',
    schema: InstantInput,
    good: ['2026-11-21T15:30Z', '2026-11-21T15:30:00+05:30', '2026-11-21T15:30:00.123456-0600'],
    bad: ['2026-11-21T15:30:00', '2026-02-30T15:30:00Z', '2026-11-21 15:30:00Z', '2026-11-21'],
  },
  {
    what: 'money is whole minor units, never negative, up to a billion',
    schema: Money,
    good: [
      { amount: 0, currency: 'USD' },
      { amount: 1_000_000_000, currency: 'JPY' },
    ],
    bad: [
      { amount: 1.5, currency: 'USD' },
      { amount: -1, currency: 'USD' },
      { amount: 1_000_000_001, currency: 'USD' },
      { amount: '100', currency: 'USD' },
      { amount: 100, currency: 'usd' },
    ],
  },
  {
    what: 'text refuses what databases cut',
    schema: ShortText,
    good: ['Ana', 'Zoë 😀', ' '],
    bad: ['', 'a\u0000b', 'a\ud800', '\udc00', 'x'.repeat(201)],
  },
  {
    what: 'a localized text is one text or one for each language',
    schema: LocalizedText,
    good: ['Glow', { en: 'Glow', 'es-MX': 'Brillo' }],
    bad: [{}, { en: '' }, { 'not a tag': 'x' }, 5],
  },
  {
    what: 'a localized text at length may be as long as any text at length, or empty',
    schema: LocalizedLongText,
    good: ['', 'x'.repeat(4000), { en: 'x'.repeat(4000), es: 'y' }],
    bad: [{}, { en: 'x'.repeat(4001) }, { 'not a tag': 'x' }, 5],
  },
  {
    what: 'an instant of a caller lies where every zone can write it in four digits',
    schema: InstantInput,
    good: ['1901-01-01T00:00:00+23:59', '2998-12-31T23:59:59-23:59'],
    bad: ['1900-12-31T23:59:59Z', '2999-01-01T00:00:00Z', '2999-12-31T23:59:00-12:00'],
  },
  {
    what: 'a birthday is a day of the calendar, of a leap year where it has no year',
    schema: Birthday,
    good: [
      { month: 2, day: 29 },
      { month: 2, day: 29, year: 2000 },
      { month: 12, day: 31, year: 1970 },
    ],
    bad: [
      { month: 2, day: 30 },
      { month: 2, day: 29, year: 2001 },
      { month: 4, day: 31 },
      { month: 0, day: 1 },
    ],
  },
  {
    what: 'a code word leaves out letters that look like digits',
    schema: CodeWord,
    good: ['7K3M9PQR'],
    bad: ['7K3M9PQI', '7K3M9PQ', '7k3m9pqr', '7K3M9PQL', '7K3M9PQO', '7K3M9PQU'],
  },
  {
    what: 'an id says what it names',
    schema: MemberId,
    good: ['mem_01jd0000000000000000000000'],
    bad: ['evt_01jd0000000000000000000000', 'mem_01JD0000000000000000000000', 'mem_1'],
  },
  {
    what: 'a link of a clinic cannot run a script',
    schema: ClinicUrl,
    good: ['https://lumen.example/book', 'tel:+13125550142', 'http://localhost:4601/friend'],
    bad: [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://lumen.example',
      'http://localhost.evil',
    ],
  },
  {
    what: 'a phone is E.164',
    schema: Phone,
    good: ['+13125550100'],
    bad: ['3125550100', '+0312', '+1 312 555 0100'],
  },
  {
    what: 'a zone is an IANA name',
    schema: TimeZone,
    good: ['America/Chicago', 'UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'],
    bad: ['', 'America Chicago', '+05:00'],
  },
];

for (const { what, schema, good, bad } of cases) {
  test(what, () => {
    for (const value of good) assert.equal(accepts(schema, value), true, JSON.stringify(value));
    for (const value of bad) assert.equal(accepts(schema, value), false, JSON.stringify(value));
  });
}

test('an open enum takes a value of a later server', () => {
  assert.equal(accepts(openEnum(['known', 'enrolled']), 'archived'), true);
  assert.equal(accepts(openEnum(['known', 'enrolled']), 7), false);
});

test('every day of four years is real and nothing else is', () => {
  let real = 0;
  for (let year = 2023; year <= 2026; year += 1)
    for (let month = 0; month <= 13; month += 1)
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const date = new Date(`${text}T00:00:00.000Z`);
        const exists = !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
        assert.equal(isRealDay(text), exists, text);
        if (exists) real += 1;
      }
  assert.equal(real, 365 * 3 + 366);
});

test('storable text keeps pairs of surrogates', () => {
  assert.equal(isStorableText('a😀b'), true);
  assert.equal(isStorableText('\ude00\ud83d'), false);
});

test('every form of a text says how it is written', () => {
  const mute: string[] = [];
  const seen = new Set<unknown>();
  let forms = 0;
  const look = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const part = '_zod' in value ? (value as z.ZodMiniType)._zod.def : value;
    if ('check' in part && part.check === 'string_format') {
      forms += 1;
      if (!('error' in part)) mute.push(path);
    }
    for (const [name, inner] of Object.entries(part)) look(inner, `${path}.${name}`);
  };

  for (const [name, schema] of Object.entries(schemas)) look(schema, name);

  assert.ok(forms > 15, `only ${forms} forms were found`);
  assert.deepEqual(mute, []);
});

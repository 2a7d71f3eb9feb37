import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LineMatch } from '@afterglow/contract';
import { plainProgram } from '../laws/program.js';
import { earn } from './earn.js';
import { fitsLine } from './match.js';
import type { MatchedLine, Place } from './match.js';

interface Case {
  readonly why: string;
  readonly line: MatchedLine;
  readonly place?: Place;
  readonly paid: number;
  readonly on?: string;
  readonly points: number;
  readonly rule: string | undefined;
}

const tox: MatchedLine = { kind: 'treatment', code: 'TOX', category: 'neuromodulator' };
const laser: MatchedLine = { kind: 'treatment', code: 'L1', category: 'laser' };

const cases: readonly Case[] = [
  { why: 'one point a dollar', line: tox, paid: 40_000, points: 400, rule: 'injectables' },
  { why: 'one cent short of a point', line: tox, paid: 99, points: 0, rule: 'injectables' },
  { why: 'the first whole point', line: tox, paid: 100, points: 1, rule: 'injectables' },
  { why: 'nothing paid', line: tox, paid: 0, points: 0, rule: undefined },
  {
    why: 'the day before the season',
    line: laser,
    paid: 1000,
    on: '2026-05-31',
    points: 10,
    rule: 'treatments',
  },
  {
    why: 'the first day of the season',
    line: laser,
    paid: 1000,
    on: '2026-06-01',
    points: 20,
    rule: 'summer-laser',
  },
  {
    why: 'the last day of the season',
    line: laser,
    paid: 1000,
    on: '2026-08-31',
    points: 20,
    rule: 'summer-laser',
  },
  {
    why: 'the exclusive end of the season',
    line: laser,
    paid: 1000,
    on: '2026-09-01',
    points: 10,
    rule: 'treatments',
  },
  {
    why: 'a rate of one location',
    line: laser,
    place: { location: 'downtown' },
    paid: 1000,
    points: 15,
    rule: 'downtown-treatments',
  },
  {
    why: 'the first rule that fits wins over a later one',
    line: tox,
    place: { location: 'downtown' },
    paid: 1000,
    points: 10,
    rule: 'injectables',
  },
  {
    why: 'a lower rate for retail',
    line: { kind: 'product' },
    paid: 1000,
    points: 3,
    rule: 'retail',
  },
  {
    why: 'a rate for packages',
    line: { kind: 'package' },
    paid: 25_000,
    points: 166,
    rule: 'packages',
  },
  {
    why: 'a category that never earns',
    line: { ...tox, category: 'medical' },
    paid: 1000,
    points: 0,
    rule: undefined,
  },
  {
    why: 'a code that never earns',
    line: { ...tox, code: 'CONSULT' },
    paid: 1000,
    points: 0,
    rule: undefined,
  },
  { why: 'a gift card sold', line: { kind: 'giftCard' }, paid: 1000, points: 0, rule: undefined },
  { why: 'a tip', line: { kind: 'tip' }, paid: 1000, points: 0, rule: undefined },
  {
    why: 'a fee that no rule names',
    line: { kind: 'fee' },
    paid: 1000,
    points: 0,
    rule: undefined,
  },
];

for (const { why, line, place = {}, paid, on = '2026-02-01', points, rule } of cases) {
  test(`earns by the first rule that fits: ${why}`, () => {
    const earned = earn(plainProgram, { line, place, paid, on });

    assert.deepEqual({ points: earned.points, rule: earned.rule?.id }, { points, rule });
  });
}

test('a gift card and a tip earn nothing even where a rule fits every line', () => {
  const earning = [{ id: 'all', match: {}, rate: { points: 1, perMinorUnits: 1 } }];
  for (const kind of ['giftCard', 'tip'] as const) {
    const earned = earn(
      { earning, ineligible: [] },
      { line: { kind }, place: {}, paid: 500, on: '2026-02-01' },
    );

    assert.equal(earned.points, 0, kind);
  }
});

const line: MatchedLine = { kind: 'treatment', code: 'A', category: 'c', provider: 'p' };
const place: Place = { location: 'l', channel: 'till' };
const matches: readonly (readonly [match: LineMatch, fits: boolean, why: string])[] = [
  [{}, true, 'nothing asked'],
  [{ kinds: ['product', 'treatment'] }, true, 'a kind among several'],
  [{ kinds: ['product'] }, false, 'another kind'],
  [{ codes: ['A'], categories: ['c'] }, true, 'code and category'],
  [{ codes: ['A'], categories: ['d'] }, false, 'the code but another category'],
  [{ providers: ['p'] }, true, 'the provider'],
  [{ providers: ['q'] }, false, 'another provider'],
  [{ locations: ['l'] }, true, 'the location'],
  [{ locations: ['m'] }, false, 'another location'],
  [{ channels: ['till'] }, true, 'the channel'],
  [{ channels: ['web'] }, false, 'another channel'],
];

for (const [match, fits, why] of matches) {
  test(`matches a line by everything that is asked: ${why}`, () => {
    assert.equal(fitsLine(match, line, place), fits);
  });
}

test('a line that does not say what is asked does not match', () => {
  assert.equal(fitsLine({ codes: ['A'] }, { kind: 'treatment' }, {}), false);
  assert.equal(fitsLine({ locations: ['l'] }, line, {}), false);
});

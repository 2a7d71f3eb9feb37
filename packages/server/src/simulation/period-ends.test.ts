import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodEnds } from './period-ends.js';

const cases: [why: string, from: string, to: string, ends: string[]][] = [
  ['one day', '2025-01-10', '2025-01-10', ['2025-01-10']],
  ['the last day is an end of month', '2025-01-10', '2025-01-31', ['2025-01-31']],
  [
    'months, February of a leap year among them',
    '2024-01-31',
    '2024-03-02',
    ['2024-01-31', '2024-02-29', '2024-03-02'],
  ],
  [
    'a month more than a year: quarters',
    '2024-02-01',
    '2025-02-10',
    ['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31', '2025-02-10'],
  ],
  [
    'three years and more: years',
    '2020-05-01',
    '2023-05-01',
    ['2020-12-31', '2021-12-31', '2022-12-31', '2023-05-01'],
  ],
];

for (const [why, from, to, ends] of cases) {
  test(`looks at tiers at the ends of periods: ${why}`, () => {
    assert.deepEqual(periodEnds(from, to), ends);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaFor } from './media-width.js';

const yes = '(min-width: 0px)';
const no = '(max-width: 0px)';

const cases = [
  ['(min-width: 720px)', 390, no],
  ['(min-width: 720px)', 720, yes],
  ['(max-width: 45em)', 720, yes],
  ['(max-width: 45em)', 721, no],
  ['(max-width: 20rem)', 320, yes],
  ['(width >= 390px)', 390, yes],
  ['(width > 390px)', 390, no],
  ['(width < 390px)', 389, yes],
  ['(320px <= width <= 390px)', 390, yes],
  ['(320px <= width < 390px)', 390, no],
  ['(390px < width)', 390, no],
  ['(390px > width)', 320, yes],
  ['screen and (min-width: 30em) and (max-width: 767.98px)', 768, `screen and ${yes} and ${no}`],
  ['(min-width: 900px), (prefers-color-scheme: dark)', 390, `${no}, (prefers-color-scheme: dark)`],
  ['print', 390, 'print'],
] as const;

for (const [query, width, answered] of cases) {
  test(`${query} is answered for ${width} px`, () => {
    assert.equal(mediaFor(query, width), answered);
  });
}

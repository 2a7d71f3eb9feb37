import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prefixedSheet } from './prefixed-sheet.js';

const prefixed = (css: string) =>
  prefixedSheet(css, 'clinic-', ['points-balance', 'tier-badge', 'loyalty-provider']);

test('puts the prefix before every tag of a selector', () => {
  assert.equal(
    prefixed('points-balance::part(amount),\nmain>tier-badge{color:red}'),
    'clinic-points-balance::part(amount),\nmain>clinic-tier-badge{color:red}',
  );
});

test('leaves boxes, custom properties and the tags of others as they are', () => {
  const css =
    '[data-afterglow=tier-badge]{--points-balance-color:red}my-tier-badge,tier-badge-2{top:0}';
  assert.equal(prefixed(css), css);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './limits.js';

const cases: [address: string, network: string][] = [
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
];

for (const [address, network] of cases)
  test(`${address} counts as ${network}`, () => {
    assert.equal(networkOf(address), network);
  });

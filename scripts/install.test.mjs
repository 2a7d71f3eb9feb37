import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInstalled } from './install.mjs';

const lock = {
  '': { version: '0.1.0' },
  'packages/sdk': { version: '0.1.0' },
  'node_modules/@afterglow/sdk': { link: true },
  'node_modules/lit': { version: '3.3.3' },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
};
const present = {
  'node_modules/@afterglow/sdk': { link: true },
  'node_modules/lit': { version: '3.3.3' },
};

test('what the lock names is installed; what is for another platform may be missing', () => {
  assert.equal(isInstalled(lock, present), true);
});

test('another version, a missing package and a missing folder are not installed', () => {
  const older = { ...present, 'node_modules/lit': { version: '3.3.2' } };
  const without = { ...present, 'node_modules/lit': undefined };

  assert.equal(isInstalled(lock, older), false);
  assert.equal(isInstalled(lock, without), false);
  assert.equal(isInstalled(lock, undefined), false);
});

test('a lock that cannot be read is said', () => {
  assert.throws(() => isInstalled(undefined, present), /package-lock\.json/);
});

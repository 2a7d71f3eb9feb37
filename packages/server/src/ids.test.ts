import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derivedId, isId, newCodeWord, newId, secretText, sixDigits } from './ids.js';

const randomness = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const constant = (byte: number) => ({
  bytes: (length: number) => new Uint8Array(length).fill(byte),
});

test('ids sort as their instants do', () => {
  const instants = [0, 1, 31, 32, 1_500_000_000_000, 1_800_000_000_000];

  const ids = instants.map((at) => newId('member', at, randomness));

  assert.deepEqual([...ids].sort(), ids);
  assert.ok(ids.every((id) => isId('member', id)));
  assert.ok(!isId('event', ids[0] ?? ''));
});

test('a derived id is the same for the same seed only', () => {
  assert.equal(derivedId('entry', 5, 'a'), derivedId('entry', 5, 'a'));
  assert.notEqual(derivedId('entry', 5, 'a'), derivedId('entry', 5, 'b'));
});

test('codes have eight characters that nobody mistakes', () => {
  for (let i = 0; i < 200; i++) assert.match(newCodeWord(randomness), /^[0-9A-HJKMNP-TV-Z]{8}$/);
});

test('six digits keep their leading zeros, and bytes that would favor some codes are drawn again', () => {
  assert.equal(sixDigits(constant(0)), '000000');
  const draws = [new Uint8Array([255, 255, 255]), new Uint8Array([0, 0, 7])];
  assert.equal(sixDigits({ bytes: () => draws.shift() ?? new Uint8Array(3) }), '000007');
});

test('secret text uses letters and digits only', () => {
  assert.match(secretText(43, randomness), /^[0-9A-Za-z]{43}$/);
});

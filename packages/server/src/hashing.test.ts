import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  canonicalJson,
  equalInConstantTime,
  fromBase64Url,
  hashInJavaScript,
  hashText,
  toBase64Url,
} from './hashing.js';

test('equal values have equal text, whatever the order of their keys', () => {
  const one = { b: [1, { d: 2, c: undefined }], a: null };
  const two = { a: null, b: [1, { d: 2 }] };

  assert.equal(canonicalJson(one), canonicalJson(two));
  assert.equal(canonicalJson(one), '{"a":null,"b":[1,{"d":2}]}');
  assert.notEqual(canonicalJson([1, 2]), canonicalJson([2, 1]));
});

test('the hash is SHA-256 in hex', () => {
  assert.equal(hashText('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('the hash is the same with and without Node, also of text that UTF-8 cannot say', () => {
  for (const text of ['', 'abc', 'żółw 🐢', 'half a pair \ud83d', 'x'.repeat(10_000)])
    assert.equal(hashInJavaScript(text), hashText(text));
});

test('texts are compared whole', () => {
  assert.ok(equalInConstantTime('abc', 'abc'));
  assert.ok(!equalInConstantTime('abc', 'abd'));
  assert.ok(!equalInConstantTime('abc', 'ab'));
});

test('base64url survives the way there and back', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);

  assert.deepEqual(fromBase64Url(toBase64Url(bytes)), bytes);
  assert.doesNotMatch(toBase64Url(bytes), /[+/=]/);
});

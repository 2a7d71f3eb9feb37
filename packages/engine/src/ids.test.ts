import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idFor } from './ids.js';

test('an id has the form of the contract and is the same each time', () => {
  const id = idFor('pkg', Date.UTC(2026, 0, 5), 'mem_1 till/R-1');

  assert.match(id, /^pkg_[0-9a-hjkmnp-tv-z]{26}$/);
  assert.equal(idFor('pkg', Date.UTC(2026, 0, 5), 'mem_1 till/R-1'), id);
});

test('ids sort by time', () => {
  const times = [
    -1,
    0,
    1,
    1023,
    1024,
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    Date.UTC(2026, 0, 5),
    2 ** 48,
  ];
  const ids = times.map((at) => idFor('ent', at, 'x').slice(0, 14));

  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, times.length - 1, 'only what lies before 1970 counts as 1970');
});

test('a hundred thousand texts that hardly differ have a hundred thousand ids', () => {
  const ids = new Set<string>();
  for (let nth = 0; nth < 100_000; nth += 1) ids.add(idFor('ent', 0, `mem_1:${String(nth)}`));

  assert.equal(ids.size, 100_000);
});

test('every character of the text part takes all its values', () => {
  const seen = Array.from({ length: 16 }, () => new Set<string>());
  for (let nth = 0; nth < 4000; nth += 1) {
    const text = idFor('ent', 0, String(nth)).slice(14);
    [...text].forEach((character, index) => seen[index]?.add(character));
  }

  assert.deepEqual(
    seen.map(({ size }) => size),
    Array.from({ length: 16 }, () => 32),
  );
});

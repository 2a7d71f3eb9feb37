import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, readView, type View } from './view.js';

const own: View = {
  face: undefined,
  person: undefined,
  day: undefined,
  language: undefined,
  scheme: undefined,
  width: undefined,
};
const all: View = {
  face: 'signed-out',
  person: 'ben',
  day: '2027-03-01',
  language: 'zh-Hans',
  scheme: 'dark',
  width: 390,
};
const page = 'https://clinic.example/rewards?glow-inspect&page=2#offers';

test('a view goes into the address and comes back, and the rest of the address stays', () => {
  const address = addressOf(all, page);

  assert.deepEqual(readView(new URL(address).search), all);
  assert.equal(
    address,
    'https://clinic.example/rewards?glow-inspect&page=2&glow-face=signed-out&glow-person=ben&glow-date=2027-03-01&glow-lang=zh-Hans&glow-scheme=dark&glow-width=390#offers',
  );
});

test("the page's own view leaves nothing in the address", () => {
  assert.equal(addressOf(own, addressOf(all, page)), page);
});

test('a value that there is not counts as none', () => {
  const wrong = [
    'glow-face=happy',
    'glow-person=toString',
    'glow-date=2027-02-30',
    'glow-date=tomorrow',
    'glow-lang=de',
    'glow-scheme=blue',
    'glow-width=391',
  ];
  for (const search of wrong) assert.deepEqual(readView(search), own, search);
});

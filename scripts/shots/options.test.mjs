import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionsOf } from './options.mjs';

const known = { elements: ['pages', 'points-balance', 'tier-badge'], themes: ['paper', 'clay'] };
const options = (...args) => optionsOf(args, known);

test('all elements are taken on one theme, at three widths, in light, unless it is said otherwise', () => {
  assert.deepEqual(options(), {
    elements: known.elements,
    themes: ['paper'],
    widths: [320, 390, 768],
    schemes: ['light'],
    lang: 'en',
    out: 'shots',
  });
});

test('each option narrows or adds, and several of one kind are taken once, in order', () => {
  const asked = options(
    ...['--element', 'tier-badge', '--theme', 'clay', '--theme', 'paper', '--dark'],
    ...['--width', '390', '--width', '240', '--width=390', '--lang', 'ar', '--against', 'earlier'],
  );

  assert.deepEqual(asked, {
    elements: ['tier-badge'],
    themes: ['paper', 'clay'],
    widths: [240, 390],
    schemes: ['light', 'dark'],
    lang: 'ar',
    against: 'earlier',
    out: 'shots',
  });
});

const refused = {
  '--element=points': /--element points: there is none. There are pages, points-balance/,
  '--theme=night': /--theme night: there is none. There are paper, clay/,
  '--lang=de': /--lang de: there is none. There are en, es/,
  '--width=wide': /--width wide: a width is px between 200 and 2000/,
  '--width=199': /--width 199: a width is px/,
  '--with=320': /'--with'.* There are --element, --theme, --width/s,
  wide: /'wide'.* There are --element/s,
};
for (const [arg, message] of Object.entries(refused)) {
  test(`refuses ${arg} and says what there is`, () => {
    assert.throws(() => options(arg), message);
  });
}

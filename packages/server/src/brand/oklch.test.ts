import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrast, luminance, readHex, toHex, toOklch } from './oklch.js';

const anyHex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

function near(actual: number, expected: number, tolerance: number): void {
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${String(actual)} is not ${String(expected)} ± ${String(tolerance)}`,
  );
}

const spellings: [written: unknown, read: string | undefined][] = [
  ['#7a3b5d', '#7a3b5d'],
  ['#7A3B5D', '#7a3b5d'],
  ['#fe0', '#ffee00'],
  ['#ABC', '#aabbcc'],
  ['7a3b5d', undefined],
  ['#7a3b5', undefined],
  ['#7a3b5d80', undefined],
  ['#7a3b5g', undefined],
  [' #7a3b5d', undefined],
  ['#7a3b5d\n', undefined],
  ['rebeccapurple', undefined],
  ['', undefined],
  [undefined, undefined],
  [0x7a3b5d, undefined],
];

for (const [written, read] of spellings) {
  test(`${JSON.stringify(written) ?? 'undefined'} reads as ${read ?? 'no color'}`, () => {
    assert.equal(readHex(written), read);
  });
}

/** Values of the CSS Color 4 specification's conversions. */
const known: [hex: string, l: number, c: number, h: number][] = [
  ['#ff0000', 0.628, 0.2577, 29.23],
  ['#00ff00', 0.8664, 0.2948, 142.5],
  ['#0000ff', 0.452, 0.3132, 264.05],
  ['#ffff00', 0.968, 0.211, 109.77],
  ['#800080', 0.4209, 0.1935, 328.36],
];

for (const [hex, l, c, h] of known) {
  test(`${hex} is oklch(${String(l)} ${String(c)} ${String(h)})`, () => {
    const color = toOklch(hex);
    near(color.l, l, 0.001);
    near(color.c, c, 0.001);
    near(color.h, h, 0.1);
  });
}

test('greys have no chroma, from black to white', () => {
  for (const [hex, l] of [
    ['#000000', 0],
    ['#808080', 0.5999],
    ['#ffffff', 1],
  ] as const) {
    near(toOklch(hex).l, l, 0.001);
    near(toOklch(hex).c, 0, 0.0001);
  }
});

test('every color of a screen survives the way there and back', () => {
  fc.assert(
    fc.property(anyHex, (hex) => {
      assert.equal(toHex(toOklch(hex)), hex);
    }),
    { numRuns: 2000 },
  );
});

test('a color that no screen shows keeps its lightness and hue, and loses chroma', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.15, max: 0.95, noNaN: true }),
      fc.double({ min: 0, max: 359, noNaN: true }),
      (l, h) => {
        const shown = toOklch(toHex({ l, c: 0.45, h }));
        near(shown.l, l, 0.01);
        assert.ok(shown.c < 0.34);
        // Eight bits a channel are coarse in the dark, where a degree is less than one step.
        const apart = Math.abs(((shown.h - h + 540) % 360) - 180);
        near(apart * shown.c, 0, 1.2);
      },
    ),
    { numRuns: 500 },
  );
});

test('lightness beyond black and white is black and white', () => {
  assert.equal(toHex({ l: 1.2, c: 0.1, h: 30 }), '#ffffff');
  assert.equal(toHex({ l: -0.1, c: 0.1, h: 30 }), '#000000');
});

const ratios: [a: string, b: string, ratio: number][] = [
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#949494', '#ffffff', 3.03],
  ['#0000ff', '#ffffff', 8.59],
  ['#ffff00', '#ffffff', 1.07],
];

for (const [a, b, ratio] of ratios) {
  test(`${a} and ${b} contrast ${String(ratio)} to 1, whichever comes first`, () => {
    near(contrast(a, b), ratio, 0.005);
    assert.equal(contrast(a, b), contrast(b, a));
  });
}

test('white has luminance 1, black 0, and green outweighs red and blue', () => {
  near(luminance('#ffffff'), 1, 1e-9);
  assert.equal(luminance('#000000'), 0);
  assert.ok(luminance('#00ff00') > luminance('#ff0000') + luminance('#0000ff') - 0.1);
  assert.ok(luminance('#ff0000') > luminance('#0000ff'));
});

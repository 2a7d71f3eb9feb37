import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrast, toOklch } from './oklch.js';
import { pairs } from './pairs.js';
import { derivePalette, roleNames } from './palette.js';
import type { Palette, RoleName } from './palette.js';
import { MORE, USUAL } from './scheme.js';

const SCHEMES = ['light', 'dark'] as const;

const anyHex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

function paletteOf(color: string, surface?: string): Palette {
  const palette = derivePalette(color, { surface });
  assert.ok(palette.ok, `${color} on ${surface ?? 'no paper'} was refused`);
  return palette;
}

function assertReadable({ roles }: Palette, described: string, ratios = USUAL): void {
  for (const scheme of SCHEMES) {
    for (const { front, back, frontIs } of pairs) {
      const [a, b] = [roles[front][scheme], roles[back][scheme]];
      const ratio = contrast(a, b);
      assert.ok(
        ratio >= ratios[frontIs],
        `${described}, ${scheme}: ${front} ${a} on ${back} ${b} has ${ratio.toFixed(2)}`,
      );
    }
  }
}

const corpus: [color: string, what: string][] = [
  ['#7a3b5d', 'plum'],
  ['#b4552d', 'clay'],
  ['#2f5d50', 'deep green'],
  ['#0a66c2', 'blue'],
  ['#c9a24b', 'brass'],
  ['#f4c9d6', 'blush'],
  ['#ffe600', 'yellow'],
  ['#ffff00', 'pure yellow'],
  ['#fff9c4', 'cream'],
  ['#fefefe', 'near white'],
  ['#ffffff', 'white'],
  ['#000000', 'black'],
  ['#010101', 'near black'],
  ['#1b1b1b', 'charcoal'],
  ['#00ff88', 'neon green'],
  ['#39ff14', 'another neon green'],
  ['#ff00ff', 'magenta'],
  ['#00ffff', 'cyan'],
  ['#ff0000', 'red'],
  ['#0000ff', 'pure blue'],
  ['#767676', 'a grey on which white just reads'],
  ['#777777', 'a grey on which white just does not'],
  ['#808080', 'middle grey'],
  ['#949494', 'a grey that white paper just shows'],
  ['#959595', 'a grey that white paper just does not'],
  ['#c0c0c0', 'light grey'],
  ['#333333', 'dark grey'],
  ['#e8443a', 'a red between white and black text'],
];

for (const [color, what] of corpus) {
  test(`${what} (${color}) gives readable roles, light and dark`, () => {
    assertReadable(paletteOf(color), color);
  });

  test(`${what} (${color}) gives readable roles on every kind of paper`, () => {
    for (const paper of [
      '#faf7f0',
      '#ffffff',
      '#e8ddd0',
      '#808080',
      '#b0a090',
      '#14161c',
      '#000000',
    ]) {
      assertReadable(paletteOf(color, paper), `${color} on ${paper}`);
    }
  });
}

test('any color gives readable roles', () => {
  fc.assert(
    fc.property(anyHex, (color) => {
      assertReadable(paletteOf(color), color);
    }),
    { numRuns: 500 },
  );
});

test('any color on any paper gives readable roles', () => {
  fc.assert(
    fc.property(anyHex, anyHex, (color, paper) => {
      assertReadable(paletteOf(color, paper), `${color} on ${paper}`);
    }),
    { numRuns: 300 },
  );
});

test('who asks for more contrast reads every text at 7:1 and sees every line, on any paper', () => {
  fc.assert(
    fc.property(anyHex, fc.option(anyHex, { nil: undefined }), (color, surface) => {
      const palette = derivePalette(color, { surface, contrast: 'more' });
      assert.ok(palette.ok);
      assertReadable(palette, `${color} on ${surface ?? 'no paper'}`, MORE);
      for (const scheme of SCHEMES) {
        const line = contrast(palette.roles.border[scheme], palette.roles.surface[scheme]);
        assert.ok(line >= 3, `${color} on ${surface ?? 'no paper'}: a hairline has ${line}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('more contrast keeps the surface, and the hue of the brand', () => {
  const usual = paletteOf('#0a66c2').roles;
  const more = derivePalette('#0a66c2', { contrast: 'more' });

  assert.ok(more.ok);
  assert.deepEqual(more.roles.surface, usual.surface);
  const hue = (color: string) => toOklch(color).h;
  const before = hue(usual['brand-fill-loud'].light);
  assert.ok(Math.abs(hue(more.roles['brand-fill-loud'].light) - before) < 4);
});

test('a button keeps the exact color wherever it shows on the surface and takes a text', () => {
  fc.assert(
    fc.property(anyHex, fc.option(anyHex, { nil: undefined }), (color, paper) => {
      const { roles, adjusted } = paletteOf(color, paper);
      const fill = roles['brand-fill-loud'].light;
      const change = adjusted.find((adjustment) => adjustment.role === 'brand-fill-loud');
      const takesText = contrast(color, '#ffffff') >= 4.5 || contrast(color, '#121212') >= 4.5;
      const isVisible = contrast(color, roles.surface.light) >= 3;

      if (takesText && isVisible) assert.equal(fill, color);
      assert.deepEqual(change === undefined, fill === color);
      if (change) {
        assert.equal(change.from, color);
        assert.equal(change.to, fill);
        assert.equal(change.why, isVisible ? 'no_readable_text' : 'faint_on_surface');
      }
    }),
    { numRuns: 500 },
  );
});

const kept = [
  '#7a3b5d',
  '#b4552d',
  '#0a66c2',
  '#1b1b1b',
  '#2f5d50',
  '#000000',
  '#767676',
  '#ff0000',
];

for (const color of kept) {
  test(`${color} is the button's color as it is`, () => {
    const { roles, adjusted } = paletteOf(color);

    assert.equal(roles['brand-fill-loud'].light, color);
    assert.deepEqual(adjusted, []);
  });
}

test('yellow becomes gold, not olive, in light, and stays itself in dark', () => {
  const { roles, adjusted } = paletteOf('#ffe600');
  const { light, dark } = roles['brand-fill-loud'];

  assert.deepEqual(adjusted, [
    { role: 'brand-fill-loud', from: '#ffe600', to: light, why: 'faint_on_surface' },
  ]);
  assert.ok(toOklch(light).h < 90);
  assert.equal(dark, '#ffe600');
});

test('a pastel that must be darkened gains chroma instead of turning to mud', () => {
  const before = toOklch('#f4c9d6');
  const after = toOklch(paletteOf('#f4c9d6').roles['brand-fill-loud'].light);

  assert.ok(after.c > before.c * 1.4);
  assert.ok(Math.abs(after.h - before.h) < 5);
});

test('a black brand has a white button in the dark, a white one a dark button in the light', () => {
  const black = paletteOf('#000000').roles;
  const white = paletteOf('#ffffff').roles;

  assert.ok(toOklch(black['brand-fill-loud'].dark).l > 0.9);
  assert.ok(toOklch(black['brand-on-loud'].dark).l < 0.2);
  assert.ok(toOklch(white['brand-fill-loud'].light).l < 0.4);
  assert.equal(white['brand-on-loud'].light, '#ffffff');
});

test('text in the color of a grey brand is never as faint as quiet text', () => {
  for (const color of ['#000000', '#1b1b1b', '#777777', '#c0c0c0', '#ffffff']) {
    const { roles } = paletteOf(color);
    for (const scheme of SCHEMES) {
      const onSurface = (role: RoleName) => contrast(roles[role][scheme], roles.surface[scheme]);
      assert.ok(onSurface('brand-on-quiet') > onSurface('text-quiet') * 1.3, `${color} ${scheme}`);
    }
  }
});

test('a link has the color of the brand where that can be read', () => {
  assert.equal(paletteOf('#7a3b5d').roles['brand-on-quiet'].light, '#7a3b5d');
  assert.equal(paletteOf('#ffe600').roles['brand-on-quiet'].dark, '#ffe600');
});

test('surfaces are near white and deep, never plain black, with a breath of the brand', () => {
  fc.assert(
    fc.property(anyHex, (color) => {
      const { light, dark } = paletteOf(color).roles.surface;
      assert.ok(toOklch(light).l > 0.985);
      assert.ok(toOklch(light).c < 0.006);
      assert.ok(toOklch(dark).l > 0.17 && toOklch(dark).l < 0.23);
      assert.ok(toOklch(dark).c < 0.02);
    }),
    { numRuns: 200 },
  );
});

test('a light paper is the light surface as it is; dark is derived', () => {
  const { roles, adjusted } = paletteOf('#2f5d50', '#FAF7F0');

  assert.equal(roles.surface.light, '#faf7f0');
  assert.equal(roles.surface.dark, paletteOf('#2f5d50').roles.surface.dark);
  assert.deepEqual(adjusted, []);
});

test('a dark paper is the dark surface as it is; light is derived', () => {
  const { roles } = paletteOf('#c9a24b', '#14161c');

  assert.equal(roles.surface.dark, '#14161c');
  assert.equal(roles.surface.light, paletteOf('#c9a24b').roles.surface.light);
});

const midTones: [paper: string, scheme: 'light' | 'dark'][] = [
  ['#b0a090', 'light'],
  ['#c0c0c0', 'light'],
  ['#555555', 'dark'],
  ['#4a3040', 'dark'],
];

for (const [paper, scheme] of midTones) {
  test(`a paper of ${paper} is moved to where text can be read, and the answer says so`, () => {
    const { roles, adjusted } = paletteOf('#7a3b5d', paper);

    assert.notEqual(roles.surface[scheme], paper);
    assert.deepEqual(
      adjusted.find((adjustment) => adjustment.role === 'surface'),
      { role: 'surface', from: paper, to: roles.surface[scheme], why: 'paper_mid_tone' },
    );
  });
}

test('what means something keeps its hue whatever the brand is, all three equally light', () => {
  fc.assert(
    fc.property(anyHex, (color) => {
      const { roles } = paletteOf(color);
      for (const scheme of SCHEMES) {
        const [positive, caution, critical] = (['positive', 'caution', 'critical'] as const).map(
          (kind) => toOklch(roles[`${kind}-fill-loud`][scheme]),
        );
        assert.ok(positive && caution && critical);
        assert.ok(Math.abs(positive.h - 157) < 6);
        assert.ok(Math.abs(caution.h - 68) < 6);
        assert.ok(Math.abs(critical.h - 26) < 6);
        const lightness = [positive.l, caution.l, critical.l];
        assert.ok(Math.max(...lightness) - Math.min(...lightness) < 0.04);
      }
    }),
    { numRuns: 100 },
  );
});

test('every role is there once, in both schemes, as #rrggbb', () => {
  const { roles } = paletteOf('#7a3b5d');

  assert.equal(roleNames.length, 41);
  assert.equal(new Set(roleNames).size, 41);
  assert.deepEqual(Object.keys(roles), roleNames);
  for (const role of roleNames) {
    for (const scheme of SCHEMES) assert.match(roles[role][scheme], /^#[0-9a-f]{6}$/);
  }
});

test('tints lie between the surface and the button, quiet before normal', () => {
  for (const color of ['#7a3b5d', '#b4552d', '#0a66c2', '#1b1b1b']) {
    const { roles } = paletteOf(color);
    for (const scheme of SCHEMES) {
      const away = (role: RoleName) => contrast(roles[role][scheme], roles.surface[scheme]);
      assert.ok(away('brand-fill-quiet') > 1.03);
      assert.ok(away('brand-fill-normal') > away('brand-fill-quiet') + 0.05);
      assert.ok(away('brand-fill-loud') > away('brand-fill-normal') + 0.5);
      assert.ok(away('border') > 1.1 && away('border') < 1.6);
    }
  }
});

test('one color gives the same palette however it is written', () => {
  assert.deepEqual(derivePalette('#FE0'), derivePalette('#ffee00'));
});

for (const given of ['', 'plum', '7a3b5d', '#7a3b5', '#7a3b5d80', 'rgb(1,2,3)', '#7a3b5d;}']) {
  test(`${JSON.stringify(given)} is refused, as the brand and as the paper`, () => {
    assert.deepEqual(derivePalette(given), {
      ok: false,
      refusal: { code: 'color_invalid', details: { param: 'color', given } },
    });
    assert.deepEqual(derivePalette('#7a3b5d', { surface: given }), {
      ok: false,
      refusal: { code: 'color_invalid', details: { param: 'surface', given } },
    });
  });
}

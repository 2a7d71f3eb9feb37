import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { themeCss } from '../../brand/index.js';
import { checkTheme, type FindingCode } from './check-theme.js';
import { elementNames } from './element-names.js';

const plum = { color: '#7a3b5d' };

const elements = elementNames(
  JSON.stringify({
    modules: [
      { declarations: [{ name: 'helper' }] },
      {
        declarations: [
          {
            tagName: 'points-balance',
            cssParts: [{ name: 'amount' }, { name: 'card' }],
            cssProperties: [{ name: '--points-balance-color' }],
          },
        ],
      },
    ],
  }),
);

/** Every fault as `line code message`. */
function faultsOf(css: string, program = plum): readonly string[] {
  return checkTheme(css, { program, elements })
    .filter(({ isFault }) => isFault)
    .map(({ line, code, message }) => `${line} ${code} ${message}`);
}

test('a theme that the command makes is in order, whatever the color, the paper and the program', () => {
  const anyHex = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(anyHex, fc.option(anyHex, { nil: undefined }), (brand, surface) => {
      const made = themeCss({ brand, surface, radiusPx: 8, spacePx: 20, font: 'Georgia, serif' });
      assert.ok(made.ok);
      assert.deepEqual(checkTheme(made.css, { elements }), []);
    }),
    { numRuns: 40 },
  );
});

const wrong: [css: string, code: FindingCode, said: RegExp][] = [
  [':root { --glow-colr-border: red }', 'unknown_token', /Did you mean --glow-color-border\?$/],
  [':root { --glow-shadow: none }', 'unknown_token', /There is no token --glow-shadow\.$/],
  [':root { --points-balance-colour: red }', 'unknown_token', /mean --points-balance-color\?$/],
  ['points-balance::part(amout) {}', 'unknown_part', /no part "amout"\. Did you mean amount\?$/],
  ['.x points-balance.y::part(card amoun):hover {}', 'unknown_part', /"amoun"/],
  [':root { --glow-radius: 8 }', 'wrong_value', /is 8, which is not a length/],
  [':root { --glow-radius: -1px }', 'wrong_value', /not below 0/],
  [':root { --glow-radius: 50% }', 'wrong_value', /not a length/],
  [':root { --glow-space: }', 'wrong_value', /is empty/],
  [':root { --glow-space: 1.5rem }', 'root_unit', /Write px or em\.$/],
  [':root { --glow-font: 12px }', 'wrong_value', /not a list of typefaces/],
  [':root { --glow-color-text: #12345 }', 'wrong_value', /not a color/],
  [':root { --a: 4px; --glow-color-text: var(--a) }', 'wrong_value', /not a color/],
  [':root { --glow-color-text: #ddd }', 'low_contrast', /text #dddddd on surface/],
  ['loyalty-provider { --glow-color-text: #ddd }', 'low_contrast', /in light; 4.5:1/],
  [':where(:root, .x) { --glow-color-text: #ddd }', 'low_contrast', /in light; 4.5:1/],
  [':root { --glow-color-text: rgb(0 0 0 / 40%) }', 'low_contrast', /2\.\d\d:1 in light/],
  [':root { --glow-color-focus: hsl(60 100% 80%) }', 'low_contrast', /3:1 is needed/],
  [':root { --glow-color-surface: navy }', 'low_contrast', /on surface #000080/],
  [':root { & .x { --glow-color-text: #ddd } }', 'low_contrast', /surface #\w+ in :root \.x/],
  [
    '@media (prefers-color-scheme: dark) { :root { --glow-color-text: #222 } }',
    'low_contrast',
    /in dark;/,
  ],
  [
    '@media (prefers-contrast: more) { :root { --glow-color-text: #ddd } }',
    'low_contrast',
    /in light;/,
  ],
  ['.dark { color-scheme: dark; --glow-color-text: #222 }', 'low_contrast', /in dark;/],
  [':root { --glow-color-text: #222 !important } } x', 'syntax', /./],
];

for (const [css, code, said] of wrong) {
  test(`${css} is ${code}`, () => {
    const [found] = checkTheme(css, { program: plum, elements }).filter(
      (finding) => finding.code === code,
    );

    assert.ok(found?.isFault, JSON.stringify(checkTheme(css, { program: plum, elements })));
    assert.match(found.message, said);
    assert.equal(found.line, 1);
  });
}

const right = [
  ':root { --glow-radius: 0; --glow-space: calc(1em + 4px) }',
  ":root { --glow-font: 'Source Sans 3', ui-sans-serif, system-ui }",
  ':root { --glow-color-text: light-dark(#123, rgb(240 240 240)) }',
  ':root { --ink: #123; --glow-color-text: light-dark(var(--ink), var(--none, #eee)) }',
  ':root { --glow-color-text: color-mix(in srgb, #111 90%, red) }',
  ':root { --glow-color-text: inherit; --other: 5 }',
  '.light { color-scheme: light; --glow-color-text: #222 }',
  '@media print { :root { --glow-color-text: #ddd } }',
  '@supports not (color: light-dark(#000, #fff)) { :root { --glow-color-text: #ddd } }',
  ':root { --glow-color-border: #eee; --glow-color-text: light-dark(#000, #fff) !important; --glow-color-text: #ddd }',
  'points-balance::part(amount) { color: red } .other::part(thing) { color: blue }',
];

for (const css of right) {
  test(`${css} is in order`, () => {
    assert.deepEqual(faultsOf(css), []);
  });
}

test('a fault of one color is told once, with both schemes', () => {
  const faults = faultsOf(
    ':root { --glow-color-brand-on-loud: #fff; --glow-color-brand-fill-loud: #ffe600; --glow-color-surface: #333 }',
  ).filter((line) => line.includes('brand-on-loud'));

  assert.deepEqual(faults, [
    '1 low_contrast brand-on-loud #ffffff on brand-fill-loud #ffe600 has 1.26:1 in light and dark; 4.5:1 is needed.',
  ]);
});

test('what a scope leaves as the page has it is told at the page alone', () => {
  const css = ':root { --glow-color-text: #ddd }\n.x { --glow-color-focus: #777 }';

  assert.ok(faultsOf(css).every((line) => line.startsWith('1 ')));
});

test('what stands on a color that nobody told is not judged, and that is no fault', () => {
  const findings = checkTheme(':root { --glow-color-text: #ddd }');

  assert.deepEqual(
    findings.map(({ code, isFault }) => ({ code, isFault })),
    [{ code: 'not_judged', isFault: false }],
  );
  assert.match(findings[0]?.message ?? '', /surface/);
});

test('the paper of the program counts', () => {
  const css = ':root { --glow-color-text-quiet: #757575 }';
  const onSurface = (surface: string) =>
    checkTheme(css, { program: { ...plum, surface } }).filter(
      ({ contrast }) => contrast?.back === 'surface' && contrast.schemes.includes('light'),
    ).length;

  assert.equal(onSurface('#ffffff'), 0);
  assert.equal(onSurface('#ece4d8'), 1);
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...':{}();@-glow color#var,x\n') }), (css) => {
      assert.ok(Array.isArray(checkTheme(css)));
    }),
    { numRuns: 300 },
  );
});

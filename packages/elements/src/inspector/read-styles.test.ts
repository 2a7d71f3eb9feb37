import { assert } from '@open-wc/testing';
import { html } from 'lit';
import '../points-balance/define.js';
import { clear, show } from '../testing/looks.js';
import { boxesOfPart, partsOf, tokensIn, tokensOf } from './read-styles.js';

/** Name and fallback of each token that a stylesheet reads. */
function read(css: string): readonly (readonly [string, string | undefined])[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return tokensIn([sheet]).map(({ name, fallback }) => [name, fallback]);
}

describe('what can be styled of an element', () => {
  afterEach(clear);

  const cases: readonly (readonly [title: string, css: string, tokens: unknown])[] = [
    [
      'is a token with what holds without it',
      'p { border-radius: calc(var(--glow-radius, 14px) / 2); }',
      [['--glow-radius', '14px']],
    ],
    [
      'is what a short name means, where it is used',
      ':host { --_text: var(--glow-color-text, CanvasText); --_quiet: var(--glow-color-quiet); } p { color: var(--_text); }',
      [['--glow-color-text', 'CanvasText']],
    ],
    [
      'is what a short name means by way of another',
      ':host { --_a: var(--_b); --_b: var(--glow-b, color-mix(in srgb, red 10%, blue)); } p { color: var(--_a); }',
      [['--glow-b', 'color-mix(in srgb, red 10%, blue)']],
    ],
    [
      'is found in a shorthand, a container and a keyframe',
      'p { border: 1px solid var(--glow-a); } @container (min-width: 1px) { p { gap: var(--glow-b); } } @keyframes k { to { color: var(--glow-c); } }',
      [
        ['--glow-a', undefined],
        ['--glow-b', undefined],
        ['--glow-c', undefined],
      ],
    ],
    [
      'is not what only another device reads',
      '@media print { p { color: var(--glow-a); } } @media screen { p { color: var(--glow-b); } }',
      [['--glow-b', undefined]],
    ],
  ];
  for (const [title, css, tokens] of cases) {
    it(title, () => assert.deepEqual(read(css), tokens));
  }

  it('are the tokens and the parts of the face that is shown', async () => {
    await show('ready', html`<points-balance></points-balance>`);
    const element = document.querySelector('points-balance')!;

    const names = tokensOf(element).map(({ name }) => name);

    assert.deepEqual(partsOf(element), ['card', 'label', 'amount', 'worth', 'expiry']);
    assert.include(names, '--points-balance-color');
    assert.include(names, '--glow-color-surface');
    assert.include(names, '--glow-color-border');
    assert.notInclude(names, '--glow-color-caution-on-quiet');
    const [amount] = boxesOfPart(element, 'amount');
    assert.equal(amount?.className, 'figure');
  });
});

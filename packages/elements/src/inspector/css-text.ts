import { shortColor, type TokenValue } from './token-values.js';

/** A rule that says for one element what holds for it now, to be changed by whoever pastes it. */
export function tokensCss(tag: string, tokens: readonly TokenValue[]): string {
  return rule(
    tag,
    tokens.map(({ name, value, isCss }) =>
      isCss ? `${name}: ${value};` : `/* ${name} is not set: ${value} */`,
    ),
  );
}

/** What a part is most often given, and what of it says nothing. */
const styled: readonly (readonly [property: string, nothing?: RegExp])[] = [
  ['color'],
  ['background-color', /^rgba\(0, 0, 0, 0\)$/],
  ['font-size'],
  ['font-weight'],
  ['border-radius', /^0px$/],
  ['padding', /^0px$/],
];

/** A rule for one part, with what it looks like now. */
export function partCss(tag: string, part: string, style: CSSStyleDeclaration): string {
  return rule(
    `${tag}::part(${part})`,
    styled.flatMap(([property, nothing]) => {
      const value = style.getPropertyValue(property);
      return nothing?.test(value) ? [] : [`${property}: ${shortColor(value)};`];
    }),
  );
}

const rule = (selector: string, lines: readonly string[]) =>
  `${selector} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

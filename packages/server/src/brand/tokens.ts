import { roleNames } from './roles.js';
import type { RoleName } from './roles.js';

/** What a value of a token is: a color, a length in px or em, or a list of typefaces. */
export type TokenKind = 'color' | 'length' | 'font';

/** A custom property that an agency may set on any page. Its name and meaning stay for ever. */
export interface Token {
  readonly name: `--glow-${string}`;
  readonly kind: TokenKind;
  /** What it colors or measures, in a sentence. */
  readonly meaning: string;
  /** What holds where neither the page nor the program says anything; undefined for colors. */
  readonly usual?: string;
}

const shapes: readonly Token[] = [
  {
    name: '--glow-font',
    kind: 'font',
    meaning: 'Typefaces of the elements.',
    usual: "the page's own",
  },
  {
    name: '--glow-radius',
    kind: 'length',
    meaning: 'Corners of cards; controls have half of it.',
    usual: '14px',
  },
  {
    name: '--glow-space',
    kind: 'length',
    meaning:
      'Space inside a card, 12px to 32px; two thirds of it, at most 16px, in one below 360px.',
    usual: '24px',
  },
];

const grounds: Readonly<Record<string, string>> = {
  surface: 'Behind everything that an element shows.',
  text: 'The main text.',
  'text-quiet': 'Text that says less.',
  border: 'Hairlines. They decorate; a control never depends on one.',
  focus: 'The ring around what has the focus.',
};

const kinds: Readonly<Record<string, string>> = {
  brand: "the clinic's own color",
  positive: 'what went well',
  caution: 'what asks for attention',
  critical: 'what went wrong',
};

const parts: Readonly<Record<string, string>> = {
  'fill-quiet': 'A tint',
  'fill-normal': 'A stronger tint',
  'fill-loud': 'A solid fill, such as the primary button,',
  'border-quiet': 'A hairline',
  'border-normal': 'The line around a control',
  'border-loud': 'The line around what is chosen',
  'on-quiet': 'Text on the tint, and on the surface,',
  'on-normal': 'Text on the stronger tint',
  'on-loud': 'Text on the solid fill',
};

function meaningOf(role: RoleName): string {
  const ground = grounds[role];
  if (ground !== undefined) return ground;
  const [, kind = '', part = ''] = /^([a-z]+)-(.+)$/.exec(role) ?? [];
  return `${parts[part]} for ${kinds[kind]}.`.replace(',.', '.');
}

/** Every public token, in the order of the table in the documentation. */
export const tokens: readonly Token[] = [
  ...shapes,
  ...roleNames.map((role): Token => ({
    name: `--glow-color-${role}`,
    kind: 'color',
    meaning: meaningOf(role),
  })),
];

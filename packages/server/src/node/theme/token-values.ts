import { lexer, parse } from 'css-tree';
import { converter } from 'culori';
import type { Hex, TokenKind } from '../../brand/index.js';
import type { SchemeName } from './situations.js';
import type { Setting } from './theme-file.js';

/** The syntax of each kind, in CSS's own value definition language. */
const syntaxes: Readonly<Record<TokenKind, string>> = {
  color: '<color>',
  length: '<length [0,∞]>',
  font: '[ <family-name> | <generic-family> ]#',
};

const ofAnyKind = new Set(['initial', 'inherit', 'unset', 'revert', 'revert-layer']);

/** True when a value without `var()` is one of its kind. */
export function isOfKind(text: string, kind: TokenKind): boolean {
  if (ofAnyKind.has(text)) return true;
  try {
    const value = parse(text, { context: 'value' });
    return lexer.match(syntaxes[kind], value).matched !== null;
  } catch {
    return false;
  }
}

/**
 * The value with every `var()` replaced by what it stands for.
 *
 * @returns Undefined where one of them is not set by the file and has no fallback, or leads to itself.
 */
export function resolved(
  text: string,
  held: ReadonlyMap<string, Setting>,
  depth = 0,
): string | undefined {
  if (!text.includes('var(')) return text;
  if (depth > 8) return undefined;
  let isKnown = true;
  const replaced = text.replace(
    /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*))?\)/,
    (_, name: string, fallback?: string) => {
      const value = held.get(name)?.text ?? fallback?.trim();
      isKnown &&= value !== undefined;
      return value ?? '';
    },
  );
  return isKnown && replaced !== text ? resolved(replaced, held, depth + 1) : undefined;
}

/** A color as a screen shows it. */
export interface Shown {
  /** Each channel 0 to 1. */
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** 0 lets everything behind it through. */
  readonly alpha: number;
}

const toRgb = converter('rgb');

/**
 * The color that is written, in one scheme.
 *
 * @returns Undefined for what only a browser knows, such as a system color or `color-mix()`.
 */
export function shownColor(text: string, scheme: SchemeName): Shown | undefined {
  const both = /^light-dark\(\s*((?:[^(),]|\([^()]*\))+),((?:[^()]|\([^()]*\))+)\)$/.exec(text);
  if (both) return shownColor((scheme === 'light' ? both[1] : both[2])?.trim() ?? '', scheme);
  const color = toRgb(text);
  if (!color) return undefined;
  const clamped = (channel: number) => Math.min(Math.max(channel, 0), 1);
  const { r, g, b, alpha = 1 } = color;
  return { red: clamped(r), green: clamped(g), blue: clamped(b), alpha };
}

/** What is seen of a color on an opaque one, as `#rrggbb`. */
export function seenOn(front: Shown, back: Shown): Hex {
  const mixed = (channel: 'red' | 'green' | 'blue') =>
    Math.round((front[channel] * front.alpha + back[channel] * (1 - front.alpha)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${mixed('red')}${mixed('green')}${mixed('blue')}`;
}

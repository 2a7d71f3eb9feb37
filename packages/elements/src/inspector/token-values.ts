import { tokensOf } from './read-styles.js';

/** A token of an element as it stands now. */
export interface TokenValue {
  readonly name: string;
  /** As the page or the program says it, else what the element has in its place, in words where need be. */
  readonly value: string;
  /** False: nobody said it. */
  readonly isSet: boolean;
  /** False: `value` is words. */
  readonly isCss: boolean;
  /** Of a color, what it comes to in the scheme of now, such as `#2b5a4c`; else undefined. */
  readonly color: string | undefined;
}

/**
 * The tokens that an element reads, with their values of now: those of shape first, then colors.
 *
 * @param probe - A box in which nothing is seen; it works out what a color comes to.
 */
export function valuesOf(element: Element, probe: HTMLElement): readonly TokenValue[] {
  const style = getComputedStyle(element);
  // `light-dark()` follows the scheme of where it stands.
  probe.style.setProperty('color-scheme', style.colorScheme);
  const values = tokensOf(element).map(({ name, fallback = '' }) => {
    const said = style
      .getPropertyValue(name)
      .trim()
      .replace(/,(?=\S)/g, ', ');
    const instead = fallback === 'inherit' ? 'inherited' : "the element's own";
    const isCss = said !== '' || !/^$|^inherit$|var\(/.test(fallback);
    const value = said || (isCss ? fallback : instead);
    return { name, value, isSet: said !== '', isCss, color: colorOf(value, probe) };
  });
  const isColor = ({ name }: TokenValue) => name.includes('color');
  return [...values.filter((value) => !isColor(value)), ...values.filter(isColor)];
}

function colorOf(value: string, probe: HTMLElement): string | undefined {
  if (!CSS.supports('color', value)) return undefined;
  probe.style.setProperty('color', value);
  return shortColor(getComputedStyle(probe).color);
}

/** A computed color as people write it: `#2b5a4c`, or `rgb(43 90 76 / 12%)`; other ones as they are. */
export function shortColor(color: string): string {
  const [, space, list = ''] = /^(rgba?|color)\((?:srgb )?([\d., /e-]+)\)$/.exec(color) ?? [];
  if (space === undefined) return color;
  const [red, green, blue, alpha = 1] = list.split(/[,/ ]+/).map(Number);
  const channels = [red, green, blue].map((value = 0) =>
    Math.round(space === 'color' ? value * 255 : value),
  );
  if (alpha < 1) return `rgb(${channels.join(' ')} / ${Math.round(alpha * 100)}%)`;
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

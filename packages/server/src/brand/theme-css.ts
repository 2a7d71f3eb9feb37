import type { Hex } from './oklch.js';
import { derivePalette, roleNames } from './palette.js';
import type { Adjustment, Palette, PaletteRefusal, RoleName } from './palette.js';

/** What an agency chooses; the rest is derived. */
export interface ThemeChoices {
  /** The clinic's one color, `#rrggbb` or `#rgb`. */
  readonly brand: string;
  /** The color of its paper. */
  readonly surface?: string | undefined;
  /** Corners of cards in px. */
  readonly radiusPx?: number | undefined;
  /** Space inside a card in px. */
  readonly spacePx?: number | undefined;
  /** A CSS list of typefaces; written as it is, so the caller has checked it. */
  readonly font?: string | undefined;
}

/** A stylesheet, and what had to be changed for contrast. */
export interface Theme {
  readonly ok: true;
  readonly css: string;
  readonly adjusted: readonly Adjustment[];
}

type Roles = Palette['roles'];

/**
 * A theme as a stylesheet for a page: colors by the same derivation that the server makes of a
 * program's brand. Browsers without `light-dark()` get the light colors; who asks the device for more
 * contrast gets stronger ones.
 *
 * @returns The stylesheet, or a refusal when a color can't be read. Never throws.
 */
export function themeCss(choices: ThemeChoices): Theme | PaletteRefusal {
  const { brand, surface } = choices;
  const usual = derivePalette(brand, { surface });
  if (!usual.ok) return usual;
  const more = derivePalette(brand, { surface, contrast: 'more' });
  if (!more.ok) return more;

  const stronger = roleNames.filter(
    (role) =>
      usual.roles[role].light !== more.roles[role].light ||
      usual.roles[role].dark !== more.roles[role].dark,
  );
  const css = [
    block(':root', [...shapes(choices), ...lightOnly(usual.roles, roleNames)]),
    block(supported, [block(':root', inBoth(usual.roles, roleNames))]),
    block('@media (prefers-contrast: more)', [
      block(':root', lightOnly(more.roles, stronger)),
      block(supported, [block(':root', inBoth(more.roles, stronger))]),
    ]),
  ];
  return { ok: true, css: `${css.join('\n\n')}\n`, adjusted: usual.adjusted };
}

const supported = '@supports (color: light-dark(#000, #fff))';

function shapes({ font, radiusPx, spacePx }: ThemeChoices): readonly string[] {
  return [
    ...(font === undefined ? [] : [`--glow-font: ${font};`]),
    ...(radiusPx === undefined ? [] : [`--glow-radius: ${radiusPx}px;`]),
    ...(spacePx === undefined ? [] : [`--glow-space: ${spacePx}px;`]),
  ];
}

const color = (role: RoleName, value: Hex | string) => `--glow-color-${role}: ${value};`;

function lightOnly(roles: Roles, names: readonly RoleName[]): readonly string[] {
  return names.map((role) => color(role, roles[role].light));
}

function inBoth(roles: Roles, names: readonly RoleName[]): readonly string[] {
  return names.map((role) => {
    const { light, dark } = roles[role];
    return color(role, light === dark ? light : `light-dark(${light}, ${dark})`);
  });
}

/** A rule with its content indented. */
function block(prelude: string, content: readonly string[]): string {
  const inside = content.join('\n').replace(/^(?=.)/gm, '  ');
  return `${prelude} {\n${inside}\n}`;
}

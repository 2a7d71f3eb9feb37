import { readHex, toHex, toOklch } from './oklch.js';
import type { Hex } from './oklch.js';
import { roleNames } from './roles.js';
import type { RoleName } from './roles.js';
import { deriveScheme, MORE, USUAL } from './scheme.js';
import type { FillReason } from './scheme.js';
import { DARK, LIGHT } from './tones.js';

export { roleNames };
export type { RoleName };

/** A role's color in both schemes, `#rrggbb`. */
export interface RoleColors {
  readonly light: Hex;
  readonly dark: Hex;
}

/**
 * Why a color that the clinic gave is not the one used:
 * - `faint_on_surface`: a button of that color has less than 3:1 against the surface;
 * - `no_readable_text`: neither white nor near-black text reaches 4.5:1 on it;
 * - `paper_mid_tone`: a paper that is neither light nor dark leaves no room for text and tints.
 */
export type AdjustmentReason = FillReason | 'paper_mid_tone';

/**
 * A color that the clinic gave and that could not be used as it is: its brand in the light scheme, or
 * its paper in the scheme that the paper is nearer to. In the dark scheme the brand may always move.
 */
export interface Adjustment {
  readonly role: RoleName;
  /** What the clinic gave. */
  readonly from: Hex;
  /** What is used. */
  readonly to: Hex;
  readonly why: AdjustmentReason;
}

/** The roles that one color gives, and what had to be changed for contrast. */
export interface Palette {
  readonly ok: true;
  readonly roles: Readonly<Record<RoleName, RoleColors>>;
  readonly adjusted: readonly Adjustment[];
}

/** The answer to a color that can't be read. */
export interface PaletteRefusal {
  readonly ok: false;
  readonly refusal: {
    readonly code: 'color_invalid';
    readonly details: { readonly param: 'color' | 'surface'; readonly given: string };
  };
}

/** What may be given beside the brand's color. */
export interface PaletteOptions {
  /**
   * The color of the clinic's paper: what lies behind the elements on its pages. A light one becomes
   * the light surface as it is, a dark one the dark surface.
   */
  readonly surface?: string | undefined;
  /** `more`: for who asks the device for more contrast (`prefers-contrast: more`). */
  readonly contrast?: 'usual' | 'more' | undefined;
}

function refuse(param: 'color' | 'surface', given: string): PaletteRefusal {
  return { ok: false, refusal: { code: 'color_invalid', details: { param, given } } };
}

/** The paper of each scheme, where the clinic's is one. */
interface Papers {
  readonly light?: Hex;
  readonly dark?: Hex;
}

function papersFrom(given: Hex | undefined): Papers {
  if (given === undefined) return {};
  const paper = toOklch(given);
  const isNearerToLight = paper.l > (LIGHT.paperLimit + DARK.paperLimit) / 2;
  if (isNearerToLight) {
    return {
      light: paper.l >= LIGHT.paperLimit ? given : toHex({ ...paper, l: LIGHT.paperLimit }),
    };
  }
  return { dark: paper.l <= DARK.paperLimit ? given : toHex({ ...paper, l: DARK.paperLimit }) };
}

/**
 * All color roles, light and dark, from a clinic's one color. Every text reaches 4.5:1 on what it
 * stands on (the main text 7:1), every control and the focus ring 3:1; with more contrast 7:1 (9:1) and
 * 4.5:1, and then hairlines have 3:1 too. The clinic's own color is the button's in
 * light wherever that leaves the button visible and its text readable.
 *
 * @param color - The brand's color, `#rrggbb` or `#rgb`.
 * @returns The roles, or a refusal when a color can't be read. Never throws.
 */
export function derivePalette(
  color: string,
  options: PaletteOptions = {},
): Palette | PaletteRefusal {
  const brand = readHex(color);
  if (brand === undefined) return refuse('color', color);
  const paper = readHex(options.surface);
  if (options.surface !== undefined && paper === undefined) {
    return refuse('surface', options.surface);
  }

  const papers = papersFrom(paper);
  const ratios = options.contrast === 'more' ? MORE : USUAL;
  const light = deriveScheme(brand, LIGHT, papers.light, ratios);
  const dark = deriveScheme(brand, DARK, papers.dark, ratios);

  const adjusted: Adjustment[] = [];
  const usedPaper = papers.light ?? papers.dark;
  if (paper !== undefined && usedPaper !== undefined && usedPaper !== paper) {
    adjusted.push({ role: 'surface', from: paper, to: usedPaper, why: 'paper_mid_tone' });
  }
  if (light.why) {
    const to = light.colors['brand-fill-loud'];
    adjusted.push({ role: 'brand-fill-loud', from: brand, to, why: light.why });
  }

  const roles = Object.fromEntries(
    roleNames.map((role) => [role, { light: light.colors[role], dark: dark.colors[role] }]),
  ) as Record<RoleName, RoleColors>;
  return { ok: true, roles, adjusted };
}

import { contrast, toHex, toOklch } from './oklch.js';
import type { Hex, Oklch } from './oklch.js';
import { KINDS } from './roles.js';
import type { KindRole, RoleName } from './roles.js';
import { INK, retone, STATUS, toned } from './tones.js';
import type { Tones } from './tones.js';

/** The contrast that each kind of thing keeps from what it stands on. */
export interface Ratios {
  /** Of the main text. */
  readonly main: number;
  /** Of every other text. */
  readonly text: number;
  /** Of what delimits a control, and of the focus ring. */
  readonly control: number;
  /** Of a hairline; undefined where it only decorates. */
  readonly hairline: number | undefined;
}

/** WCAG 2 AA, and AAA for the main text. */
export const USUAL: Ratios = { main: 7, text: 4.5, control: 3, hairline: undefined };

/** For who asks the device for more contrast: AAA for every text, and no faint line. */
export const MORE: Ratios = { main: 9, text: 7, control: 4.5, hairline: 3 };

/** Less chroma than this is seen as grey. */
const GREY_CHROMA = 0.025;

/** Lightness between two tones that are tried; about the least difference that can be seen. */
const STEP = 0.004;

/**
 * Why a button's fill is not the color asked for: it has less than 3:1 against the surface, or
 * neither white nor near-black text reaches 4.5:1 on it.
 */
export type FillReason = 'faint_on_surface' | 'no_readable_text';

/** The roles of one scheme, and why the brand's fill is not the brand's color, if it isn't. */
export interface Scheme {
  readonly colors: Readonly<Record<RoleName, Hex>>;
  readonly why: FillReason | undefined;
}

/** What all families of one scheme share. */
interface Ground {
  readonly tones: Tones;
  readonly ratios: Ratios;
  readonly surface: Hex;
  readonly ink: Hex;
}

/** A background, and the contrast to keep from it. */
type Demand = readonly [background: Hex, ratio: number];

/** The first tone, from `start` away from the surface, that keeps every contrast demanded. */
function seek(start: Oklch, { tones }: Ground, demands: readonly Demand[]): Hex {
  for (let { l } = start; l > 0 && l < 1; l += tones.away * STEP) {
    const color = toHex(retone(start, l));
    if (demands.every(([background, ratio]) => contrast(color, background) >= ratio)) return color;
  }
  return tones.away < 0 ? '#000000' : '#ffffff';
}

/** A line between things, at least as strong as is asked for. */
function hairline(start: Oklch, ground: Ground): Hex {
  const { hairline: ratio } = ground.ratios;
  return ratio === undefined ? toHex(start) : seek(start, ground, [[ground.surface, ratio]]);
}

/** A button's fill and its text. */
interface Solid {
  readonly fill: Hex;
  readonly on: Hex;
  readonly why?: FillReason;
}

/** A fill with its text, if both can be seen. White is tried first: it looks right on more colors. */
function solidAs(fill: Hex, { ratios, surface, ink }: Ground): Solid | undefined {
  const on = ['#ffffff', ink].find((text) => contrast(text, fill) >= ratios.text);
  return on && contrast(fill, surface) >= ratios.control ? { fill, on } : undefined;
}

/** The seed as a button where it can be one, else the nearest tone of it that can. */
function solid(seed: Hex, ground: Ground): Solid {
  const asGiven = solidAs(seed, ground);
  if (asGiven) return asGiven;

  const { tones, ratios, surface } = ground;
  const why = contrast(seed, surface) < ratios.control ? 'faint_on_surface' : 'no_readable_text';
  const from = toOklch(seed);
  // The nearest grey that can be seen looks like a button that is switched off.
  const grey = from.c < GREY_CHROMA && solidAs(toHex({ ...from, l: tones.greySolid }), ground);
  if (grey) return { ...grey, why };

  for (let distance = STEP; distance < 1; distance += STEP) {
    for (const l of [from.l - distance, from.l + distance]) {
      const found = l > 0 && l < 1 && solidAs(toHex(retone(from, l)), ground);
      if (found) return { ...found, why };
    }
  }
  return tones.away < 0
    ? { fill: '#000000', on: '#ffffff', why }
    : { fill: '#ffffff', on: '#000000', why };
}

/**
 * Colored text begins at the seed where that is on the readable side, so that links match it. A grey
 * would look like quiet text there, so it begins as strong as its button.
 */
function onQuietStart(seed: Oklch, tones: Tones): Oklch {
  const isBeyond = (seed.l - tones.onQuiet.l) * tones.away > 0;
  if (isBeyond) return seed;
  return toned(seed, tones.onQuiet, seed.c < GREY_CHROMA ? tones.greySolid : tones.onQuiet.l);
}

interface Family {
  readonly colors: Readonly<Record<KindRole, Hex>>;
  readonly why: FillReason | undefined;
}

function familyOf(seedHex: Hex, ground: Ground): Family {
  const { tones, ratios, surface } = ground;
  const seed = toOklch(seedHex);
  const paper = toOklch(surface).l;
  const button = solid(seedHex, ground);
  const fillQuiet = toHex(toned(seed, tones.fillQuiet, paper + tones.fillQuiet.l));
  const fillNormal = toHex(toned(seed, tones.fillNormal, paper + tones.fillNormal.l));
  const onBoth = (ratio: number): Demand[] => [
    [surface, ratio],
    [fillQuiet, ratio],
  ];

  return {
    why: button.why,
    colors: {
      'fill-quiet': fillQuiet,
      'fill-normal': fillNormal,
      'fill-loud': button.fill,
      'border-quiet': hairline(toned(seed, tones.borderQuiet, paper + tones.borderQuiet.l), ground),
      'border-normal': seek(toned(seed, tones.borderNormal), ground, onBoth(ratios.control)),
      'border-loud': seek(toOklch(button.fill), ground, onBoth(ratios.control)),
      'on-quiet': seek(onQuietStart(seed, tones), ground, onBoth(ratios.text)),
      'on-normal': seek(toned(seed, tones.onNormal), ground, [[fillNormal, ratios.text]]),
      'on-loud': button.on,
    },
  };
}

/** `fill-loud` of the brand family as `brand-fill-loud`, and so on. */
function prefixed(kind: string, colors: Family['colors']): [string, Hex][] {
  return Object.entries(colors).map(([role, color]) => [`${kind}-${role}`, color]);
}

/**
 * Derives every role of one scheme from the brand's color.
 *
 * @param brand - The clinic's color.
 * @param tones - The scheme's starting points.
 * @param paper - The scheme's surface; left out, one with a breath of the brand. Beyond
 *   `tones.paperLimit` there is no room for readable text.
 * @param ratios - The contrasts to keep.
 */
export function deriveScheme(
  brand: Hex,
  tones: Tones,
  paper: Hex | undefined,
  ratios: Ratios = USUAL,
): Scheme {
  const seed = toOklch(brand);
  const surface = paper ?? toHex(toned(seed, tones.surface));
  const ground: Ground = { tones, ratios, surface, ink: toHex(toned(seed, INK)) };

  const families = {
    brand: familyOf(brand, ground),
    positive: familyOf(toHex(STATUS.positive), ground),
    caution: familyOf(toHex(STATUS.caution), ground),
    critical: familyOf(toHex(STATUS.critical), ground),
  };

  const backgrounds = [surface, ...KINDS.map((kind) => families[kind].colors['fill-quiet'])];
  const onAll = (ratio: number) => backgrounds.map((background): Demand => [background, ratio]);
  const border = toned(seed, tones.border, toOklch(surface).l + tones.border.l);
  const colors = {
    surface,
    text: seek(toned(seed, tones.text), ground, onAll(ratios.main)),
    'text-quiet': seek(toned(seed, tones.textQuiet), ground, onAll(ratios.text)),
    border: hairline(border, ground),
    focus: families.brand.colors['border-loud'],
    ...Object.fromEntries(KINDS.flatMap((kind) => prefixed(kind, families[kind].colors))),
  } as Record<RoleName, Hex>;
  return { colors, why: families.brand.why };
}

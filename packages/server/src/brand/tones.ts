import type { Oklch } from './oklch.js';

/** How light and how vivid a role is, before contrast is checked. */
interface Tone {
  /** OKLCH lightness. */
  readonly l: number;
  /** The most chroma the role may have. */
  readonly c: number;
  /** How much of the seed's chroma it takes, so that a muted brand stays muted. */
  readonly share: number;
}

/** The starting points of one scheme. The search for contrast goes on from them. */
export interface Tones {
  /** Direction of lightness that leads away from the surface: -1 darker, 1 lighter. */
  readonly away: -1 | 1;
  readonly surface: Tone;
  readonly text: Tone;
  readonly textQuiet: Tone;
  /** Lightness of tints and hairlines is counted from the surface's, so that any paper works. */
  readonly border: Tone;
  readonly fillQuiet: Tone;
  readonly fillNormal: Tone;
  readonly borderQuiet: Tone;
  readonly borderNormal: Tone;
  readonly onQuiet: Tone;
  readonly onNormal: Tone;
  /** The lightness up to which, going away from the surface, a clinic's own paper is used as it is. */
  readonly paperLimit: number;
  /** Lightness of a solid fill for a brand of black, white or grey that can't be used as it is. */
  readonly greySolid: number;
}

/** Near-white paper with near-black text. */
export const LIGHT: Tones = {
  away: -1,
  surface: { l: 0.994, c: 0.003, share: 0.03 },
  text: { l: 0.235, c: 0.022, share: 0.2 },
  textQuiet: { l: 0.5, c: 0.02, share: 0.18 },
  border: { l: -0.092, c: 0.008, share: 0.07 },
  fillQuiet: { l: -0.036, c: 0.024, share: 0.2 },
  fillNormal: { l: -0.096, c: 0.062, share: 0.45 },
  borderQuiet: { l: -0.13, c: 0.06, share: 0.45 },
  borderNormal: { l: 0.66, c: 0.13, share: 0.85 },
  onQuiet: { l: 0.53, c: 0.4, share: 1 },
  onNormal: { l: 0.36, c: 0.12, share: 0.85 },
  paperLimit: 0.88,
  greySolid: 0.32,
};

/** Deep paper, not black, with text that is not quite white. */
export const DARK: Tones = {
  away: 1,
  surface: { l: 0.2, c: 0.012, share: 0.1 },
  text: { l: 0.95, c: 0.01, share: 0.08 },
  textQuiet: { l: 0.73, c: 0.018, share: 0.16 },
  border: { l: 0.095, c: 0.014, share: 0.12 },
  fillQuiet: { l: 0.062, c: 0.034, share: 0.3 },
  fillNormal: { l: 0.14, c: 0.075, share: 0.55 },
  borderQuiet: { l: 0.17, c: 0.06, share: 0.45 },
  borderNormal: { l: 0.56, c: 0.12, share: 0.85 },
  onQuiet: { l: 0.78, c: 0.125, share: 0.9 },
  onNormal: { l: 0.88, c: 0.08, share: 0.6 },
  paperLimit: 0.3,
  greySolid: 0.92,
};

/** Near-black text on light solid fills, in either scheme. */
export const INK: Tone = { l: 0.17, c: 0.012, share: 0.1 };

/**
 * Hues that mean something wherever they stand, and so don't follow the brand. One lightness for all
 * three, so that none shouts louder than another.
 */
export const STATUS = {
  positive: { l: 0.54, c: 0.115, h: 157 },
  caution: { l: 0.54, c: 0.115, h: 68 },
  critical: { l: 0.54, c: 0.175, h: 26 },
} as const satisfies Record<string, Oklch>;

/** A tone of a seed's hue. `l` is given apart, since some tones count theirs from the surface. */
export function toned(seed: Oklch, tone: Tone, l = tone.l): Oklch {
  const chroma = Math.min(seed.c * tone.share, tone.c);
  const { c, h } = retone({ ...seed, c: chroma }, l);
  return { l, c: Math.min(c, tone.c), h: h + (1 - tone.share) * 0.5 * towardsGold(h) };
}

/**
 * The color at another lightness, as the eye expects it. What is only darkened changes character: a
 * yellow turns olive, so its hue goes towards gold, and a pastel turns to mud, so it gains chroma.
 */
export function retone(color: Oklch, l: number): Oklch {
  const darkened = Math.max(color.l - l, 0);
  const paleness = Math.min(Math.max((color.l - 0.75) / 0.12, 0), 1);
  return {
    l,
    c: color.c * Math.min(1 + 4 * darkened * paleness, 2),
    h: color.h + Math.min(darkened / 0.35, 1) * towardsGold(color.h),
  };
}

const GOLD = 70;
const LIME = 125;

/** Degrees by which a yellow may turn; less the nearer it is to gold or lime, and 0 beyond them. */
function towardsGold(hue: number): number {
  if (hue <= GOLD || hue >= LIME) return 0;
  return (GOLD - hue) * 0.8 * Math.min((LIME - hue) / 15, 1);
}

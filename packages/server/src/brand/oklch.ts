/** A color as `#rrggbb`, lower case. */
export type Hex = string;

/** A color in OKLCH, where equal steps look equal: the space in which tones are derived. */
export interface Oklch {
  /** Lightness, 0 (black) to 1 (white). */
  readonly l: number;
  /** Chroma, 0 (grey) to about 0.37 for the most vivid color that a screen shows. */
  readonly c: number;
  /** Hue in degrees; meaningless where the chroma is 0. */
  readonly h: number;
}

type Linear = readonly [red: number, green: number, blue: number];

const CHANNEL_SLACK = 1e-4;

/**
 * Reads a color as people write it.
 *
 * @returns `#rrggbb` in lower case; undefined unless it is `#` and three or six hex digits.
 */
export function readHex(value: unknown): Hex | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^#[0-9a-f]{6}$/i.test(value)) return value.toLowerCase();
  if (/^#[0-9a-f]{3}$/i.test(value)) return value.toLowerCase().replace(/[0-9a-f]/g, '$&$&');
  return undefined;
}

/** Light of one channel, 0 to 1, from its stored value, 0 to 1 (the sRGB transfer function). */
function decode(stored: number): number {
  return stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4;
}

function encode(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

function linearOf(hex: Hex): Linear {
  const channel = (at: number) => decode(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
}

/** Matrices by Björn Ottosson, https://bottosson.github.io/posts/oklab/. */
export function toOklch(hex: Hex): Oklch {
  const [r, g, b] = linearOf(hex);
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const towardsRed = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const towardsYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  const degrees = (Math.atan2(towardsYellow, towardsRed) * 180) / Math.PI;
  return { l, c: Math.hypot(towardsRed, towardsYellow), h: (degrees + 360) % 360 };
}

function toLinear({ l, c, h }: Oklch): Linear {
  const towardsRed = c * Math.cos((h * Math.PI) / 180);
  const towardsYellow = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * towardsRed + 0.2158037573 * towardsYellow) ** 3;
  const medium = (l - 0.1055613458 * towardsRed - 0.0638541728 * towardsYellow) ** 3;
  const short = (l - 0.0894841775 * towardsRed - 1.291485548 * towardsYellow) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function fitsScreen(color: Oklch): boolean {
  return toLinear(color).every((light) => light >= -CHANNEL_SLACK && light <= 1 + CHANNEL_SLACK);
}

/** The most vivid color of this lightness and hue that a screen shows, up to the chroma asked for. */
function intoGamut(color: Oklch): Oklch {
  if (fitsScreen(color)) return color;
  let low = 0;
  let high = color.c;
  for (let step = 0; step < 16; step += 1) {
    const middle = (low + high) / 2;
    if (fitsScreen({ ...color, c: middle })) low = middle;
    else high = middle;
  }
  return { ...color, c: low };
}

/** The color on a screen. What a screen can't show keeps its lightness and hue and loses chroma. */
export function toHex(color: Oklch): Hex {
  const channels = toLinear(intoGamut(color)).map((light) => {
    const stored = Math.round(encode(Math.min(Math.max(light, 0), 1)) * 255);
    return stored.toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** Relative luminance as WCAG 2 defines it, 0 (black) to 1 (white). */
export function luminance(hex: Hex): number {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio as WCAG 2 defines it, 1 to 21, whichever of the two is lighter. */
export function contrast(a: Hex, b: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

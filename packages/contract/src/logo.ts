import * as z from 'zod/mini';
import { written } from './primitives.js';

/** What a file of each kind begins with, in base64. An SVG begins with `<svg` or `<?xml`. */
const beginnings = [
  'svg\\+xml;base64,(?:77u/)?(?:PHN2Z[wyz]|PD94bW)',
  'png;base64,iVBORw0KGgo',
  'jpeg;base64,/9j/',
  'webp;base64,UklGR.{6}XRUJQ',
];

const begin = new RegExp(`^data:image/(?:${beginnings.join('|')})`);
const whole =
  /^data:image\/[a-z+]+;base64,(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What a caller is told whose file does not begin, or is not encoded, as its kind is. */
const how =
  'an SVG, PNG, JPEG or WebP as it lies in its file, written data:image/png;base64,… after its kind';

/** Most characters: a file of 32 KiB in base64, and what stands before it. */
const limit = 43_692 + 26;

/**
 * A clinic's logo: SVG, PNG, WebP or JPEG of at most 32 KiB, as `data:image/png;base64,…`. What it
 * begins with has to be what it says that it is.
 */
export const Logo = written(begin, how).check(
  z.maxLength(limit, { error: 'is larger than 32 KiB' }),
  z.regex(whole, { error: `must be ${how}` }),
);

/** Where the API serves a clinic's logo, below its own address. */
export const LogoPath = written(
  /^\/v1\/logos\/[a-z0-9_]+\/[0-9a-f]{32}$/,
  'the path of a logo as the API gives it',
);

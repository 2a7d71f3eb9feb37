import * as z from 'zod/mini';

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

/** Most characters: a file of 32 KiB in base64, and what stands before it. */
const limit = 43_692 + 26;

/**
 * A clinic's logo: SVG, PNG, WebP or JPEG of at most 32 KiB, as `data:image/png;base64,…`. What it
 * begins with has to be what it says that it is.
 */
export const Logo = z.string().check(z.maxLength(limit), z.regex(begin), z.regex(whole));

/** Where the API serves a clinic's logo, below its own address. */
export const LogoPath = z.string().check(z.regex(/^\/v1\/logos\/[a-z0-9_]+\/[0-9a-f]{32}$/));

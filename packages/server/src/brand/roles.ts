/** What a family of colors says. */
export const KINDS = ['brand', 'positive', 'caution', 'critical'] as const;
const PARTS = ['fill', 'border', 'on'] as const;
const LEVELS = ['quiet', 'normal', 'loud'] as const;

/** One of the four families. */
export type Kind = (typeof KINDS)[number];

/** A role inside a family. */
export type KindRole = `${(typeof PARTS)[number]}-${(typeof LEVELS)[number]}`;

/**
 * A color by its job; each is the public token `--glow-color-<role>`.
 *
 * - `surface` lies behind everything; `text` and `text-quiet` stand on it and on every `fill-quiet`.
 * - `border` is a hairline that decorates, as `border-quiet` is. What delimits a control is a
 *   `border-normal` or `border-loud`.
 * - `focus` is the focus ring, drawn on the surface.
 * - `<kind>-fill-loud` is a solid button, `-fill-quiet` a tint, `-fill-normal` lies between, and
 *   `<kind>-on-<level>` is the text on that fill. `on-quiet` is also readable on the surface.
 */
export type RoleName =
  'surface' | 'text' | 'text-quiet' | 'border' | 'focus' | `${Kind}-${KindRole}`;

/** The roles inside a family, quiet to loud. */
export const kindRoleNames: readonly KindRole[] = PARTS.flatMap((part) =>
  LEVELS.map((level) => `${part}-${level}` as const),
);

/** Every role, in the order of the table in the documentation. */
export const roleNames: readonly RoleName[] = [
  'surface',
  'text',
  'text-quiet',
  'border',
  'focus',
  ...KINDS.flatMap((kind) => kindRoleNames.map((role) => `${kind}-${role}` as const)),
];

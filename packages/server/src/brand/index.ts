/** One color in, a theme out: the derivation that server, command and stories share. */
export { contrast, readHex } from './oklch.js';
export type { Hex } from './oklch.js';
export { pairs } from './pairs.js';
export type { Pair } from './pairs.js';
export { derivePalette, roleNames } from './palette.js';
export type {
  Adjustment,
  AdjustmentReason,
  Palette,
  PaletteOptions,
  PaletteRefusal,
  RoleColors,
  RoleName,
} from './palette.js';
export { themeCss } from './theme-css.js';
export type { Theme, ThemeChoices } from './theme-css.js';
export { tokens } from './tokens.js';
export type { Token, TokenKind } from './tokens.js';
export { wordAdjustment } from './word-adjustment.js';

import { warn } from '../internal/warning.js';

const warned = new Set<string>();

/**
 * Tells a developer, once, that buttons don't have the clinic's color.
 *
 * @param color - What the program says, `#rrggbb`.
 * @param button - What the server made of it in light, `#rrggbb`.
 */
export function warnOfBrand(color: string, button: string): void {
  if (warned.has(color)) return;
  warned.add(color);
  warn(
    `The clinic's color ${color} would be too faint as a button in light, or its text could not be read: buttons are ${button}. "afterglow theme --brand '${color}'" says the ratios.`,
  );
}

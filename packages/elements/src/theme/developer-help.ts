import { isInspectorAsked } from '../inspector/asked.js';
import { adviseOnLost } from '../internal/lost-elements.js';
import { warnOfBrand } from './brand-warning.js';
import { adviseOnPrefix } from './prefix-advice.js';
import { adviseOnProgram } from './program-advice.js';
import type { ProgramStore } from './program-theme.js';

/**
 * What a page does for its developer: says why there is no program, or which elements have no
 * clinic, and in a sandbox that buttons don't have the clinic's color or tags can't have the prefix;
 * opens the inspector where the address asks for it. No page of a live clinic that works loads it.
 *
 * @param store - The clinic's; left out where the script tag has none.
 */
export function helpDeveloper(store?: ProgramStore): void {
  adviseOnPrefix(window.afterglow?.prefix ?? '');
  if (!store) return adviseOnLost();
  const { value, code } = store.$program.get();
  if (!value) return void adviseOnProgram(code ?? '', store);

  const { color, roles } = value.brand;
  const button = roles['brand-fill-loud']?.light;
  if (button && button !== color.toLowerCase()) warnOfBrand(color, button);
  if (isInspectorAsked(location)) {
    void import('../inspector/inspector.js').then(({ openInspector }) => openInspector());
  }
}

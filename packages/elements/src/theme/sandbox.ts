import type { PublicProgram } from '@afterglow/contract';
import { isInspectorAsked } from '../inspector/asked.js';
import { warnOfBrand } from './brand-warning.js';

/**
 * What a page of a sandbox does for its developer: says that buttons don't have the clinic's color,
 * and opens the inspector where the address asks for it. No page of a live clinic loads it.
 */
export function helpDeveloper({ color, roles }: PublicProgram['brand']): void {
  const button = roles['brand-fill-loud']?.light;
  if (button && button !== color.toLowerCase()) warnOfBrand(color, button);
  if (isInspectorAsked(location)) {
    void import('../inspector/inspector.js').then(({ openInspector }) => openInspector());
  }
}

import { provideDefaultPage } from '../internal/page-root.js';
import type { PageSettings } from '../internal/open-page.js';
import { usePrefix } from '../internal/tag-names.js';

// What every element stands on lies in this chunk, whether or not a line here calls it; and what is
// so small, and asked for by so many, that a request of its own would cost more.
export { GlowElement } from '../internal/base.js';
export { CountingController } from '../internal/counting.js';
export { cardStyles, hostStyles } from '../internal/host.styles.js';
export { MemberController } from '../internal/member-controller.js';
export { register } from '../internal/register.js';
export { RowsController, waitingRows } from '../internal/rows.js';

// Every chunk with an element imports this one, which so runs before any of them registers.
usePrefix(window.afterglow?.prefix ?? '');

/**
 * What the loader calls when this chunk has arrived.
 *
 * @param settings - Undefined on a page that has providers only.
 */
export function start(settings: PageSettings | undefined): void {
  if (settings) provideDefaultPage(settings);
  else void import('../theme/developer-help.js').then((help) => help.helpDeveloper());
}

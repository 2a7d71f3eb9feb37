import { applyProgramTheme } from '../theme/program-theme.js';
import { listenForSignIn } from './listen-for-sign-in.js';
import { openPage, type OpenPage, type PageSettings } from './open-page.js';
import { pageContext, type LoyaltyPage } from './page.js';

/** A `context-request` of the protocol that @lit/context speaks. */
interface ContextRequest extends Event {
  readonly context: unknown;
  readonly callback: (value: LoyaltyPage) => void;
}

/**
 * Makes the page's default: what every element belongs to that stands in no `loyalty-provider`.
 * The script tag does it; a page that is built with npm may call it itself, once.
 *
 * It answers requests by hand: a default never changes, so the subscriptions that @lit/context keeps
 * would be 700 bytes for nothing.
 */
export function provideDefaultPage(settings: PageSettings): OpenPage {
  const root = document.documentElement;
  const open = openPage(settings);
  const answer = (event: Event) => {
    const request = event as ContextRequest;
    if (request.context !== pageContext) return;
    request.stopPropagation();
    request.callback(open.page);
  };
  root.addEventListener('context-request', answer);
  root.dispatchEvent(new Event('context-provider', { bubbles: true }));

  const stopTheme = applyProgramTheme(root, open.page.store);
  listenForSignIn();
  return {
    page: open.page,
    close: () => {
      root.removeEventListener('context-request', answer);
      stopTheme();
      open.close();
    },
  };
}

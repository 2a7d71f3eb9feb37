import { ContextProvider } from '@lit/context';
import { applyProgramTheme } from '../theme/program-theme.js';
import { openPage, type OpenPage, type PageSettings } from './open-page.js';
import { pageContext } from './page.js';
import { openSignInOnRequest } from './sign-in-request.js';

/**
 * Makes the page's default: what every element belongs to that stands in no `loyalty-provider`.
 * The script tag does it; a page that is built with npm may call it itself, once.
 */
export function provideDefaultPage(settings: PageSettings): OpenPage {
  const root = document.documentElement;
  const open = openPage(settings);
  const provider = new ContextProvider(root, { context: pageContext, initialValue: open.page });
  provider.hostConnected();

  const stopTheme = applyProgramTheme(root, open.page.store.$program);
  openSignInOnRequest();
  return {
    page: open.page,
    close: () => {
      stopTheme();
      open.close();
    },
  };
}

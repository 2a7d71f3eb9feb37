import type { Remember } from '@afterglow/contract';
import {
  createPageStore,
  type PageStoreOptions,
  type StartedRequests,
} from '@afterglow/sdk/page-store';
import type { LoyaltyPage } from './page.js';
import { warn } from './warning.js';
import { documentWords } from './words.js';

/**
 * Where requests go and what the browser keeps, in place of a browser's own: for tests, stories and
 * demonstrations. `createTestServer().page()` of `@afterglow/testing` gives it.
 */
export type PageMeans = Pick<
  PageStoreOptions,
  'key' | 'base' | 'fetch' | 'now' | 'storage' | 'channel' | 'locks'
>;

/** How a page is set up; the attributes of the script tag and of a provider say it in words. */
export interface PageSettings {
  /** The publishable key. */
  readonly key: string;
  /** Origin (and path) of the API, without `/v1`. */
  readonly base: string;
  /** The language where the page says none. */
  readonly language?: string | undefined;
  /** Left out: `visit`. */
  readonly remember?: Remember | undefined;
  /** Address on the page's own origin that knows who is signed in to the clinic's own site. */
  readonly identityUrl?: string | undefined;
  /** Reads the member again every two seconds; for sandboxes. */
  readonly live?: boolean | undefined;
  /** True: the browser keeps nothing, and all is forgotten with the page. */
  readonly storageDenied?: boolean | undefined;
  /** The code of a friend's link, where nothing may be kept. */
  readonly referralCode?: string | undefined;
  /** Left out: the browser's own. */
  readonly means?: PageMeans | undefined;
  /** What the loader asked before this code arrived. */
  readonly started?: StartedRequests | undefined;
}

/** A page with its store started, and how to end it. */
export interface OpenPage {
  readonly page: LoyaltyPage;
  /** Ends timers and listeners. */
  close(): void;
}

/**
 * Starts the store of one page: one request for the program and one for the member, however many
 * elements there will be.
 */
export function openPage(settings: PageSettings): OpenPage {
  const { key, base, storageDenied, identityUrl } = settings;
  const store = createPageStore({
    ...settings.means,
    key,
    base,
    live: settings.live,
    storage: storageDenied ? null : settings.means?.storage,
    getIdentityToken: identityUrl
      ? async () => (await import('./identity-token.js')).identityToken(identityUrl)
      : undefined,
    onWarning: ({ message }) => warn(message),
  });
  const stop = store.watch({ document, window });
  store.start(settings.started);

  return {
    page: {
      store,
      language: settings.language,
      messages: documentWords(document),
      remember: storageDenied ? 'never' : (settings.remember ?? 'visit'),
      keeps: !storageDenied,
      referralCode: settings.referralCode,
      fetch: settings.means?.fetch,
    },
    close: () => {
      stop();
      store.dispose();
    },
  };
}

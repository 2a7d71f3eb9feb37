/** The page's program and member as nanostores, for any framework that has a binding for them. */
import { onMount, type ReadableAtom } from 'nanostores';
import type { PublicProgram, Summary } from '@afterglow/contract';
import { createPageStore, type PageStore, type Resource } from './page/page-store.js';
import type { CallPatience } from './patience.js';
import type { SessionStorage } from './session/session.js';

export type { PageStore, Resource } from './page/page-store.js';

/** What the stores need; only the key is a must. */
export interface StoresOptions extends CallPatience {
  readonly publishableKey: string;
  /** Origin (and path) of the API, without `/v1`. Left out: the page's own origin. */
  readonly apiBase?: string | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly storage?: SessionStorage | undefined;
  readonly getIdentityToken?: (() => Promise<string | undefined>) | undefined;
}

/** One program and one member, however many components listen. */
export interface Stores {
  readonly $program: ReadableAtom<Resource<PublicProgram>>;
  readonly $member: ReadableAtom<Resource<Summary>>;
  /** The store behind both: signing in and out, retry, the session. */
  readonly page: PageStore;
}

/**
 * Makes the two stores. The requests start with the first listener, so making them on a server
 * sends nothing.
 */
export function createStores({ publishableKey, apiBase = '', ...more }: StoresOptions): Stores {
  const page = createPageStore({ key: publishableKey, base: apiBase, ...more });
  for (const store of [page.$program, page.$member]) onMount(store, () => page.start());
  return { $program: page.$program, $member: page.$member, page };
}

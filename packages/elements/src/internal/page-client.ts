import { createClient, type Client } from '@afterglow/sdk/page';
import type { LoyaltyPage } from './page.js';

/**
 * Everything that a page may ask of the API beyond its two first reads, for the member whose page it
 * is. It comes with all that writes, so import this file from what is loaded at the first touch.
 */
export async function pageClient({ store, fetch }: LoyaltyPage): Promise<Client> {
  return createClient({
    publishableKey: store.key,
    apiBase: store.base,
    fetch,
    session: await store.session(),
  });
}

import { createClient, type Client } from '@afterglow/sdk/page';
import type { LoyaltyPage } from '../internal/page.js';

/** What a sign-in asks of the API. Everything rejects with an `AfterglowError`. */
export type SignInCalls = Pick<Client['session'], 'sendCode' | 'create'>;

/**
 * The calls for the clinic of the page. A session that they make is the store's own, so that all
 * elements show it without asking again.
 */
export async function signInCalls({ store, fetch }: LoyaltyPage): Promise<SignInCalls> {
  const client = createClient({
    publishableKey: store.key,
    apiBase: store.base,
    fetch,
    session: await store.session(),
  });
  return client.session;
}

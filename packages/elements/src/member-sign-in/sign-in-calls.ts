import type { PageStore } from '@afterglow/sdk/page-store';
import { createClient, type Client } from '@afterglow/sdk/page';

/** What a sign-in asks of the API. Everything rejects with an `AfterglowError`. */
export type SignInCalls = Pick<Client['session'], 'sendCode' | 'create'>;

/**
 * The calls for the clinic of `store`. A session that they make is the store's own, so that all
 * elements show it without asking again.
 */
export async function signInCalls(store: PageStore): Promise<SignInCalls> {
  const client = createClient({
    publishableKey: store.key,
    apiBase: store.base,
    session: await store.session(),
  });
  return client.session;
}

import type { Page, ReferralRow } from '@afterglow/contract';
import { createClient } from '@afterglow/sdk/page';
import type { LoyaltyPage } from '../internal/page.js';

/** How many friends one request brings. */
const limit = 50;

/**
 * Friends beyond those of the summary, newest first; loaded when somebody asks for more.
 *
 * @param cursor - Where the page before ended; undefined for the first.
 */
export async function moreFriends(
  page: LoyaltyPage,
  cursor: string | undefined,
): Promise<Page<ReferralRow>> {
  const { store, fetch } = page;
  const client = createClient({
    publishableKey: store.key,
    apiBase: store.base,
    fetch,
    session: await store.session(),
  });
  return client.me.referrals().page({ limit, ...(cursor !== undefined && { cursor }) });
}

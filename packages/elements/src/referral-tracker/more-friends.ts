import type { Page, ReferralRow } from '@afterglow/contract';
import { pageClient } from '../internal/page-client.js';
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
  const client = await pageClient(page);
  return client.me.referrals().page({ limit, ...(cursor !== undefined && { cursor }) });
}

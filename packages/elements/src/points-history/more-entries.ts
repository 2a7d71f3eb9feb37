import type { Entry, Page } from '@afterglow/contract';
import { pageClient } from '../internal/page-client.js';
import type { LoyaltyPage } from '../internal/page.js';

/** How many entries one request brings. */
const limit = 20;

/**
 * Entries beyond those of the summary, newest first; loaded when somebody asks for more.
 *
 * @param cursor - Where the page before ended; undefined for the first.
 */
export async function moreEntries(
  page: LoyaltyPage,
  cursor: string | undefined,
): Promise<Page<Entry>> {
  const { me } = await pageClient(page);
  return me.entries().page({ limit, ...(cursor !== undefined && { cursor }) });
}

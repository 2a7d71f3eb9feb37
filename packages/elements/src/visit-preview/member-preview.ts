import type { CheckoutLine, VisitPreview } from '@afterglow/contract';
import { pageClient } from '../internal/page-client.js';
import type { LoyaltyPage } from '../internal/page.js';

/** What the visit would do for the member whose page it is: one request, and nothing is held. */
export async function memberPreview(
  page: LoyaltyPage,
  lines: readonly CheckoutLine[],
): Promise<VisitPreview> {
  const { me } = await pageClient(page);
  return me.visitPreview({ lines: [...lines] });
}

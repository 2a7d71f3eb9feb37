import { outward } from './life-events.js';
import { pageContext, type LoyaltyPage } from './page.js';

/**
 * Asks whose page an element stands on. It speaks the protocol of @lit/context, whose own event
 * would cost every page 170 bytes.
 *
 * @param answer - Called by the nearest provider; again at each change where `subscribe` is true.
 */
export function requestPage(
  from: Element,
  answer: (page: LoyaltyPage, unsubscribe?: () => void) => void,
  subscribe = false,
): void {
  from.dispatchEvent(
    Object.assign(new Event('context-request', outward), {
      context: pageContext,
      contextTarget: from,
      callback: answer,
      subscribe,
    }),
  );
}

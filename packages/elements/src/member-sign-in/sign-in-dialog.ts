import { nameOf } from '../internal/tag-names.js';
import './define.js';
import type { MemberSignInElement } from './member-sign-in.js';

/**
 * Opens a sign-in over the page, for a page that has none. It belongs to the provider around `from`,
 * and goes away when it is closed; the focus returns to where the request came from.
 */
export function openSignInDialog(from: Element): void {
  const place = document.createElement(nameOf('member-sign-in')) as MemberSignInElement;
  place.modal = true;
  place.opener = from;
  place.style.setProperty('display', 'contents');
  (providerOf(from) ?? document.body).append(place);
}

/** Known by what it has, since a page may give our tags other names. */
function providerOf(from: Element): Element | undefined {
  let at: Node | null | undefined = from;
  while (at && !('publishableKey' in at)) at = at.parentNode ?? (at as Partial<ShadowRoot>).host;
  return at as Element | undefined;
}

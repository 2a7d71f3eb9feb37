import './define.js';
import type { MemberSignInElement } from './member-sign-in.js';

/**
 * Opens a sign-in over the page, for a page that has none. It belongs to the provider around `from`,
 * and goes away when it is closed; the focus returns to where the request came from.
 */
export function openSignInDialog(from: Element): void {
  const place = document.createElement('member-sign-in') as MemberSignInElement;
  place.modal = true;
  place.opener = from;
  place.style.setProperty('display', 'contents');
  (providerOf(from) ?? document.body).append(place);
}

function providerOf(from: Element): Element | null {
  let at: Element | null = from;
  while (at) {
    const provider: Element | null = at.closest('loyalty-provider');
    if (provider) return provider;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

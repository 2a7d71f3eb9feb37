import type { PageStore } from '@afterglow/sdk/page-store';
import { ContextEvent } from '@lit/context';
import { GlowSignInRequestEvent } from './events.js';
import { pageContext, type LoyaltyPage } from './page.js';

/** A place on the page where one can sign in. */
export interface SignInPlace extends Element {
  /** Brings the reader to the question that is open. */
  focusSignIn(): void;
}

const places = new WeakMap<PageStore, Set<SignInPlace>>();
let listening = false;

/** Says that `place` is there for the members of `store`; answers how to take it back. */
export function offerSignIn(store: PageStore, place: SignInPlace): () => void {
  const known = places.get(store) ?? new Set();
  places.set(store, known.add(place));
  return () => known.delete(place);
}

/**
 * Leads every `glow-sign-in-request` that nobody canceled to the page's `member-sign-in`, or opens
 * one in a dialog. It listens on the window, after all listeners of the page had their say.
 */
export function openSignInOnRequest(): void {
  if (listening) return;
  listening = true;
  window.addEventListener(GlowSignInRequestEvent.type, (event) => {
    const from = event.composedPath()[0];
    if (!event.defaultPrevented && from instanceof Element) void leadToSignIn(from);
  });
}

async function leadToSignIn(from: Element): Promise<void> {
  const page = pageOf(from);
  const place = page && [...(places.get(page.store) ?? [])].find(isShown);
  if (place) {
    place.focusSignIn();
    return;
  }
  const { openSignInDialog } = await import('../member-sign-in/sign-in-dialog.js');
  openSignInDialog(from);
}

function isShown(place: Element): boolean {
  return place.getClientRects().length > 0;
}

function pageOf(from: Element): LoyaltyPage | undefined {
  let found: LoyaltyPage | undefined;
  from.dispatchEvent(
    new ContextEvent(pageContext, from, (page: LoyaltyPage) => {
      found = page;
    }),
  );
  return found;
}

import type { PageStore } from '@afterglow/sdk/page-store';
import { requestPage } from './page-request.js';
import type { LoyaltyPage } from './page.js';

/** A place on the page where one can sign in. */
export interface SignInPlace extends Element {
  /** Brings the reader to the question that is open. */
  focusSignIn(): void;
}

const places = new WeakMap<PageStore, Set<SignInPlace>>();

/** Says that `place` is there for the members of `store`; answers how to take it back. */
export function offerSignIn(store: PageStore, place: SignInPlace): () => void {
  const known = places.get(store) ?? new Set();
  places.set(store, known.add(place));
  return () => known.delete(place);
}

/** Brings the reader to the sign-in of the page that `from` stands on, or opens one over it. */
export async function leadToSignIn(from: Element): Promise<void> {
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
  requestPage(from, (page) => {
    found = page;
  });
  return found;
}

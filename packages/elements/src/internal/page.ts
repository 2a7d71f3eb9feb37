import type { Remember } from '@afterglow/contract';
import type { PageStore } from '@afterglow/sdk/page-store';
import { createContext } from '@lit/context';
import type { WordOverrides } from './words.js';

/**
 * Whose page it is: what a `loyalty-provider` gives to the elements in it, and the script tag to
 * all others. A new object is made when any of it changes.
 */
export interface LoyaltyPage {
  /** One program and one member, and everything that keeps them right. */
  readonly store: PageStore;
  /** The language where no `lang` around an element says one; left out: the program's. */
  readonly language?: string | undefined;
  /** The page's own texts. */
  readonly messages?: WordOverrides | undefined;
  /** How long a sign-in lasts unless the patient says otherwise. */
  readonly remember: Remember;
  /** False: the browser keeps nothing of this page. */
  readonly keeps: boolean;
  /** The code of a friend's link in this page's own address; `kept-referral.ts` knows older ones. */
  readonly referralCode?: string | undefined;
  /** Where requests go; left out: to the network. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** The page in @lit/context, so that code of others can ask for it with a `context-request`. */
export const pageContext = createContext<LoyaltyPage>(Symbol.for('afterglow-page'));

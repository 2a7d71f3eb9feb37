import type { Client } from '@afterglow/sdk/page';
import { keptReferral, type KeptReferral } from '../internal/kept-referral.js';
import { pageClient } from '../internal/page-client.js';
import type { LoyaltyPage } from '../internal/page.js';

/** What a sign-in asks of the API, where everything rejects with an `AfterglowError`, and of the browser. */
export interface SignInCalls
  extends Pick<Client['session'], 'sendCode' | 'create'>, Pick<Client['referralCodes'], 'check'> {
  /** The code of a friend's link that was followed on this site. */
  readonly referral: KeptReferral;
}

/**
 * The calls for the clinic of the page. A session that they make is the store's own, so that all
 * elements show it without asking again.
 */
export async function signInCalls(page: LoyaltyPage): Promise<SignInCalls> {
  const { session, referralCodes } = await pageClient(page);
  return {
    sendCode: session.sendCode,
    create: session.create,
    check: referralCodes.check,
    referral: keptReferral(page),
  };
}

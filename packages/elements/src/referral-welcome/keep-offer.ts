import type { KeptReferralCode } from '@afterglow/contract';
import { pageClient } from '../internal/page-client.js';
import type { LoyaltyPage } from '../internal/page.js';

export { GlowKeptEvent } from './kept-event.js';
export { writePhone } from '../member-sign-in/phone-format.js';

/** Keeps the offer of a code for a phone; loaded at the first touch of the form. */
export async function keepOffer(
  page: LoyaltyPage,
  code: string,
  phone: string,
): Promise<KeptReferralCode> {
  const { referralCodes } = await pageClient(page);
  return referralCodes.keep(code, { phone });
}

import { isTagPrefix, tagPrefixAdvice } from '@afterglow/contract/tag-prefix';
import { BookButtonElement } from '../book-button/book-button.js';
import { EarnListElement } from '../earn-list/earn-list.js';
import { LoyaltyHomeElement } from '../loyalty-home/loyalty-home.js';
import { LoyaltyProviderElement } from '../loyalty-provider/loyalty-provider.js';
import { MemberCardElement } from '../member-card/member-card.js';
import { MemberSignInElement } from '../member-sign-in/member-sign-in.js';
import { MembershipCreditElement } from '../membership-credit/membership-credit.js';
import { MessagePreferencesElement } from '../message-preferences/message-preferences.js';
import { OfferListElement } from '../offer-list/offer-list.js';
import { PackageBalanceElement } from '../package-balance/package-balance.js';
import { PointsBalanceElement } from '../points-balance/points-balance.js';
import { PointsHistoryElement } from '../points-history/points-history.js';
import { ReferralLinkElement } from '../referral-link/referral-link.js';
import { ReferralTrackerElement } from '../referral-tracker/referral-tracker.js';
import { ReferralWelcomeElement } from '../referral-welcome/referral-welcome.js';
import { RewardListElement } from '../reward-list/reward-list.js';
import { SavingsCalculatorElement } from '../savings-calculator/savings-calculator.js';
import { TierBadgeElement } from '../tier-badge/tier-badge.js';
import { TierProgressElement } from '../tier-progress/tier-progress.js';
import { VisitPreviewElement } from '../visit-preview/visit-preview.js';
import type { GlowTag } from '../types/tag-types.js';
import { register } from './register.js';
import { nameOf, usePrefix } from './tag-names.js';

/** Every element by its tag; the provider first, since others wait for it. */
const elements: Readonly<Record<GlowTag, CustomElementConstructor>> = {
  'loyalty-provider': LoyaltyProviderElement,
  'book-button': BookButtonElement,
  'earn-list': EarnListElement,
  'loyalty-home': LoyaltyHomeElement,
  'member-card': MemberCardElement,
  'member-sign-in': MemberSignInElement,
  'membership-credit': MembershipCreditElement,
  'message-preferences': MessagePreferencesElement,
  'offer-list': OfferListElement,
  'package-balance': PackageBalanceElement,
  'points-balance': PointsBalanceElement,
  'points-history': PointsHistoryElement,
  'referral-link': ReferralLinkElement,
  'referral-tracker': ReferralTrackerElement,
  'referral-welcome': ReferralWelcomeElement,
  'reward-list': RewardListElement,
  'savings-calculator': SavingsCalculatorElement,
  'tier-badge': TierBadgeElement,
  'tier-progress': TierProgressElement,
  'visit-preview': VisitPreviewElement,
};

/** How elements are registered. */
export interface DefineOptions {
  /**
   * What stands before each tag, such as `clinic-` for `<clinic-points-balance>`; left out: nothing.
   * Elements that show others, such as `loyalty-home`, take those with the prefix too.
   */
  readonly prefix?: string | undefined;
}

/**
 * Registers every element, for a page on which another library has one of our tags. Import nothing
 * that ends in `/define` then: it would take the plain tag. Call it once, before the page is drawn.
 *
 * @throws TypeError for a prefix with which a tag would be none.
 */
export function define({ prefix = '' }: DefineOptions = {}): void {
  if (prefix !== '' && !isTagPrefix(prefix)) throw new TypeError(tagPrefixAdvice(prefix));

  usePrefix(prefix);
  for (const [tag, element] of Object.entries(elements)) {
    // A class has one name, and the plain one may be taken already.
    if (!customElements.get(nameOf(tag))) register(tag, class extends element {});
  }
}

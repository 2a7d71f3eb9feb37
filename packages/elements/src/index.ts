/** Every element's class, and what they are told by; nothing is registered by importing this. */
export { LoyaltyProviderElement } from './loyalty-provider/loyalty-provider.js';
export { MemberCardElement } from './member-card/member-card.js';
export { MemberSignInElement } from './member-sign-in/member-sign-in.js';
export { PackageBalanceElement } from './package-balance/package-balance.js';
export { PointsBalanceElement } from './points-balance/points-balance.js';
export { ReferralLinkElement } from './referral-link/referral-link.js';
export { ReferralTrackerElement } from './referral-tracker/referral-tracker.js';
export { ReferralWelcomeElement } from './referral-welcome/referral-welcome.js';
export { RewardListElement } from './reward-list/reward-list.js';
export { SavingsCalculatorElement } from './savings-calculator/savings-calculator.js';
export { TierBadgeElement } from './tier-badge/tier-badge.js';
export * from './internal/events.js';
export { faces, type Face } from './internal/face.js';
export { GlowElement } from './internal/base.js';
export { provideDefaultPage } from './internal/page-root.js';
export type { OpenPage, PageSettings } from './internal/open-page.js';
export { pageContext, type LoyaltyPage } from './internal/page.js';
export type { Word, WordOverrides } from './internal/words.js';

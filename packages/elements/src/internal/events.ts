/** Every event of the elements, each beside the element that sends it; no element imports this. */
export { GlowBookEvent } from './book-event.js';
export { GlowFailedEvent, GlowReadyEvent, GlowSignInRequestEvent } from './life-events.js';
export * from '../member-sign-in/sign-in-events.js';
export * from '../referral-link/shared-event.js';
export * from '../referral-welcome/kept-event.js';
export * from '../reward-list/claim-events.js';
export * from '../savings-calculator/calculated-event.js';

// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../referral-welcome/define.js';
import { ReferralWelcomeElement } from '../referral-welcome/referral-welcome.js';
import { wrap } from './wrap.js';

/**
 * Where a friend's link leads: what the friend gets, a way to keep it with a phone number, so that it
 * counts on any device, and then the ways to booking and joining. The code comes from the link that
 * was followed on this site, and never says whose it is.
 */
export const ReferralWelcome = wrap('referral-welcome', ReferralWelcomeElement, [
  'glow-kept',
  'glow-book',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);

// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../referral-tracker/define.js';
import { ReferralTrackerElement } from '../referral-tracker/referral-tracker.js';
import { wrap } from './wrap.js';

/**
 * The friends who joined with the member's code or keep its offer: how far each reward is, and what is
 * on its way. It speaks of rewards and never of a friend's treatment, and names only who agreed to it.
 */
export const ReferralTracker = wrap('referral-tracker', ReferralTrackerElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);

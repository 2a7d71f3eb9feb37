// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../referral-link/define.js';
import { ReferralLinkElement } from '../referral-link/referral-link.js';
import { wrap } from './wrap.js';

/**
 * The member's own link for friends: what a friend gains by it, and the ways to hand it on.
 */
export const ReferralLink = wrap('referral-link', ReferralLinkElement, [
  'glow-shared',
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);

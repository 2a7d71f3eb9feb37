// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../tier-badge/define.js';
import { TierBadgeElement } from '../tier-badge/tier-badge.js';
import { wrap } from './wrap.js';

/**
 * The member's tier as a small badge; pressed, it says what the tier unlocks and what is missing
 * for the next one.
 */
export const TierBadge = wrap('tier-badge', TierBadgeElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);

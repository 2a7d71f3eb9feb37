// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../tier-progress/define.js';
import { TierProgressElement } from '../tier-progress/tier-progress.js';
import { wrap } from './wrap.js';

/** How far the next tier is and by when, and what would be lost and when. */
export const TierProgress = wrap('tier-progress', TierProgressElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);

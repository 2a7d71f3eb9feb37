// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../earn-list/define.js';
import { EarnListElement } from '../earn-list/earn-list.js';
import { wrap } from './wrap.js';

/**
 * How points are earned, by the rules of the clinic's own program. Works signed out; it needs the
 * program alone. Who is signed in sees what is still ahead.
 */
export const EarnList = wrap('earn-list', EarnListElement, [
  'glow-ready',
  'glow-failed',
  'glow-sign-in-request',
]);

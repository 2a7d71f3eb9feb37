// Made by `npm run frameworks` from custom-elements.json.
'use client';
import '../loyalty-provider/define.js';
import { LoyaltyProviderElement } from '../loyalty-provider/loyalty-provider.js';
import { wrap } from './wrap.js';

/**
 * Says whose page it is to the elements in it. Shows nothing of its own and makes no box.
 *
 * With a key of its own it takes nothing from outside: session, program and brand are its own.
 * Without one it belongs to what is around it, and only changes words and color scheme.
 */
export const LoyaltyProvider = wrap('loyalty-provider', LoyaltyProviderElement, [
  'glow-book',
  'glow-calculated',
  'glow-claim-returned',
  'glow-claimed',
  'glow-failed',
  'glow-joined',
  'glow-kept',
  'glow-ready',
  'glow-shared',
  'glow-sign-in-request',
  'glow-signed-in',
  'glow-signed-out',
]);
